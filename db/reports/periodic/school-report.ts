import { groupBy } from '../../group-by.ts';
import type { Db, Tx } from '../../open.ts';
import { classIndicators, type GroupCounts, sumGroups } from '../../rules/class-groups.ts';
import {
  countMarks,
  type Indicators,
  indicatorsOf,
  type SouCoefficients,
  souCoefficients,
} from '../../rules/indicators.ts';
import { readSettings } from '../settings.ts';
import type { TeacherName } from '../teacher-name.ts';
import { groupCounts, isUndecided, pupilResults } from './class-results.ts';
import type { Empty } from './empty.ts';
import { type Period, periodBefore, readPeriods } from './period.ts';
import { type ResultClass, type ResultCourse, readResults } from './results.ts';

/** Figures of a part of the school, with those of the term before where it had any. */
export type Compared = Indicators & { before: Indicators | null };

/** The deputy head's summary of a term. */
export type SchoolReport = {
  kind: 'school';
  period: Period;
  /** The term it is compared with. */
  before: Period | null;
  total: Compared & { groups: GroupCounts };
  classes: (Compared & {
    className: string;
    teacher: TeacherName | null;
    groups: GroupCounts;
  })[];
  /** By grade. */
  parallels: (Compared & { grade: number; groups: GroupCounts })[];
  subjects: (Compared & { subject: string })[];
  /** Null stands for courses without a teacher. */
  teachers: (Compared & { teacher: TeacherName | null; courses: number })[];
  /** Courses without a teacher, as «7А Физика». */
  untaught: string[];
};

/**
 * Reads the school's summary of a term by class, parallel, subject and teacher, grade 1 left out,
 * compared with the term of that kind before it. Classes and parallels are judged by pupils, the
 * rest by marks. Ten queries. For who oversees the school.
 */
export async function readSchoolReport(
  db: Db,
  period: Period,
  tx?: Tx,
): Promise<SchoolReport | Empty> {
  const coefficients = souCoefficients(await readSettings(db, tx));
  const classes = await readMarkedClasses(db, period, tx);
  if (!classes.some(({ pupils }) => pupils.length > 0)) {
    return { kind: 'empty', why: 'no-pupils' };
  }
  if (isUndecided(classes)) {
    return { kind: 'empty', why: 'no-marks' };
  }
  const { academicYearId } = period;
  const { minGrade = 1, maxGrade = 11 } = period.term ?? {};
  const periods = await readPeriods(db, { academicYearId, minGrade, maxGrade }, tx);
  const before = periodBefore(period, periods);
  const past = before ? await readMarkedClasses(db, before, tx) : [];
  return { kind: 'school', period, before, ...summaryOf(classes, past, coefficients) };
}

async function readMarkedClasses(db: Db, period: Period, tx?: Tx): Promise<ResultClass[]> {
  const classes = await readResults(db, period, null, tx);
  return classes.filter(({ grade }) => grade > 1);
}

type Summary = Omit<SchoolReport, 'kind' | 'period' | 'before'>;

function summaryOf(
  classes: readonly ResultClass[],
  past: readonly ResultClass[],
  coefficients: SouCoefficients,
): Summary {
  const compare = (now: Indicators, then: Indicators | null): Compared => ({
    ...now,
    before: then && then.mean !== null ? then : null,
  });
  const byPupils = (of: (klass: ResultClass) => boolean) => {
    const now = classFigures(classes.filter(of), coefficients);
    const then = classFigures(past.filter(of), coefficients);
    return { ...compare(now.figures, then.figures), groups: now.groups };
  };
  const byMarks = (of: (course: ResultCourse) => boolean) => {
    const figures = (all: readonly ResultClass[]) =>
      markFigures(all.flatMap(({ courses }) => courses).filter(of), coefficients);
    return compare(figures(classes), figures(past));
  };
  const courses = classes.flatMap((klass) =>
    klass.courses.filter(({ marked }) => marked).map((course) => ({ ...course, klass })),
  );
  const grades = [...new Set(classes.map(({ grade }) => grade))];
  const subjects = [...groupBy(courses, ({ subjectId }) => subjectId)];
  const teachers = [...groupBy(courses, ({ teacherId }) => teacherId)];
  return {
    total: byPupils(() => true),
    classes: classes.map(({ classId, className, teacher }) => ({
      ...{ className, teacher },
      ...byPupils((klass) => klass.classId === classId),
    })),
    parallels: grades.map((grade) => ({ grade, ...byPupils((klass) => klass.grade === grade) })),
    subjects: subjects
      .map(([subjectId, own]) => ({
        subject: own[0]?.subject ?? '',
        ...byMarks((course) => course.subjectId === subjectId),
      }))
      .sort((left, right) => left.subject.localeCompare(right.subject, 'ru')),
    teachers: teachers
      .map(([teacherId, own]) => ({
        teacher: own[0]?.teacher ?? null,
        courses: own.length,
        ...byMarks((course) => course.teacherId === teacherId),
      }))
      .sort((left, right) => nameOf(left.teacher).localeCompare(nameOf(right.teacher), 'ru')),
    untaught: courses
      .filter(({ teacherId }) => teacherId === null)
      .map(({ klass, subject, groupName }) =>
        [klass.className, subject, groupName].filter((part) => part !== '').join(' '),
      ),
  };
}

function classFigures(
  classes: readonly ResultClass[],
  coefficients: SouCoefficients,
): { figures: Indicators; groups: GroupCounts } {
  const groups = sumGroups(classes.map((klass) => groupCounts(pupilResults(klass))));
  const marks = markFigures(
    classes.flatMap(({ courses }) => courses),
    coefficients,
  );
  return { groups, figures: { ...marks, ...classIndicators(groups) } };
}

function markFigures(courses: readonly ResultCourse[], coefficients: SouCoefficients): Indicators {
  const marked = courses.filter((course) => course.marked);
  const values = marked.flatMap((course) => course.values.map(({ value }) => value));
  return indicatorsOf(countMarks(values), coefficients);
}

// Who has no name comes last.
const nameOf = (teacher: TeacherName | null): string =>
  teacher ? [teacher.lastName, teacher.firstName, teacher.middleName ?? ''].join(' ') : '\uffff';
