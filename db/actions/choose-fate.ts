import { Refusal } from '../errors.ts';
import type { Tx } from '../open.ts';
import { readYearClosing } from '../reports/year-closing.ts';
import { can } from '../rules/access.ts';
import type { Fate } from '../rules/promotion.ts';
import { writeChanges } from './audit.ts';
import type { By } from './by.ts';

export type ChooseFate = {
  yearId: number;
  classId: number;
  /** Null is every pupil of the class. */
  pupilId: number | null;
  fate: Fate;
};

/**
 * Decides what becomes of a pupil, or of a whole class, when the year is closed. Until then it may be
 * decided anew. For the administrator.
 */
export async function chooseFate(tx: Tx, by: By, choice: ChooseFate): Promise<void> {
  const { yearId, classId, pupilId, fate } = choice;
  if (!can(by.actor, 'school.write', null)) {
    throw new Refusal('not-allowed');
  }
  const { classes } = await readYearClosing(tx.db, yearId, tx);
  const klass = classes.find((one) => one.classId === classId);
  const chosen = klass?.pupils.filter((one) => pupilId === null || one.pupilId === pupilId) ?? [];
  if (chosen.length === 0 || (fate === 'moves' && (klass?.grade ?? 0) > 10)) {
    throw new Refusal('not-found');
  }
  const others = chosen.filter((one) => one.fate !== fate);
  if (others.length === 0) {
    return;
  }
  const rows = await tx.run<{ id: number; pupilId: number }>(
    `INSERT INTO promotion_choice (class_id, pupil_id, fate) VALUES :rows
       ON CONFLICT (class_id, pupil_id) DO UPDATE SET fate = excluded.fate
     RETURNING id, pupil_id AS "pupilId"`,
    { rows: others.map((one) => [classId, one.pupilId, fate]) },
  );
  await writeChanges(
    tx,
    by,
    rows.map((row) => ({
      record: 'promotion_choice',
      recordId: row.id,
      pupilId: row.pupilId,
      before: { fate: others.find((one) => one.pupilId === row.pupilId)?.fate },
      after: { fate },
    })),
  );
}
