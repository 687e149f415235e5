import { deflateRawSync } from 'node:zlib';
import ExcelJS from 'exceljs';
import { describe, expect, it } from 'vitest';
import { readSchoolWorkbook } from '../../db/import/read/read-workbook.ts';
import { told } from './import-world.ts';

/** Reads a workbook made by hand. */
async function read(make: (workbook: ExcelJS.Workbook) => void) {
  const workbook = new ExcelJS.Workbook();
  make(workbook);
  return readSchoolWorkbook(new Uint8Array(await workbook.xlsx.writeBuffer()));
}

/** Cells of the rows of one sheet made by hand. */
async function rowsOf(title: string, rows: ExcelJS.CellValue[][]) {
  const { school, problems } = await read((workbook) => {
    workbook.addWorksheet(title).addRows(rows);
  });
  expect(told(problems)).toEqual([]);
  return Object.values(school).flatMap(({ rows: found }) =>
    (found as { cells: object }[]).map(({ cells }) => cells),
  );
}

describe('a workbook made by hand', () => {
  it('may have its columns in any order, in either language, under a title', async () => {
    expect(
      await rowsOf(' звонки ', [
        ['Звонки нашей школы'],
        [],
        ['КОНЕЦ *', 'Lesson  number', ' начало'],
        ['9:15', 1, '8:30'],
        [],
        ['', ' ', null],
        ['10:10', 2, '9:25'],
      ]),
    ).toEqual([
      { number: 1, startsAt: '08:30', endsAt: '09:15' },
      { number: 2, startsAt: '09:25', endsAt: '10:10' },
    ]);
  });

  it('may have days and times as texts, as real ones, as numbers', async () => {
    const serial = 46_266; // 01.09.2026
    const days = await rowsOf('Days off', [
      ['First day', 'Last day', 'Name'],
      ['01.09.2026', '2026-09-02', 'а'],
      [new Date('2026-09-01T00:00:00Z'), serial + 1, 'б'],
      ['1.9.26', '2/9/2026', 'в'],
      [new Date('2026-09-01T23:59:59Z'), '2026-09-02 00:00:00', 'г'],
    ]);
    for (const day of days) {
      expect(day).toMatchObject({ startsOn: '2026-09-01', endsOn: '2026-09-02' });
    }
    const bells = await rowsOf('Bells', [
      ['Lesson number', 'Begins', 'Ends'],
      ['1', '8:30', '09.15'],
      [1, (8 * 60 + 30) / 1_440, new Date('1899-12-30T09:15:00Z')],
      ['1.0', '08-30', '9:15:00'],
    ]);
    for (const bell of bells) {
      expect(bell).toEqual({ number: 1, startsAt: '08:30', endsAt: '09:15' });
    }
  });

  it('may have numbers as texts, rich texts, links and results of formulas', async () => {
    const [row] = await rowsOf('Сотрудники', [
      ['Ключ', 'Фамилия', 'Имя', 'Отчество', 'Телефон', 'Роли'],
      [
        7,
        { richText: [{ text: 'Коро' }, { text: 'лёв ', font: { bold: true } }] },
        { formula: 'UPPER("п")&"ётр"', result: 'Пётр' },
        { text: 'Ильич', hyperlink: 'https://example.com' },
        79_001_234_567,
        'Учитель; завуч, Teacher',
      ],
    ]);
    expect(row).toEqual({
      key: '7',
      lastName: 'Королёв',
      firstName: 'Пётр',
      middleName: 'Ильич',
      phone: '79001234567',
      roles: ['teacher', 'deputy_head'],
    });
  });

  it('may have merged cells: each row of a merged column has its value', async () => {
    const { school, problems } = await read((workbook) => {
      const worksheet = workbook.addWorksheet('КТП');
      worksheet.addRows([
        ['КТП 7 класса'],
        ['Класс', 'Предмет', 'Номер', 'Тема'],
        ['7 «a»', 'Алгебра', 1, 'Множества'],
        [null, null, 2, 'Дроби'],
      ]);
      worksheet.mergeCells('A1:D1');
      worksheet.mergeCells('A3:A6');
      worksheet.mergeCells('B3:B4');
    });
    expect(told(problems)).toEqual([]);
    expect(school.plans?.rows.map(({ row, cells }) => [row, cells.class, cells.topic])).toEqual([
      [3, '7А', 'Множества'],
      [4, '7А', 'Дроби'],
    ]);
  });

  it('may have tables, notes, pictures and empty sheets of its own', async () => {
    const { school, problems } = await read((workbook) => {
      workbook.addWorksheet('Лист1');
      const worksheet = workbook.addWorksheet('Предметы');
      worksheet.addTable({
        name: 'Subjects',
        ref: 'A1',
        headerRow: true,
        columns: [{ name: 'Название' }, { name: 'Короткое название' }],
        rows: [['Алгебра', 'Алг.']],
      });
      worksheet.getCell('A2').note = 'заметка';
      const pixel =
        'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR4nGNgYGD4DwABBAEAX+XDSwAAAABJRU5ErkJggg==';
      worksheet.addImage(workbook.addImage({ base64: pixel, extension: 'png' }), 'D1:E2');
    });
    expect(told(problems)).toEqual([]);
    expect(school.subjects?.rows.map(({ cells }) => cells)).toEqual([
      { name: 'Алгебра', shortName: 'Алг.' },
    ]);
  });

  it('says nothing of a sheet it does not have, and of a column undefined', async () => {
    const { school } = await read((workbook) => {
      workbook.addWorksheet('Классы').addRows([['Параллель'], [7]]);
    });
    expect(Object.keys(school)).toEqual(['classes']);
    expect(school.classes?.rows).toEqual([{ row: 2, cells: { grade: 7 } }]);
  });
});

describe('a file that would eat the memory', () => {
  it('is refused if it unpacks to more than a school can need, whatever it says', async () => {
    const bomb = zip('xl/workbook.xml', Buffer.alloc(90 * 1024 * 1024), 10);
    expect(bomb.length).toBeLessThan(1024 * 1024);
    expect(told((await readSchoolWorkbook(bomb)).problems)).toEqual(['too-big']);
  });

  it('is refused if it merges millions of cells', async () => {
    const workbook = new ExcelJS.Workbook();
    workbook.addWorksheet('Классы').addRows([['Параллель'], [7]]);
    const bytes = Buffer.from(await workbook.xlsx.writeBuffer());
    const xml =
      '<worksheet><mergeCells count="1"><mergeCell ref="A2:XFD99999"/></mergeCells></worksheet>';
    const merged = zip('xl/worksheets/sheet1.xml', Buffer.from(xml), xml.length, 'xl/workbook.xml');
    expect(told((await readSchoolWorkbook(merged)).problems)).toEqual(['too-big']);
    expect(told((await readSchoolWorkbook(bytes)).problems)).toEqual([]);
  });
});

/** An archive with a file whose directory says it is `size` bytes long; and perhaps an empty one. */
function zip(name: string, content: Buffer, size: number, empty?: string): Uint8Array {
  const files = [{ name, content, size }];
  if (empty) {
    files.push({ name: empty, content: Buffer.alloc(0), size: 0 });
  }
  const bodies: Buffer[] = [];
  const directory: Buffer[] = [];
  let offset = 0;
  for (const file of files) {
    const packed = deflateRawSync(file.content);
    const title = Buffer.from(file.name);
    const local = Buffer.alloc(30);
    local.writeUInt32LE(0x04034b50, 0);
    local.writeUInt16LE(8, 8);
    local.writeUInt32LE(packed.length, 18);
    local.writeUInt32LE(file.size, 22);
    local.writeUInt16LE(title.length, 26);
    const entry = Buffer.alloc(46);
    entry.writeUInt32LE(0x02014b50, 0);
    entry.writeUInt16LE(8, 10);
    entry.writeUInt32LE(packed.length, 20);
    entry.writeUInt32LE(file.size, 24);
    entry.writeUInt16LE(title.length, 28);
    entry.writeUInt32LE(offset, 42);
    bodies.push(local, title, packed);
    directory.push(entry, title);
    offset += local.length + title.length + packed.length;
  }
  const end = Buffer.alloc(22);
  end.writeUInt32LE(0x06054b50, 0);
  end.writeUInt16LE(files.length, 10);
  end.writeUInt32LE(offset, 16);
  return new Uint8Array(Buffer.concat([...bodies, ...directory, end]));
}
