import { readTerms } from '../../db/reports/calendar.ts';
import { classOn } from '../../db/reports/children.ts';
import { readMarksSummary } from '../../db/reports/marks-summary.ts';
import { notEnrolledScreen } from '../views/diary.ts';
import { escapeHtml } from '../views/html.ts';
import { marksScreen } from '../views/marks.ts';
import { readFamily } from './family.ts';
import { type PressTable, readId } from './press.ts';
import type { Answer, PressTurn, Screen, TextTurn, Turn } from './turn.ts';
import { redraw, say } from './turn.ts';
import { saw } from './viewed.ts';

/** /marks: the first child's marks of the running term, or of the last one in holidays. */
export async function showMarks(turn: TextTurn): Promise<Answer> {
  return say(await termScreen(turn, null, null));
}

export const marksPresses: PressTable = { marks1: openTerm };

// A payload that names no child of ours gets what a foreign one gets: nothing.
const NOBODY = 0;

async function openTerm(turn: PressTurn, [pupil, term]: string[]): Promise<Answer> {
  return redraw(turn, await termScreen(turn, readId(pupil) ?? NOBODY, readId(term)));
}

async function termScreen(
  turn: Turn,
  pupilId: number | null,
  termId: number | null,
): Promise<Screen> {
  const { db, texts, config } = turn;
  const family = await readFamily(turn, pupilId);
  if ('instead' in family) {
    return family.instead;
  }
  const today = db.today();
  const schoolClass = classOn(family.child, today);
  if (!schoolClass) {
    return notEnrolledScreen(family, texts, config.names);
  }
  const { classId, className, grade, academicYearId } = schoolClass;
  const terms = (await readTerms(db, academicYearId)).filter(
    ({ startsOn, minGrade, maxGrade }) =>
      startsOn <= today && minGrade <= grade && grade <= maxGrade,
  );
  const term = terms.find(({ id }) => id === termId) ?? terms.at(-1);
  if (!term) {
    return { text: escapeHtml(texts.parent.noTerm) };
  }
  saw(turn, 'family', 'marks', family.child.pupilId);
  const subjects = await readMarksSummary(db, {
    pupilId: family.child.pupilId,
    classId,
    from: term.startsOn,
    to: term.endsOn,
  });
  return marksScreen({ ...family, className, grade, term, terms, subjects }, texts, config.names);
}
