import type { LessonSheet } from '../../db/reports/lesson-sheet.ts';
import { nextInRoll } from '../../db/rules/absence-code.ts';
import { lessonPress, rollPress } from '../dialogue/lesson-presses.ts';
import { rollModePress, rollTapPress } from '../dialogue/lesson-tool-presses.ts';
import type { Screen } from '../dialogue/turn.ts';
import { pageButtons, pageOfClass, pupilButtons, pupilLine } from './class-list.ts';
import { bold, escapeHtml, italic } from './html.ts';
import type { LessonView, Pen } from './lesson.ts';
import { courseTitle, lessonTime } from './lesson-title.ts';

/** The roll call by exception: each tap moves a pupil's code on, the last button says it is done. */
export function rollScreen(sheet: LessonSheet, { kind, ...view }: LessonView, pen: Pen): Screen {
  const { key, facts, bell, pupils } = sheet;
  const { lesson, school, common } = pen.texts;
  const { page, listed } = pageOfClass(pupils, view.page);
  const taps = pupilButtons(pupils, listed, pen.names, ({ pupilId, absence, marks }) => {
    const tap = { pupilId, shown: absence, wanted: nextInRoll(absence, marks.length > 0) };
    const press = rollTapPress(key, tap, page, kind);
    return absence === null ? { press } : { press, sign: school.absenceLetters[absence] };
  });
  const pages = pageButtons(pupils.length, page, pen.texts, (other) =>
    rollModePress(key, other, kind),
  );
  const last = [
    { text: common.back, press: lessonPress(key, page, kind) },
    { text: lesson.done, press: rollPress(key, page, kind) },
  ];
  const text = [
    bold(courseTitle(facts)),
    escapeHtml(lessonTime(key, bell, pen.texts)),
    '',
    ...listed.map((pupil) => pupilLine(pupil, pen)),
    '',
    italic(lesson.rollHint),
  ].join('\n');
  return { text, buttons: [...taps, pages, last].filter((row) => row.length > 0) };
}
