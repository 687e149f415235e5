import { weekdayOf } from '../../db/days.ts';
import type { ChildToday, TodayLesson } from '../../db/reports/child-today.ts';
import type { ChildClass } from '../../db/reports/children.ts';
import { childNotesPress } from '../dialogue/behaviour-presses.ts';
import { daysPress } from '../dialogue/excuse-presses.ts';
import {
  absencesPress,
  childHomePress,
  childHomeworkPress,
  childTermsPress,
  diaryPress,
  marksPress,
} from '../dialogue/parent-presses.ts';
import type { Button } from '../dialogue/reply.ts';
import type { Screen } from '../dialogue/turn.ts';
import { childPress, threadPress } from '../dialogue/write-presses.ts';
import type { Texts } from '../texts/ru.ts';
import { childName } from './child-name.ts';
import { childrenRows, type Family } from './children-row.ts';
import { cut } from './fit.ts';
import { bold, escapeHtml } from './html.ts';
import type { Pen } from './lesson.ts';
import { clock } from './lesson-title.ts';
import { absenceText, kindText, markText } from './words.ts';

export type ChildHome = Family & { schoolClass: ChildClass; day: ChildToday };

// The card is a glance: everything else is a tap away.
const MARKS = 5;
const DUE = 4;
const TEXT = 60;

/** A child's overview: today, what is due next, last marks, absences, what waits to be read. */
export function childHomeScreen(page: ChildHome, pen: Pen): Screen {
  const { texts, names } = pen;
  const { parent, school } = texts;
  const { child, schoolClass, day } = page;
  const unmarked = schoolClass.grade === 1;
  const date = parent.dayTitle(school.weekday(weekdayOf(day.today)), school.date(day.today));
  const parts = [
    todayLines(day, texts),
    ...(unmarked ? [] : [dueLines(day, texts), markLines(day, texts)]),
    missedLines(day, texts),
    newsLines(day, texts),
  ].filter((lines) => lines.length > 0);
  return {
    text: [
      bold(parent.childTitle(childName(child, names), schoolClass.className)),
      escapeHtml(date),
      ...parts.flatMap((lines) => ['', ...lines.map(escapeHtml)]),
    ].join('\n'),
    buttons: [
      ...ways(page, texts),
      ...childrenRows(page, names, texts, (id) => childHomePress(id)),
    ],
  };
}

/** The lesson that runs and the next one; before and after them what the day is or was. */
function todayLines(day: ChildToday, texts: Texts): string[] {
  const { family } = texts;
  const { lessons, off, marks, missed, today } = day;
  const had = marks
    .filter(({ date }) => date === today)
    .map(({ subject, value, kind }) => `${subject} ${marked(value, kind, texts)}`);
  const away = missed
    .filter(({ date }) => date === today)
    .map(({ subject, code }) => `${subject} ${absenceText(code, texts)}`);
  const none = off === null ? family.noLessonsToday : family.dayOffToday(off);
  return [
    ...(lessons.length === 0 ? [none] : lessonLines(lessons, day.time, texts)),
    ...(had.length > 0 ? [family.todayMarks(had.join(', '))] : []),
    ...(away.length > 0 ? [family.todayAbsences(away.join(', '))] : []),
  ];
}

function lessonLines(lessons: readonly TodayLesson[], time: string, { family }: Texts): string[] {
  const { length } = lessons;
  const named = ({ number, subject }: TodayLesson) => family.lesson(number, subject);
  const ahead = lessons.find(({ startsAt }) => startsAt !== null && time < startsAt);
  const running = lessons.find(
    ({ startsAt, endsAt }) =>
      startsAt !== null && endsAt !== null && startsAt <= time && time < endsAt,
  );
  const coming = ahead?.startsAt ? family.from(named(ahead), clock(ahead.startsAt)) : null;
  if (ahead && coming && ahead === lessons[0]) {
    return [family.first(length, coming)];
  }
  if (!running && !coming) {
    const known = lessons.every(({ endsAt }) => endsAt !== null);
    return [known ? family.over(length) : family.count(length)];
  }
  return [
    ...(running?.endsAt ? [family.now(family.until(named(running), clock(running.endsAt)))] : []),
    ...(coming ? [family.next(coming)] : []),
  ];
}

function dueLines({ due }: ChildToday, { family, school }: Texts): string[] {
  if (!due) {
    return [];
  }
  const when = [family.weekdays[weekdayOf(due.date) - 1] ?? '', school.date(due.date)] as const;
  if (due.lines.length === 0) {
    return [family.nothingDue(...when)];
  }
  const hidden = due.lines.length - DUE;
  const more = hidden > 1;
  const listed = more ? due.lines.slice(0, DUE) : due.lines;
  return [
    family.dueOn(...when),
    ...listed.map(({ subject, text }) => family.dueLine(subject, cut(text, TEXT))),
    ...(more ? [family.moreDue(hidden)] : []),
  ];
}

/** Today's are said with the day. */
function markLines({ marks, today }: ChildToday, texts: Texts): string[] {
  const { family, school } = texts;
  const earlier = marks.filter(({ date }) => date < today).slice(0, MARKS);
  const lines = earlier.map(({ date, subject, value, kind }) =>
    family.lastMark(school.shortDate(date), subject, markText(value, texts), kindText(kind, texts)),
  );
  return lines.length > 0 ? [family.lastMarks, ...lines] : [];
}

function missedLines({ missed }: ChildToday, { family }: Texts): string[] {
  const away = missed.filter(({ code }) => code !== 'late');
  const late = missed.length - away.length;
  const days = new Set(away.map(({ date }) => date)).size;
  return [
    ...(away.length > 0 ? [family.missedLately(away.length, days)] : []),
    ...(away.some(({ explained }) => !explained) ? [family.unexplained] : []),
    ...(late > 0 ? [family.lateLately(late)] : []),
  ];
}

function newsLines({ unread, newNotes }: ChildToday, { family }: Texts): string[] {
  return [
    ...(unread > 0 ? [family.unread(unread)] : []),
    ...(newNotes > 0 ? [family.newNotes(newNotes)] : []),
  ];
}

function ways({ child, schoolClass, day }: ChildHome, { family }: Texts): Button[][] {
  const { pupilId } = child;
  const { classId, grade } = schoolClass;
  const diary = { text: family.diary, press: diaryPress(pupilId, null) };
  const absences = { text: family.absences, press: absencesPress(pupilId, null) };
  const behaviour = { text: family.behaviour, press: childNotesPress(pupilId, null) };
  const write = { text: family.write, press: childPress(pupilId) };
  const unread = {
    text: family.messages(day.unread),
    press: threadPress({ classId, pupilId }, null),
  };
  const excuse = { text: family.excuse, press: daysPress(pupilId) };
  const waiting = day.unread > 0 ? [[unread]] : [];
  if (grade === 1) {
    return [[diary, absences], [behaviour], [write, excuse], ...waiting];
  }
  const marks = { text: family.marks, press: marksPress(pupilId, null) };
  const homework = { text: family.homework, press: childHomeworkPress(pupilId) };
  const terms = { text: family.term, press: childTermsPress(pupilId, null) };
  return [[diary, marks], [homework, absences], [terms, behaviour], [write, excuse], ...waiting];
}

function marked(value: number | null, kind: string, texts: Texts): string {
  return texts.parent.marked(markText(value, texts), kindText(kind, texts));
}
