import type { Workbook, Worksheet } from 'exceljs';
import { beforeAll, describe, expect, it } from 'vitest';
import { COLUMNS, SHEET_NAMES } from '../../db/import/columns.ts';
import { HEADINGS, LANGUAGES } from '../../db/import/headings/headings.ts';
import { writeSchoolWorkbook } from '../../db/import/write/write-workbook.ts';
import { opened, school } from './import-world.ts';

describe.each(LANGUAGES)('the template (%s)', (language) => {
  const headings = HEADINGS[language];
  let workbook: Workbook;

  beforeAll(async () => {
    workbook = await opened(await writeSchoolWorkbook({}, language));
  });

  function sheet(name: keyof typeof COLUMNS): Worksheet {
    const worksheet = workbook.getWorksheet(headings.sheets[name]);
    if (!worksheet) {
      throw new Error(`no sheet ${name}`);
    }
    return worksheet;
  }
  const validation = (name: keyof typeof COLUMNS, cell: string) =>
    sheet(name).getCell(cell).dataValidation;

  it('has every sheet with its headings frozen, and a guide', () => {
    expect(workbook.worksheets.map(({ name, state }) => [name, state])).toEqual([
      [headings.guide.title, 'visible'],
      [headings.lists, 'veryHidden'],
      ...SHEET_NAMES.map((name) => [headings.sheets[name], 'visible']),
    ]);
    for (const name of SHEET_NAMES) {
      expect(sheet(name).views[0]).toMatchObject({ state: 'frozen', ySplit: 1 });
      expect(sheet(name).actualRowCount).toBe(1);
      expect(sheet(name).actualColumnCount).toBe(Object.keys(COLUMNS[name]).length);
    }
  });

  it('has a hint at each heading and an asterisk at those that are required', () => {
    for (const name of SHEET_NAMES) {
      const columns = Object.entries(headings.columns[name]);
      expect(columns.map(([column]) => column)).toEqual(Object.keys(COLUMNS[name]));
      for (const [index, [, { heading, hint }]] of columns.entries()) {
        const cell = sheet(name)
          .getRow(1)
          .getCell(index + 1);
        expect(String(cell.value).replace(' *', '')).toBe(heading);
        expect(JSON.stringify(cell.note)).toContain(hint.replaceAll('"', '\\"'));
        expect(hint.length).toBeLessThanOrEqual(255);
      }
    }
    expect(sheet('pupils').getCell('A1').value).toMatch(/ \*$/);
    expect(sheet('pupils').getCell('E1').value).not.toMatch(/\*/);
  });

  it('has lists of words, of classes, and of names and keys on other sheets', () => {
    const lists = workbook.getWorksheet(headings.lists);
    const words = (cell: string, column: string) => {
      const [formula = ''] = validation(cell === 'A2' ? 'terms' : 'timetable', cell).formulae;
      expect(formula).toContain(`'${headings.lists}'!$${column}$1`);
      return lists?.getColumn(column).values.filter(Boolean);
    };
    expect(validation('terms', 'A2').type).toBe('list');
    expect(words('A2', 'A')).toEqual(Object.values(headings.words.termKinds));
    expect(words('D3000', 'B')).toEqual(headings.words.weekdays);
    expect(validation('staff', 'F2').type).toBe('list');
    expect(validation('courses', 'B2').formulae).toEqual([
      `'${headings.sheets.subjects}'!$A$2:$A$200`,
    ]);
    expect(validation('courses', 'D2').formulae).toEqual([
      `'${headings.sheets.staff}'!$A$2:$A$500`,
    ]);
    expect(validation('groups', 'D2').formulae).toEqual([
      `'${headings.sheets.pupils}'!$A$2:$A$3000`,
    ]);
    expect(lists?.getCell('F1').formula).toBe(
      `'${headings.sheets.classes}'!A2&'${headings.sheets.classes}'!B2`,
    );
    expect(validation('pupils', 'F2').formulae).toEqual([`'${headings.lists}'!$F$1:$F$150`]);
    expect(validation('bells', 'A2')).toMatchObject({ type: 'whole', formulae: [0, 15] });
  });

  it('keeps keys, phones and rooms as texts and days as days', () => {
    expect(sheet('staff').getColumn(1).numFmt).toBe('@');
    expect(sheet('staff').getColumn(5).numFmt).toBe('@');
    expect(sheet('timetable').getColumn(6).numFmt).toBe('@');
    expect(sheet('pupils').getColumn(5).numFmt).toBe('dd.mm.yyyy');
    expect(sheet('bells').getColumn(2).numFmt).toBe('hh:mm');
  });

  it('is filled with real days, times and texts, never with formulas', async () => {
    const [colleague, ...others] = school().staff;
    if (!colleague) {
      throw new Error('a colleague');
    }
    const signs = { firstName: '+Пётр', middleName: '-', phone: '@1', key: '007' };
    const staff = [{ ...colleague, ...signs, lastName: '=1+1' }, ...others];
    const filled = await opened(await writeSchoolWorkbook({ ...school(), staff }, language), {
      ignoreNodes: ['dataValidations'],
    });
    const cell = (name: keyof typeof COLUMNS, address: string) =>
      filled.getWorksheet(headings.sheets[name])?.getCell(address);
    expect(cell('terms', 'C2')?.value).toEqual(new Date('2026-09-01T00:00:00Z'));
    expect(cell('bells', 'B2')?.text).toContain('08:30:00');
    expect(['A2', 'B2', 'C2', 'D2', 'E2'].map((at) => cell('staff', at)?.value)).toEqual([
      '007',
      '=1+1',
      '+Пётр',
      '-',
      '@1',
    ]);
  });
});
