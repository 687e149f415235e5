import type { CourseProgress } from '../../db/reports/course-progress.ts';
import type { Proposals } from '../../db/reports/lesson-proposals.ts';
import type { LessonSheet } from '../../db/reports/lesson-sheet.ts';
import type { WorkKindKey } from '../../db/rules/work-kinds.ts';
import {
  dayPress,
  homeworkPress,
  lessonPress,
  pupilPress,
  rollPress,
  topicPress,
} from '../dialogue/lesson-presses.ts';
import {
  acceptPlanPress,
  askWhomPress,
  copyLessonPress,
  everybodyPress,
  kindsPress,
  rollModePress,
} from '../dialogue/lesson-tool-presses.ts';
import type { Button } from '../dialogue/reply.ts';
import type { DialogueConfig, Screen } from '../dialogue/turn.ts';
import { undoPress } from '../dialogue/undo-press.ts';
import type { Texts } from '../texts/ru.ts';
import { pageButtons, pageOfClass, pupilButtons, pupilLine } from './class-list.ts';
import { cut } from './cut.ts';
import { unusualLines } from './displaced.ts';
import { bold, escapeHtml, italic } from './html.ts';
import { courseTitle, lessonTime } from './lesson-title.ts';
import { rowsOf } from './rows.ts';
import { supplyLine } from './supply-line.ts';
import { weighedKind } from './words.ts';

/** What every teacher's screen is written with. */
export type Pen = { texts: Texts; names: DialogueConfig['names'] };

/** The page of the class list and the kind of work that the next marks are given for. */
export type LessonView = { page: number; kind: WorkKindKey };

/** What a lesson's screen shows besides the lesson itself; null where there is no place for it. */
export type Around = { proposals: Proposals | null; progress: CourseProgress | null };

/** The lesson with its class list: a tap on a pupil leads to the marks. */
export function lessonScreen(
  sheet: LessonSheet,
  view: LessonView,
  { proposals, progress }: Around,
  pen: Pen,
): Screen {
  const { key, facts, pupils, writable } = sheet;
  const { teacher } = pen.texts;
  const { page, listed } = pageOfClass(pupils, view.page);
  const shown = { page, kind: view.kind };
  const lines = [...headLines(sheet, view.kind, pen)];
  if (progress?.supply) {
    lines.push(escapeHtml(supplyLine(progress.supply, pen.texts)));
  }
  lines.push('', ...listed.map((pupil) => pupilLine(pupil, pen)));
  if (pupils.length === 0) {
    lines.push(escapeHtml(teacher.emptyRoster));
  }
  lines.push('', ...planLines(proposals, facts.grade, pen.texts));
  lines.push(italic(writable ? teacher.entryHint(example(sheet, pen)) : teacher.readOnly));
  const pupilPresses = pupilButtons(pupils, listed, pen.names, ({ pupilId }) => ({
    press: pupilPress(key, pupilId, view.kind),
  }));
  const buttons = [
    ...(writable ? pupilPresses : []),
    pageButtons(pupils.length, page, pen.texts, (other) => lessonPress(key, other, view.kind)),
    ...(writable ? toolButtons(sheet, shown, pen.texts) : []),
    ...(writable ? proposalButtons(sheet, proposals, pen.texts) : []),
    [{ text: teacher.lessons, press: dayPress(key.date) }, ...undoButton(sheet, pen.texts)],
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
  const { teacher } = texts;
  const lines = [
    lessonTime(key, bell, texts),
    ...unusualLines(facts, texts, names),
    facts.topic === null ? teacher.noTopic : teacher.topic(facts.topic),
  ];
  if (facts.grade > 1) {
    lines.push(homeworkLine(facts, texts));
  }
  lines.push(rollLine(sheet, texts));
  if (marked && kind !== 'answer') {
    lines.push(teacher.kindOfWork(weighedKind(kind, sheet.weights, texts)));
  }
  return lines.map(escapeHtml);
}

/** «Задание на 19 октября: § 12 📎 2» */
export function homeworkLine(
  { homework, homeworkDue, files }: LessonSheet['facts'],
  { teacher, lesson, school }: Texts,
): string {
  if (homework === null) {
    return teacher.noHomework;
  }
  const said =
    homeworkDue === null
      ? teacher.homework(homework)
      : lesson.homeworkFor(school.date(homeworkDue), homework);
  return files > 0 ? `${said} ${lesson.files(files)}` : said;
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

function planLines(proposals: Proposals | null, grade: number, { lesson }: Texts): string[] {
  const plan = proposals?.plan;
  if (!plan) {
    return [];
  }
  const homework = grade > 1 && plan.homework ? cut(plan.homework) : null;
  return [escapeHtml(lesson.planLine(plan.number, cut(plan.topic), homework)), ''];
}

function toolButtons(
  { key, facts, pupils, marked, weights }: LessonSheet,
  { page, kind }: LessonView,
  texts: Texts,
): Button[][] {
  const { teacher, lesson } = texts;
  const someAway = pupils.some(({ absence }) => absence !== null);
  const rest = someAway ? teacher.othersWere : teacher.allWere;
  const called = facts.attendanceTaken ? [] : [{ text: rest, press: rollPress(key, page, kind) }];
  const chosen = lesson.kindChosen(weighedKind(kind, weights, texts));
  const marks = [
    { text: lesson.everybody, press: everybodyPress(key, { page, kind }) },
    { text: lesson.whomToAsk, press: askWhomPress(key, page, kind) },
    { text: chosen, press: kindsPress(key, page, kind) },
  ];
  const topic = { text: teacher.askTopic, press: topicPress(key) };
  const homework = { text: teacher.askHomework, press: homeworkPress(key) };
  const tools = [
    ...called,
    { text: lesson.callRoll, press: rollModePress(key, page, kind) },
    ...(marked && pupils.length > 0 ? marks : []),
    topic,
    ...(facts.grade > 1 ? [homework] : []),
  ];
  return rowsOf(tools, 2);
}

function proposalButtons(
  { key, facts }: LessonSheet,
  proposals: Proposals | null,
  { lesson }: Texts,
): Button[][] {
  const plan = proposals?.plan;
  const parallel = facts.homework === null ? proposals?.parallel : null;
  const accept = plan
    ? [{ text: lesson.acceptPlan(cut(plan.topic)), press: acceptPlanPress(key, plan.planItemId) }]
    : [];
  const copy = parallel
    ? [
        {
          text: lesson.asIn([parallel.className, parallel.groupName].join(' ').trim()),
          press: copyLessonPress(key, parallel.lessonId),
        },
      ]
    : [];
  return [accept, copy];
}

function undoButton({ lastOperation, writable }: LessonSheet, { teacher }: Texts): Button[] {
  return writable && lastOperation !== null
    ? [{ text: teacher.undo, press: undoPress(lastOperation, 'lesson') }]
    : [];
}
