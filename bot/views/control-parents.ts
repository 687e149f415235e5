import type { ClassInterest, ParentsInterest } from '../../db/reports/control/parents-interest.ts';
import type { InterestCounts } from '../../db/rules/control/parents-interest.ts';
import { controlPress, parentsClassPress, parentsPress } from '../dialogue/control-presses.ts';
import type { Screen } from '../dialogue/turn.ts';
import type { Texts } from '../texts/ru.ts';
import { firstLines } from './fit.ts';
import { bold, escapeHtml, pre } from './html.ts';
import type { Pen } from './lesson.ts';
import { arrowRow, pageOf } from './pages.ts';
import { numberedName } from './pupil-name.ts';
import { rowsOf } from './rows.ts';

// With the header, the school and six weeks a table of this many classes is one screen of a phone.
const PER_PAGE = 16;
// 34 characters of fixed-width text: a label and six counts.
const LABEL = 6;
const COUNT = 4;
const WEEK_COUNT = 7;

/** How much parents look into the journal: the school, its classes, the last weeks. */
export function parentsScreen(interest: ParentsInterest, wanted: number, pen: Pen): Screen {
  const { control, invites, school: words } = pen.texts;
  const { school, classes, weeks, monday } = interest;
  const page = wanted * PER_PAGE < classes.length ? wanted : 0;
  const shown = pageOf(classes, page, PER_PAGE);
  const table = [
    interestHeading(control),
    countsRow(control.school, school),
    ...shown.map(interestRow),
  ];
  const trend = [
    row(control.weekColumns.name, control.weekColumns.counts, WEEK_COUNT),
    ...weeks.map((week) =>
      row(words.shortDate(week.monday), [week.active, week.acknowledged].map(String), WEEK_COUNT),
    ),
  ];
  return {
    text: [
      bold(control.parentsTitle),
      pre(table.join('\n')),
      escapeHtml(control.parentsLegend(words.shortDate(monday))),
      escapeHtml(untilViewed(school, pen.texts)),
      pre(trend.join('\n')),
      escapeHtml(control.unlinkedHint),
    ].join('\n'),
    buttons: [
      ...rowsOf(
        shown
          .filter(({ unlinked }) => unlinked.length > 0)
          .map(({ classId, className, unlinked }) => ({
            text: control.counted(className, unlinked.length),
            press: parentsClassPress(classId, page),
          })),
        4,
      ),
      ...arrowRow(classes.length, page, invites, (to) => parentsPress(to), PER_PAGE),
      [{ text: control.back, press: controlPress({ period: 'term', by: 'teacher' }) }],
    ],
  };
}

/** The pupils of a class none of whose parents has a chat. */
export function unlinkedScreen(one: ClassInterest, page: number, pen: Pen): Screen {
  const { control } = pen.texts;
  const { shown } = firstLines(
    one.unlinked.map((pupil) => escapeHtml(numberedName(pupil, pen.names))),
    200,
  );
  return {
    text: [
      bold(control.unlinkedTitle(one.className, one.unlinked.length)),
      ...shown,
      '',
      escapeHtml(control.unlinkedAdvice),
    ].join('\n'),
    buttons: [[{ text: control.backToParents, press: parentsPress(page) }]],
  };
}

/** The heading of a table of interest, 34 characters wide. */
export function interestHeading({ parentsColumns }: Texts['control']): string {
  return row(parentsColumns.name, parentsColumns.counts);
}

/** A class in such a table. */
export function interestRow(one: ClassInterest): string {
  return countsRow(one.className, one);
}

/** How long a mark waits for its first look. */
export function untilViewed(
  { medianHours }: ParentsInterest['school'],
  { control, school }: Texts,
): string {
  return medianHours === null
    ? control.noViews
    : control.untilViewed(school.shortMean(medianHours));
}

/** Counts of families in such a table, under a label of six characters. */
export function countsRow(label: string, counts: InterestCounts): string {
  const { families, invited, linked, active7, active30, acknowledged } = counts;
  return row(label, [families, invited, linked, active7, active30, acknowledged].map(String));
}

function row(label: string, counts: readonly string[], width = COUNT): string {
  return label.padEnd(LABEL) + counts.map((count) => count.padStart(width)).join('');
}
