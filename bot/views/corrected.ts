import type { LessonSheet } from '../../db/reports/lesson-sheet.ts';
import type { Standing } from '../../db/rules/standing.ts';
import { type ChosenCorrection, correctionPress } from '../dialogue/correction-presses.ts';
import type { Correction } from '../dialogue/entry/read-correction.ts';
import { lessonPress } from '../dialogue/lesson-presses.ts';
import type { Screen } from '../dialogue/turn.ts';
import { undoPress } from '../dialogue/undo-press.ts';
import { cut } from './cut.ts';
import { bold, escapeHtml } from './html.ts';
import type { Pen } from './lesson.ts';
import { courseTitle, lessonTime } from './lesson-title.ts';
import { nameAmong } from './pupil-name.ts';
import { rowsOf } from './rows.ts';
import { markSign } from './sheet-marks.ts';

/** What a message corrected, and what of it still needs a name. */
export function correctedCard(
  sheet: LessonSheet,
  { done, open }: { done: readonly ChosenCorrection[]; open: readonly Correction[] },
  { operation, kind }: { operation: string; kind: ChosenCorrection['kind'] },
  pen: Pen,
): Screen {
  const { teacher, lesson } = pen.texts;
  const lines = done.map((one) => doneLine(sheet, one, pen));
  const asked = open.map(({ written, candidates }) =>
    candidates.length > 0
      ? lesson.didYouMean(cut(written))
      : teacher.unknownName(cut(written), sheet.facts.className),
  );
  const choices = open.flatMap((correction) =>
    rowsOf(
      correction.candidates.flatMap((pupilId) => {
        const { from, to } = correction;
        const chosen = { lesson: sheet.key, pupilId, from, to, kind };
        return [{ text: doneLine(sheet, chosen, pen), press: correctionPress(chosen) }];
      }),
      1,
    ),
  );
  const undo = done.length > 0 ? [{ text: teacher.undo, press: undoPress(operation, 'card') }] : [];
  return {
    text: [
      bold(courseTitle(sheet.facts)),
      escapeHtml(lessonTime(sheet.key, sheet.bell, pen.texts)),
      '',
      ...(lines.length > 0 ? [lesson.correctedTitle, ...lines] : [teacher.nothingRecorded]).map(
        escapeHtml,
      ),
      ...(asked.length > 0 ? ['', ...asked.map(escapeHtml)] : []),
    ].join('\n'),
    buttons: [
      ...choices,
      [...undo, { text: teacher.openLesson, press: lessonPress(sheet.key, 0, kind) }],
    ],
  };
}

/** «Иванов С.: 4 вместо 5» */
function doneLine(
  { pupils }: LessonSheet,
  { pupilId, from, to }: ChosenCorrection,
  { texts, names }: Pen,
): string {
  const pupil = pupils.find((one) => one.pupilId === pupilId);
  const name = pupil ? nameAmong(pupil, pupils, names) : '';
  const was = standingSign(from, texts);
  return to === null
    ? texts.lesson.cleared(name, was)
    : texts.lesson.corrected(name, standingSign(to, texts), was);
}

/** «5», «•» or «н» */
export function standingSign(standing: Standing, texts: Pen['texts']): string {
  return 'mark' in standing
    ? markSign(standing.mark, texts)
    : texts.school.absenceLetters[standing.absence];
}
