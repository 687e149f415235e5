import { addDays } from '../../days.ts';
import { nameKey } from '../../rules/name-key.ts';
import { overlap } from '../../rules/overlap.ts';
import type { ImportProblem, ProblemData, ProblemKey } from '../problem.ts';
import type { ReadSchool } from '../read/read-school.ts';
import { type Draft, openDesk } from './draft.ts';
import { change, fieldsOf, type Item } from './item.ts';
import { termOutside } from './terms.ts';

type Year = Item<'AcademicYear'>;

const LONGEST_DAYS = 400;

/**
 * The academic year a workbook is about: the one it names, made if it is new, else the open one.
 * Null after telling what is wrong.
 */
export function planYear(
  years: Year[],
  read: ReadSchool,
  today: string,
  problems: ImportProblem[],
): Year | null {
  const sheet = read.years;
  const [row, ...more] = sheet?.rows ?? [];
  if (!sheet || (!row && sheet.broken.length === 0)) {
    return openYear(years, today, problems);
  }
  const report = (
    at: number,
    column: 'name' | 'startsOn' | 'endsOn' | null,
    problem: ProblemKey,
    data: ProblemData = {},
  ) => {
    const place = (column && sheet.places[column]) ?? null;
    problems.push({ sheet: sheet.title, row: at, column: place, problem, data });
    return null;
  };
  for (const other of more) {
    report(other.row, null, 'one-year');
  }
  if (!row) {
    return null;
  }
  const { name, startsOn, endsOn } = row.cells;
  const stored = years.find((year) => nameKey(fieldsOf(year).name) === nameKey(name));
  if (stored?.before?.state === 'closed') {
    return report(row.row, 'name', 'year-closed', { year: name });
  }
  if (endsOn <= startsOn) {
    return report(row.row, 'endsOn', 'ends-before-start');
  }
  if (endsOn > addDays(startsOn, LONGEST_DAYS)) {
    return report(row.row, 'endsOn', 'year-too-long');
  }
  const other = years.find((year) => year !== stored && overlap(fieldsOf(year), row.cells));
  if (other) {
    return report(row.row, 'startsOn', 'years-overlap', { year: fieldsOf(other).name });
  }
  if (stored) {
    change(stored, row.cells);
    return stored;
  }
  const year: Year = {
    model: 'AcademicYear',
    id: 0,
    before: null,
    after: { name, startsOn, endsOn, state: 'open' },
  };
  years.push(year);
  return year;
}

/** The open year of today, else the latest open one. */
function openYear(years: Year[], today: string, problems: ImportProblem[]): Year | null {
  const open = years
    .filter((year) => fieldsOf(year).state === 'open')
    .sort((a, b) => fieldsOf(a).startsOn.localeCompare(fieldsOf(b).startsOn));
  const now = open.find((year) => {
    const { startsOn, endsOn } = fieldsOf(year);
    return startsOn <= today && today <= endsOn;
  });
  const year = now ?? open.at(-1);
  if (!year) {
    problems.push({ sheet: null, row: null, column: null, problem: 'no-year', data: {} });
    return null;
  }
  return year;
}

/** Counts the row of the year, once what is stored of it is known. */
export function finishYear(draft: Draft): void {
  const desk = openDesk(draft, 'years');
  const [row] = desk.rows;
  if (!row) {
    return;
  }
  const other = termOutside(draft, desk.language);
  if (other !== null) {
    desk.report(row.row, null, 'term-outside-year', { other });
  }
  desk.count(draft.year);
}
