import type { CourseProgress } from '../../db/reports/course-progress.ts';
import type { LessonSheet, SheetPupil } from '../../db/reports/lesson-sheet.ts';
import type { ToAsk } from '../../db/rules/whom-to-ask.ts';
import { lessonPress, pupilPress } from '../dialogue/lesson-presses.ts';
import type { Screen } from '../dialogue/turn.ts';
import { bold, escapeHtml } from './html.ts';
import type { LessonView, Pen } from './lesson.ts';
import { courseTitle, lessonTime } from './lesson-title.ts';
import { pupilName } from './pupil-name.ts';
import { rowsOf } from './rows.ts';
import { supplyLine } from './supply-line.ts';

/** Who hasn't been asked lately and why; a tap on a name leads to the marks. */
export function whomToAskScreen(
  sheet: LessonSheet,
  toAsk: readonly ToAsk[],
  { supply }: CourseProgress,
  { page, kind }: LessonView,
  pen: Pen,
): Screen {
  const { key, facts, bell, pupils } = sheet;
  const { teacher, lesson } = pen.texts;
  const named = toAsk.flatMap((one) => {
    const pupil = pupils.find(({ pupilId }) => pupilId === one.pupilId);
    return pupil ? [{ one, pupil }] : [];
  });
  const lines = named.map(({ one, pupil }) => reasonLine(one, pupil, pen));
  const text = [
    bold(courseTitle(facts)),
    escapeHtml(lessonTime(key, bell, pen.texts)),
    '',
    ...(lines.length > 0 ? [lesson.whomTitle, ...lines] : [lesson.allAsked]).map(escapeHtml),
    ...(supply ? ['', escapeHtml(supplyLine(supply, pen.texts))] : []),
  ].join('\n');
  const buttons = named.map(({ pupil }) => ({
    text: pupilName(pupil, pen.names),
    press: pupilPress(key, pupil.pupilId, kind),
  }));
  const back = [{ text: teacher.backToClass, press: lessonPress(key, page, kind) }];
  return { text, buttons: [...rowsOf(buttons, 2), back] };
}

function reasonLine(one: ToAsk, pupil: SheetPupil, { texts, names }: Pen): string {
  const { lesson } = texts;
  const name = pupilName(pupil, names);
  return one.reason === 'few-marks'
    ? lesson.fewMarks(name, one.marks)
    : lesson.longAgo(name, one.lessons);
}
