import type { LessonKey } from '../../db/actions/by.ts';
import { weekdayOf } from '../../db/days.ts';
import type { DueDay } from '../../db/reports/child-homework.ts';
import type { Child, ChildClass } from '../../db/reports/children.ts';
import { homeworkPress } from '../dialogue/lesson-presses.ts';
import { childHomeworkPress, diaryPress, homeworkFilesPress } from '../dialogue/parent-presses.ts';
import type { Screen } from '../dialogue/turn.ts';
import type { Texts } from '../texts/ru.ts';
import { briefName, childName } from './child-name.ts';
import { childrenRows, type Family, homeRow } from './children-row.ts';
import { cut, fitting } from './fit.ts';
import { bold, escapeHtml } from './html.ts';
import type { Pen } from './lesson.ts';
import { dayName } from './lesson-title.ts';
import { rowsOf } from './rows.ts';

export type HomeworkPage = Family & { schoolClass: ChildClass; due: readonly DueDay[] };

// Of one homework, until the whole screen fits.
const LIMITS = [1000, 300, 120, 60, 30];

/** What a child has to do for the next school day and the days after it, with its files. */
export function childHomeworkScreen(page: HomeworkPage, { texts, names }: Pen): Screen {
  const { family, parent } = texts;
  const { child, schoolClass, due } = page;
  const { pupilId } = child;
  const [next] = due;
  const shown = due.filter((day) => day === next || day.lines.length > 0);
  const title = parent.childTitle(childName(child, names), schoolClass.className);
  const text = fitting(LIMITS, (limit) =>
    [
      bold(title),
      escapeHtml(family.homeworkTitle),
      ...(shown.length === 0 ? ['', escapeHtml(emptyText(page, texts))] : []),
      ...shown.flatMap((day) => ['', ...dayLines(day, limit, texts)]),
    ].join('\n'),
  );
  const files = shown
    .filter(({ lines }) => lines.some((line) => line.files > 0))
    .map(({ date }) => ({
      text: family.files(dayName(date, texts)),
      press: homeworkFilesPress(pupilId, date, 0),
    }));
  return {
    text,
    buttons: [
      ...rowsOf(files, 2),
      [{ text: family.diary, press: diaryPress(pupilId, null) }, ...homeRow(child, texts)],
      ...childrenRows(page, names, texts, (id) => childHomeworkPress(id)),
    ],
  };
}

/** For a teacher who is a parent too: to give homework, or to see that of a child. */
export function chooseHomeworkScreen(
  { lesson, children }: { lesson: LessonKey | null; children: readonly Child[] },
  { texts: { family }, names }: Pen,
): Screen {
  const give = { text: family.giveHomework, press: lesson && homeworkPress(lesson) };
  const see = children.map((child) => [
    {
      text: family.homeworkOf(briefName(child, names)),
      press: childHomeworkPress(child.pupilId),
    },
  ]);
  return {
    text: escapeHtml(family.chooseHomework),
    buttons: [...(give.press === null ? [] : [[{ ...give, press: give.press }]]), ...see],
  };
}

function emptyText({ schoolClass, due }: HomeworkPage, { family }: Texts): string {
  if (schoolClass.grade === 1) {
    return family.gradeOneHomework;
  }
  return due.length === 0 ? family.yearOver : family.noHomework;
}

function dayLines({ date, lines }: DueDay, limit: number, texts: Texts): string[] {
  const { family, parent, school } = texts;
  const day = parent.dayTitle(school.weekday(weekdayOf(date)), school.date(date));
  return [
    bold(day),
    ...(lines.length === 0 ? [escapeHtml(family.nothingGiven)] : []),
    ...lines.map(({ subject, text, files }) =>
      escapeHtml(
        `${family.dueLine(subject, cut(text, limit))}${files > 0 ? ` ${parent.clip(files)}` : ''}`,
      ),
    ),
  ];
}
