import type { Db, Tx } from '../../open.ts';
import {
  countMarks,
  type Indicators,
  indicatorsOf,
  type MarkCounts,
  souCoefficients,
  sumCounts,
} from '../../rules/indicators.ts';
import type { RosterPupil } from '../roster.ts';
import { readSettings } from '../settings.ts';
import type { TeacherName } from '../teacher-name.ts';
import { isUndecided } from './class-results.ts';
import { type CourseHours, readCourseHours } from './course-hours.ts';
import type { Empty } from './empty.ts';
import type { Period } from './period.ts';
import { type ResultClass, readResults } from './results.ts';

/** A course in its teacher's report. */
export type TeacherCourse = {
  courseId: number;
  className: string;
  subject: string;
  groupName: string;
  pupils: number;
  /** Null where no marks are given. */
  marks: (MarkCounts & Indicators) | null;
  /** Зач and незач of a course without marks. */
  passes: { pass: number; fail: number };
  hours: CourseHours;
  /** Pupils with a «2» or незач, and those who aren't attested. */
  failing: RosterPupil[];
  notAttested: RosterPupil[];
};

/** A subject teacher's report of a term, a line a course; in grade 1 hours alone. */
export type TeacherReport = {
  kind: 'teacher';
  period: Period;
  teacher: TeacherName;
  courses: TeacherCourse[];
  total: MarkCounts & Indicators;
};

/** Reads a subject teacher's report. Fifteen queries. For who may read it. */
export async function readTeacherReport(
  db: Db,
  period: Period,
  teacherId: number,
  tx?: Tx,
): Promise<TeacherReport | Empty> {
  const classes = await readResults(db, period, { teacherId }, tx);
  const taught = classes.flatMap((klass) => klass.courses.map((course) => ({ klass, course })));
  const teacher = taught[0]?.course.teacher ?? null;
  if (!teacher) {
    return { kind: 'empty', why: 'no-courses' };
  }
  if (taught.every(({ course }) => course.values.length === 0)) {
    return { kind: 'empty', why: 'no-pupils' };
  }
  const marked = taught.filter(({ course }) => course.marked);
  if (marked.length > 0 && isUndecided(classes)) {
    return { kind: 'empty', why: 'no-marks' };
  }
  const coefficients = souCoefficients(await readSettings(db, tx));
  const hours = await readCourseHours(
    db,
    period,
    taught.map(({ klass, course }) => ({ ...course, grade: klass.grade })),
    tx,
  );
  const courses = taught.flatMap(({ klass, course }): TeacherCourse[] => {
    const own = hours.get(course.courseId);
    return own ? [courseOf(klass, course, own, coefficients)] : [];
  });
  const counts = sumCounts(courses.flatMap(({ marks }) => marks ?? []));
  return {
    kind: 'teacher',
    period,
    teacher,
    courses,
    total: { ...counts, ...indicatorsOf(counts, coefficients) },
  };
}

function courseOf(
  { className, pupils: list }: ResultClass,
  { courseId, subject, groupName, marked, values }: ResultClass['courses'][number],
  hours: CourseHours,
  coefficients: ReturnType<typeof souCoefficients>,
): TeacherCourse {
  const all = values.map(({ value }) => value);
  const counts = countMarks(all);
  const those = (...wanted: string[]) => {
    const ids = new Set(
      values.filter(({ value }) => wanted.includes(value ?? '')).map(({ pupilId }) => pupilId),
    );
    return list.filter(({ pupilId }) => ids.has(pupilId));
  };
  const count = (wanted: string) => all.filter((value) => value === wanted).length;
  return {
    ...{ courseId, className, subject, groupName, hours, pupils: values.length },
    marks: marked ? { ...counts, ...indicatorsOf(counts, coefficients) } : null,
    passes: { pass: count('pass'), fail: count('fail') },
    failing: those('2', 'fail'),
    notAttested: those('na'),
  };
}
