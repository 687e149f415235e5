import type { Db } from '../open.ts';
import type { SubjectThresholds } from '../rules/term-mark.ts';
import { readSettings } from './settings.ts';
import { readSubjectEntries, type SubjectTerm, subjectTerm } from './subject-term.ts';

/** A child's term in a subject, in whichever classes and groups it was taught. */
export type ChildSubject = SubjectTerm & { subjectId: number; subject: string };

/**
 * A child's marks and absences of a subject between two days; null where there are none, so that a
 * subject that isn't the child's is never even named. Three queries. For who may read the child.
 */
export async function readChildSubject(
  db: Db,
  of: { pupilId: number; subjectId: number; from: string; to: string },
): Promise<ChildSubject | null> {
  const entries = await readSubjectEntries(db, of);
  if (entries.length === 0) {
    return null;
  }
  const { subjectId } = of;
  const [settings, named] = await Promise.all([readSettings(db), readSubject(db, subjectId)]);
  return { subjectId, subject: named.name, ...subjectTerm(entries, named, settings) };
}

async function readSubject(db: Db, subjectId: number) {
  const [row] = await db.select<SubjectThresholds & { name: string }>(
    `SELECT name, threshold_three AS three, threshold_four AS four, threshold_five AS five
       FROM subject WHERE id = :subjectId`,
    { subjectId },
  );
  return row ?? { name: '', three: null, four: null, five: null };
}
