import { groupBy } from '../../db/group-by.ts';
import type { LessonSheet, SheetPupil } from '../../db/reports/lesson-sheet.ts';
import type { WorkKindKey } from '../../db/rules/work-kinds.ts';
import {
  dayPress,
  homeworkPress,
  lessonPress,
  pupilPress,
  rollPress,
  topicPress,
} from '../dialogue/lesson-presses.ts';
import type { Button } from '../dialogue/reply.ts';
import type { DialogueConfig, Screen } from '../dialogue/turn.ts';
import { undoPress } from '../dialogue/undo-press.ts';
import type { Texts } from '../texts/ru.ts';
import { unusualLines } from './displaced.ts';
import { bold, escapeHtml, italic } from './html.ts';
import { courseTitle, lessonTime } from './lesson-title.ts';
import { numberedName } from './pupil-name.ts';
import { rowsOf } from './rows.ts';
import { standing } from './sheet-marks.ts';

/** What every teacher's screen is written with. */
export type Pen = { texts: Texts; names: DialogueConfig['names'] };

/** The page of the class list and the kind of work that the next marks are given for. */
export type LessonView = { page: number; kind: WorkKindKey };

const PAGE_SIZE = 30;
// Up to so many pupils a name may be long, as two fit in a row; three rows of five are quicker after that.
const WIDE_BUTTONS = 14;
const BUTTON_SURNAME = 9;

/** The page of the class list on which a pupil stands. */
export function pageOf(sheet: LessonSheet, pupilId: number): number {
  const index = sheet.pupils.findIndex((pupil) => pupil.pupilId === pupilId);
  return Math.floor(Math.max(index, 0) / PAGE_SIZE);
}

/** The lesson with its class list: a tap on a pupil leads to the marks. */
export function lessonScreen(sheet: LessonSheet, view: LessonView, pen: Pen): Screen {
  const { facts, pupils, writable } = sheet;
  const { teacher } = pen.texts;
  const page = view.page * PAGE_SIZE < pupils.length ? view.page : 0;
  const listed = pupils.slice(page * PAGE_SIZE, (page + 1) * PAGE_SIZE);
  const lines = [...headLines(sheet, view.kind, pen), ''];
  lines.push(...listed.map((pupil) => pupilLine(pupil, pen)));
  if (pupils.length === 0) {
    lines.push(escapeHtml(teacher.emptyRoster));
  }
  lines.push('', italic(writable ? teacher.entryHint(example(sheet, pen)) : teacher.readOnly));
  const shown = { page, kind: view.kind };
  const buttons = [
    ...(writable ? pupilButtons(sheet, listed, view.kind, pen.names) : []),
    pageButtons(sheet, shown, pen.texts),
    ...(writable ? writingButtons(sheet, shown, pen.texts) : []),
    [{ text: teacher.lessons, press: dayPress(sheet.key.date) }, ...undoButton(sheet, pen.texts)],
  ];
  return {
    text: [bold(courseTitle(facts)), ...lines].join('\n'),
    buttons: buttons.filter((row) => row.length > 0),
  };
}

/** What a teacher might write about this lesson, with names of its own class. */
export function example({ pupils, marked }: Pick<LessonSheet, 'pupils' | 'marked'>, pen: Pen) {
  const { exampleNames } = pen.texts.teacher;
  const [first, second] = [0, 1].map((index) => {
    const own = pen.names === 'none' ? undefined : pupils[index]?.lastName;
    return own ?? exampleNames[index];
  });
  return marked ? `${first} 5, ${second} н` : `${first} н, ${second} б`;
}

function headLines(sheet: LessonSheet, kind: WorkKindKey, { texts, names }: Pen): string[] {
  const { facts, key, bell, marked } = sheet;
  const { teacher, school } = texts;
  const lines = [
    lessonTime(key, bell, texts),
    ...unusualLines(facts, texts, names),
    facts.topic === null ? teacher.noTopic : teacher.topic(facts.topic),
  ];
  if (facts.grade > 1) {
    lines.push(facts.homework === null ? teacher.noHomework : teacher.homework(facts.homework));
  }
  lines.push(rollLine(sheet, texts));
  if (marked && kind !== 'answer') {
    lines.push(teacher.kindOfWork(school.kinds[kind]));
  }
  return lines.map(escapeHtml);
}

function rollLine({ facts, pupils }: LessonSheet, { teacher }: Texts): string {
  const late = pupils.filter(({ absence }) => absence === 'late').length;
  const away = pupils.filter(({ absence }) => absence !== null).length - late;
  const counts = teacher.awayCount(away, late);
  const called = facts.attendanceTaken ? teacher.allPresent : teacher.rollNotCalled;
  if (counts === '') {
    return called;
  }
  const said = `${counts.slice(0, 1).toUpperCase()}${counts.slice(1)}`;
  return facts.attendanceTaken ? said : `${called} (${counts})`;
}

function pupilLine(pupil: SheetPupil, { texts, names }: Pen): string {
  const now = standing(pupil, texts);
  const name = escapeHtml(numberedName(pupil, names));
  return now === '' ? name : `${name} ${bold(now)}`;
}

function pupilButtons(
  { key, pupils }: LessonSheet,
  listed: readonly SheetPupil[],
  kind: WorkKindKey,
  names: DialogueConfig['names'],
): Button[][] {
  const perRow = pupils.length > WIDE_BUTTONS ? 3 : 2;
  const namesakes = new Set(
    [...groupBy(pupils, ({ lastName }) => lastName).values()]
      .filter((group) => group.length > 1)
      .flatMap((group) => group.map(({ pupilId }) => pupilId)),
  );
  const buttons = listed.map((pupil) => ({
    text: buttonName(pupil, names, { perRow, initial: namesakes.has(pupil.pupilId) }),
    press: pupilPress(key, pupil.pupilId, kind),
  }));
  return rowsOf(buttons, perRow);
}

function buttonName(
  pupil: SheetPupil,
  names: DialogueConfig['names'],
  { perRow, initial }: { perRow: number; initial: boolean },
): string {
  if (names === 'none') {
    return `№ ${pupil.number}`;
  }
  const { lastName, firstName, number } = pupil;
  const short =
    perRow === 3 && lastName.length > BUTTON_SURNAME
      ? `${lastName.slice(0, BUTTON_SURNAME - 1)}…`
      : lastName;
  return initial ? `${number} ${short} ${firstName.slice(0, 1)}.` : `${number} ${short}`;
}

function pageButtons({ key, pupils }: LessonSheet, view: LessonView, { teacher }: Texts): Button[] {
  if (pupils.length <= PAGE_SIZE) {
    return [];
  }
  const pages = Array.from({ length: Math.ceil(pupils.length / PAGE_SIZE) }, (_, page) => page);
  return pages
    .filter((page) => page !== view.page)
    .map((page) => ({
      text: teacher.page(page * PAGE_SIZE + 1, Math.min((page + 1) * PAGE_SIZE, pupils.length)),
      press: lessonPress(key, page, view.kind),
    }));
}

function writingButtons(
  { key, facts, pupils }: LessonSheet,
  { page, kind }: LessonView,
  { teacher }: Texts,
): Button[][] {
  const someAway = pupils.some(({ absence }) => absence !== null);
  const roll = someAway ? teacher.othersWere : teacher.allWere;
  const topic = { text: teacher.askTopic, press: topicPress(key) };
  const homework = { text: teacher.askHomework, press: homeworkPress(key) };
  return [
    facts.attendanceTaken ? [] : [{ text: roll, press: rollPress(key, page, kind) }],
    facts.grade > 1 ? [topic, homework] : [topic],
  ];
}

function undoButton({ lastOperation, writable }: LessonSheet, { teacher }: Texts): Button[] {
  return writable && lastOperation !== null
    ? [{ text: teacher.undo, press: undoPress(lastOperation, 'lesson') }]
    : [];
}
