import type { ChildTerm, ChildYear } from '../../db/reports/child-years.ts';
import type { TermSpan } from '../../db/rules/calendar.ts';
import {
  absencesPress,
  marksPress,
  type PastScreen,
  pastYearsPress,
} from '../dialogue/parent-presses.ts';
import type { Button } from '../dialogue/reply.ts';
import type { Screen } from '../dialogue/turn.ts';
import type { Texts } from '../texts/ru.ts';
import { childName } from './child-name.ts';
import { childrenRows, type Family, homeRow } from './children-row.ts';
import { bold, escapeHtml } from './html.ts';
import type { Pen } from './lesson.ts';
import { rowsOf } from './rows.ts';

/** What every screen of a child's term stands in. */
export type TermFrame = Family &
  ChildTerm & {
    years: readonly ChildYear[];
    /** The term has ended. */
    over: boolean;
  };

const PRESSES = { marks: marksPress, absences: absencesPress };

/** «Иванов Артём, 7А», of the class of that term. */
export function termChild({ child, schoolClass }: TermFrame, { texts, names }: Pen): string {
  return texts.parent.childTitle(childName(child, names), schoolClass.className);
}

/** «1-я четверть», with the year where it isn't the running one. */
export function termTitle({ term, year }: ChildTerm, texts: Texts): string {
  const title = titleOf(term, texts);
  return year.open ? title : texts.family.termOfYear(title, year.name);
}

/** The other terms of the year, and the way to other years where there are any. */
export function termRows(frame: TermFrame, shown: PastScreen, texts: Texts): Button[][] {
  const { child, term, year, years } = frame;
  const others = year.terms
    .filter(({ id }) => id !== term.id)
    .map((other) => ({
      text: titleOf(other, texts),
      press: PRESSES[shown](child.pupilId, other.id),
    }));
  const past = { text: texts.family.pastYears, press: pastYearsPress(child.pupilId, shown) };
  return [...rowsOf(others, 2), ...(years.length > 1 ? [[past]] : [])];
}

/** Every term of every year of a child, the newest year first. */
export function pastYearsScreen(
  page: Family & { years: readonly ChildYear[] },
  shown: PastScreen,
  { texts, names }: Pen,
): Screen {
  const { family } = texts;
  const { child, years } = page;
  const newest = years.toReversed();
  const lines = newest.map(({ name, classes }) =>
    family.yearLine(name, [...new Set(classes.map(({ className }) => className))].join(', ')),
  );
  const rows = newest.flatMap(({ terms, classes }) => {
    const className = classes.at(-1)?.className ?? '';
    const buttons = terms.map((term) => ({
      text: family.termOfClass(className, titleOf(term, texts)),
      press: PRESSES[shown](child.pupilId, term.id),
    }));
    return rowsOf(buttons, 2);
  });
  return {
    text: [
      bold(childName(child, names)),
      ...lines.map(escapeHtml),
      '',
      escapeHtml(family.pastHint),
    ].join('\n'),
    buttons: [
      ...rows,
      homeRow(child, texts),
      ...childrenRows(page, names, texts, (id) => pastYearsPress(id, shown)),
    ],
  };
}

function titleOf({ number, kind }: TermSpan, { parent }: Texts): string {
  return parent.termTitle(number, kind);
}
