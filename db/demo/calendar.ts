import { addDays, mondayOf, weekdayOf } from '../days.ts';
import { type DayOffSpan, dayOffOn, type TermSpan, termOn } from '../rules/calendar.ts';
import { BREAKS, HOLIDAYS, QUARTERS } from './content/calendar.ts';

type Span = { startsOn: string; endsOn: string };

/** The school year of the demo, bent so that today is well within a term. */
export type DemoCalendar = {
  today: string;
  firstYear: number;
  year: Span;
  terms: TermSpan[];
  daysOff: DayOffSpan[];
  /** The quarter that runs today. */
  running: Span;
  /** All days of the year; `weekday` 1 is Monday. */
  days: Day[];
};

type Day = { date: string; weekday: number };

// The running quarter is so many weeks old at least, so that there is something to read, and at most,
// so that it is written in seconds.
const FEWEST_WEEKS = 4;
const MOST_WEEKS = 6;
// It goes on for so long at least, be it into holidays or, in summer, into the next school year.
const DAYS_AHEAD = 14;
// Between two quarters there is a week and its weekend.
const BREAK_DAYS = 8;
// Days that the bending leaves between quarters beyond these are simply outside of terms.
const LONGEST_BREAK = 14;
// Nobody is off today or right before.
const LIVELY_DAYS = 6;
const LAST_WEEKDAY = 5;
const MIDWEEK = 3;
const OLDEST_GRADE = 11;
const HALF_YEARS_FROM = 10;

/**
 * The year that contains `today`; the summer belongs to the year before it, as if its last quarter
 * went on. Quarters and days off have their usual dates, bent by the bounds above. Grades 10 and 11
 * have half-years.
 */
export function demoCalendar(today: string): DemoCalendar {
  const [year = 0, month = 0] = today.split('-').map(Number);
  const firstYear = month >= 9 ? year : year - 1;
  const quarters = bend(
    QUARTERS.map(([from, to]) => spanIn(firstYear, from, to)),
    today,
  );
  const running = quarters.find((quarter) => includes(quarter, today)) ?? spanOf(quarters);
  return {
    today,
    firstYear,
    year: spanOf(quarters),
    terms: [
      ...termsOf('quarter', quarters),
      ...termsOf('half_year', [spanOf(quarters.slice(0, 2)), spanOf(quarters.slice(2))]),
    ],
    daysOff: daysOffOf(quarters, firstYear, today),
    running,
    days: daysOf(spanOf(quarters)),
  };
}

/** The day of the week (1 is Monday) whose lessons are given today: on a weekend, a Wednesday's. */
export function liveDay(today: string): number {
  const weekday = weekdayOf(today);
  return weekday <= LAST_WEEKDAY ? weekday : MIDWEEK;
}

/** The days on which a grade has lessons, and whose of the week. */
export function schoolDays({ today, terms, daysOff, days }: DemoCalendar, grade: number): Day[] {
  return days.flatMap(({ date, weekday }) => {
    if (date === today) {
      return [{ date, weekday: liveDay(today) }];
    }
    const taught = termOn(terms, grade, date) !== null && dayOffOn(daysOff, grade, date) === null;
    return weekday <= LAST_WEEKDAY && taught ? [{ date, weekday }] : [];
  });
}

function daysOf({ startsOn, endsOn }: Span): Day[] {
  const days: Day[] = [];
  let weekday = weekdayOf(startsOn);
  for (let date = startsOn; date <= endsOn; date = addDays(date, 1)) {
    days.push({ date, weekday });
    weekday = (weekday % 7) + 1;
  }
  return days;
}

function bend(quarters: readonly Span[], today: string): Span[] {
  const index = Math.max(
    0,
    quarters.findLastIndex(({ startsOn }) => startsOn <= today),
  );
  const usual = quarters[index] ?? spanOf(quarters);
  const monday = mondayOf(today);
  const startsOn = later(
    addDays(monday, -7 * MOST_WEEKS),
    earlier(usual.startsOn, addDays(monday, -7 * FEWEST_WEEKS)),
  );
  const endsOn = later(usual.endsOn, addDays(today, DAYS_AHEAD));
  return quarters.map((quarter, at) => {
    if (at === index) {
      return { startsOn, endsOn };
    }
    return at < index
      ? { ...quarter, endsOn: earlier(quarter.endsOn, addDays(startsOn, -BREAK_DAYS)) }
      : { ...quarter, startsOn: later(quarter.startsOn, addDays(endsOn, BREAK_DAYS)) };
  });
}

function termsOf(kind: TermSpan['kind'], spans: readonly Span[]): TermSpan[] {
  const halves = kind === 'half_year';
  return spans.map((span, index) => ({
    ...span,
    id: index,
    kind,
    number: index + 1,
    minGrade: halves ? HALF_YEARS_FROM : 1,
    maxGrade: halves ? OLDEST_GRADE : HALF_YEARS_FROM - 1,
    state: 'open',
  }));
}

function daysOffOf(quarters: readonly Span[], firstYear: number, today: string): DayOffSpan[] {
  const breaks = quarters.slice(1).map((next, index) => {
    const startsOn = addDays(quarters[index]?.endsOn ?? next.startsOn, 1);
    const endsOn = earlier(addDays(next.startsOn, -1), addDays(startsOn, LONGEST_BREAK - 1));
    return { startsOn, endsOn, name: BREAKS[index] ?? '', grade: null };
  });
  const holidays = HOLIDAYS.flatMap(({ from, to, name, grade = null }) =>
    quarters
      .flatMap((quarter) => common(spanIn(firstYear, from, to), quarter))
      .flatMap((span) => [
        ...common(span, { startsOn: span.startsOn, endsOn: addDays(today, -LIVELY_DAYS - 1) }),
        ...common(span, { startsOn: addDays(today, 1), endsOn: span.endsOn }),
      ])
      .map((span) => ({ ...span, name, grade })),
  );
  return [...breaks, ...holidays].sort((left, right) => (left.startsOn < right.startsOn ? -1 : 1));
}

/** Days of a school year given as 'MM-DD'; those before August are of its second calendar year. */
function spanIn(firstYear: number, from: string, to: string): Span {
  const dateOf = (day: string) => `${firstYear + (day < '08' ? 1 : 0)}-${day}`;
  return { startsOn: dateOf(from), endsOn: dateOf(to) };
}

function spanOf(spans: readonly Span[]): Span {
  return { startsOn: spans[0]?.startsOn ?? '', endsOn: spans.at(-1)?.endsOn ?? '' };
}

/** What two spans share: one span or none. */
function common(left: Span, right: Span): Span[] {
  const startsOn = later(left.startsOn, right.startsOn);
  const endsOn = earlier(left.endsOn, right.endsOn);
  return startsOn <= endsOn ? [{ startsOn, endsOn }] : [];
}

function includes({ startsOn, endsOn }: Span, day: string): boolean {
  return startsOn <= day && day <= endsOn;
}

const later = (a: string, b: string): string => (a > b ? a : b);
const earlier = (a: string, b: string): string => (a < b ? a : b);
