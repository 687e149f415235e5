import { groupBy } from '../group-by.ts';
import type { Tx } from '../open.ts';
import { type Excuse, readAnswers } from './excuses.ts';
import { readFirstLessons } from './first-lessons.ts';
import type { RipeNotice } from './ripe-notices.ts';

/** What a ripe notice of «н» at a first lesson leads to. */
export type FirstAbsences = {
  /** Notices of today whose parent is asked for the reason: nobody has told it yet. */
  asked: ReadonlySet<number>;
  /** Answers that came before the absence: the class teacher is reminded of them. */
  expected: Excuse[];
};

/**
 * Sorts out notices that say a child is not at the first lesson of a day. Only a parent who has
 * agreed to get the child's data here is asked, and only today: an older day is no alarm any more.
 * No queries where there is no such notice.
 */
export async function readFirstAbsences(
  tx: Tx,
  notices: readonly RipeNotice[],
): Promise<FirstAbsences> {
  const fresh = notices.filter(
    ({ kind, state, code, told }) =>
      kind === 'absence' && state === 'active' && code === 'absent' && told !== 'absent',
  );
  const asked = new Set<number>();
  const expected = new Map<number, Excuse>();
  for (const [date, ofDay] of groupBy(fresh, (notice) => notice.date)) {
    const pupilIds = [...new Set(ofDay.map(({ pupilId }) => pupilId))];
    const first = await readFirstLessons(tx.db, { pupilIds, date }, tx);
    const early = ofDay.filter(({ pupilId, number }) => first.get(pupilId) === number);
    const answers = await readAnswers(tx.db, { pupilIds, from: date, to: date }, tx);
    const consents = await readConsents(tx, pupilIds);
    for (const { noticeId, pupilId, personId } of early) {
      const answered = answers.filter((answer) => answer.pupilId === pupilId);
      for (const answer of answered.filter(({ state }) => state === 'new')) {
        expected.set(answer.excuseId, answer);
      }
      const mayAsk = date === tx.today && consents.has(`${personId}:${pupilId}`);
      if (answered.length === 0 && mayAsk) {
        asked.add(noticeId);
      }
    }
  }
  return { asked, expected: [...expected.values()] };
}

async function readConsents(tx: Tx, pupilIds: readonly number[]): Promise<Set<string>> {
  const rows = await tx.db.select<{ personId: number; pupilId: number }>(
    `SELECT person_id AS "personId", pupil_id AS "pupilId" FROM guardianship
      WHERE pupil_id IN (:pupilIds) AND state = 'active' AND consent_version IS NOT NULL`,
    { pupilIds },
    tx,
  );
  return new Set(rows.map(({ personId, pupilId }) => `${personId}:${pupilId}`));
}
