import { afterAll, beforeAll, expect, it } from 'vitest';
import type { SheetRows } from '../../db/import/sheets.ts';
import { writeSchoolWorkbook } from '../../db/import/write/write-workbook.ts';
import { verifyChain } from '../../db/reports/verify-chain.ts';
import { type ImportWorld, openImportWorld, school } from '../import/import-world.ts';
import { countStatements } from '../statements.ts';

const CLASSES = 80;
const PUPILS = 25;
const SUBJECTS = 12;

/** A school of 2,000 pupils with two parents each. */
function largeSchool(phone: string): SheetRows {
  const classes = Array.from({ length: CLASSES }, (_, at) => ({
    grade: 2 + (at % 10),
    letter: 'АБВГДЕЖЗ'[Math.floor(at / 10)] ?? '',
    teacherKey: '001',
  }));
  const names = classes.map(({ grade, letter }) => `${grade}${letter}`);
  const pupils = names.flatMap((name) =>
    Array.from({ length: PUPILS }, (_, at) => ({
      key: `${name}-${at + 1}`,
      lastName: `Фамилия${at}`,
      firstName: 'Имя',
      middleName: null,
      bornOn: '2014-05-06',
      class: name,
      number: at + 1,
      startsOn: null,
      endsOn: null,
    })),
  );
  const parents = pupils.flatMap(({ key, lastName }) =>
    ['мать', 'отец'].map((relation) => ({
      key: `${key}-${relation}`,
      lastName,
      firstName: 'Родитель',
      middleName: null,
      phone,
      pupilKey: key,
      relation,
    })),
  );
  const subjects = Array.from({ length: SUBJECTS }, (_, at) => ({
    name: `Предмет ${at}`,
    shortName: null,
  }));
  const courses = names.flatMap((name) =>
    subjects.map((subject) => ({ class: name, subject: subject.name, group: null })),
  );
  const { years, terms, daysOff, bells, staff } = school();
  return {
    ...{ years, terms, daysOff, bells, staff, classes, pupils, parents, subjects, groups: [] },
    courses: courses.map((course) => ({ ...course, teacherKey: null, markFree: null })),
    timetable: courses.map((course, at) => ({
      ...course,
      ...{ weekday: 1 + (at % 4), number: 1 + (Math.floor((at % SUBJECTS) / 4) % 3) },
      ...{ room: null, startsOn: null, endsOn: null },
    })),
    plans: courses.map((course) => ({
      ...course,
      ...{ number: 1, section: null, topic: 'Введение', hours: 1, controlWorks: null },
      ...{ practicalWorks: null, homework: null, plannedOn: null },
    })),
  };
}

let world: ImportWorld;

beforeAll(async () => {
  world = await openImportWorld();
});
afterAll(() => world.close());

it('loads a school of 2,000 pupils by few statements, and so its second import', async () => {
  const bytes = await writeSchoolWorkbook(largeSchool('+7 1'), 'ru');
  const first = await countStatements(world.db, () => world.importBytes(bytes));
  const { pupil, guardianship, timetable_slot, change, ...sizes } = await world.size();
  expect([pupil, guardianship, timetable_slot]).toEqual([2_000, 4_000, 960]);
  const all = Object.values(sizes).reduce((sum, rows) => sum + rows, 0);
  expect(change).toBe(all + 2_000 + 4_000 + 960);
  expect(first).toBeLessThan(120);

  const again = await writeSchoolWorkbook(largeSchool('+7 2'), 'ru');
  const second = await countStatements(world.db, async () => {
    const { counts } = await world.importBytes(again);
    expect(counts.parents).toEqual({ added: 0, changed: 4_000, left: 0, removed: 0 });
    expect(counts.pupils).toEqual({ added: 0, changed: 0, left: 2_000, removed: 0 });
  });
  expect(second).toBeLessThan(60);
  expect(await world.rows('SELECT DISTINCT phone FROM person WHERE phone IS NOT NULL')).toEqual([
    '+7 2',
  ]);
  expect((await verifyChain(world.db)).brokenAt).toBeNull();
}, 120_000);
