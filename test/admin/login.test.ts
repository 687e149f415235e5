import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { api, createPanelClient } from './panel-client.ts';
import { openPanelWorld, PASSWORD, type PanelWorld } from './panel-world.ts';

let world: PanelWorld;
beforeAll(async () => {
  world = await openPanelWorld();
});
afterAll(() => world.close());

const marks = api.list('mark');

describe('logging in', () => {
  it('lets the staff in, by any case of the login', async () => {
    const head = world.visitor();
    expect((await head.login(' Deputy ', PASSWORD)).status).toBe(303);
    expect((await head.get(marks)).status).toBe(200);
    expect((await (await world.loggedIn('administrator')).get(marks)).status).toBe(200);
    expect((await (await world.loggedIn('teacher')).get(marks)).status).toBe(200);
  });

  it('gives whoever has no role in the panel the answer of a wrong password', async () => {
    const wrong = await world.visitor().login('administrator', 'a wrong password');
    const sentence = sentenceOf(await wrong.text());
    for (const login of ['mother', 'nobody'] as const) {
      const visitor = world.visitor();
      const answer = await visitor.login(login, PASSWORD);
      expect(answer.status).toBe(401);
      expect(sentenceOf(await answer.text())).toBe(sentence);
      expect(visitor.cookie()).toBe('');
    }
  });

  it('gives no cookie and stores no session before the login', async () => {
    const before = await world.db.models.PanelSession.count();
    const visitor = world.visitor();
    expect((await visitor.get('/login')).headers.get('set-cookie')).toBeNull();
    expect(await world.db.models.PanelSession.count()).toBe(before);
  });

  it('begins a new session at each login and ends the one at hand', async () => {
    const client = await world.loggedIn('administrator');
    const old = client.cookie();
    expect((await client.login('administrator', PASSWORD)).status).toBe(303);
    expect(client.cookie()).not.toBe(old);
    expect((await client.get(marks)).status).toBe(200);
    expect((await createPanelClient(world.origin, old).get(marks)).status).toBe(302);
  });

  it('ignores a session id that was not signed here', async () => {
    const stranger = createPanelClient(world.origin, 'zhurnal=s%3Achosen.by-an-attacker');
    await stranger.login('administrator', PASSWORD);
    expect(stranger.cookie()).not.toContain('chosen');
  });

  it('keeps the cookie from scripts and other sites', async () => {
    const answer = await world.visitor().login('administrator', PASSWORD);
    const cookie = answer.headers.get('set-cookie') ?? '';
    expect(cookie).toMatch(/^zhurnal=/);
    expect(cookie).toContain('HttpOnly');
    expect(cookie).toContain('SameSite=Strict');
    expect(cookie).toContain('Path=/');
  });

  it('asks for https and the host alone where the school has https', async () => {
    const secure = await openPanelWorld({ secure: true });
    const answer = await secure.visitor().login('administrator', PASSWORD);
    const cookie = answer.headers.get('set-cookie') ?? '';
    const page = await secure.visitor().get('/login');
    await secure.close();
    expect(cookie).toMatch(/^__Host-zhurnal=/);
    expect(cookie).toContain('Secure');
    expect(page.headers.get('strict-transport-security')).toContain('max-age');
  });
});

describe('a session', () => {
  it('ends after half an hour of silence, but not while somebody works', async () => {
    const client = await world.loggedIn('administrator');
    for (let minutes = 0; minutes < 100; minutes += 25) {
      world.pass(25);
      expect((await client.get(marks)).status).toBe(200);
    }
    world.pass(31);
    expect((await client.get(marks)).status).toBe(302);
  });

  it('ends after twelve hours whatever happens', async () => {
    const client = await world.loggedIn('administrator');
    for (let minutes = 0; minutes < 700; minutes += 20) {
      world.pass(20);
      await client.get(marks);
    }
    expect((await client.get(marks)).status).toBe(200);
    world.pass(21);
    expect((await client.get(marks)).status).toBe(302);
  });

  it('is over by a POST to log out, and not by a GET', async () => {
    const client = await world.loggedIn('administrator');
    const cookie = client.cookie();
    expect((await client.get('/logout')).status).toBe(200);
    expect((await client.get(marks)).status).toBe(200);
    expect((await client.post('/logout')).status).toBe(303);
    expect((await createPanelClient(world.origin, cookie).get(marks)).status).toBe(302);
  });

  it('loses its rights the moment the person does', async () => {
    const client = await world.loggedIn('deputy');
    const { Person, Role } = world.db.models;
    const personId = world.people.deputy;
    await world.db.write(({ transaction }) => Role.destroy({ where: { personId }, transaction }));
    expect((await client.get(marks)).status).toBe(302);
    await world.db.write(({ transaction }) =>
      Role.create({ personId, role: 'deputy_head' }, { transaction }),
    );
    expect((await client.get(marks)).status).toBe(200);
    await world.db.write(({ transaction }) =>
      Person.update({ state: 'inactive' }, { where: { id: personId }, transaction }),
    );
    expect((await client.get(marks)).status).toBe(302);
    await world.db.write(({ transaction }) =>
      Person.update({ state: 'active' }, { where: { id: personId }, transaction }),
    );
  });
});

describe('guessing a password', () => {
  it('stops after five wrong ones for a quarter of an hour, even for the right one', async () => {
    world.pass(60);
    for (let guess = 0; guess < 5; guess++) {
      expect((await world.visitor().login('deputy', `guess number ${guess}`)).status).toBe(401);
    }
    expect((await world.visitor().login('deputy', PASSWORD)).status).toBe(401);
    expect((await world.visitor().login('administrator', PASSWORD)).status).toBe(303);
    world.pass(16);
    expect((await world.visitor().login('deputy', PASSWORD)).status).toBe(303);
  });

  it('counts guesses made at once', async () => {
    world.pass(60);
    const guesses = Array.from({ length: 12 }, () =>
      world.visitor().login('deputy', 'all at the same time'),
    );
    await Promise.all(guesses);
    const tried = await world.db.models.LoginAttempt.count({
      where: { login: 'deputy', succeeded: false, at: world.db.now() },
    });
    expect(tried).toBe(5);
  });

  it('forgets earlier slips after a good login', async () => {
    world.pass(60);
    for (let round = 0; round < 3; round++) {
      await world.visitor().login('deputy', 'a slip of the finger');
      await world.visitor().login('deputy', 'and one more of them');
      expect((await world.visitor().login('deputy', PASSWORD)).status).toBe(303);
    }
  });
});

it('writes no password and no login to the log', () => {
  const log = world.logged.join('');
  expect(log).toContain('logged in');
  expect(log).not.toContain(PASSWORD);
  expect(log).not.toContain('guess number');
});

function sentenceOf(page: string): string | undefined {
  return /role="alert">([^<]+)</.exec(page)?.[1];
}
