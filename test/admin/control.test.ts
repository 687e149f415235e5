import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Chart } from '../../admin/control-page.ts';
import { writeFindings } from '../../db/actions/write-findings.ts';
import { readControl } from '../../db/reports/control/control.ts';
import { answerOf, api, type PanelClient } from './panel-client.ts';
import { openPanelWorld, type PanelWorld } from './panel-world.ts';

let world: PanelWorld;
let deputy: PanelClient;

beforeAll(async () => {
  world = await openPanelWorld();
  const { courseId } = world.school;
  await world.db.write(async ({ db: { models }, transaction }) => {
    const slot = { courseId, weekday: 1, number: 2, startsOn: '2026-09-01' };
    await models.TimetableSlot.create(slot, { transaction });
  });
  const control = await readControl(world.db);
  await world.db.write((tx) => writeFindings(tx, control));
  deputy = await world.loggedIn('deputy');
});
afterAll(() => world.close());

describe('the control in the panel', () => {
  it('lists findings to a deputy head, to be filtered and not to be written', async () => {
    const query = `?filters.state=open&filters.rule=unfilled&filters.teacherId=${world.people.teacher}`;
    const { records = [] } = await answerOf(deputy.get(`${api.list('finding')}${query}`));
    expect(records.length).toBeGreaterThan(0);
    expect(records[0]?.title).toBe('7А Алгебра 05.10');
    const administrator = await world.loggedIn('administrator');
    const before = await world.db.models.Finding.count();
    await administrator.post(api.create('finding'), { key: 'x', rule: 'unfilled' });
    expect(await world.db.models.Finding.count()).toBe(before);
  });

  it('shows charts to whoever oversees the school, each bar with its number', async () => {
    const answer = await deputy.get('/api/pages/overview');
    expect(answer.status).toBe(200);
    const { charts } = (await answer.json()) as { charts: Chart[] };
    expect(charts.map(({ name }) => name)).toEqual([
      ...['byRule', 'byTeacher', 'byClass', 'byWeek', 'timeliness'],
      ...['parents', 'parentsByWeek'],
    ]);
    const [byRule, byTeacher, , byWeek, timeliness] = charts;
    const unfilled = byRule?.rows.find(({ label }) => label === 'unfilled');
    expect(unfilled?.bars[0]?.value).toBe(5);
    expect(unfilled?.href).toContain('filters.rule=unfilled');
    expect(byTeacher?.rows.map(({ label }) => label)).toEqual(['Королёв П. И.']);
    expect(byWeek?.rows).toHaveLength(8);
    expect(byWeek?.rows.at(-1)?.bars[0]?.text).toMatch(/^\+\d+$/);
    expect(timeliness?.rows[0]?.bars[0]?.text).toBe('0 %');
  });

  it('shows a stranger nothing', async () => {
    const answer = await world.visitor().get('/api/pages/overview');
    expect(answer.status).not.toBe(200);
  });
});
