import { acknowledgeWeek } from '../../db/actions/acknowledge-week.ts';
import { Refusal } from '../../db/errors.ts';
import { readWeeks } from '../../db/reports/week-summary.ts';
import { weekMessage } from '../views/week.ts';
import { idOf, type PressTable, readDay } from './press.ts';
import { type Answer, type PressTurn, redraw } from './turn.ts';

/** The button under a weekly summary. */
export const weekPresses: PressTable = { wknow1: acknowledge };

/** A parent has read a week: its summary is drawn again, as the week stands now. */
async function acknowledge(turn: PressTurn, [pupil, written]: string[]): Promise<Answer> {
  const { db, texts, config } = turn;
  const [pupilId, day] = [idOf(pupil), readDay(written)];
  if (day === null) {
    return { replies: [], toast: texts.common.buttonOutdated };
  }
  return {
    write: async (tx, by) => {
      await acknowledgeWeek(tx, by, { pupilId, day });
      const only = { personId: by.actor.personId, pupilId };
      const [week] = await readWeeks(db, day, only, tx);
      if (!week) {
        throw new Refusal('stale');
      }
      return redraw(turn, weekMessage(week, texts, config.names));
    },
  };
}
