import type { Undone } from '../../db/actions/undo-last.ts';
import type { CoursePlan } from '../../db/reports/course-plans.ts';
import type { LessonSheet } from '../../db/reports/lesson-sheet.ts';
import type { RosterPupil } from '../../db/reports/roster.ts';
import type { TermSheet } from '../../db/reports/term-sheet.ts';
import { lessonPress } from '../dialogue/lesson-presses.ts';
import { coursePlanPress } from '../dialogue/plan-presses.ts';
import { termSheetPress } from '../dialogue/term-presses.ts';
import type { Screen } from '../dialogue/turn.ts';
import type { Texts } from '../texts/ru.ts';
import { bold, escapeHtml } from './html.ts';
import type { Pen } from './lesson.ts';
import { courseTitle, lessonTime } from './lesson-title.ts';
import { planTitle } from './plan.ts';
import { pupilName } from './pupil-name.ts';
import { sheetTerm } from './term-sheet.ts';

const NAMES_SHOWN = 10;

/** What was taken back: the lesson, how many records, and whose. */
export function undoneCard(sheet: LessonSheet, { records }: Undone, pen: Pen): Screen {
  const { teacher } = pen.texts;
  const lines = [
    bold(courseTitle(sheet.facts)),
    escapeHtml(lessonTime(sheet.key, sheet.bell, pen.texts)),
    ...whatAndWhose(sheet.pupils, records, pen),
  ];
  return {
    text: lines.join('\n'),
    buttons: [[{ text: teacher.openLesson, press: lessonPress(sheet.key) }]],
  };
}

/** What was taken back of a course's term marks: which term, how many, and whose. */
export function undoneTermCard(sheet: TermSheet, { records }: Undone, pen: Pen): Screen {
  const { course, term } = sheet;
  const lines = [
    bold(courseTitle(course)),
    escapeHtml(sheetTerm(sheet, pen.texts)),
    ...whatAndWhose(sheet.pupils, records, pen),
  ];
  const press = termSheetPress(course.courseId, term?.id ?? 'year');
  return { text: lines.join('\n'), buttons: [[{ text: pen.texts.term.open, press }]] };
}

/** What was taken back of a course's plan. */
export function undonePlanCard(of: CoursePlan, { records }: Undone, texts: Texts): Screen {
  return {
    text: [planTitle(of, texts), escapeHtml(undoneSentence(records, texts))].join('\n'),
    buttons: [[{ text: texts.plan.open, press: coursePlanPress(of.courseId) }]],
  };
}

function whatAndWhose(
  pupils: readonly RosterPupil[],
  records: Undone['records'],
  pen: Pen,
): string[] {
  const ids = new Set(records.map(({ pupilId }) => pupilId));
  const names = pupils
    .filter(({ pupilId }) => ids.has(pupilId))
    .map((pupil) => pupilName(pupil, pen.names));
  const listed = names.slice(0, NAMES_SHOWN).join(', ');
  return [
    escapeHtml(undoneSentence(records, pen.texts)),
    ...(names.length > 0 ? [escapeHtml(names.length > NAMES_SHOWN ? `${listed}…` : listed)] : []),
  ];
}

/** «Отменено: 3 отметки, 1 запись о посещении.» */
export function undoneSentence(
  records: Undone['records'],
  { teacher, lesson, term, plan }: Texts,
): string {
  const count = (wanted: string) => records.filter(({ record }) => record === wanted).length;
  const marks = count('mark');
  const absences = count('absence');
  const termMarks = count('term_mark');
  const files = count('homework_file');
  const parts = [
    ...(marks > 0 ? [teacher.undoneMarks(marks)] : []),
    ...(absences > 0 ? [teacher.undoneAbsences(absences)] : []),
    ...(termMarks > 0 ? [term.undone(termMarks)] : []),
    ...(count('lesson') > 0 ? [teacher.undoneLesson] : []),
    ...(files > 0 ? [lesson.undoneFiles(files)] : []),
    ...(count('plan_item') > 0 ? [plan.undone] : []),
  ];
  return teacher.undone(parts.join(', '));
}
