import { weekdayOf } from '../../db/days.ts';
import type { Child } from '../../db/reports/children.ts';
import type { Excuse } from '../../db/reports/excuses.ts';
import type { ExcuseAnswer } from '../../db/rules/excuse.ts';
import { answerPress, dayPress, daysPress, listPress } from '../dialogue/excuse-presses.ts';
import type { Button } from '../dialogue/reply.ts';
import type { DialogueConfig, Screen } from '../dialogue/turn.ts';
import type { Texts } from '../texts/ru.ts';
import { briefName, childName } from './child-name.ts';
import { childrenRows, type Family, homeRow } from './children-row.ts';
import { bold, escapeHtml } from './html.ts';
import { rowsOf } from './rows.ts';

type Names = DialogueConfig['names'];

/** For a class teacher who is a parent too, or has several classes. */
export function chooseExcuseScreen(
  of: {
    classes: readonly { classId: number; className: string }[];
    children: readonly Child[];
  },
  { excuse }: Texts,
  names: Names,
): Screen {
  const classes = of.classes.map(({ classId, className }) => ({
    text: excuse.toClass(className),
    press: listPress(classId),
  }));
  const children = of.children.map((child) => ({
    text: excuse.toExplain(briefName(child, names)),
    press: daysPress(child.pupilId),
  }));
  return {
    text: escapeHtml(excuse.whichDay),
    buttons: [...classes, ...children].map((button) => [button]),
  };
}

export type ExcuseDays = {
  today: string;
  /** Days to explain, with at how many lessons «н» stands. */
  days: readonly { date: string; lessons: number }[];
  /** What was answered already. */
  given: readonly Excuse[];
};

/** The days a parent can explain: today, the next school day, and those with «н». */
export function excuseDaysScreen(
  family: Family,
  { today, days, given }: ExcuseDays,
  texts: Texts,
  names: Names,
): Screen {
  const { excuse, school } = texts;
  const { child } = family;
  const lines = given.map(({ date, answer, state }) =>
    excuse.given(school.shortDate(date), excuse.answered[answer], excuse.states[state]),
  );
  const buttons = days.map(({ date, lessons }) => {
    const named = excuse.day(school.shortWeekday(weekdayOf(date)), school.shortDate(date));
    const day = date === today ? excuse.today(named) : named;
    return [
      {
        text: lessons > 0 ? excuse.dayAbsent(day, lessons) : day,
        press: dayPress(child.pupilId, date),
      },
    ];
  });
  return {
    text: [
      bold(excuse.title(childName(child, names))),
      ...lines.map(escapeHtml),
      escapeHtml(days.length > 0 ? excuse.whichDay : excuse.noDays),
    ].join('\n'),
    buttons: [
      ...buttons,
      homeRow(child, texts),
      ...childrenRows(family, names, texts, (id) => daysPress(id)),
    ],
  };
}

/** Asks for the reason of one day by buttons. */
export function askExcuseScreen(
  child: Child,
  { date, known }: { date: string; known: boolean },
  texts: Texts,
  names: Names,
): Screen {
  const { excuse, school } = texts;
  const answers: ExcuseAnswer[] = known
    ? ['ill', 'excused', 'unknown', 'other']
    : ['ill', 'excused', 'other'];
  return {
    text: escapeHtml(excuse.askDay(childName(child, names), school.date(date))),
    buttons: [
      ...answerRows(child.pupilId, date, answers, texts),
      [{ text: excuse.toDays, press: daysPress(child.pupilId) }],
    ],
  };
}

/** The one-tap answers to why a child is away on a day. */
export function answerRows(
  pupilId: number,
  date: string,
  answers: readonly ExcuseAnswer[],
  { excuse }: Texts,
): Button[][] {
  const buttons = answers.map((answer) => ({
    text: excuse.answers[answer],
    press: answerPress(pupilId, date, answer),
  }));
  return rowsOf(buttons, 2);
}

/** Asks for the reason in the parent's own words. */
export function ownWordsScreen(
  child: Child,
  date: string,
  { excuse, school }: Texts,
  names: Names,
): Screen {
  return {
    text: [
      escapeHtml(excuse.askDay(childName(child, names), school.date(date))),
      escapeHtml(excuse.askText),
    ].join('\n'),
    buttons: [[{ text: excuse.toDays, press: daysPress(child.pupilId) }]],
  };
}

/** What was answered, and that the class teacher has it or will. */
export function answeredScreen(
  given: Excuse,
  { told }: { told: boolean },
  { excuse, school }: Texts,
  names: Names,
): Screen {
  const { pupilId, date, answer, text } = given;
  const child = childName(given, names);
  const said = answer === 'other' ? `«${text ?? ''}»` : excuse.answered[answer];
  const day = school.date(date);
  return {
    text: escapeHtml(told ? excuse.passedOn(child, day, said) : excuse.kept(child, day, said)),
    buttons: [
      [
        { text: excuse.change, press: dayPress(pupilId, date) },
        { text: excuse.otherDay, press: daysPress(pupilId) },
      ],
    ],
  };
}
