import type { Undone } from '../../db/actions/undo-last.ts';
import type { LessonSheet } from '../../db/reports/lesson-sheet.ts';
import { lessonPress } from '../dialogue/lesson-presses.ts';
import type { Screen } from '../dialogue/turn.ts';
import type { Texts } from '../texts/ru.ts';
import { bold, escapeHtml } from './html.ts';
import type { Pen } from './lesson.ts';
import { courseTitle, lessonTime } from './lesson-title.ts';
import { pupilName } from './pupil-name.ts';

const NAMES_SHOWN = 10;

/** What was taken back: the lesson, how many records, and whose. */
export function undoneCard(sheet: LessonSheet, { records }: Undone, pen: Pen): Screen {
  const { teacher } = pen.texts;
  const ids = new Set(records.map(({ pupilId }) => pupilId));
  const names = sheet.pupils
    .filter(({ pupilId }) => ids.has(pupilId))
    .map((pupil) => pupilName(pupil, pen.names));
  const listed = names.slice(0, NAMES_SHOWN).join(', ');
  const lines = [
    bold(courseTitle(sheet.facts)),
    escapeHtml(lessonTime(sheet.key, sheet.bell, pen.texts)),
    escapeHtml(undoneSentence(records, pen.texts)),
    ...(names.length > 0 ? [escapeHtml(names.length > NAMES_SHOWN ? `${listed}…` : listed)] : []),
  ];
  return {
    text: lines.join('\n'),
    buttons: [[{ text: teacher.openLesson, press: lessonPress(sheet.key) }]],
  };
}

/** «Отменено: 3 отметки, 1 запись о посещении.» */
export function undoneSentence(records: Undone['records'], { teacher, lesson }: Texts): string {
  const count = (wanted: string) => records.filter(({ record }) => record === wanted).length;
  const marks = count('mark');
  const absences = count('absence');
  const files = count('homework_file');
  const parts = [
    ...(marks > 0 ? [teacher.undoneMarks(marks)] : []),
    ...(absences > 0 ? [teacher.undoneAbsences(absences)] : []),
    ...(count('lesson') > 0 ? [teacher.undoneLesson] : []),
    ...(files > 0 ? [lesson.undoneFiles(files)] : []),
  ];
  return teacher.undone(parts.join(', '));
}
