import { groupBy } from '../../db/group-by.ts';
import type { DayOfViews } from '../../db/reports/child-views.ts';
import type { Child } from '../../db/reports/children.ts';
import { VIEW_DAYS } from '../../db/rules/views.ts';
import { childDataPress } from '../dialogue/privacy-presses.ts';
import type { DialogueConfig, Screen } from '../dialogue/turn.ts';
import type { Texts } from '../texts/ru.ts';
import { briefName } from './child-name.ts';
import { firstLines } from './fit.ts';
import { bold, escapeHtml } from './html.ts';
import { personName } from './person-name.ts';

type Names = DialogueConfig['names'];

// For the heading, the hint and the last line.
const RESERVED = 400;

/** Who looked at a child, day by day: staff by post and name, of parents only that it was one. */
export function childViewsScreen(
  of: { child: Child; days: readonly DayOfViews[]; reader: number },
  texts: Texts,
  names: Names,
): Screen {
  const { privacy, school } = texts;
  const { child, days, reader } = of;
  const lines = [...groupBy(days, ({ date }) => date)].flatMap(([date, own]) => [
    '',
    bold(school.date(date)),
    ...own.map((day) => escapeHtml(lineOf(day, reader, texts, names))),
  ]);
  const { shown, left } = firstLines(lines, RESERVED);
  return {
    text: [
      bold(privacy.viewedTitle(briefName(child, names))),
      escapeHtml(privacy.viewedHint(VIEW_DAYS)),
      ...(lines.length === 0 ? ['', escapeHtml(privacy.nobodyViewed)] : shown),
      ...(left > 0 ? ['', escapeHtml(privacy.more(left))] : []),
    ].join('\n'),
    buttons: [[{ text: privacy.toChild, press: childDataPress(child.pupilId) }]],
  };
}

function lineOf(day: DayOfViews, reader: number, texts: Texts, names: Names): string {
  const { privacy } = texts;
  const screens = day.screens.map((screen) => privacy.screens[screen]).join(', ');
  return privacy.viewDay(whoOf(day, reader, texts, names), screens, day.count);
}

function whoOf(day: DayOfViews, reader: number, { privacy, school }: Texts, names: Names): string {
  if (day.side === 'family' || day.post === null) {
    return day.personId === reader ? privacy.you : privacy.otherParent;
  }
  const post = school.roles[day.post];
  const name = personName(day, names);
  return name === null ? post : `${name}, ${post}`;
}
