import { groupBy } from '../group-by.ts';
import type { Tx } from '../open.ts';
import { type Excuse, readAnswers } from './excuses.ts';
import { readFirstLessons } from './first-lessons.ts';
import type { RipeNotice } from './ripe-notices.ts';

/** What a ripe notice of «н» at a first lesson leads to. */
export type FirstAbsences = {
  /** Notices of today whose parent is to be asked for the reason: nobody has told it yet. */
  asked: ReadonlySet<number>;
  /**
   * Answers the class teacher is reminded of: those that came before the absence, and those that
   * have a code already, where «н» was noted again since.
   */
  expected: Excuse[];
};

/**
 * Sorts out notices that say a child is not at a lesson, the first of the day above all. A parent is
 * asked only today: an older day is no alarm any more. No queries where there is no such notice.
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
    const answers = await readAnswers(tx.db, { pupilIds, from: date, to: date }, tx);
    for (const { noticeId, pupilId, number } of ofDay) {
      const answered = answers.filter((answer) => answer.pupilId === pupilId);
      const early = first.get(pupilId) === number;
      for (const answer of answered) {
        if (answer.state === 'applied' || (answer.state === 'new' && early)) {
          expected.set(answer.excuseId, answer);
        }
      }
      if (early && answered.length === 0 && date === tx.today) {
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
