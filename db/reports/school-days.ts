import { addDays, weekdayOf } from '../days.ts';
import { groupBy } from '../group-by.ts';
import type { Db, Tx } from '../open.ts';
import { type DayOffSpan, dayOffOn, type TermSpan, termOn } from '../rules/calendar.ts';

/** When a class has lessons: within terms, not on days off, on weekdays of its timetable or moved. */
export type SchoolDays = {
  grade: number;
  terms: readonly TermSpan[];
  daysOff: readonly DayOffSpan[];
  weekdays: readonly { weekday: number; startsOn: string; endsOn: string | null }[];
  /** Days that a lesson was moved to. */
  moved: readonly string[];
};

type Row = {
  line: 'term' | 'off' | 'weekday' | 'moved';
  /** The academic year, or of a weekday and a moved lesson the class. */
  ownerId: number;
  id: number;
  kind: TermSpan['kind'];
  number: number;
  startsOn: string;
  endsOn: string | null;
  minGrade: number | null;
  maxGrade: number | null;
  text: string | null;
};

// Longer than any holiday within a year.
const FARTHEST = 120;

/** The calendars of classes, by class: terms, days off and weekdays with lessons. One query. */
export async function readSchoolDays(
  db: Db,
  classes: readonly { classId: number; grade: number; academicYearId: number }[],
  tx?: Tx,
): Promise<Map<number, SchoolDays>> {
  if (classes.length === 0) {
    return new Map();
  }
  const rows = await db.select<Row>(
    `SELECT 'term' AS line, academic_year_id AS "ownerId", id, kind, number,
            starts_on AS "startsOn", ends_on AS "endsOn", min_grade AS "minGrade",
            max_grade AS "maxGrade", state AS text
       FROM term WHERE academic_year_id IN (:yearIds)
     UNION ALL SELECT 'off', academic_year_id, id, '', 0, starts_on, ends_on, grade, NULL, name
       FROM day_off WHERE academic_year_id IN (:yearIds)
     UNION ALL SELECT DISTINCT 'weekday', c.class_id, 0, '', t.weekday, t.starts_on, t.ends_on,
            CAST(NULL AS INTEGER), CAST(NULL AS INTEGER), ''
       FROM timetable_slot t JOIN course c ON c.id = t.course_id WHERE c.class_id IN (:classIds)
     UNION ALL SELECT DISTINCT 'moved', c.class_id, 0, '', 0, m.to_date, m.to_date,
            CAST(NULL AS INTEGER), CAST(NULL AS INTEGER), ''
       FROM timetable_change m JOIN course c ON c.id = m.course_id
      WHERE m.kind = 'moved' AND c.class_id IN (:classIds)
      ORDER BY 6, 5`,
    {
      yearIds: [...new Set(classes.map(({ academicYearId }) => academicYearId))],
      classIds: classes.map(({ classId }) => classId),
    },
    tx,
  );
  const byOwner = groupBy(rows, ({ line, ownerId }) => `${line}:${ownerId}`);
  return new Map(
    classes.map(({ classId, grade, academicYearId }) => [
      classId,
      {
        grade,
        terms: (byOwner.get(`term:${academicYearId}`) ?? [])
          .map(toTerm)
          .filter(({ minGrade, maxGrade }) => minGrade <= grade && grade <= maxGrade),
        daysOff: (byOwner.get(`off:${academicYearId}`) ?? []).map(toDayOff),
        weekdays: (byOwner.get(`weekday:${classId}`) ?? []).map(toWeekday),
        moved: (byOwner.get(`moved:${classId}`) ?? []).map(({ startsOn }) => startsOn),
      },
    ]),
  );
}

function toTerm({ id, kind, number, startsOn, endsOn, minGrade, maxGrade, text }: Row): TermSpan {
  return {
    id,
    kind,
    number,
    startsOn,
    endsOn: endsOn ?? startsOn,
    minGrade: minGrade ?? 1,
    maxGrade: maxGrade ?? 11,
    state: text === 'closed' ? 'closed' : 'open',
  };
}

function toDayOff({ startsOn, endsOn, minGrade, text }: Row): DayOffSpan {
  return { startsOn, endsOn: endsOn ?? startsOn, name: text ?? '', grade: minGrade };
}

function toWeekday({ number, startsOn, endsOn }: Row): SchoolDays['weekdays'][number] {
  return { weekday: number, startsOn, endsOn };
}

export function isSchoolDay(days: SchoolDays, day: string): boolean {
  const { grade, terms, daysOff, weekdays, moved } = days;
  const regular = weekdays.some(
    ({ weekday, startsOn, endsOn }) =>
      weekday === weekdayOf(day) && startsOn <= day && (endsOn === null || day <= endsOn),
  );
  return (
    (regular || moved.includes(day)) &&
    termOn(terms, grade, day) !== null &&
    dayOffOn(daysOff, grade, day) === null
  );
}

/** The nearest school day after a day (or before it, by -1); null where the year ends first. */
export function schoolDayFrom(days: SchoolDays, day: string, step: 1 | -1): string | null {
  for (let away = 1; away <= FARTHEST; away += 1) {
    const candidate = addDays(day, away * step);
    if (isSchoolDay(days, candidate)) {
      return candidate;
    }
  }
  return null;
}

/** The day a diary opens at: today, else the next school day, else the last one. */
export function diaryDay(days: SchoolDays, today: string): string {
  if (isSchoolDay(days, today)) {
    return today;
  }
  return schoolDayFrom(days, today, 1) ?? schoolDayFrom(days, today, -1) ?? today;
}
