import { groupBy } from '../group-by.ts';
import { STAGE } from './content/cast.ts';
import type { DemoCourse } from './courses.ts';
import { createRandom, type Random } from './random.ts';

/** A place of the week and what a class is taught then: one course, or both halves at once. */
export type WeekLesson = { weekday: number; number: number; courses: readonly DemoCourse[] };

type Place = WeekLesson & { pinned: boolean };

/** In how many rooms each teacher is, by the time of the week. */
type Busy = Map<string, number[]>;

const DAYS = 5;
// A teacher in two rooms is no timetable at all; a subject twice a day is only dull.
const CLASH = 20;
// After so many steps a dull day may stay; clashes have to go, however long it takes.
const DULL_STEPS = 150;
const STEPS = 20_000;
const SEED = 12;

/**
 * The week of all classes, Monday to Friday: each day filled from the first lesson on, nobody in two
 * rooms at once. It starts anyhow and is mended: two lessons of a class change places as long as
 * that helps. What the stage is about stands first on `liveDay`. Throws if clashes are left.
 */
export function demoWeek(courses: readonly DemoCourse[], liveDay: number): WeekLesson[] {
  const random = createRandom(SEED);
  const classes = [...groupBy(courses, (course) => course.class).values()].map((own) =>
    placesOf(random, own, liveDay),
  );
  const busy: Busy = new Map();
  for (const place of classes.flat()) {
    count(busy, place, 1);
  }
  for (let step = 0; step < STEPS; step += 1) {
    const troubles = classes.flatMap((places) =>
      places.filter((place) => !place.pinned && isTrouble(place, places, busy)),
    );
    if (troubles.length === 0 || (step >= DULL_STEPS && !hasClash(busy))) {
      break;
    }
    const place = random.pick(troubles);
    mend(random, place, classes.find((places) => places.includes(place)) ?? [], busy);
  }
  if (hasClash(busy)) {
    throw new Error('the timetable of the demo has clashes');
  }
  return classes.flat();
}

function placesOf(random: Random, courses: readonly DemoCourse[], liveDay: number): Place[] {
  const subjects = [...groupBy(courses, ({ subject }) => subject.name).values()];
  const lessons = random.shuffle(
    subjects.flatMap((taught) => Array.from({ length: taught[0]?.hours ?? 0 }, () => taught)),
  );
  const perDay = Math.floor(lessons.length / DAYS);
  const longer = random.shuffle([1, 2, 3, 4, 5]).slice(0, lessons.length % DAYS);
  const places: Place[] = [1, 2, 3, 4, 5].flatMap((weekday) =>
    Array.from({ length: perDay + (longer.includes(weekday) ? 1 : 0) }, (_, index) => ({
      weekday,
      number: index + 1,
      courses: lessons.pop() ?? [],
      pinned: false,
    })),
  );
  for (const [index, subject] of [STAGE.subject, STAGE.otherSubject].entries()) {
    const isStaged = ({ courses: [course] }: WeekLesson) =>
      course?.class === STAGE.class && course.subject.name === subject;
    const first = places.find(({ weekday, number }) => weekday === liveDay && number === index + 1);
    const staged = places.find((place) => !place.pinned && isStaged(place));
    if (first && staged) {
      [first.courses, staged.courses] = [staged.courses, first.courses];
      first.pinned = true;
    }
  }
  return places;
}

/** Moves a lesson to where it does least harm, if that is no worse than where it is. */
function mend(random: Random, place: Place, places: readonly Place[], busy: Busy): void {
  let best = { swapped: place, gain: -1 };
  for (const other of random.shuffle(places)) {
    if (other.pinned || other.courses === place.courses) {
      continue;
    }
    count(busy, place, -1);
    count(busy, other, -1);
    const rest = places.filter((one) => one !== place && one !== other);
    const harm = (at: Place, courses: Place['courses']) => harmOf({ ...at, courses }, rest, busy);
    const before = harm(place, place.courses) + harm(other, other.courses);
    const gain = before - harm(place, other.courses) - harm(other, place.courses);
    count(busy, place, 1);
    count(busy, other, 1);
    if (gain > best.gain) {
      best = { swapped: other, gain };
    }
  }
  const { swapped } = best;
  count(busy, place, -1);
  count(busy, swapped, -1);
  [place.courses, swapped.courses] = [swapped.courses, place.courses];
  count(busy, place, 1);
  count(busy, swapped, 1);
}

function isTrouble(place: Place, places: readonly Place[], busy: Busy): boolean {
  count(busy, place, -1);
  const harm = harmOf(
    place,
    places.filter((other) => other !== place),
    busy,
  );
  count(busy, place, 1);
  return harm > 0;
}

/** What is wrong with a lesson at its place, while neither is counted in `busy` nor in `others`. */
function harmOf(place: WeekLesson, others: readonly WeekLesson[], busy: Busy): number {
  const { weekday, courses } = place;
  const time = timeOf(place);
  const clashes = courses.filter(({ teacherKey }) => (busy.get(teacherKey)?.[time] ?? 0) > 0);
  const sameDay = others.filter((other) => other.weekday === weekday && other.courses === courses);
  const allowed = Math.ceil((courses[0]?.hours ?? 0) / DAYS) - 1;
  return clashes.length * CLASH + Math.max(0, sameDay.length - allowed);
}

function hasClash(busy: Busy): boolean {
  return [...busy.values()].some((rooms) => rooms.some((count) => count > 1));
}

function count(busy: Busy, place: WeekLesson, change: 1 | -1): void {
  const time = timeOf(place);
  for (const { teacherKey } of place.courses) {
    const rooms = busy.get(teacherKey) ?? [];
    rooms[time] = (rooms[time] ?? 0) + change;
    busy.set(teacherKey, rooms);
  }
}

function timeOf({ weekday, number }: WeekLesson): number {
  return weekday * 10 + number;
}
