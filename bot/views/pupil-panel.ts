import type { LessonSheet, SheetMark, SheetPupil } from '../../db/reports/lesson-sheet.ts';
import type { MarkEvent } from '../../db/reports/mark-history.ts';
import { ABSENCE_CODES, type AbsenceCode } from '../../db/rules/absence-code.ts';
import { WORK_KINDS, type WorkKindKey } from '../../db/rules/work-kinds.ts';
import { cardPress } from '../dialogue/journal-presses.ts';
import {
  absencePress,
  changePress,
  givePress,
  lessonPress,
  markPress,
  pupilPress,
  removePress,
} from '../dialogue/lesson-presses.ts';
import { commentPress, uncommentPress } from '../dialogue/lesson-tool-presses.ts';
import type { Button } from '../dialogue/reply.ts';
import type { Screen } from '../dialogue/turn.ts';
import type { Texts } from '../texts/ru.ts';
import { pageOf } from './class-list.ts';
import { bold, escapeHtml } from './html.ts';
import type { Pen } from './lesson.ts';
import { courseTitle, lessonTime } from './lesson-title.ts';
import { historyLines } from './mark-history.ts';
import { numberedName, pupilName } from './pupil-name.ts';
import { rowsOf } from './rows.ts';
import { markSign, scaleOf, standing, valueRows } from './sheet-marks.ts';
import { weighedKind } from './words.ts';

/** One pupil at one lesson: a mark or an absence is one tap. */
export function pupilPanel(
  sheet: LessonSheet,
  pupil: SheetPupil,
  kind: WorkKindKey,
  pen: Pen,
): Screen {
  const { teacher } = pen.texts;
  const now = standing(pupil, pen.texts);
  const lines = [now === '' ? teacher.nothingStands : teacher.standsNow(now)];
  if (pupil.marks.length > 0) {
    lines.push(teacher.marksHint);
  }
  const existing = pupil.marks.map((mark) => ({
    text: markName(mark, pen.texts),
    press: markPress(sheet.key, mark.markId, kind),
  }));
  const buttons = [
    ...(sheet.marked ? valueRows(valueButtons(sheet, pupil, kind, pen.texts)) : []),
    absenceButtons(sheet, pupil, kind, pen.texts),
    ...(sheet.marked ? kindButtons(sheet, pupil, kind, pen.texts) : []),
    ...rowsOf(existing, 2),
    [
      { text: pen.texts.journal.card, press: cardPress(sheet.key, pupil.pupilId, kind) },
      backToClass(sheet, pupil, kind, pen.texts),
    ],
  ];
  return { text: [...head(sheet, pupil, pen), ...lines.map(escapeHtml)].join('\n'), buttons };
}

/** One mark that stands, with what became of it: another value, or away with it. */
export function markPanel(
  sheet: LessonSheet,
  { pupil, markId, history }: { pupil: SheetPupil; markId: number; history: readonly MarkEvent[] },
  kind: WorkKindKey,
  pen: Pen,
): Screen {
  const { teacher, school, lesson } = pen.texts;
  const mark = pupil.marks.find((candidate) => candidate.markId === markId);
  if (!mark) {
    return pupilPanel(sheet, pupil, kind, pen);
  }
  const others = scaleOf(sheet).filter((value) => value !== mark.value);
  const change = others.map((value) => ({
    text: value === null ? teacher.owed : String(value),
    press: changePress(sheet.key, mark, value, kind),
  }));
  const stands = teacher.markStands(markSign(mark.value, pen.texts), school.kinds[mark.kind]);
  const comment = mark.comment === null ? [] : [lesson.commentStands(mark.comment)];
  const past = historyLines(history, pen);
  const lines = [stands, ...comment, ...(past.length > 0 ? ['', ...past] : [])];
  return {
    text: [...head(sheet, pupil, pen), ...lines.map(escapeHtml)].join('\n'),
    buttons: [
      ...valueRows(change),
      commentButtons(sheet, mark, kind, pen.texts),
      [{ text: teacher.removeMark, press: removePress(sheet.key, mark, kind) }],
      [{ text: teacher.backToPupil, press: pupilPress(sheet.key, pupil.pupilId, kind) }],
    ],
  };
}

/** A mark and н, б or у exclude each other: offers to put the one in the place of the other. */
export function replacePanel(
  sheet: LessonSheet,
  pupil: SheetPupil,
  wanted: { value: number | null } | { code: AbsenceCode },
  kind: WorkKindKey,
  pen: Pen,
): Screen {
  const { teacher, school } = pen.texts;
  const { key } = sheet;
  const { pupilId } = pupil;
  const name = pupilName(pupil, pen.names);
  const now = standing(pupil, pen.texts);
  const seen = pupil.marks.length;
  const sign =
    'code' in wanted ? school.absenceLetters[wanted.code] : markSign(wanted.value, pen.texts);
  const sentence =
    'code' in wanted ? teacher.marksStand(name, now, sign) : teacher.absenceStands(name, now, sign);
  const replace =
    'code' in wanted
      ? absencePress(key, { pupilId, code: wanted.code, kind, replace: true })
      : givePress(key, { pupilId, value: wanted.value, kind, seen, replace: true });
  return {
    text: [...head(sheet, pupil, pen), escapeHtml(sentence)].join('\n'),
    buttons: [
      [{ text: teacher.replaceWith(sign), press: replace }],
      [{ text: teacher.backToPupil, press: pupilPress(key, pupilId, kind) }],
    ],
  };
}

function head({ facts, key, bell }: LessonSheet, pupil: SheetPupil, { texts, names }: Pen) {
  return [
    escapeHtml(courseTitle(facts)),
    escapeHtml(lessonTime(key, bell, texts)),
    '',
    bold(numberedName(pupil, names)),
  ];
}

function valueButtons(
  sheet: LessonSheet,
  { pupilId, marks }: SheetPupil,
  kind: WorkKindKey,
  { teacher }: Texts,
): Button[] {
  return scaleOf(sheet).map((value) => ({
    text: value === null ? teacher.owed : String(value),
    press: givePress(sheet.key, { pupilId, value, kind, seen: marks.length }),
  }));
}

function commentButtons(
  { key }: LessonSheet,
  mark: SheetMark,
  kind: WorkKindKey,
  { lesson }: Texts,
): Button[] {
  const write = { text: lesson.comment, press: commentPress(key, mark, kind) };
  const remove = { text: lesson.removeComment, press: uncommentPress(key, mark, kind) };
  return mark.comment === null ? [write] : [write, remove];
}

function absenceButtons(
  { key }: LessonSheet,
  { pupilId, absence }: SheetPupil,
  kind: WorkKindKey,
  { school, teacher }: Texts,
): Button[] {
  return ABSENCE_CODES.map((code) => {
    const letter = school.absenceLetters[code];
    return code === absence
      ? { text: teacher.chosen(letter), press: absencePress(key, { pupilId, code: null, kind }) }
      : { text: letter, press: absencePress(key, { pupilId, code, kind }) };
  });
}

function kindButtons(
  { key, weights }: LessonSheet,
  { pupilId }: SheetPupil,
  chosen: WorkKindKey,
  texts: Texts,
): Button[][] {
  const buttons = WORK_KINDS.map((kind) => {
    const name = weighedKind(kind, weights, texts);
    return {
      text: kind === chosen ? texts.teacher.chosen(name) : name,
      press: pupilPress(key, pupilId, kind),
    };
  });
  return rowsOf(buttons, 2);
}

function backToClass(
  sheet: LessonSheet,
  { pupilId }: SheetPupil,
  kind: WorkKindKey,
  { teacher }: Texts,
): Button {
  return {
    text: teacher.backToClass,
    press: lessonPress(sheet.key, pageOf(sheet, pupilId), kind),
  };
}

function markName({ value, kind }: SheetPupil['marks'][number], texts: Texts): string {
  return `${markSign(value, texts)} ${texts.school.kinds[kind]}`;
}
