import { Refusal } from '../errors.ts';
import type { Tx } from '../open.ts';

export type InvitedChild = { lastName: string; firstName: string; className: string | null };

/** Whose diary a checked code opens: all that is said of the child before consent. */
export async function readInvitedChild(tx: Tx, pupilId: number): Promise<InvitedChild> {
  const [row] = await tx.db.select<{
    lastName: string;
    firstName: string;
    grade: number | null;
    letter: string | null;
  }>(
    `SELECT u.last_name AS "lastName", u.first_name AS "firstName", k.grade, k.letter
       FROM pupil u
       LEFT JOIN enrolment e ON e.pupil_id = u.id AND (e.ends_on IS NULL OR e.ends_on >= :today)
       LEFT JOIN school_class k ON k.id = e.class_id
      WHERE u.id = :pupilId ORDER BY e.starts_on DESC LIMIT 1`,
    { pupilId, today: tx.today },
    tx,
  );
  if (!row) {
    throw new Refusal('not-found');
  }
  const { lastName, firstName, grade, letter } = row;
  return { lastName, firstName, className: grade === null ? null : `${grade}${letter}` };
}
