import ExcelJS from 'exceljs';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { ru } from '../../bot/texts/ru.ts';
import { workbookMessage } from '../../bot/views/journal.ts';
import type { Pen } from '../../bot/views/lesson.ts';
import { sheetName, xlsxOf } from '../../bot/views/sheets/xlsx.ts';
import { readCourseGrid } from '../../db/reports/course-grid.ts';
import { type JournalWorld, openJournalWorld } from '../actions/journal-world.ts';

let world: JournalWorld;
beforeEach(async () => {
  world = await openJournalWorld();
});
afterEach(() => world.close());

/** The workbook of the course, written and read again. */
async function reread(names: Pen['names'] = 'full', courseId = world.course) {
  const actor = { personId: world.people.teacher, classIds: [], childIds: [] };
  const grid = await readCourseGrid(
    world.db,
    { ...actor, roles: ['teacher'] },
    { courseId, termId: null },
  );
  const message = workbookMessage(grid, { texts: ru, names });
  const file = message?.file;
  if (!file || !('book' in file)) {
    throw new Error('there is no workbook');
  }
  const workbook = new ExcelJS.Workbook();
  const bytes = await xlsxOf(file.book);
  await workbook.xlsx.load(bytes.buffer as ArrayBuffer);
  const sheet = workbook.worksheets[0];
  if (!sheet) {
    throw new Error('there is no sheet');
  }
  return { name: file.name, sheet };
}

const at = (date: string, pupil = world.pupils.ivanov) => ({
  course: world.course,
  number: 2,
  author: world.people.teacher,
  date,
  pupil,
});

describe('the workbook of a course', () => {
  it('holds numbers where one mark stands, texts elsewhere, means of two digits', async () => {
    const { make, pupils } = world;
    await make.aMark({ ...at('2026-09-07'), value: 5 });
    await make.aMark({ ...at('2026-09-14'), value: 2, weight: 2 });
    await make.aMark({ ...at('2026-09-21'), value: 4 });
    await make.aMark({ ...at('2026-09-21'), value: 3 });
    await make.aMark({ ...at('2026-09-28'), value: null });
    await make.anAbsence({ ...at('2026-10-05'), code: 'absent' });
    await make.aMark({ ...at('2026-10-12'), value: 4 });
    await make.anAbsence({ ...at('2026-10-12'), code: 'late' });
    await make.aPupil('Новая Анна', { from: '2026-10-12' });
    const { sheet } = await reread();
    expect(sheet.getRow(4).values).toEqual([
      undefined,
      ...['№', 'Ученик', '07.09', '14.09', '21.09', '28.09', '05.10', '12.10'],
      ...['Средняя', 'Отметок', 'Пропусков', 'Опозданий'],
    ]);
    expect(sheet.getRow(5).getCell(3).value).toBe('пн');
    expect(sheet.getRow(6).values).toEqual([
      undefined,
      ...[1, 'Иванов Семён Игоревич', 5, 2, '4/3', '•', 'н', '4 о', 3.33, 5, 1, 1],
    ]);
    expect(sheet.getRow(6).getCell(9).numFmt).toBe('0.00');
    expect(sheet.getRow(6).getCell(4).font).toMatchObject({
      bold: true,
      color: { argb: 'FFC0392B' },
    });
    expect(sheet.getRow(7).getCell(9).value).toBeNull();
    const [off, on] = [3, 8].map((column) => sheet.getRow(9).getCell(column).fill);
    expect(sheet.getRow(9).getCell(2).value).toBe('Новая Анна');
    expect(off).toMatchObject({ pattern: 'solid' });
    expect(on).not.toMatchObject({ pattern: 'solid' });
    expect(pupils.kozlov).toBeGreaterThan(0);
  });

  it('is titled, freezes its headings, and prints on A4 lying', async () => {
    const { sheet, name } = await reread();
    expect(name).toBe('Журнал_7А_Алгебра_1-я_четверть.xlsx');
    expect(sheet.name).toBe('7А Алгебра');
    expect([1, 2, 3].map((row) => sheet.getCell(row, 1).value)).toEqual([
      '7А · Алгебра',
      '1-я четверть, 1 сентября–12 октября',
      'Учитель: Королёв Пётр Ильич',
    ]);
    expect(sheet.views).toMatchObject([{ state: 'frozen', xSplit: 2, ySplit: 5 }]);
    expect(sheet.pageSetup).toMatchObject({
      orientation: 'landscape',
      paperSize: 9,
      fitToWidth: 1,
      printTitlesRow: '1:5',
    });
  });

  it('takes no text for a formula and no name for a sheet that Excel refuses', async () => {
    const { make, people } = world;
    const subject = "=1+1/[x]:*?\\'очень длинное название предмета'";
    const courseId = await make.aCourse({ class: '7А', subject, teacher: people.teacher });
    await make.aSlot(courseId, 1, 1);
    await make.aPupil('=HYPERLINK("http://x") @Имя');
    const { sheet, name } = await reread('full', courseId);
    const last = sheet.lastRow?.getCell(2);
    expect(last?.type).toBe(ExcelJS.ValueType.String);
    expect(last?.value).toBe('=HYPERLINK("http://x") @Имя');
    expect(sheet.getCell(1, 1).type).toBe(ExcelJS.ValueType.String);
    expect(sheet.name.length).toBeLessThanOrEqual(31);
    expect(sheet.name).not.toMatch(/[[\]:*?/\\]|^'|'$/);
    expect(name).toMatch(/^[\p{L}\p{N}_-]+\.xlsx$/u);
  });

  it.each([
    ['7А Алгебра', '7А Алгебра'],
    ['a/b:c', 'a b c'],
    ["'x'", 'x'],
    ['я'.repeat(40), 'я'.repeat(31)],
    ['[]', '1'],
  ])('names a sheet %s as %s', (wanted, name) => {
    expect(sheetName(wanted)).toBe(name);
  });

  it('keeps to names as far as messages may say them', async () => {
    const words = async (names: Pen['names']) => {
      const { sheet } = await reread(names);
      return JSON.stringify(sheet.getSheetValues());
    };
    expect(await words('short')).toContain('Иванов С.');
    expect(await words('short')).not.toContain('Семён');
    const none = await words('none');
    expect(none).toContain('№ 1');
    expect(none).not.toMatch(/Иванов|Королёв/);
  });
});
