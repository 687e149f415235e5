import { describe, expect, test } from 'vitest';
import { addDays, weekdayOf } from '../../db/days.ts';
import { STAGE } from '../../db/demo/content/cast.ts';
import { rowsOf } from '../../db/demo/rows.ts';
import { demoSchool } from '../../db/demo/school.ts';
import { dayOffOn, termOn } from '../../db/rules/calendar.ts';

const gradeOf = (className: string) => Number.parseInt(className, 10);

describe('the demo calendar', () => {
  const days = [
    ...Array.from({ length: 12 }, (_, month) => `2027-${String(month + 1).padStart(2, '0')}-17`),
    ...['2026-11-29', '2026-12-31', '2027-01-01', '2028-02-29', '2027-03-08', '2027-05-09'],
    ...['2027-08-31', '2027-09-01', '2027-11-04'],
  ];

  test.each(days)(
    'has a term that began weeks before %s, and lessons on that day',
    async (today) => {
      const demo = await demoSchool(today);
      const { terms, daysOff, running, year } = demo.calendar;
      const { timetable } = rowsOf(demo);
      expect(running.startsOn <= addDays(today, -28)).toBe(true);
      expect(running.endsOn >= addDays(today, 14)).toBe(true);
      const isLesson = (day: string, className: string) =>
        termOn(terms, gradeOf(className), day) !== null &&
        dayOffOn(daysOff, gradeOf(className), day) === null &&
        timetable.some(
          (slot) =>
            slot.class === className &&
            slot.weekday === weekdayOf(day) &&
            (slot.startsOn ?? '') <= day &&
            day <= (slot.endsOn ?? day),
        );
      for (const { grade, letter } of rowsOf(demo).classes) {
        expect(isLesson(today, `${grade}${letter}`)).toBe(true);
        const lately = [1, 2, 3, 4].filter((back) =>
          isLesson(addDays(today, -back), `${grade}${letter}`),
        );
        expect(lately.length).toBeGreaterThanOrEqual(2);
      }
      const first = timetable.filter(
        ({ class: name, weekday, number, subject }) =>
          name === STAGE.class &&
          weekday === weekdayOf(today) &&
          number === 1 &&
          subject === STAGE.subject,
      );
      expect(first).toHaveLength(1);
      for (const term of terms) {
        expect(term.startsOn <= term.endsOn && year.startsOn <= term.startsOn).toBe(true);
        expect(term.endsOn <= year.endsOn).toBe(true);
      }
      const ofGrade = (grade: number) =>
        terms.filter(({ minGrade, maxGrade }) => minGrade <= grade && grade <= maxGrade);
      for (const grade of [1, 9, 10, 11]) {
        const own = ofGrade(grade);
        expect(own.map(({ kind }) => kind)).toEqual(
          grade < 10 ? Array(4).fill('quarter') : Array(2).fill('half_year'),
        );
        expect(
          own.slice(1).every(({ startsOn }, index) => startsOn > (own[index]?.endsOn ?? '')),
        ).toBe(true);
      }
    },
  );
});
