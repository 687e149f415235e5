import { Workbook } from 'exceljs';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { PanelClient } from './panel-client.ts';
import { openPanelWorld, type PanelWorld } from './panel-world.ts';

let world: PanelWorld;
let deputy: PanelClient;

beforeAll(async () => {
  world = await openPanelWorld();
  deputy = await world.loggedIn('deputy');
});
afterAll(() => world.close());

async function rowsOf(resource: string, query = ''): Promise<unknown[][]> {
  const response = await deputy.get(`/api/resources/${resource}/actions/exportList?${query}`);
  expect(response.status).toBe(200);
  expect(response.headers.get('content-disposition')).toContain('attachment');
  const workbook = new Workbook();
  await workbook.xlsx.load(await response.arrayBuffer());
  const rows: unknown[][] = [];
  workbook.worksheets[0]?.eachRow((row) => rows.push((row.values as unknown[]).slice(1)));
  return rows;
}

describe('a list as a workbook', () => {
  it('holds the rows and columns of the list in words', async () => {
    const [head, mark, ...rest] = await rowsOf('mark');
    expect(head).toEqual(expect.arrayContaining(['Ученик', 'Отметка', 'Дата']));
    expect(mark).toEqual(expect.arrayContaining(['Иванов Семён Игоревич', 4, 'ответ']));
    expect(mark).toContainEqual(new Date('2026-10-12T00:00:00Z'));
    expect(rest).toEqual([]);
  });

  it('keeps the filter and the order', async () => {
    const all = await rowsOf('pupil', 'sortBy=lastName&direction=desc');
    expect(all.slice(1).map(([name]) => name)).toEqual(['Петрова', 'Иванов', 'Ёлкин']);
    const found = await rowsOf('pupil', `filters.title=${encodeURIComponent('петров')}`);
    expect(found.slice(1).map(([name]) => name)).toEqual(['Петрова']);
  });

  it('lets no text become a formula', async () => {
    await world.db.write(({ db, transaction }) =>
      db.models.Subject.create({ name: '=HYPERLINK("http://a.b")' }, { transaction }),
    );
    const rows = await rowsOf('subject', `filters.name=${encodeURIComponent('=HYP')}`);
    expect(rows[1]).toContain('=HYPERLINK("http://a.b")');
  });

  it('is noted, with the number of its rows and no name', async () => {
    const rows = await rowsOf('pupil');
    const { Change } = world.db.models;
    const last = await Change.findOne({ where: { record: 'export' }, order: [['id', 'DESC']] });
    expect(last?.actorId).toBe(world.people.deputy);
    expect(JSON.parse(String(last?.after))).toEqual({ list: 'pupil', rows: rows.length - 1 });
  });

  it.each(['filters.nameKey=a', 'sortBy=nameKey', 'columns=all'])(
    'has no hidden column to offer: %s',
    async (query) => {
      const asked = await deputy.get(`/api/resources/pupil/actions/exportList?${query}`);
      expect(asked.status).toBe(400);
    },
  );
});
