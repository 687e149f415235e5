import { groupBy } from '../group-by.ts';
import type { Tx } from '../open.ts';
import { type Excuse, readAnswers } from './excuses.ts';
import { readFirstLessons } from './first-lessons.ts';
import type { RipeNotice } from './ripe-notices.ts';

/** What a ripe notice of «н» at a first lesson leads to. */
export type FirstAbsences = {
  /** Notices of today whose parent is to be asked for the reason: nobody has told it yet. */
  asked: ReadonlySet<number>;
  /** Answers that came before the absence: the class teacher is reminded of them. */
  expected: Excuse[];
};

/**
 * Sorts out notices that say a child is not at the first lesson of a day. A parent is asked only
 * today: an older day is no alarm any more. No queries where there is no such notice.
 */
export async function readFirstAbsences(
  tx: Tx,
  notices: readonly RipeNotice[],
): Promise<FirstAbsences> {
  const fresh = notices.filter(isFreshAbsence);
  const asked = new Set<number>();
  const expected = new Map<number, Excuse>();
  for (const [date, ofDay] of groupBy(fresh, (notice) => notice.date)) {
    const pupilIds = [...new Set(ofDay.map(({ pupilId }) => pupilId))];
    const first = await readFirstLessons(tx.db, { pupilIds, date }, tx);
    const early = ofDay.filter(({ pupilId, number }) => first.get(pupilId) === number);
    const answers = await readAnswers(tx.db, { pupilIds, from: date, to: date }, tx);
    for (const { noticeId, pupilId } of early) {
      const answered = answers.filter((answer) => answer.pupilId === pupilId);
      for (const answer of answered.filter(({ state }) => state === 'new')) {
        expected.set(answer.excuseId, answer);
      }
      if (answered.length === 0 && date === tx.today) {
        asked.add(noticeId);
      }
    }
  }
  return { asked, expected: [...expected.values()] };
}

function isFreshAbsence(notice: RipeNotice): notice is RipeNotice & { kind: 'absence' } {
  const { kind, state, told } = notice;
  return kind === 'absence' && state === 'active' && notice.code === 'absent' && told !== 'absent';
}
