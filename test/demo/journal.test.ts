import { describe, expect, test } from 'vitest';
import { STAGE } from '../../db/demo/content/cast.ts';
import { demoJournal } from '../../db/demo/journal.ts';
import { rowsOf } from '../../db/demo/rows.ts';
import { type DemoSchool, demoSchool } from '../../db/demo/school.ts';
import { groupBy } from '../../db/group-by.ts';

const WEDNESDAY = '2026-11-25';
const school = await demoSchool(WEDNESDAY);

describe('the journal of the demo school', () => {
  const journal = demoJournal(school, '10:00');
  const lessons = journal.flatMap(({ date, lessons: own }) =>
    own.map((lesson) => ({ date, ...lesson })),
  );
  const marks = lessons.flatMap((lesson) => lesson.marks.map((mark) => ({ ...mark, lesson })));

  test('is the same for the same moment', async () => {
    const again = await demoSchool(WEDNESDAY);
    expect(rowsOf(again)).toEqual(rowsOf(school));
    expect(demoJournal(again, '10:00')).toEqual(journal);
  });

  test('has no marks in grade 1 nor where a subject has none', () => {
    expect(marks.filter(({ lesson }) => lesson.course.grade === 1)).toEqual([]);
    expect(marks.filter(({ lesson }) => lesson.course.subject.markFree)).toEqual([]);
    const first = lessons.filter(({ course }) => course.grade === 1);
    expect(first.length).toBeGreaterThan(0);
    expect(first.filter(({ homework }) => homework !== null)).toEqual([]);
  });

  test('has no marks in grade 2 during the first quarter', async () => {
    const autumn = demoJournal(await demoSchool('2026-10-07'), '10:00').flatMap(
      (day) => day.lessons,
    );
    const second = autumn.filter(({ course }) => course.grade === 2);
    expect(second.length).toBeGreaterThan(0);
    expect(second.flatMap((lesson) => lesson.marks)).toEqual([]);
    expect(autumn.flatMap((lesson) => lesson.marks).length).toBeGreaterThan(1000);
  });

  test('has nobody marked while away, and plausible numbers of all', () => {
    const broken = lessons.filter((lesson) => {
      const gone = lesson.absences.filter(({ code }) => code !== 'late').map((one) => one.pupilKey);
      const marked = lesson.marks.map(({ pupilKey }) => pupilKey);
      return marked.some((key) => gone.includes(key)) || new Set(marked).size < marked.length;
    });
    expect(broken).toEqual([]);
    const counts = groupBy(marks, ({ value }) => value);
    expect(counts.get(5)?.length).toBeGreaterThan(counts.get(3)?.length ?? 0);
    expect(counts.get(2)?.length).toBeGreaterThan(10);
    expect(counts.get(null)?.length).toBeGreaterThan(0);
    const codes = groupBy(
      lessons.flatMap(({ absences }) => absences),
      ({ code }) => code,
    );
    expect([...codes.keys()].sort()).toEqual(['absent', 'excused', 'ill', 'late']);
    const perLesson = marks.length / lessons.filter((lesson) => lesson.marks.length > 0).length;
    expect(perLesson).toBeGreaterThan(4);
    expect(perLesson).toBeLessThan(8);
  });

  test('leaves the lessons of the visitor empty, and some of one teacher', () => {
    const staged = lessons.filter(
      ({ course }) => course.class === STAGE.class && course.subject.name === STAGE.subject,
    );
    const held = school.courses.find(
      (course) => course.class === STAGE.class && course.subject.name === STAGE.subject,
    );
    const newest = held?.lessons.filter(({ date }) => date < WEDNESDAY).at(-1)?.date ?? '';
    expect(staged.length).toBeGreaterThan(5);
    expect(staged.every(({ date }) => date < newest)).toBe(true);
    const missing = missingBy(school, lessons);
    expect(missing.get('T19') ?? 0).toBeGreaterThan(10);
    expect([...missing.keys()].sort()).toEqual(['T06', 'T09', 'T19']);
  });
});

/** How many lessons before today each teacher has not filled in. */
function missingBy(
  { courses, calendar }: DemoSchool,
  lessons: readonly { date: string; number: number; course: object }[],
): Map<string, number> {
  const filled = new Set(
    lessons.map(
      ({ date, number, course }) => `${courses.indexOf(course as never)} ${date} ${number}`,
    ),
  );
  const missing = new Map<string, number>();
  for (const [index, course] of courses.entries()) {
    for (const { date, number } of course.lessons) {
      if (date < calendar.today && !filled.has(`${index} ${date} ${number}`)) {
        missing.set(course.teacherKey, (missing.get(course.teacherKey) ?? 0) + 1);
      }
    }
  }
  return missing;
}
