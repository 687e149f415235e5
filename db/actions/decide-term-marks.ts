import { Refusal } from '../errors.ts';
import type { Tx } from '../open.ts';
import { seenVersion, sureOf, type TermPupil, type TermSheet } from '../reports/term-sheet.ts';
import { acceptKey } from '../rules/accept-key.ts';
import { type TermValue, termValuesOf } from '../rules/term-mark.ts';
import { type ChangeEntry, writeChanges } from './audit.ts';
import type { By } from './by.ts';
import { insertRows } from './insert-rows.ts';
import { notifyGuardians } from './notify-guardians.ts';
import { openTermSheet, type TermKey } from './open-term-sheet.ts';
import { storeTermMark, termMarkRecord } from './term-mark-record.ts';

export type TermMarkChoice = {
  pupilId: number;
  /** What is to stand; null takes away what does. Setting what already stands changes nothing. */
  value: TermValue | null;
  /** The version that was shown, 0 where there was never a mark: one that changed since is stale. */
  version: number;
};

export type DecideTermMarks = TermKey & {
  decisions: readonly TermMarkChoice[];
  /** Why, where the term is closed. */
};

const COLUMNS = [
  'pupil_id',
  'course_id',
  'term_id',
  'value',
  'proposal',
  'mean',
  'author_id',
  'state',
  'version',
  'created_at',
  'updated_at',
];

/**
 * Decides term or year marks. For the course's own teacher (not a substitute) and the administrator;
 * in a closed term for the deputy head and the administrator with a reason. Refuses grade 1, pupils
 * who aren't on the list, values the course doesn't take, and what changed since it was shown. A
 * value other than the proposed one is taken; what was proposed is kept beside it.
 */
export async function decideTermMarks(
  tx: Tx,
  by: By,
  { decisions, ...key }: DecideTermMarks,
): Promise<{ changed: number }> {
  const sheet = await openTermSheet(tx, by, key);
  const checked = decisions.map((decision) => check(sheet, decision));
  return { changed: await write(tx, by, sheet, checked) };
}

/**
 * Accepts the proposed marks of all pupils who are sure and undecided, as the sheet says it within
 * the transaction. Rights are those of `decideTermMarks`. `seen` is the `acceptKey` of what was
 * shown: if anything else would be accepted by now, it is stale.
 */
export async function acceptTermMarks(
  tx: Tx,
  by: By,
  { seen, ...key }: TermKey & { seen: string },
): Promise<{ changed: number }> {
  const sheet = await openTermSheet(tx, by, key);
  const sure = sureOf(sheet);
  if (sure.length === 0 || acceptKey(sure) !== seen) {
    throw new Refusal('stale');
  }
  const decisions = sure.map((pupil) => ({ pupil, value: pupil.proposal }));
  return { changed: await write(tx, by, sheet, decisions) };
}

type Checked = { pupil: TermPupil; value: TermValue | null };

function check(
  { course, pupils }: TermSheet,
  { pupilId, value, version }: TermMarkChoice,
): Checked {
  const pupil = pupils.find((candidate) => candidate.pupilId === pupilId);
  if (!pupil) {
    throw new Refusal('not-in-class', { pupilId });
  }
  if (value !== null && !termValuesOf(course).includes(value)) {
    throw new Refusal('wrong-term-mark', { value });
  }
  if (seenVersion(pupil) !== version) {
    throw new Refusal('stale');
  }
  return { pupil, value };
}

async function write(
  tx: Tx,
  by: By,
  sheet: TermSheet,
  decisions: readonly Checked[],
): Promise<number> {
  const changed = decisions.filter(({ pupil, value }) => value !== pupil.decided);
  for (const { pupil, value } of changed) {
    if (pupil.stored) {
      const { proposal, mean } = pupil;
      const next =
        value === null
          ? ({ ...pupil.stored, state: 'cancelled' } as const)
          : ({ value, proposal, mean, state: 'active' } as const);
      await storeTermMark(tx, by, pupil.stored, next);
    }
  }
  await insert(tx, by, sheet, changed);
  return changed.length;
}

async function insert(
  tx: Tx,
  by: By,
  { course, term }: TermSheet,
  decisions: readonly Checked[],
): Promise<void> {
  const fresh = decisions.flatMap(({ pupil, value }) => {
    const { pupilId, proposal, mean, stored } = pupil;
    const record = { proposal, mean, state: 'active', version: 1 } as const;
    return stored === null && value !== null
      ? [{ pupilId, record: termMarkRecord({ ...record, value }) }]
      : [];
  });
  const rows = fresh.map(({ pupilId, record: { value, proposal, mean, state, version } }) => [
    pupilId,
    course.courseId,
    term?.id ?? null,
    value,
    proposal,
    mean,
    by.actor.personId,
    state,
    version,
    tx.now,
    tx.now,
  ]);
  const ids = await insertRows(tx, 'term_mark', COLUMNS, rows);
  const changes = fresh.map(
    ({ pupilId, record }, index): ChangeEntry => ({
      record: 'term_mark',
      recordId: ids[index] ?? 0,
      pupilId,
      before: null,
      after: record,
    }),
  );
  await writeChanges(tx, by, changes);
  await notifyGuardians(tx, 'term_mark', ids);
}
