import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { groupBy } from '../../db/group-by.ts';
import { type Period, readTermPeriod, yearOf } from '../../db/reports/periodic/period.ts';
import { makeReport, type Report } from '../../db/reports/periodic/read-report.ts';
import type { ReportKind } from '../../db/rules/report-kinds.ts';
import { countStatements } from '../statements.ts';
import { openReportSchool, type ReportSchool } from './report-school.ts';

// The demo school is made in seconds, of which several people's tests may take their share.
const MAKING_MS = 180_000;

type Kind<K extends ReportKind> = Extract<Report, { kind: K }>;

let school: ReportSchool;
let raw: Awaited<ReturnType<typeof readRaw>>;
const periods = new Map<string, Period>();

beforeAll(async () => {
  school = await openReportSchool();
  raw = await readRaw(school);
  for (const { id, kind, number } of school.terms) {
    const period = await readTermPeriod(school.db, id);
    if (period) {
      periods.set(`${kind} ${number}`, period);
    }
  }
}, MAKING_MS);
afterAll(() => school.close());

const TERMS = ['quarter 1', 'quarter 2', 'half_year 1'] as const;
const period = (name: string): Period => {
  const found = periods.get(name);
  if (!found) {
    throw new Error(`no period ${name}`);
  }
  return found;
};

async function made<K extends ReportKind>(
  name: string,
  kind: K,
  of: { teacherId?: number; classId?: number } = {},
): Promise<Kind<K>> {
  const { teacherId = null, classId = null } = of;
  const termId = period(name).term?.id ?? null;
  const report = await makeReport(school.db, period(name), { kind, teacherId, classId, termId });
  if (report.kind !== kind) {
    throw new Error(`${kind} of ${name} is ${JSON.stringify(report).slice(0, 100)}`);
  }
  return report as Kind<K>;
}

/** Whole tables as plain rows; all the rest is reckoned from them here, by no SQL of ours. */
async function readRaw({ db: { models: m } }: ReportSchool) {
  const raw = { raw: true } as const;
  return {
    classes: await m.SchoolClass.findAll(raw),
    courses: await m.Course.findAll(raw),
    subjects: await m.Subject.findAll(raw),
    members: await m.CoursePupil.findAll(raw),
    enrolments: await m.Enrolment.findAll(raw),
    marks: await m.TermMark.findAll(raw),
    lessons: await m.Lesson.findAll(raw),
    absences: await m.Absence.findAll(raw),
    tests: await m.Mark.findAll({ ...raw, where: { kind: 'test' } }),
  };
}

// === The same numbers, another way

const classesOf = (name: string) => {
  const { term } = period(name);
  const [low, high] = [term?.minGrade ?? 0, term?.maxGrade ?? 0];
  return raw.classes.filter(({ grade }) => low <= grade && grade <= high);
};
const marksOf = (name: string) =>
  raw.marks.filter(({ termId }) => termId === period(name).term?.id);
const pupilsOf = (classId: number) =>
  raw.enrolments.filter((one) => one.classId === classId && !one.endsOn).map((one) => one.pupilId);

function coursePupils(courseId: number): number[] {
  const course = raw.courses.find(({ id }) => id === courseId);
  const group = raw.members.filter((one) => one.courseId === courseId).map((one) => one.pupilId);
  const all = pupilsOf(course?.classId ?? 0);
  return course?.groupName === '' ? all : all.filter((pupilId) => group.includes(pupilId));
}

function lettersOf(name: string, courseIds: readonly number[]): string[] {
  const given = marksOf(name);
  return courseIds.flatMap((courseId) =>
    coursePupils(courseId).map(
      (pupilId) =>
        given.find((one) => one.courseId === courseId && one.pupilId === pupilId)?.value ?? '?',
    ),
  );
}

const two = (part: number, whole: number) =>
  whole === 0 ? null : Math.round((part * 100) / whole) / 100;

function reckon(letters: readonly string[]) {
  const n = (letter: string) => letters.filter((one) => one === letter).length;
  const whole = letters.filter((one) => one !== 'exempt').length;
  const given = n('5') + n('4') + n('3') + n('2');
  return {
    pupils: whole,
    success: two(100 * (n('5') + n('4') + n('3')), whole),
    quality: two(100 * (n('5') + n('4')), whole),
    mean: two(5 * n('5') + 4 * n('4') + 3 * n('3') + 2 * n('2'), given),
    sou: two(100 * n('5') + 64 * n('4') + 36 * n('3') + 16 * n('2') + 7 * n('na'), whole),
  };
}

/** Courses of a class that give marks and have some in a term. */
const markedCourses = (name: string, classId: number) =>
  raw.courses.filter(
    ({ id, classId: own, markFree }) =>
      own === classId && !markFree && marksOf(name).some(({ courseId }) => courseId === id),
  );

/** The sorted marks of a pupil, as «44455»; «?» where one is missing. */
function rowOf(name: string, classId: number, pupilId: number): string {
  const ids = markedCourses(name, classId)
    .map(({ id }) => id)
    .filter((id) => coursePupils(id).includes(pupilId));
  const own = marksOf(name).filter((mark) => mark.pupilId === pupilId);
  return ids
    .map((id) => own.find(({ courseId }) => courseId === id)?.value ?? '?')
    .filter((value) => value !== 'exempt')
    .map((value) => (value === 'na' ? '?' : value))
    .sort()
    .join('');
}

const GROUPS: [string, RegExp][] = [
  ['failing', /2/],
  ['excellent', /^5+$/],
  ['oneFour', /^45*$/],
  ['good', /^4{2,}5*$/],
  ['oneThree', /^34*5*$/],
  ['threes', /^3{2,}4*5*$/],
  ['noData', /^$|\?/],
];

function groupsOf(name: string, classId: number): Record<string, number[]> {
  const groups = Object.fromEntries(GROUPS.map(([group]) => [group, [] as number[]]));
  for (const pupilId of pupilsOf(classId)) {
    const row = rowOf(name, classId, pupilId);
    const [group = ''] = GROUPS.find(([, shape]) => shape.test(row)) ?? [];
    groups[group]?.push(pupilId);
  }
  return groups;
}

function ofClasses(name: string, classIds: readonly number[]) {
  const groups = classIds.map((id) => groupsOf(name, id));
  const sum = (...wanted: string[]) =>
    groups.reduce((all, one) => all + wanted.reduce((n, key) => n + (one[key]?.length ?? 0), 0), 0);
  const whole = sum(...GROUPS.map(([group]) => group));
  const courses = classIds.flatMap((id) => markedCourses(name, id).map((course) => course.id));
  const { mean, sou } = reckon(lettersOf(name, courses));
  return {
    pupils: whole,
    success: two(100 * (whole - sum('failing', 'noData')), whole),
    quality: two(100 * sum('excellent', 'oneFour', 'good'), whole),
    mean,
    sou,
  };
}

/** Lessons and whole days missed in a class, lesson by lesson. */
function missedIn(name: string, classId: number) {
  const { from, until } = period(name);
  const ids = new Set(raw.courses.filter((one) => one.classId === classId).map(({ id }) => id));
  const away = raw.absences.filter(({ state }) => state === 'active');
  const lessons = raw.lessons.filter(
    ({ courseId, date, attendanceAt, id }) =>
      ids.has(courseId) &&
      from <= date &&
      date <= until &&
      (attendanceAt !== null || away.some(({ lessonId }) => lessonId === id)),
  );
  const sums = { lessons: 0, days: 0, late: 0 };
  for (const pupilId of pupilsOf(classId)) {
    const days = new Map<string, boolean[]>();
    for (const { id, date, courseId } of lessons) {
      if (coursePupils(courseId).includes(pupilId)) {
        const found = away.find((one) => one.lessonId === id && one.pupilId === pupilId);
        const missed = found !== undefined && found.code !== 'late';
        sums.lessons += missed ? 1 : 0;
        sums.late += found?.code === 'late' ? 1 : 0;
        days.set(date, [...(days.get(date) ?? []), missed]);
      }
    }
    sums.days += [...days.values()].filter((one) => one.every(Boolean)).length;
  }
  return sums;
}

const pick = <T extends object, K extends keyof T>(from: T, keys: readonly K[]) =>
  Object.fromEntries(keys.map((key) => [key, from[key]]));
const FIGURES = ['pupils', 'success', 'quality', 'mean', 'sou'] as const;

describe.each(TERMS)('the reports of %s, reckoned another way', (name) => {
  it('agree for every course of every teacher', async () => {
    const { from, until } = period(name);
    const courses = classesOf(name).flatMap(({ id }) =>
      raw.courses.filter((one) => one.classId === id),
    );
    const lessonsOf = (id: number) =>
      raw.lessons.filter(({ courseId, date }) => courseId === id && from <= date && date <= until);
    const taught = courses.filter(
      ({ id }) => lessonsOf(id).length > 0 || marksOf(name).some(({ courseId }) => courseId === id),
    );
    const teachers = new Set(taught.flatMap(({ teacherId }) => teacherId ?? []));
    let seen = 0;
    for (const teacherId of teachers) {
      const { courses: own, total } = await made(name, 'teacher', { teacherId });
      const ids: number[] = [];
      for (const course of own) {
        if (course.marks) {
          const letters = lettersOf(name, [course.courseId]);
          expect(pick(course.marks, FIGURES), `course ${course.courseId}`).toEqual(reckon(letters));
          const twos = letters.filter((letter) => letter === '2');
          expect(course.failing).toHaveLength(twos.length);
          ids.push(course.courseId);
          seen += 1;
        }
        const held = lessonsOf(course.courseId);
        expect(course.hours.given).toBe(held.length);
        const works = held.filter(({ id }) => raw.tests.some(({ lessonId }) => lessonId === id));
        expect(course.hours.controlDone).toBe(works.length);
      }
      expect(pick(total, FIGURES)).toEqual(reckon(lettersOf(name, ids)));
    }
    expect(seen).toBe(classesOf(name).flatMap(({ id }) => markedCourses(name, id)).length);
  });

  it('agree for every class: groups, indicators, absences, the summary sheet', async () => {
    for (const { id: classId, grade } of classesOf(name)) {
      const report = await made(name, 'class', { classId });
      const missed = missedIn(name, classId);
      const { lessons, days, late } = report.away;
      expect({
        lessons: lessons.absent + lessons.ill + lessons.excused,
        days: days.absent + days.ill + days.excused,
        late,
      }).toEqual(missed);
      expect(report.moves).toMatchObject({ end: pupilsOf(classId).length, arrived: 0, left: 0 });
      if (grade === 1) {
        expect(report.marks).toBeNull();
        continue;
      }
      const groups = Object.fromEntries(
        (report.marks?.groups ?? []).map(({ group, pupils }) => [
          group,
          pupils.map(({ pupil }) => pupil.pupilId),
        ]),
      );
      const expected = groupsOf(name, classId);
      for (const [group, ids] of Object.entries(groups)) {
        expect([...ids].sort(), group).toEqual(expected[group]?.sort());
      }
      const { success, quality } = ofClasses(name, [classId]);
      expect(report.marks).toMatchObject({ success, quality });
      const { sheets } = await made(name, 'summary', { classId });
      expect(sheets).toHaveLength(1);
      const [sheet] = sheets;
      expect(sheet?.figures).toEqual(ofClasses(name, [classId]));
      for (const { pupil, values } of sheet?.pupils ?? []) {
        const said = values
          .filter((value) => value !== 'off' && value !== 'exempt' && value !== 'pass')
          .map((value) => (value === null || value === 'na' ? '?' : value));
        expect(said.sort().join('')).toBe(rowOf(name, classId, pupil.pupilId));
      }
    }
  });

  it('agree for the school: by class, parallel, subject and teacher', async () => {
    const report = await made(name, 'school');
    const marked = classesOf(name).filter(({ grade }) => grade > 1);
    const nameOf = ({ grade, letter }: { grade: number; letter: string }) => `${grade}${letter}`;
    expect(report.classes.map(({ className }) => className).sort()).toEqual(
      marked.map(nameOf).sort(),
    );
    for (const one of report.classes) {
      const klass = marked.find((candidate) => nameOf(candidate) === one.className);
      expect(pick(one, FIGURES), one.className).toEqual(ofClasses(name, [klass?.id ?? 0]));
    }
    for (const one of report.parallels) {
      const ids = marked.filter(({ grade }) => grade === one.grade).map(({ id }) => id);
      expect(pick(one, FIGURES), String(one.grade)).toEqual(ofClasses(name, ids));
    }
    const all = marked.map(({ id }) => id);
    expect(pick(report.total, FIGURES)).toEqual(ofClasses(name, all));
    const courses = all.flatMap((id) => markedCourses(name, id));
    for (const one of report.subjects) {
      const subject = raw.subjects.find((candidate) => candidate.name === one.subject);
      const own = courses.filter(({ subjectId }) => subjectId === subject?.id);
      expect(pick(one, FIGURES), one.subject).toEqual(
        reckon(
          lettersOf(
            name,
            own.map(({ id }) => id),
          ),
        ),
      );
    }
    const teachers = groupBy(courses, ({ teacherId }) => teacherId);
    const reckoned = [...teachers.values()].map((own) =>
      JSON.stringify(
        reckon(
          lettersOf(
            name,
            own.map(({ id }) => id),
          ),
        ),
      ),
    );
    expect(report.teachers.map((one) => JSON.stringify(pick(one, FIGURES))).sort()).toEqual(
      reckoned.sort(),
    );
  });
});

it('every group of a class has somebody in the school of this test', async () => {
  const { total } = await made('quarter 2', 'school');
  expect(Object.values(total.groups).every((count) => count > 0)).toBe(true);
});

it('compares with the quarter before', async () => {
  const { before, total, classes } = await made('quarter 2', 'school');
  expect(before?.term?.number).toBe(1);
  const earlier = await made('quarter 1', 'school');
  expect(earlier.before).toBeNull();
  expect(total.before).toEqual(pick(earlier.total, FIGURES));
  expect(classes.map((one) => one.before?.quality)).toEqual(
    earlier.classes.map(({ quality }) => quality),
  );
});

it('gives for a year the sheet of each of its terms', async () => {
  const klass = raw.classes.find(({ grade }) => grade === 5);
  const year = yearOf(period('quarter 2'), school.db.today());
  const report = await makeReport(school.db, year, {
    ...{ kind: 'summary', teacherId: null, classId: klass?.id ?? 0, termId: null },
  });
  expect(report.kind === 'summary' && report.sheets.map((one) => one.period.term?.number)).toEqual([
    1, 2,
  ]);
});

it.each<[ReportKind, number]>([
  ['teacher', 15],
  ['class', 10],
  ['summary', 5],
  ['attendance', 7],
  ['movement', 5],
  ['school', 10],
])('%s takes no more than %i queries, however large the school', async (kind, most) => {
  const [klass] = raw.classes.filter(({ grade }) => grade === 7);
  const [course] = raw.courses.filter(({ classId }) => classId === klass?.id);
  const ofClass = kind === 'class' || kind === 'summary';
  const ref = {
    kind,
    teacherId: kind === 'teacher' ? (course?.teacherId ?? null) : null,
    classId: ofClass ? (klass?.id ?? null) : null,
    termId: period('quarter 2').term?.id ?? null,
  };
  const job = () => makeReport(school.db, period('quarter 2'), ref);
  expect(await countStatements(school.db, job)).toBeLessThanOrEqual(most);
});
