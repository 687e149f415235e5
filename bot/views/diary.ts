import { addDays, mondayOf, weekdayOf } from '../../db/days.ts';
import type { DiaryDay, DiaryLesson } from '../../db/reports/diary.ts';
import {
  childHomePress,
  childTermsPress,
  diaryPress,
  homeworkFilesPress,
  marksPress,
  weekPress,
} from '../dialogue/parent-presses.ts';
import type { Button } from '../dialogue/reply.ts';
import type { DialogueConfig, Screen } from '../dialogue/turn.ts';
import type { Texts } from '../texts/ru.ts';
import { childName } from './child-name.ts';
import { childrenRows, type Family, homeRow } from './children-row.ts';
import { displaced } from './displaced.ts';
import { cut, fitting } from './fit.ts';
import { bold, escapeHtml, italic } from './html.ts';
import { rowsOf } from './rows.ts';
import { absenceText, kindText, markText } from './words.ts';

/** What both diary screens stand in; `earlier` and `later` are the days the arrows lead to. */
export type DiaryFrame = Family & {
  className: string;
  today: string;
  earlier: string | null;
  later: string | null;
};

// Of a topic, homework or comment, until the whole screen fits.
const DAY_LIMITS = [1000, 400, 200, 80];
const WEEK_LIMITS = [120, 60, 30, 10];

type Names = DialogueConfig['names'];

/** One day of a child's diary. */
export function diaryDayScreen(
  frame: DiaryFrame,
  day: DiaryDay,
  texts: Texts,
  names: Names,
): Screen {
  const { school, parent } = texts;
  const title = parent.dayTitle(school.weekday(weekdayOf(day.date)), school.date(day.date));
  const { pupilId } = frame.child;
  const text = fitting(DAY_LIMITS, (limit) =>
    [
      bold(titleOf(frame, texts, names)),
      escapeHtml(title),
      ...(day.lessons.length === 0 ? ['', emptyDay(day, texts)] : []),
      ...day.lessons.flatMap((lesson) => ['', ...lessonLines(lesson, limit, texts)]),
    ].join('\n'),
  );
  const named = (date: string) =>
    `${school.shortWeekday(weekdayOf(date))} ${school.shortDate(date)}`;
  const arrows: Button[] = [];
  if (frame.earlier) {
    const press = diaryPress(pupilId, frame.earlier);
    arrows.push({ text: parent.dayYesterday(named(frame.earlier)), press });
  }
  arrows.push({ text: parent.week, press: weekPress(pupilId, mondayOf(day.date)) });
  if (frame.later) {
    arrows.push({
      text: parent.dayTomorrow(named(frame.later)),
      press: diaryPress(pupilId, frame.later),
    });
  }
  const others = childrenRows(frame, names, texts, (id) => diaryPress(id, day.date));
  const files = day.lessons.some((lesson) => lesson.files > 0)
    ? [[{ text: parent.homeworkFiles, press: homeworkFilesPress(pupilId, day.date, 0) }]]
    : [];
  const last = lastRow(frame, day.date !== frame.today, texts);
  return { text, buttons: [...files, arrows, last, homeRow(frame.child, texts), ...others] };
}

/** One week of a child's diary, a line a lesson; each day opens by its button. */
export function diaryWeekScreen(
  frame: DiaryFrame,
  week: readonly DiaryDay[],
  texts: Texts,
  names: Names,
): Screen {
  const { school, parent } = texts;
  const { pupilId } = frame.child;
  const monday = week[0]?.date ?? frame.today;
  const busy = week.filter(({ lessons, off }) => lessons.length > 0 || off !== null);
  const text = fitting(WEEK_LIMITS, (limit) =>
    [
      bold(titleOf(frame, texts, names)),
      escapeHtml(parent.weekTitle(school.date(monday), school.date(addDays(monday, 6)))),
      ...(busy.length === 0 ? ['', escapeHtml(parent.noLessons)] : []),
      ...busy.flatMap((day) => ['', ...weekDayLines(day, limit, texts)]),
    ].join('\n'),
  );
  const days = week
    .filter(({ lessons }) => lessons.length > 0)
    .map(({ date }) => ({
      text: school.shortWeekday(weekdayOf(date)),
      press: diaryPress(pupilId, date),
    }));
  const arrows: Button[] = [];
  if (frame.earlier) {
    const press = weekPress(pupilId, mondayOf(frame.earlier));
    arrows.push({ text: parent.weekEarlier, press });
  }
  if (frame.later) {
    arrows.push({ text: parent.weekLater, press: weekPress(pupilId, mondayOf(frame.later)) });
  }
  const others = childrenRows(frame, names, texts, (id) => weekPress(id, monday));
  const last = [lastRow(frame, true, texts), homeRow(frame.child, texts)];
  const rows = [...rowsOf(days, 7), arrows, ...last, ...others];
  return { text, buttons: rows.filter((row) => row.length > 0) };
}

function titleOf({ child, className }: DiaryFrame, { parent }: Texts, names: Names): string {
  return parent.childTitle(childName(child, names), className);
}

function lastRow({ child }: DiaryFrame, away: boolean, { parent }: Texts): Button[] {
  const marks = { text: parent.marks, press: marksPress(child.pupilId, null) };
  return away ? [{ text: parent.today, press: diaryPress(child.pupilId, null) }, marks] : [marks];
}

function emptyDay({ off }: DiaryDay, { parent }: Texts): string {
  return escapeHtml(off === null ? parent.noLessons : parent.dayOff(off));
}

function lessonLines(lesson: DiaryLesson, limit: number, texts: Texts): string[] {
  const { parent, school } = texts;
  const { number, subject, topic, given, givenFor, due, files, marks, absence, change } = lesson;
  const marked = marks.map(({ value, kind }) =>
    parent.marked(markText(value, texts), kindText(kind, texts)),
  );
  const notes = [
    ...(change ? [displaced(change, texts)] : []),
    ...marked,
    ...(absence ? [absenceText(absence, texts)] : []),
  ].join(', ');
  const note = notes === '' ? '' : `: ${bold(notes)}`;
  const line = (text: string) => escapeHtml(cut(text, limit));
  const clip = files > 0 ? ` ${parent.clip(files)}` : '';
  const said = (homework: string) =>
    givenFor === null ? parent.given(homework) : parent.givenFor(school.date(givenFor), homework);
  return [
    `${number}. ${escapeHtml(subject)}${note}`,
    ...marks.flatMap(({ comment }) => (comment ? [italic(cut(comment, limit))] : [])),
    ...(topic ? [line(parent.topic(topic))] : []),
    ...(given ? [line(said(given)) + clip] : []),
    ...(due ? [line(parent.due(due)) + clip] : []),
  ];
}

function weekDayLines(day: DiaryDay, limit: number, texts: Texts): string[] {
  const { school, parent } = texts;
  const { date, lessons } = day;
  const title = `${school.shortWeekday(weekdayOf(date))} ${school.shortDate(date)}`;
  if (lessons.length === 0) {
    return [`${bold(title)} ${emptyDay(day, texts)}`];
  }
  const lines = lessons.map(({ number, subject, marks, absence, given, due, change }) => {
    const cells = marks.map(({ value }) => markText(value, texts));
    const notes = [...cells, ...(absence ? [school.absenceLetters[absence]] : [])].join(' ');
    const homework = given ?? due;
    return [
      `${number}. ${escapeHtml(subject)}`,
      ...(change ? [bold(displaced(change, texts))] : []),
      ...(notes === '' ? [] : [bold(notes)]),
      ...(homework ? [escapeHtml(parent.weekHomework(cut(homework, limit)))] : []),
    ].join(' · ');
  });
  return [bold(title), ...lines];
}

/** Instead of any page of a child who is in no class this year; earlier ones are still there. */
export function notEnrolledScreen(family: Family, texts: Texts, names: Names): Screen {
  const { parent } = texts;
  const { child } = family;
  return {
    text: escapeHtml(parent.notEnrolled(childName(child, names))),
    buttons: [
      [
        { text: parent.marks, press: marksPress(child.pupilId, null) },
        { text: texts.family.term, press: childTermsPress(child.pupilId, null) },
      ],
      ...childrenRows(family, names, texts, (id) => childHomePress(id)),
    ],
  };
}
