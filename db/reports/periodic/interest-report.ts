import type { Db } from '../../open.ts';
import { type ParentsInterest, readParentsInterest } from '../control/parents-interest.ts';
import type { Empty } from './empty.ts';
import type { Period } from './period.ts';

/** How much parents look into the journal, as of a school day: interest isn't kept by term. */
export type InterestReport = ParentsInterest & { kind: 'interest'; period: Period; day: string };

/** Reads parents' interest in the whole school today. Five queries. For who oversees the school. */
export async function readInterestReport(db: Db, period: Period): Promise<InterestReport | Empty> {
  const interest = await readParentsInterest(db);
  return interest.school.families === 0
    ? { kind: 'empty', why: 'no-pupils' }
    : { kind: 'interest', period, day: db.today(), ...interest };
}
