import {
  type MissedDay,
  type MissedLesson,
  type MissedTotal,
  missedTotal,
} from '../../db/reports/child-absences.ts';
import type { Excuse } from '../../db/reports/excuses.ts';
import { dayPress } from '../dialogue/excuse-presses.ts';
import { absencesPress } from '../dialogue/parent-presses.ts';
import type { Button } from '../dialogue/reply.ts';
import type { Screen } from '../dialogue/turn.ts';
import type { Texts } from '../texts/ru.ts';
import { type TermFrame, termChild, termRows, termTitle } from './child-term.ts';
import { childrenRows, homeRow } from './children-row.ts';
import { bold, escapeHtml } from './html.ts';
import type { Pen } from './lesson.ts';
import { dayName } from './lesson-title.ts';

export type AbsencesPage = TermFrame & {
  /** Of the whole year, in order of time. */
  days: readonly MissedDay[];
  /** What parents have answered lately. */
  answers: readonly Excuse[];
  /** The first day whose absence can still be explained. */
  explainFrom: string;
};

// A day takes a line or two of a phone.
const PER_PAGE = 12;
const EXPLAINED_AT_ONCE = 3;
const MISSED = ['ill', 'excused', 'absent'] as const;

/** What a child missed in a term, day by day, the newest first; totals of the term and the year. */
export function absencesScreen(page: AbsencesPage, wanted: number, pen: Pen): Screen {
  const { texts, names } = pen;
  const { family, parent } = texts;
  const { child, term, days } = page;
  const ofTerm = days
    .filter(({ date }) => term.startsOn <= date && date <= term.endsOn)
    .toReversed();
  const shown = wanted * PER_PAGE < ofTerm.length ? wanted : 0;
  const listed = ofTerm.slice(shown * PER_PAGE, (shown + 1) * PER_PAGE);
  const lines = [
    bold(termChild(page, pen)),
    escapeHtml(family.absencesTitle(termTitle(page, texts))),
    '',
    ...(listed.length === 0 ? [escapeHtml(family.noneInTerm)] : []),
    ...listed.map((day) => escapeHtml(dayLine(day, page, texts))),
    '',
    ...(listed.length === 0
      ? []
      : [escapeHtml(family.totalTerm(totalText(missedTotal(ofTerm), texts)))]),
    escapeHtml(family.totalYear(totalText(missedTotal(days), texts))),
    ...(listed.length === 0 ? [] : [escapeHtml(parent.lettersLegend)]),
  ];
  const to = (other: number) => absencesPress(child.pupilId, term.id, other);
  const arrows = [
    ...((shown + 1) * PER_PAGE < ofTerm.length
      ? [{ text: family.earlier, press: to(shown + 1) }]
      : []),
    ...(shown > 0 ? [{ text: family.later, press: to(shown - 1) }] : []),
  ];
  return {
    text: lines.join('\n'),
    buttons: [
      ...explainRows(page, texts),
      ...(arrows.length > 0 ? [arrows] : []),
      ...termRows(page, 'absences', texts),
      homeRow(child, texts),
      ...childrenRows(page, names, texts, (id) => absencesPress(id, null)),
    ],
  };
}

/** Leads to the question of /excuse for the newest days that nobody has explained. */
function explainRows(
  { child, days, answers, explainFrom }: AbsencesPage,
  texts: Texts,
): Button[][] {
  return days
    .filter(
      ({ date, lessons }) =>
        date >= explainFrom &&
        lessons.some(({ code }) => code === 'absent') &&
        !answers.some((answer) => answer.date === date),
    )
    .slice(-EXPLAINED_AT_ONCE)
    .toReversed()
    .map(({ date }) => [
      {
        text: texts.family.explain(texts.school.shortDate(date)),
        press: dayPress(child.pupilId, date),
      },
    ]);
}

/** «пн 12.10: весь день, болезнь» or «вт 13.10: 1 Алгебра (н), 3 Химия (о); ответ: болеет» */
function dayLine({ date, whole, lessons }: MissedDay, page: AbsencesPage, texts: Texts): string {
  const { family, school, excuse } = texts;
  const answer = page.answers.find((one) => one.date === date);
  const codes = [...new Set(lessons.map(({ code }) => code))];
  const [only] = codes;
  const each = ({ number, subject, code }: MissedLesson) =>
    family.missedLesson(number, subject, school.absenceLetters[code]);
  const listed = lessons.map(each).join(', ');
  const missed =
    whole && only && codes.length === 1
      ? family.wholeDay(`${school.absenceNames[only]} (${school.absenceLetters[only]})`)
      : listed;
  const said = whole && codes.length > 1 ? family.wholeDay(listed) : missed;
  const told = answer ? `; ${family.explained(excuse.answered[answer.answer])}` : '';
  return `${family.dayLine(dayName(date, texts), said)}${told}`;
}

/** «пропущено 6 уроков (болезнь 4, отсутствие 2), полных дней 1, опозданий 2» */
function totalText(total: MissedTotal, { family, school }: Texts): string {
  const parts = MISSED.filter((code) => total[code] > 0);
  const count = parts.reduce((sum, code) => sum + total[code], 0);
  const named = parts.map((code) => `${school.absenceNames[code]} ${total[code]}`).join(', ');
  return [
    count > 0 ? family.missed(count, named) : family.nothingMissed,
    ...(total.wholeDays > 0 ? [family.fullDays(total.wholeDays)] : []),
    ...(total.late > 0 ? [family.late(total.late)] : []),
  ].join(', ');
}
