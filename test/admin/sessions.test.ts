import { afterAll, beforeAll, expect, it } from 'vitest';
import { browserName } from '../../admin/login/browser-name.ts';
import { answerOf, api, createPanelClient, type PanelClient } from './panel-client.ts';
import { openPanelWorld, PASSWORD, type PanelWorld } from './panel-world.ts';

const FIREFOX = 'Mozilla/5.0 (X11; Linux x86_64; rv:140.0) Gecko/20100101 Firefox/140.0';

let world: PanelWorld;
beforeAll(async () => {
  world = await openPanelWorld();
});
afterAll(() => world.close());

const lessons = api.list('lesson');

async function sessionsOf(client: PanelClient) {
  const { records = [] } = await answerOf(client.get(api.list('panel_session')));
  return records.map(({ id, params, populated }) => ({
    id,
    browser: params.browser,
    way: params.way,
    who: populated.personId?.title,
  }));
}

it('lists to each their own sessions, and to the administrator everybody’s', async () => {
  const deputy = await world.loggedIn('deputy');
  const teacher = await world.loggedIn('teacher');
  const administrator = await world.loggedIn('administrator');
  expect((await sessionsOf(deputy)).map(({ who }) => who)).toEqual(['Зимина Вера Петровна']);
  expect(await sessionsOf(teacher)).toMatchObject([{ who: 'Королёв Пётр Ильич', way: 'password' }]);
  expect(await sessionsOf(administrator)).toHaveLength(3);
});

it('ends one of one’s own at once, and nobody else’s', async () => {
  const [first, second] = [await world.loggedIn('teacher'), await world.loggedIn('teacher')];
  const deputy = await world.loggedIn('deputy');
  const [theirs] = await sessionsOf(deputy);
  const foreign = await answerOf(
    first.post(api.record('panel_session', theirs?.id ?? '', 'delete')),
  );
  expect(foreign.notice?.type).toBe('error');
  expect((await deputy.get(lessons)).status).toBe(200);
  for (const { id } of await sessionsOf(second)) {
    const { notice } = await answerOf(
      (await world.loggedIn('teacher')).post(api.record('panel_session', id, 'delete')),
    );
    expect(notice?.type).toBe('success');
  }
  expect((await first.get(lessons)).status).toBe(302);
  expect((await second.get(lessons)).status).toBe(302);
});

it('ends all others by one button and keeps the one at hand', async () => {
  const [kept, lost] = [await world.loggedIn('deputy'), await world.loggedIn('deputy')];
  const other = await world.loggedIn('administrator');
  expect(await (await kept.get('/logout')).text()).toContain('Завершить остальные сеансы');
  expect((await kept.postForm('/logout/others', {})).status).toBe(303);
  expect((await kept.get(lessons)).status).toBe(200);
  expect((await lost.get(lessons)).status).toBe(302);
  expect((await other.get(lessons)).status).toBe(200);
  const line = await world.db.models.Change.findOne({
    where: { record: 'panel_session' },
    order: [['id', 'DESC']],
  });
  expect([line?.actorId, line?.recordId]).toEqual([world.people.deputy, world.people.deputy]);
});

it('asks a visitor to log in before anything is ended', async () => {
  const visitor = world.visitor();
  expect(await (await visitor.get('/logout')).text()).not.toContain('остальные');
  expect((await visitor.postForm('/logout/others', {})).headers.get('location')).toMatch(/login$/);
});

it('lets the administrator end anybody’s', async () => {
  const teacher = await world.loggedIn('teacher');
  const administrator = await world.loggedIn('administrator');
  for (const { id, who } of await sessionsOf(administrator)) {
    if (who?.startsWith('Королёв')) {
      await administrator.post(api.record('panel_session', id, 'delete'));
    }
  }
  expect((await teacher.get(lessons)).status).toBe(302);
  expect((await administrator.get(lessons)).status).toBe(200);
});

it('keeps the browser shortened, when it was seen last, and no id that would open the door', async () => {
  const response = await fetch(`${world.origin}/admin/login`, {
    method: 'POST',
    body: new URLSearchParams({ login: 'teacher', password: PASSWORD }),
    headers: { origin: world.origin, 'user-agent': FIREFOX },
    redirect: 'manual',
  });
  const cookie = (response.headers.get('set-cookie') ?? '').split(';')[0] ?? '';
  const client = createPanelClient(world.origin, cookie);
  expect((await sessionsOf(client))[0]?.browser).toBe('Firefox, Linux');
  world.pass(5);
  await client.get(lessons);
  const stored = await world.db.models.PanelSession.findOne({ order: [['seenAt', 'DESC']] });
  expect(stored?.seenAt).toEqual(world.db.now());
  const id = /s%3A([^.]+)\./.exec(cookie)?.[1] ?? '';
  expect(id).not.toBe('');
  expect(JSON.stringify(await world.db.models.PanelSession.findAll())).not.toContain(id);
});

it.each([
  [FIREFOX, 'Firefox, Linux'],
  [
    'Mozilla/5.0 (Windows NT 10.0) AppleWebKit/537.36 Chrome/130 YaBrowser/25 Safari/537.36',
    'Yandex, Windows',
  ],
  [
    'Mozilla/5.0 (iPhone; CPU iPhone OS 18_0 like Mac OS X) Version/18.0 Safari/604.1',
    'Safari, iOS',
  ],
  [
    'Mozilla/5.0 (Linux; Android 15) AppleWebKit/537.36 Chrome/131 Mobile Safari/537.36',
    'Chrome, Android',
  ],
  ['<script>', '—'],
])('names the browser %s', (userAgent, name) => {
  expect(browserName(userAgent)).toBe(name);
});
