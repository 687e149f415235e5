import type { CellValue } from 'exceljs';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { en } from '../../bot/texts/en.ts';
import { ru } from '../../bot/texts/ru.ts';
import { type ImportProblem, PROBLEM_KEYS } from '../../db/import/problem.ts';
import type { SheetRows } from '../../db/import/sheets.ts';
import { writeSchoolWorkbook } from '../../db/import/write/write-workbook.ts';
import { type Edit, type ImportWorld, openImportWorld, school, told } from './import-world.ts';

type Case = [problems: string | string[], sheets: Partial<SheetRows>, edit?: Edit];

const seen = new Set<string>();

/** Puts a value into a cell of a sheet, as «Ученики!F2». */
function put(...cells: [address: string, value: CellValue][]): Edit {
  return (workbook) => {
    for (const [address, value] of cells) {
      const [title = '', cell = ''] = address.split('!');
      const worksheet = workbook.getWorksheet(title);
      if (!worksheet) {
        throw new Error(`no sheet ${title}`);
      }
      worksheet.getCell(cell).value = value;
    }
  };
}

/** The small school with the first row of a sheet changed, and more rows like it. */
function first<S extends keyof SheetRows>(
  sheet: S,
  change: Partial<SheetRows[S][number]>,
  ...more: Partial<SheetRows[S][number]>[]
): Partial<SheetRows> {
  const [row, ...rest]: readonly SheetRows[S][number][] = school()[sheet];
  const changed = { ...row, ...change };
  return { [sheet]: [changed, ...rest, ...more.map((other) => ({ ...row, ...other }))] };
}

const CASES: Record<string, Case> = {
  // Sheets and columns
  'a sheet we do not know': [
    'Оценки: unknown-sheet',
    {},
    (workbook) => workbook.addWorksheet('Оценки').addRow(['5']),
  ],
  'two sheets about the same': [
    'Bells: sheet-twice',
    {},
    (workbook) => workbook.addWorksheet('Bells').addRow(['Lesson number']),
  ],
  'no headings': [
    'Звонки: no-headings',
    {},
    (workbook) => workbook.getWorksheet('Звонки')?.spliceRows(1, 1),
  ],
  'a column we do not know': ['Звонки 1 D: unknown-column', {}, put(['Звонки!D1', 'Перемена'])],
  'values without a heading': ['Звонки 3 D: no-heading', {}, put(['Звонки!D3', '10 минут'])],
  'a column twice': ['Звонки 1 D: column-twice', {}, put(['Звонки!D1', 'начало'])],
  'a missing column': [
    'Звонки: missing-column',
    { bells: [] },
    put(['Звонки!A1', null], ['Звонки!B2', '8:30']),
  ],

  // Cells
  'an empty cell': ['Сотрудники 2 B: required', {}, put(['Сотрудники!B2', '  '])],
  'a cell with an error': [
    'Сотрудники 2 B: cell-error',
    {},
    put(['Сотрудники!B2', { error: '#N/A' }]),
  ],
  'a formula that was never counted': [
    'Сотрудники 2 B: no-result',
    {},
    put(['Сотрудники!B2', { formula: 'B3' }]),
  ],
  'a formula with an error': [
    'Сотрудники 2 B: cell-error',
    {},
    put(['Сотрудники!B2', { formula: 'B3', result: { error: '#REF!' } }]),
  ],
  'a text that became a date': [
    'Расписание 2 F: text-is-date',
    {},
    (workbook) => {
      const cell = workbook.getWorksheet('Расписание')?.getCell('F2');
      Object.assign(cell ?? {}, { value: new Date('2026-12-05T00:00:00Z'), numFmt: 'd.m' });
    },
  ],
  'a text that is too long': ['КТП 2 F: text-too-long', first('plans', { topic: 'о'.repeat(501) })],
  'no date': ['Ученики 2 E: not-a-day', {}, put(['Ученики!E2', '31.02.2013'])],
  'no time': ['Звонки 2 B: not-a-time', {}, put(['Звонки!B2', '8 утра'])],
  'no number': ['КТП 2 G: not-a-number', {}, put(['КТП!G2', 'два'])],
  'half a number': ['КТП 2 G: not-a-number', {}, put(['КТП!G2', 1.5])],
  'a number out of range': [
    ['Учебные периоды 2 F: not-a-number', 'Звонки 2 A: not-a-number'],
    {},
    put(['Учебные периоды!F2', 12], ['Звонки!A2', -1]),
  ],
  'a kind of term that is none': [
    'Учебные периоды 2 A: unknown-word',
    {},
    put(['Учебные периоды!A2', 'семестр']),
  ],
  'a weekday that is none': ['Расписание 2 D: unknown-word', {}, put(['Расписание!D2', 8])],
  'neither yes nor no': ['Курсы 2 E: unknown-word', {}, put(['Курсы!E2', 'может быть'])],
  'a role that is none': [
    'Сотрудники 2 F: unknown-role',
    {},
    put(['Сотрудники!F2', 'учитель, классный руководитель']),
  ],
  'a letter that is none': ['Классы 2 B: not-a-letter', {}, put(['Классы!B2', 'А-2'])],
  'a class that is none': ['Ученики 2 F: not-a-class', {}, put(['Ученики!F2', '12А'])],

  // The year
  'two years': [
    'Учебный год 3: one-year',
    first('years', {}, { name: '2027/28', startsOn: '2027-09-01', endsOn: '2028-05-31' }),
  ],
  'a closed year': ['Учебный год 2 A: year-closed', first('years', { name: '2025/26' })],
  'a year that overlaps another': [
    'Учебный год 2 B: years-overlap',
    first('years', { name: '2026/2027' }),
  ],
  'a year that ends before it begins': [
    'Учебный год 2 C: ends-before-start',
    first('years', { endsOn: '2026-05-31' }),
  ],
  'a year that is far too long': [
    'Учебный год 2 C: year-too-long',
    first('years', { endsOn: '2028-05-31' }),
  ],
  'a term outside the year': [
    'Учебные периоды 2 D: outside-year',
    { terms: [{ ...quarter(4), endsOn: '2027-06-01' }] },
  ],
  'a term that ends before it begins': [
    'Учебные периоды 2 D: ends-before-start',
    { terms: [{ ...quarter(4), startsOn: '2027-05-02', endsOn: '2027-05-01' }] },
  ],
  'terms that overlap': [
    'Учебные периоды 2 C: terms-overlap',
    { terms: [{ ...quarter(3), startsOn: '2026-12-29' }] },
  ],
  'half-years beside quarters of the same grades': [
    'Учебные периоды 2 C: terms-overlap',
    { terms: [{ ...quarter(1), kind: 'half_year', minGrade: 10 }] },
  ],
  'grades in the wrong order': [
    'Учебные периоды 2 F: grades-reversed',
    { terms: [{ ...quarter(3), minGrade: 9, maxGrade: 5 }] },
  ],
  'a closed term that is moved': [
    'Учебные периоды 2: term-closed',
    { terms: [{ ...quarter(1), endsOn: '2026-10-24' }] },
  ],
  'a year too short for a stored term': [
    'Учебный год 2: term-outside-year',
    {
      years: [{ name: '2026/27', startsOn: '2026-09-01', endsOn: '2027-05-20' }],
      terms: [],
    },
  ],
  'days off outside the year': [
    'Каникулы и выходные 2 B: outside-year',
    first('daysOff', { endsOn: '2027-06-01' }),
  ],
  'lessons that overlap': ['Звонки 3 B: bells-overlap', {}, put(['Звонки!B3', '9:10'])],
  'a lesson without length': ['Звонки 2 C: ends-before-start', {}, put(['Звонки!C2', '8:30'])],

  // Records
  'a key twice with different names': [
    'Сотрудники 5 A: same-key',
    first('staff', {}, { lastName: 'Королёва' }),
  ],
  'a parent called differently in two rows': [
    'Родители 5 A: same-key',
    first('parents', {}, { pupilKey: 'П-02', firstName: 'Марина' }),
  ],
  'a key of somebody else': [
    ['Сотрудники 2 A: key-of-another', 'Ученики 2 A: key-of-another'],
    {
      ...first('staff', { lastName: 'Зайцев', firstName: 'Олег' }),
      ...first('pupils', { lastName: 'Зайцев', firstName: 'Олег' }),
    },
  ],
  'a parent with the key of a colleague': [
    'Родители 2 A: key-of-another',
    first('parents', { key: '002' }),
  ],
  'a parent with the key of a colleague of last time': [
    'Родители 2 A: key-of-another',
    { staff: [], ...first('parents', { key: '002' }) },
  ],
  'a key of a brother': [
    'Ученики 2 A: key-of-another',
    first('pupils', { firstName: 'Олег', bornOn: '2015-01-01' }),
  ],
  'a line of a plan twice, written differently': [
    'КТП 6 D: same-key',
    first('plans', {}, { class: '7-а', subject: 'АЛГЕБРА', topic: 'Другая' }),
  ],
  'a pupil who is moved today and left before': [
    'Ученики 2 I: ends-before-start',
    first('pupils', { class: '1Б', number: 9, endsOn: '2026-10-05' }),
  ],
  'a number twice in a class': ['Ученики 3 G: same-number', {}, put(['Ученики!G3', 1])],
  'a number of a stored pupil': [
    'Ученики 2 G: same-number',
    {
      pupils: school()
        .pupils.slice(0, 1)
        .map((row) => ({ ...row, number: 3 })),
    },
  ],
  'a move before the former class': [
    'Ученики 2 H: move-date',
    first('pupils', { class: '1Б', number: 9, startsOn: '2026-09-01' }),
  ],
  'a pupil outside the year': [
    'Ученики 2 I: outside-year',
    first('pupils', { endsOn: '2027-08-01' }),
  ],
  'a class teacher who is not on the staff': [
    ['Классы 2 C: unknown-staff', 'Классы 3 C: unknown-staff'],
    {
      classes: school().classes.map((row, at) => ({
        ...row,
        teacherKey: ['077', 'Р-01'][at] ?? '',
      })),
    },
  ],
  'a teacher who is not on the staff': [
    'Курсы 2 D: unknown-staff',
    first('courses', { teacherKey: '077' }),
  ],
  'a teacher without the role': [
    'Курсы 2 D: not-a-teacher',
    first('courses', { teacherKey: '003' }),
  ],
  'a child who is not there': [
    'Родители 2 F: unknown-pupil',
    first('parents', { pupilKey: 'П-77' }),
  ],
  'a class that is not there': [
    ['Ученики 2 F: unknown-class', 'Курсы 2 A: unknown-class', 'КТП 2 A: unknown-class'],
    {
      ...first('pupils', { class: '7Я' }),
      ...first('courses', { class: '7Я' }),
      ...first('plans', { class: '7Я' }),
    },
  ],
  'a subject that is not there': [
    ['Курсы 2 B: unknown-subject', 'Расписание 2 B: unknown-subject'],
    {
      ...first('courses', { subject: 'Астрономия' }),
      ...first('timetable', { subject: 'Астрономия' }),
    },
  ],
  'a course that is not there': [
    ['Подгруппы 2 C: unknown-course', 'КТП 2 B: unknown-course'],
    {
      ...first('groups', { group: 'третья' }),
      ...first('plans', { subject: 'Чтение' }),
    },
  ],
  'a lesson no bell rings for': ['Расписание 2 E: unknown-bell', first('timetable', { number: 9 })],
  'a pupil of another class in a subgroup': [
    'Подгруппы 2 D: not-in-class',
    first('groups', { pupilKey: 'П-04' }),
  ],
  'two lessons of a class at once': [
    'Расписание 7 A: class-busy',
    {
      courses: [...school().courses, reading('7А')],
      ...first('timetable', {}, { ...reading('7А'), room: '40' }),
    },
  ],
  'a lesson where the class has a stored one': [
    'Расписание 2 A: class-busy',
    {
      courses: [reading('7А')],
      timetable: [
        { ...reading('7А'), weekday: 1, number: 1, room: '4', startsOn: null, endsOn: null },
      ],
    },
  ],
  'a teacher at two places at once': [
    'Расписание 7 B: teacher-busy',
    {
      courses: [...school().courses, { ...reading('7А'), group: 'хор', teacherKey: '001' }],
      ...first('timetable', {}, { ...reading('7А'), group: 'хор', room: '40' }),
    },
  ],
  'a lesson after the year': [
    'Расписание 2 H: outside-year',
    first('timetable', { endsOn: '2027-06-30' }),
  ],
  'more works than hours': [
    'КТП 2 H: works-over-hours',
    first('plans', { controlWorks: 1, practicalWorks: 1 }),
  ],
  'homework in grade 1': ['КТП 5 J: grade-one-homework', {}, put(['КТП!J5', 'выучить буквы'])],
  'a planned day outside the year': [
    'КТП 2 K: outside-year',
    first('plans', { plannedOn: '2027-07-01' }),
  ],
  'a wrong row that others refer to, once': [
    ['Сотрудники 2 B: required', 'Ученики 2 E: not-a-day', 'Предметы 2 B: text-too-long'],
    first('subjects', { shortName: 'о'.repeat(51) }),
    put(['Сотрудники!B2', null], ['Ученики!E2', 'весной']),
  ],
};

function quarter(number: number) {
  const row = school().terms[number - 1];
  if (!row) {
    throw new Error(`no quarter ${number}`);
  }
  return row;
}

function reading(name: string) {
  return { class: name, subject: 'Чтение', group: null, teacherKey: null, markFree: null };
}

describe('a workbook with a mistake', () => {
  let world: ImportWorld;
  let fresh: ImportWorld;
  let before: Record<string, number>;

  beforeAll(async () => {
    world = await openImportWorld();
    await world.loaded(school());
    await world.make.aClosedQuarter(1);
    const closed = { name: '2025/26', startsOn: '2025-09-01', endsOn: '2026-05-31' };
    await world.db.write(({ db, transaction }) =>
      db.models.AcademicYear.create({ ...closed, state: 'closed' }, { transaction }),
    );
    before = await world.size();
    fresh = await openImportWorld();
  });
  afterAll(async () => {
    expect(await world.size()).toEqual(before);
    await world.close();
    await fresh.close();
  });

  function remember(problems: readonly ImportProblem[]) {
    for (const { problem, data, sheet, row, column } of problems) {
      seen.add(problem);
      for (const { importing } of [ru, en]) {
        const sentence = importing.problems[problem](data);
        expect(sentence).not.toMatch(/undefined|NaN|null/);
        expect(importing.place(sheet ?? '', row, column)).not.toMatch(/undefined|null/);
      }
    }
    return told(problems);
  }

  for (const [name, [problems, sheets, edit]] of Object.entries(CASES)) {
    it(name, async () => {
      const result = await world.load(school(sheets), edit ? { edit } : {});
      expect(remember(result.problems)).toEqual([problems].flat());
    });
  }

  it('has a year, or the journal has one', async () => {
    const { years: _, ...rest } = school();
    expect(remember((await fresh.load(rest)).problems)).toEqual(['no-year']);
  });

  it('is told of by its own words, and all of it at once', async () => {
    const rows = school({ pupils: school().pupils.map((row) => ({ ...row, class: '3Ё' })) });
    const { problems } = await world.load(rows, { language: 'en' });
    expect(told(problems)).toEqual([2, 3, 4, 5].map((row) => `Pupils ${row} F: unknown-class`));
    const [one] = problems;
    expect(one && en.importing.place(one.sheet ?? '', one.row, one.column)).toBe(
      'Sheet “Pupils”, row 2, column F “Class”',
    );
  });

  describe('is no workbook', () => {
    const files: Record<string, [string, Uint8Array]> = {
      'a text': ['not-a-workbook', new TextEncoder().encode('Фамилия;Имя\n')],
      nothing: ['not-a-workbook', new Uint8Array()],
      'an old Excel file': ['old-format', new Uint8Array(Buffer.from('D0CF11E0A1B11AE1', 'hex'))],
      'a file with a password': [
        'encrypted',
        new Uint8Array(
          Buffer.concat([
            Buffer.from('D0CF11E0A1B11AE1', 'hex'),
            Buffer.from('EncryptedPackage', 'utf16le'),
          ]),
        ),
      ],
      'a huge file': ['too-big', new Uint8Array(21 * 1024 * 1024)],
    };
    for (const [name, [problem, bytes]] of Object.entries(files)) {
      it(name, async () => {
        expect(remember((await world.importBytes(bytes)).problems)).toEqual([problem]);
      });
    }

    it('one that is cut off or spoilt', async () => {
      const bytes = await writeSchoolWorkbook(school(), 'ru');
      const cut = await world.importBytes(bytes.slice(0, bytes.length / 2));
      expect(remember(cut.problems)).toEqual(['not-a-workbook']);
      const spoilt = bytes.slice().fill(7, 60, 120);
      expect(remember((await world.importBytes(spoilt)).problems)).toEqual(['broken-file']);
    });

    it('an empty template', async () => {
      const bytes = await writeSchoolWorkbook({}, 'ru');
      expect(remember((await world.importBytes(bytes)).problems)).toEqual(['nothing-to-import']);
    });
  });

  it('of every kind was met here', () => {
    // A teacher's alone: the administrator, who loads a school, has every course.
    const here = PROBLEM_KEYS.filter((key) => key !== 'not-your-course');
    expect([...seen].sort()).toEqual([...here].sort());
  });
});
