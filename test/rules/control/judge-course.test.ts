import { describe, expect, it } from 'vitest';
import type { ControlCourse } from '../../../db/rules/control/course-facts.ts';
import { judgeCourse } from '../../../db/rules/control/judge-course.ts';
import { CONTROL_RULES } from '../../../db/rules/control/rule-names.ts';
import { DEFAULT_SETTINGS, type Settings } from '../../../db/rules/settings.ts';

const TODAY = '2026-10-26';
const DAYS = ['2026-09-07', '2026-09-14', '2026-09-21', '2026-09-28', '2026-10-05'];
const OWNER = 1;
const SUBSTITUTE = 2;
const [bad, absentee] = [11, 12];

/** A course in which every rule finds something. */
const course: ControlCourse = {
  courseId: 5,
  teacherId: OWNER,
  termId: 9,
  daysAfterEnd: 1,
  thresholds: { three: 2.5, four: 3.5, five: 4.5 },
  lessons: DAYS.map((date, index) => ({
    date,
    number: 2,
    teacherId: index === 0 ? SUBSTITUTE : OWNER,
    held: true,
    topicFilled: index > 0,
    rollCalled: true,
    marks: index > 1 ? 0 : 2,
    testMarks: 0,
    controlWorks: index === 1 ? 1 : 0,
    present: 20,
  })),
  pupils: [
    {
      pupilId: bad,
      lessons: DAYS.map((date, index) => ({
        ...{ date, number: 2, index, away: index === 0 },
        values: index === 1 ? [2] : [],
      })),
      marks: 1,
      mean: 2,
      decided: '4',
    },
    {
      pupilId: absentee,
      lessons: DAYS.map((date, index) => ({
        ...{ date, number: 2, index, away: index > 0 },
        values: index === 0 ? [2] : [],
      })),
      marks: 1,
      mean: 2,
      decided: null,
    },
  ],
  changes: [{ markId: 77, pupilId: bad, date: '2026-09-14', number: 2, age: 12 }],
  behind: 4,
  workingDays: [...DAYS, '2026-10-12', '2026-10-13', '2026-10-14', '2026-10-15', '2026-10-16'],
};

const judge = (changes: Partial<Settings> = {}, of = course) =>
  judgeCourse(of, { ...DEFAULT_SETTINGS, ...changes }, TODAY);

describe('the control of a course', () => {
  it('finds what each of the fourteen rules asks for', () => {
    const found = new Set(judge({ 'control.control_work.days': 1 }).map(({ rule }) => rule));
    expect(CONTROL_RULES).toHaveLength(14);
    expect(CONTROL_RULES.filter((rule) => !found.has(rule))).toEqual([]);
  });

  it.each(CONTROL_RULES)('has a switch of its own for %s', (rule) => {
    const all = judge({ 'control.control_work.days': 1 });
    const without = judge({ 'control.control_work.days': 1, [`control.${rule}`]: 0 });
    expect(without).toEqual(all.filter((finding) => finding.rule !== rule));
  });

  it('gives a substitute the lesson the substitute took, and the rest to the course’s teacher', () => {
    const unfilled = judge().filter(({ rule }) => rule === 'unfilled');
    expect(unfilled).toEqual([
      expect.objectContaining({
        teacherId: SUBSTITUTE,
        lesson: { date: '2026-09-07', number: 2 },
        key: 'unfilled:5:9:2026-09-07.2',
      }),
    ]);
    const missing = judge().find(({ rule }) => rule === 'term_missing');
    expect(missing).toMatchObject({ teacherId: OWNER, lesson: null, amount: 1 });
  });

  it('has no two findings of one key', () => {
    const keys = judge().map(({ key }) => key);
    expect(new Set(keys).size).toBe(keys.length);
  });

  it('keeps the key of a run without marks while the run grows', () => {
    const shorter = { ...course, lessons: course.lessons.slice(0, -1) };
    const runOf = (of: ControlCourse) => judge({}, of).find(({ rule }) => rule === 'no_marks');
    expect(runOf(shorter)?.key).toBe(runOf(course)?.key);
    expect([runOf(shorter)?.amount, runOf(course)?.amount]).toEqual([2, 3]);
    expect(runOf(course)?.lesson?.date).toBe(DAYS.at(-1));
  });

  it('finds nothing in a course without lessons, pupils and plan', () => {
    expect(judge({}, { ...course, lessons: [], pupils: [], changes: [], behind: null })).toEqual(
      [],
    );
  });
});
