import { addDays } from '../../db/days.ts';
import { readMissedDays } from '../../db/reports/child-absences.ts';
import { readAnswers } from '../../db/reports/excuses.ts';
import { EXCUSE_DAYS } from '../../db/rules/excuse.ts';
import { absencesScreen } from '../views/absences.ts';
import { penOf } from './actor.ts';
import { readChildTerm } from './child-term.ts';
import { readNumber } from './lesson-presses.ts';
import { idOf, type PressTable, readId } from './press.ts';
import { type Answer, redraw, type Screen, say, type TextTurn, type Turn } from './turn.ts';
import { saw } from './viewed.ts';

/** /absences: what the first child missed in the running term, or in the last one in holidays. */
export async function showAbsences(turn: TextTurn): Promise<Answer> {
  return say(await absences(turn, null, null, 0));
}

export const absencesPresses: PressTable = {
  missed1: async (turn, [pupil, term, page]) =>
    redraw(turn, await absences(turn, idOf(pupil), readId(term), readNumber(page) ?? 0)),
};

async function absences(
  turn: Turn,
  pupilId: number | null,
  termId: number | null,
  page: number,
): Promise<Screen> {
  const { db } = turn;
  const frame = await readChildTerm(turn, pupilId, termId);
  if ('instead' in frame) {
    return frame.instead;
  }
  const { child, year } = frame;
  saw(turn, 'family', 'absences', child.pupilId);
  const days = await readMissedDays(db, { pupilId: child.pupilId, year });
  const today = db.today();
  const from = addDays(today, -EXCUSE_DAYS.back);
  const recent = days.some(({ date }) => date >= from);
  const answers = recent
    ? await readAnswers(db, { pupilIds: [child.pupilId], from, to: today })
    : [];
  return absencesScreen({ ...frame, days, answers, explainFrom: from }, page, penOf(turn));
}
