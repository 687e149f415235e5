import { afterAll, beforeAll, expect, it } from 'vitest';
import { api } from './panel-client.ts';
import { openPanelWorld, type PanelWorld } from './panel-world.ts';

let world: PanelWorld;
beforeAll(async () => {
  world = await openPanelWorld();
});
afterAll(() => world.close());

const log = () =>
  world.db.select<{ personId: number; pupilId: number; screen: string; count: number }>(
    `SELECT person_id AS "personId", pupil_id AS "pupilId", screen, count FROM view_event
      ORDER BY id`,
  );

it('the panel notes who opened a child’s own record, and no list', async () => {
  const { markId, pupilId, classId } = world.school;
  const deputy = await world.loggedIn('deputy');
  await deputy.get(api.list('pupil'));
  await deputy.get(api.record('school_class', classId, 'show'));
  expect(await log()).toEqual([]);
  await deputy.get(api.record('pupil', pupilId, 'show'));
  await deputy.get(api.record('mark', markId, 'show'));
  const own = { personId: world.people.deputy, pupilId, screen: 'panel' };
  expect(await log()).toEqual([{ ...own, count: 2 }]);
  const [row] = await world.db.models.ViewEvent.findAll();
  await deputy.get(api.record('view_event', row?.id ?? 0, 'show'));
  expect(await log()).toEqual([{ ...own, count: 2 }]);
});
