import { Workbook } from 'exceljs';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import type { ReportsPage } from '../../admin/reports/page.ts';
import { isReport, REPORT_KINDS } from '../../db/rules/report-kinds.ts';
import type { PanelClient } from './panel-client.ts';
import { openPanelWorld, type PanelWorld } from './panel-world.ts';

const PAGE = '/api/pages/reports';

let world: PanelWorld;
let deputy: PanelClient;
let termId: number;

beforeAll(async () => {
  world = await openPanelWorld();
  deputy = await world.loggedIn('deputy');
  const { courseId, pupilId, secondPupilId } = world.school;
  const { Term, TermMark } = world.db.models;
  termId = (await Term.findOne())?.id ?? 0;
  await world.db.write(({ transaction, now }) =>
    TermMark.bulkCreate(
      [
        { pupilId, value: '4' },
        { pupilId: secondPupilId, value: '5' },
      ].map((one) => ({
        ...one,
        courseId,
        termId,
        authorId: world.people.teacher,
        createdAt: now,
        updatedAt: now,
      })),
      { transaction },
    ),
  );
});
afterAll(() => world.close());

const shown = async (client = deputy): Promise<ReportsPage> =>
  (await (await client.get(PAGE)).json()) as ReportsPage;
const act = (what: string, term = termId, client = deputy) =>
  client.post(PAGE, { do: what, termId: String(term) });
const fileOf = (as: string, query: string, client = deputy) =>
  client.get(`/reports/file.${as}?${query}`);
const ofClass = (kind: string) =>
  `kind=${kind}&teacher=0&class=${world.school.classId}&term=${termId}`;
const kept = () => world.db.models.Report.count();

describe('the reports of a term', () => {
  it('are listed for the school, each class and each teacher', async () => {
    const { terms, reports, run } = await shown();
    expect(terms).toEqual([{ id: termId, kind: 'quarter', number: 1, year: '2026/27' }]);
    expect(run).toBeNull();
    const owners = [...new Set(reports.map(({ owner }) => owner))];
    expect(owners).toEqual(['', '1А', '7А', 'Королёв П. И.']);
    expect(reports.every(({ state }) => state === null)).toBe(true);
    expect(reports.filter(({ owner }) => owner === '7А').map(({ kind }) => kind)).toEqual(
      REPORT_KINDS.filter((kind) => isReport({ kind, teacherId: null, classId: 1, termId: 1 })),
    );
  });

  it('come as workbooks with numbers, prints and pictures without scripts', async () => {
    const xlsx = await fileOf('xlsx', ofClass('summary'));
    expect(xlsx.headers.get('content-disposition')).toContain("filename*=UTF-8''");
    expect(xlsx.headers.get('cache-control')).toContain('no-store');
    const workbook = new Workbook();
    await workbook.xlsx.load(await xlsx.arrayBuffer());
    const cells: unknown[] = [];
    workbook.worksheets[0]?.eachRow((row) => cells.push(...(row.values as unknown[])));
    expect(cells).toEqual(expect.arrayContaining(['Иванов Семён', 'Петрова Алёна', 4, 5]));
    const pdf = await fileOf('pdf', ofClass('class'));
    expect(Buffer.from(await pdf.arrayBuffer()).toString('latin1', 0, 5)).toBe('%PDF-');
    const svg = await fileOf('svg', ofClass('class'));
    expect(svg.headers.get('content-type')).toContain('image/svg+xml');
    const text = await svg.text();
    expect(text).toMatch(/^<svg/);
    expect(text).not.toContain('<script');
  });

  it('say in a sentence why there is nothing', async () => {
    const grade1 = `kind=summary&teacher=0&class=${world.school.firstClassId}&term=${termId}`;
    const nothing = await fileOf('pdf', grade1);
    expect(nothing.status).toBe(409);
    expect(await nothing.text()).toMatch(/[а-яё]\.$/);
    for (const query of ['kind=nothing&term=1', `${ofClass('class')}9999`, ofClass('school')]) {
      const unknown = await fileOf('xlsx', query);
      expect(unknown.status).toBe(409);
      expect(await unknown.json()).toEqual({ message: 'Такой записи больше нет' });
    }
    expect((await act('make', 999_999)).status).toBe(409);
  });

  it('are for whoever oversees the school, and for nobody else', async () => {
    for (const client of [world.visitor(), await world.loggedIn('mother').catch(() => null)]) {
      for (const answer of [
        await client?.get(PAGE),
        await client?.post(PAGE, { do: 'make', termId: String(termId) }),
        await client?.get(`/reports/file.xlsx?${ofClass('class')}`),
      ]) {
        expect([undefined, 302, 401, 403]).toContain(answer?.status);
      }
    }
    expect(await kept()).toBe(0);
  });

  it('are made together, once, and a second press joins the first', async () => {
    const first = await (await act('make')).json();
    const second = await (await act('make')).json();
    expect(first).toMatchObject({ run: { state: 'running' } });
    expect(second).toMatchObject({ run: { state: expect.stringMatching(/running|done/) } });
    await vi.waitFor(async () => expect((await shown()).run?.state).toBe('done'));
    const { reports, run } = await shown();
    const drafts = reports.filter(({ state }) => state === 'draft');
    expect(drafts.length).toBeGreaterThan(3);
    expect(run).toMatchObject({ made: drafts.length, done: reports.length, all: reports.length });
    expect(await kept()).toBe(drafts.length);
    const changes = await world.db.models.Change.findAll({ where: { record: 'report' } });
    expect(changes).toHaveLength(drafts.length);
    expect(new Set(changes.map(({ actorId }) => actorId))).toEqual(new Set([world.people.deputy]));
  });

  it('are not made anew where they are there, and a cancelled run keeps none', async () => {
    const before = await kept();
    await act('make');
    await act('cancel');
    await vi.waitFor(async () =>
      expect(['cancelled', 'done']).toContain((await shown()).run?.state),
    );
    expect(await kept()).toBe(before);
  });

  it('show who approved one and when', async () => {
    const { Report } = world.db.models;
    await world.db.write(({ transaction, now }) =>
      Report.update(
        { state: 'approved', approvedAt: now, approvedById: world.people.deputy },
        { where: { kind: 'class', classId: world.school.classId }, transaction },
      ),
    );
    const { reports } = await shown();
    const one = reports.find(({ kind, owner }) => kind === 'class' && owner === '7А');
    expect(one).toMatchObject({ state: 'approved', approved: 'Зимина В. П., 13.10.2026 12:00' });
  });
});
