import { describe, expect, test } from 'vitest';
import { addDays } from '../../db/days.ts';
import { ABSENT, STAGE } from '../../db/demo/content/cast.ts';
import { patronymicOf, surnameOf } from '../../db/demo/names.ts';
import { rowsOf } from '../../db/demo/rows.ts';
import { demoSchool } from '../../db/demo/school.ts';
import { groupBy } from '../../db/group-by.ts';
import type { SheetRows } from '../../db/import/sheets.ts';

const WEDNESDAY = '2026-11-25';
const school = await demoSchool(WEDNESDAY);
const rows = rowsOf(school);

const gradeOf = (className: string) => Number.parseInt(className, 10);
const pupilsOf = (className: string) => rows.pupils.filter((pupil) => pupil.class === className);

describe('the people of the demo school', () => {
  test('fill eleven grades of one or two classes', () => {
    const letters = groupBy(rows.classes, ({ grade }) => grade);
    expect([...letters.keys()].sort((a, b) => a - b)).toEqual([1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11]);
    expect([...letters.values()].every((classes) => classes.length <= 2)).toBe(true);
    expect([...letters.values()].some((classes) => classes.length === 2)).toBe(true);
    expect(rows.pupils.length).toBeGreaterThanOrEqual(240);
    expect(rows.pupils.length).toBeLessThanOrEqual(260);
    expect(rows.classes.every(({ teacherKey }) => teacherKey !== null)).toBe(true);
  });

  test('bear names that a journal has to cope with', () => {
    const names = rows.pupils.map(({ lastName, firstName }) => `${lastName} ${firstName}`);
    expect(new Set(names).size).toBe(names.length);
    expect(names.filter((name) => name.includes('ё')).length).toBeGreaterThan(10);
    expect(names.filter((name) => /\p{L}-\p{L}/u.test(name)).length).toBeGreaterThan(0);
    const stage = pupilsOf(STAGE.class);
    const namesakes = stage.filter(({ lastName }) => lastName === 'Смирнов');
    expect(namesakes.map(({ firstName }) => firstName)).toEqual(['Антон', 'Артём']);
    for (const absent of Object.values(ABSENT)) {
      expect(stage.filter(({ lastName }) => lastName.startsWith(absent))).toHaveLength(1);
    }
  });

  test('have siblings in other classes, parents of other surnames and parents who teach', () => {
    const children = groupBy(rows.parents, ({ key }) => key);
    const siblings = [...children.values()].filter((ties) => ties.length > 1);
    expect(siblings.length).toBeGreaterThan(20);
    const byKey = new Map(rows.pupils.map((pupil) => [pupil.key, pupil]));
    const mothers = rows.parents.filter(({ relation }) => relation === 'мать');
    const other = mothers.filter(({ lastName, pupilKey }) => {
      const child = byKey.get(pupilKey)?.lastName ?? '';
      return !child.startsWith(lastName.slice(0, 3));
    });
    expect(other.length).toBeGreaterThan(10);
    const staff = new Map(rows.staff.map((member) => [member.key, member]));
    const teaching = rows.parents.filter(({ key }) => staff.has(key));
    expect(teaching.length).toBeGreaterThan(1);
    for (const { key, lastName, firstName, middleName, phone } of teaching) {
      expect(staff.get(key)).toMatchObject({ lastName, firstName, middleName, phone });
    }
    const withParents = new Set(rows.parents.map(({ pupilKey }) => pupilKey));
    expect(withParents.size).toBe(rows.pupils.length);
  });

  test('are declined as Russian names are', () => {
    const women = ['Королёв', 'Ильин', 'Вишневский', 'Толстой', 'Черных', 'Шевченко', 'Ткачук'];
    expect(women.map((surname) => surnameOf(surname, 'female'))).toEqual([
      ...['Королёва', 'Ильина', 'Вишневская', 'Толстая', 'Черных', 'Шевченко', 'Ткачук'],
    ]);
    expect(surnameOf('Римский-Корсаков', 'female')).toBe('Римская-Корсакова');
    const fathers = ['Иван', 'Сергей', 'Игорь', 'Юрий', 'Дмитрий', 'Илья', 'Лев', 'Пётр'];
    expect(fathers.map((father) => patronymicOf(father, 'female'))).toEqual([
      ...['Ивановна', 'Сергеевна', 'Игоревна', 'Юрьевна', 'Дмитриевна', 'Ильинична', 'Львовна'],
      'Петровна',
    ]);
    expect(patronymicOf('Григорий', 'male')).toBe('Григорьевич');
  });

  test('are of an age to be in their grade', () => {
    for (const { bornOn, class: className } of rows.pupils) {
      const oldest = `${2026 - 7 - gradeOf(className)}-09-01`;
      const youngest = `${2026 - 5 - gradeOf(className)}-09-01`;
      expect((bornOn ?? '') > oldest && (bornOn ?? '') < youngest, `${bornOn} ${className}`).toBe(
        true,
      );
    }
  });
});

describe('the lessons of the demo school', () => {
  test('let nobody be in two places at once, on any day of the week it may be made on', async () => {
    for (let day = 0; day < 7; day += 1) {
      const { timetable, courses } = rowsOf(await demoSchool(addDays(WEDNESDAY, day)));
      const teachers = new Map(courses.map((course) => [nameOf(course), course.teacherKey]));
      const taken = new Set<string>();
      const whole = new Set<string>();
      for (const slot of timetable) {
        const time = `${slot.weekday} ${slot.number}`;
        const teacher = `${teachers.get(nameOf(slot))} ${time}`;
        const group = `${slot.class} ${slot.group ?? ''} ${time}`;
        expect(taken.has(teacher) || taken.has(group), `${teacher} ${slot.class}`).toBe(false);
        taken.add(teacher).add(group);
        if (slot.group === null) {
          whole.add(`${slot.class} ${time}`);
        }
      }
      const both = timetable.filter(
        (slot) => slot.group !== null && whole.has(`${slot.class} ${slot.weekday} ${slot.number}`),
      );
      expect(both).toEqual([]);
    }
  });

  test('give every course its hours and fill each day from the first lesson on', () => {
    const usual = rows.timetable.filter(({ weekday }) => weekday <= 5);
    const given = groupBy(usual, nameOf);
    for (const course of school.courses) {
      const name = nameOf({ ...course, subject: course.subject.name });
      expect(given.get(name)?.length, name).toBe(course.hours);
    }
    for (const [day, slots] of groupBy(usual, (slot) => `${slot.class} ${slot.weekday}`)) {
      const numbers = [...new Set(slots.map(({ number }) => number))].sort((a, b) => a - b);
      expect(numbers, day).toEqual(numbers.map((_, index) => index + 1));
      expect(numbers.length, day).toBeLessThanOrEqual(7);
      expect(numbers.length, day).toBeGreaterThanOrEqual(4);
    }
  });

  test('are planned for the whole year, without homework in grade 1', () => {
    const plans = groupBy(rows.plans, nameOf);
    for (const course of school.courses) {
      const plan = plans.get(nameOf({ ...course, subject: course.subject.name })) ?? [];
      const hours = plan.reduce((sum, line) => sum + (line.hours ?? 1), 0);
      expect(hours, `${course.class} ${course.subject.name}`).toBe(course.hours * 34);
      expect(plan.every(({ topic, hours: own }) => topic !== '' && (own ?? 0) > 0)).toBe(true);
    }
    expect(
      rows.plans.filter(({ class: name, homework }) => gradeOf(name) === 1 && homework),
    ).toEqual([]);
    expect(
      rows.plans.find(({ class: name, subject }) => name === '7А' && subject === 'Алгебра'),
    ).toMatchObject({
      section: 'Числа и вычисления',
      topic: 'Рациональные числа',
    });
  });

  test('divide a class for English, each pupil in one half', () => {
    const halves = rows.groups.filter(
      ({ class: name, subject }) => name === STAGE.class && subject === 'Английский язык',
    );
    expect(halves.map(({ pupilKey }) => pupilKey).sort()).toEqual(
      pupilsOf(STAGE.class)
        .map(({ key }) => key)
        .sort(),
    );
    expect(new Set(halves.map(({ group }) => group)).size).toBe(2);
  });
});

function nameOf(course: Pick<SheetRows['courses'][number], 'class' | 'subject' | 'group'>): string {
  return `${course.class} ${course.subject} ${course.group ?? ''}`;
}
