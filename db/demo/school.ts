import { type DemoCalendar, demoCalendar, liveDay, schoolDays } from './calendar.ts';
import { courseKey, type DemoCourse, demoCourses } from './courses.ts';
import { readCurriculum } from './curriculum.ts';
import { type DemoParent, type DemoPupil, demoFamilies } from './families.ts';
import { type PlanLine, planOf } from './plans.ts';
import { createRandom } from './random.ts';
import { demoWeek, type WeekLesson } from './timetable.ts';

/** One lesson of the year's timetable. `index` counts the lessons of the course from 0. */
export type DatedLesson = { date: string; number: number; index: number };

/** A course with its plan and its lessons of the year, in order of time. */
export type PlannedCourse = DemoCourse & { plan: PlanLine[]; lessons: DatedLesson[] };

/** All that the demo invents but the journal. */
export type DemoSchool = {
  calendar: DemoCalendar;
  courses: PlannedCourse[];
  week: WeekLesson[];
  pupils: DemoPupil[];
  parents: DemoParent[];
};

const SEED = 2026;

/** The school of a day ('YYYY-MM-DD'): the same for the same day. */
export async function demoSchool(today: string): Promise<DemoSchool> {
  const curriculum = await readCurriculum();
  const calendar = demoCalendar(today);
  const courses = demoCourses();
  const week = demoWeek(courses, liveDay(today));
  const grades = new Set(courses.map(({ grade }) => grade));
  const days = new Map([...grades].map((grade) => [grade, schoolDays(calendar, grade)]));
  return {
    calendar,
    courses: courses.map((course) => {
      const plan = planOf(course, curriculum);
      return {
        ...course,
        plan,
        lessons: lessonsOf(course, week, days.get(course.grade) ?? []),
      };
    }),
    week,
    ...demoFamilies(createRandom(SEED), calendar.firstYear),
  };
}

function lessonsOf(
  course: DemoCourse,
  week: readonly WeekLesson[],
  days: readonly { date: string; weekday: number }[],
): DatedLesson[] {
  const key = nameOf(course);
  const slots = week.filter(({ courses }) => courses.some((taught) => nameOf(taught) === key));
  const times = days.flatMap(({ date, weekday }) =>
    slots.filter((slot) => slot.weekday === weekday).map(({ number }) => ({ date, number })),
  );
  return times.map((time, index) => ({ ...time, index }));
}

function nameOf({ class: className, subject, group }: DemoCourse): string {
  return courseKey({ class: className, subject: subject.name, group });
}
