import ExcelJS from 'exceljs';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { ru } from '../../bot/texts/ru.ts';
import type { Paper, PaperTable } from '../../bot/views/papers/paper.ts';
import { pngOf } from '../../bot/views/pictures/png.ts';
import { reportPicture } from '../../bot/views/pictures/report-picture.ts';
import { paperPdf } from '../../bot/views/prints/paper.ts';
import { paperBooks } from '../../bot/views/sheets/paper-books.ts';
import { xlsxOf } from '../../bot/views/sheets/xlsx.ts';
import { NOTHING_AWAY } from '../../db/reports/periodic/away.ts';
import type { Period } from '../../db/reports/periodic/period.ts';

afterEach(() => {
  vi.restoreAllMocks();
});

const table = (rows: number): PaperTable => ({
  name: 'Ведомость',
  frozen: 1,
  columns: [
    { title: 'Ученик', kind: 'text', width: 24 },
    { title: 'Физическая культура', kind: 'mark', width: 5, upright: true },
    { title: 'Усп., %', kind: 'percent', width: 8 },
    { title: 'Ср. балл', kind: 'mean', width: 8 },
    { title: 'Дата', kind: 'day', width: 10 },
  ],
  rows: Array.from({ length: rows }, (_, index) => [
    ...[`=Иванов ${index}`, 2, 92, 3.72, '2026-10-25'],
  ]),
  totals: [['Всего', null, { value: 12, kind: 'count' }, null, null]],
});
const paper = (of: Partial<Paper> = {}): Paper => ({
  title: 'Сводная ведомость',
  lines: ['Класс: 7А'],
  tables: [table(3)],
  notes: ['Черновик, не утверждён.'],
  mark: 'ЧЕРНОВИК',
  pageNumber: 'стр. {page} из {pages}',
  landscape: true,
  ...of,
});
const textOf = async (of: Paper) => Buffer.from(await paperPdf(of)).toString('latin1');
const pagesOf = (pdf: string) => pdf.match(/\/Type \/Page\b/g)?.length;

describe('a document', () => {
  it('is a print of as many A4 pages as it takes, quietly', async () => {
    const warned = vi.spyOn(console, 'warn');
    const lying = await textOf(paper());
    expect(lying).toContain('/MediaBox [0 0 841.89 595.28]');
    expect(lying).toContain('DejaVuSansCondensed');
    expect(pagesOf(lying)).toBe(1);
    const long = await textOf(paper({ tables: [table(120)], landscape: false, mark: null }));
    expect(long).toContain('/MediaBox [0 0 595.28 841.89]');
    expect(pagesOf(long)).toBe(3);
    const second = { ...table(1), newPage: true as const };
    expect(pagesOf(await textOf(paper({ tables: [table(1), second] })))).toBe(2);
    expect(warned).not.toHaveBeenCalled();
  });

  it('is a workbook of real numbers and days, a sheet a table', async () => {
    const workbook = new ExcelJS.Workbook();
    const bytes = await xlsxOf(...paperBooks(paper({ tables: [table(2), table(1)] })));
    await workbook.xlsx.load(bytes.buffer as ArrayBuffer);
    expect(workbook.worksheets.map(({ name }) => name)).toEqual(['Ведомость', 'Ведомость 2']);
    const [sheet] = workbook.worksheets;
    const row = sheet?.getRow(5);
    const cells = [1, 2, 3, 4, 5].map((index) => row?.getCell(index));
    expect(cells.map((cell) => cell?.value)).toEqual([
      ...['=Иванов 0', 2, 0.92, 3.72, new Date('2026-10-25')],
    ]);
    expect(cells.map((cell) => cell?.numFmt ?? 'General').slice(2)).toEqual([
      ...['0.00%', '0.00', 'dd.mm.yyyy'],
    ]);
    expect(sheet?.getRow(4).getCell(2).alignment).toMatchObject({ textRotation: 90 });
    expect(sheet?.getRow(7).getCell(3).value).toBe(12);
    expect(sheet?.getRow(8).getCell(1).value).toBe('Черновик, не утверждён.');
    expect(sheet?.pageSetup.printTitlesRow).toBe('1:4');
  });
});

describe('the picture of absences', () => {
  const pupil = (number: number) => ({
    ...{ pupilId: number, number, lastName: 'Смирнов', firstName: 'Антон', middleName: null },
  });
  const days = Array.from(
    { length: 40 },
    (_, index) => `2026-09-${String(1 + (index % 30)).padStart(2, '0')}`,
  );
  const period = { term: null } as unknown as Period;

  it('has a square a pupil and day, darkest where most was missed', async () => {
    const svg = reportPicture(
      {
        ...{ kind: 'attendance', period, className: '7А', teacher: null, classes: [], days },
        pupils: [1, 2].map((number) => ({ pupil: pupil(number), away: NOTHING_AWAY })),
        total: NOTHING_AWAY,
        missed: [days.map(() => 0), days.map((_, index) => (index === 3 ? 6 : 0))],
      },
      [],
      { texts: ru, names: 'short' },
    );
    expect(svg?.match(/fill='#eef2f6'/g)).toHaveLength(79);
    expect(svg?.match(/fill='#b8431f'/g)).toHaveLength(1);
    expect(svg).toContain('1. Смирнов А.');
    const png = Buffer.from(await pngOf(svg ?? ''));
    expect([png.readUInt32BE(16), png.readUInt32BE(20)]).toEqual([720, 180]);
  });
});
