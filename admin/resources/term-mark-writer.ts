import { decideTermMarks } from '../../db/actions/decide-term-marks.ts';
import { Refusal } from '../../db/errors.ts';
import type { Tx } from '../../db/open.ts';
import type { TermValue } from '../../db/rules/term-mark.ts';
import type { Writer } from './spec.ts';

/** Term marks through the verb the chat uses; a delete takes the decision away. */
export const termMarkWriter: Writer = {
  create: async (tx, by, values) => {
    const place = {
      courseId: Number(values.courseId),
      termId: typeof values.termId === 'number' ? values.termId : null,
      pupilId: Number(values.pupilId),
    };
    const { courseId, termId, pupilId } = place;
    const cancelled = await stored(tx, { ...place, state: 'cancelled' });
    const decision = {
      pupilId,
      value: values.value as TermValue,
      version: cancelled?.version ?? 0,
    };
    await decideTermMarks(tx, by, { courseId, termId, decisions: [decision] });
    return (await stored(tx, place))?.id ?? 0;
  },
  update: (tx, by, id, values, version) =>
    rewrite(tx, by, id, { value: values.value as TermValue, version }),
  remove: (tx, by, id, version) => rewrite(tx, by, id, { value: null, version }),
};

function stored(tx: Tx, where: Record<string, string | number | null>) {
  return tx.db.models.TermMark.findOne({ where, transaction: tx.transaction });
}

async function rewrite(
  tx: Tx,
  by: Parameters<typeof decideTermMarks>[1],
  id: string,
  decision: { value: TermValue | null; version: number },
): Promise<void> {
  const mark = await stored(tx, { id: Number(id) });
  if (!mark) {
    throw new Refusal('not-found');
  }
  const { courseId, termId, pupilId } = mark;
  const decisions = [{ pupilId, ...decision }];
  await decideTermMarks(tx, by, { courseId, termId, decisions });
}
