import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type ApiWorld, openApiWorld, QUARTER } from './api-world.ts';
import { answerOf, api, type PanelClient } from './panel-client.ts';

let world: ApiWorld;
let administrator: PanelClient;
beforeAll(async () => {
  world = await openApiWorld();
  administrator = await world.panel.loggedIn('administrator');
});
afterAll(() => world.close());

const PATH = `classes?${QUARTER}`;
const bearer = (token: string) => ({ authorization: `Bearer ${token}` });
const issue = async (name: string, client = administrator) =>
  (await (await client.post(api.create('api_token'), { name })).json()) as {
    token?: string;
    notice?: { message: string };
  };

describe('a token', () => {
  it('is shown once, works at once and is kept as a hash', async () => {
    const { token = '' } = await issue('РИС');
    expect(token).toMatch(/^zhurnal_[\w-]{22}$/);
    expect((await world.ask(PATH, bearer(token))).status).toBe(200);
    const { ApiToken, Change } = world.panel.db.models;
    const stored = JSON.stringify([await ApiToken.findAll(), await Change.findAll()]);
    expect(stored).toContain('РИС');
    expect(stored).not.toContain(token);
    expect(stored).not.toContain(token.slice('zhurnal_'.length));
    const list = await (await administrator.get(api.list('api_token'))).text();
    expect(list).toContain('РИС');
    expect(list).not.toContain(token);
    expect(list).not.toContain('tokenHash');
  });

  it('is worth nothing from the moment it is revoked, and its row stays', async () => {
    const { token = '' } = await issue('Город');
    const { ApiToken, Change } = world.panel.db.models;
    const { id = 0 } = (await ApiToken.findOne({ where: { name: 'Город' } })) ?? {};
    await administrator.post(api.record('api_token', id, 'delete'));
    expect((await world.ask(PATH, bearer(token))).status).toBe(401);
    expect((await ApiToken.findByPk(id))?.revokedAt).toBeInstanceOf(Date);
    const lines = await Change.findAll({ where: { record: 'api_token', recordId: id } });
    expect(lines.map(({ actorId, door }) => [actorId, door])).toEqual([
      [world.panel.people.administrator, 'panel'],
      [world.panel.people.administrator, 'panel'],
    ]);
    const again = await answerOf(administrator.post(api.record('api_token', id, 'delete')));
    expect(again.notice?.type).toBe('error');
  });

  it('needs a name that can be told from others', async () => {
    const before = await world.panel.db.models.ApiToken.count();
    for (const name of [' ', 'я'.repeat(61)]) {
      const { token, notice } = await issue(name);
      expect(token).toBe(undefined);
      expect(notice?.message).not.toBe('');
    }
    expect(await world.panel.db.models.ApiToken.count()).toBe(before);
  });

  it('is the administrator’s to make, not the deputy head’s', async () => {
    const deputy = await world.panel.loggedIn('deputy');
    expect((await issue('Чужой', deputy)).token).toBe(undefined);
    expect((await deputy.get(api.list('api_token'))).status).not.toBe(500);
    expect(await world.panel.db.models.ApiToken.count({ where: { name: 'Чужой' } })).toBe(0);
  });

  it('tells when it was last used, exact to a minute', async () => {
    const { token = '' } = await issue('Срок');
    const used = async () =>
      (await world.panel.db.models.ApiToken.findOne({ where: { name: 'Срок' } }))?.lastUsedAt;
    expect(await used()).toBe(null);
    await world.ask(PATH, bearer(token));
    const first = await used();
    await world.ask(PATH, bearer(token));
    expect(await used()).toEqual(first);
    world.panel.pass(2);
    await world.ask(PATH, bearer(token));
    expect(Number(await used()) - Number(first)).toBe(120_000);
  });
});

describe('the door', () => {
  it('opens to a bearer alone', async () => {
    const cookie = administrator.cookie();
    for (const headers of [{}, { cookie }, bearer('zhurnal_0123456789012345678901'), basic()]) {
      const response = await world.ask(PATH, headers as Record<string, string>);
      expect(response.status).toBe(401);
      expect(response.headers.get('www-authenticate')).toBe('Bearer realm="zhurnal"');
      expect(response.headers.get('content-type')).toContain('application/problem+json');
    }
    expect((await world.ask(`${PATH}&token=${world.token}`, {})).status).toBe(401);
  });

  it('sets no cookie and lets nobody keep what it says', async () => {
    const { headers } = await world.ask(PATH);
    expect(headers.get('set-cookie')).toBe(null);
    expect(headers.get('cache-control')).toBe('no-store');
    expect(headers.get('x-content-type-options')).toBe('nosniff');
    expect(headers.get('strict-transport-security')).toContain('max-age');
    expect(headers.get('access-control-allow-origin')).toBe(null);
  });

  it('says that nothing changed by 304', async () => {
    const etag = (await world.ask(PATH)).headers.get('etag') ?? '';
    // Without the second header fetch would ask for no answer from a cache, which a 304 is.
    const known = { 'if-none-match': etag, 'cache-control': 'max-age=0' };
    const again = await world.ask(PATH, { ...bearer(world.token), ...known });
    expect(again.status).toBe(304);
    expect(await again.text()).toBe('');
  });

  it('writes into the log who read what, and no token or name', async () => {
    await world.ask(PATH);
    const log = world.logged.join('');
    expect(log).toContain('"path":"classes"');
    expect(log).not.toContain(world.token);
    expect(log).not.toContain('Иванов');
  });

  it('counts requests of each token and says when to come again', async () => {
    const { token = '' } = await issue('Торопыга');
    world.panel.pass(1);
    const statuses: number[] = [];
    for (let n = 0; n < 121; n += 1) {
      statuses.push((await world.ask('nothing', bearer(token))).status);
    }
    expect(new Set(statuses.slice(0, 120))).toEqual(new Set([404]));
    expect(statuses.at(-1)).toBe(429);
    const refused = await world.ask(PATH, bearer(token));
    expect(Number(refused.headers.get('retry-after'))).toBeGreaterThan(0);
    expect((await world.ask(PATH)).status).toBe(200);
    world.panel.pass(1);
    expect((await world.ask(PATH, bearer(token))).status).toBe(200);
  });

  it('grows deaf to an address that guesses', async () => {
    world.panel.pass(1);
    const statuses: number[] = [];
    for (let n = 0; n < 31; n += 1) {
      statuses.push((await world.ask(PATH, bearer(`zhurnal_guess0000000000${n}`))).status);
    }
    expect(statuses.at(0)).toBe(401);
    expect(statuses.at(-1)).toBe(429);
    expect((await world.ask(PATH)).status).toBe(200);
  });
});

function basic(): Record<string, string> {
  return { authorization: `Basic ${Buffer.from(`x:${world.token}`).toString('base64')}` };
}
