import { weekdayOf } from '../days.ts';
import type { SheetRows } from '../import/sheets.ts';
import { liveDay } from './calendar.ts';
import { BELLS } from './content/calendar.ts';
import { CLASSES, STAFF } from './content/staff.ts';
import { SUBJECTS } from './content/subjects.ts';
import type { DemoCourse } from './courses.ts';
import { membersOf } from './members.ts';
import { homeworkOf } from './plans.ts';
import type { DemoSchool } from './school.ts';

/** The school as the rows of a workbook to import. */
export function rowsOf(school: DemoSchool): SheetRows {
  const { calendar, courses, pupils, parents } = school;
  const { firstYear, year, terms, daysOff } = calendar;
  return {
    years: [{ ...year, name: `${firstYear}/${String(firstYear + 1).slice(2)}` }],
    terms: terms.map(({ id: _, state: __, ...term }) => term),
    daysOff,
    bells: BELLS.map(([startsAt, endsAt], index) => ({ number: index + 1, startsAt, endsAt })),
    staff: STAFF.map(({ key, lastName, firstName, middleName, roles }, index) => ({
      ...{ key, lastName, firstName, middleName, roles },
      phone: phoneOf(index),
    })),
    classes: CLASSES.map(({ name }) => ({
      grade: Number.parseInt(name, 10),
      letter: name.replace(/\d+/, ''),
      teacherKey: STAFF.find(({ leads }) => leads === name)?.key ?? null,
    })),
    pupils: pupils.map(({ grade: _, ...pupil }) => ({ ...pupil, startsOn: null, endsOn: null })),
    parents: parents.flatMap(({ pupilKeys, ...parent }, index) =>
      pupilKeys.map((pupilKey) => ({
        ...parent,
        pupilKey,
        phone: phoneOf(staffIndex(parent.key) ?? STAFF.length + index),
      })),
    ),
    subjects: SUBJECTS.map(({ name, shortName }) => ({ name, shortName })),
    courses: courses.map((course) => ({
      ...cellsOf(course),
      teacherKey: course.teacherKey,
      markFree: course.subject.markFree === true,
    })),
    groups: courses
      .filter(({ group }) => group !== null)
      .flatMap((course) =>
        membersOf(course, pupils).map(({ key }) => ({ ...cellsOf(course), pupilKey: key })),
      ),
    timetable: timetableOf(school),
    plans: courses.flatMap(({ plan, lessons, ...course }) =>
      plan.map(({ section, topic, first, hours, control, practical }, index) => ({
        ...cellsOf(course),
        number: index + 1,
        section,
        topic,
        hours,
        controlWorks: control ? 1 : null,
        practicalWorks: practical ? 1 : null,
        homework: control ? null : homeworkOf(course, first),
        plannedOn: lessons.find((lesson) => lesson.index === first)?.date ?? null,
      })),
    ),
  };
}

/** The week of the whole year; on a weekend, today's lessons besides. */
function timetableOf({ calendar, week }: DemoSchool): SheetRows['timetable'] {
  const rows = week.flatMap(({ weekday, number, courses }) =>
    courses.map((course) => ({ ...cellsOf(course), weekday, number, room: course.room })),
  );
  const { today } = calendar;
  const { startsOn } = calendar.year;
  const weekday = weekdayOf(today);
  const extra = rows.filter((row) => weekday !== liveDay(today) && row.weekday === liveDay(today));
  return [
    ...rows.map((row) => ({ ...row, startsOn, endsOn: null })),
    ...extra.map((row) => ({ ...row, weekday, startsOn: today, endsOn: today })),
  ];
}

function cellsOf({ class: className, subject, group }: DemoCourse) {
  return { class: className, subject: subject.name, group };
}

/** A number of a code that no country has given out. */
function phoneOf(index: number): string {
  return `+7 000 000-${String(Math.floor(index / 100)).padStart(2, '0')}-${String(index % 100).padStart(2, '0')}`;
}

function staffIndex(key: string): number | null {
  const index = STAFF.findIndex((member) => member.key === key);
  return index === -1 ? null : index;
}
