import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createPanelLink } from '../../db/actions/create-panel-link.ts';
import { createPasswordLink } from '../../db/actions/create-password-link.ts';
import { callerOfPerson } from '../../db/reports/caller.ts';
import { seal, unseal } from '../../db/sealed.ts';
import { newTotpSecret, totpCode, totpStep } from '../../db/totp.ts';
import { api, type PanelClient } from './panel-client.ts';
import { openPanelWorld, PASSWORD, type PanelWorld } from './panel-world.ts';

const lessons = api.list('lesson');

describe('codes of an authenticator', () => {
  // The secret «12345678901234567890» and the values of RFC 6238, appendix B.
  const RFC = 'GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ';
  it.each([
    [59, '94287082'],
    [1111111109, '07081804'],
    [1111111111, '14050471'],
    [1234567890, '89005924'],
    [2000000000, '69279037'],
    [20000000000, '65353130'],
  ])('are those of RFC 6238 at %d', (seconds, code) => {
    expect(totpCode(RFC, Math.floor(seconds / 30), 8)).toBe(code);
  });

  it('fit one step early and late, and no other', () => {
    const now = new Date('2026-10-13T09:00:10Z');
    const step = Math.floor(now.getTime() / 30_000);
    const fits = [-2, -1, 0, 1, 2].map((off) => totpStep(RFC, totpCode(RFC, step + off), now));
    expect(fits).toEqual([null, step - 1, step, step + 1, null]);
    expect(totpStep(RFC, '', now)).toBeNull();
  });

  it('have secrets of 160 bits, kept so that another key opens none', () => {
    expect(newTotpSecret()).toMatch(/^[A-Z2-7]{32}$/);
    const sealed = seal(RFC, 'a1'.repeat(32));
    expect(sealed).not.toContain(RFC);
    expect(unseal(sealed, 'a1'.repeat(32))).toBe(RFC);
    expect(unseal(sealed, 'a2'.repeat(32))).toBeNull();
  });
});

describe('a login in two steps', () => {
  let world: PanelWorld;
  let secret = '';
  let recovery: string[] = [];
  beforeAll(async () => {
    world = await openPanelWorld();
  });
  afterAll(() => world.close());

  /** The code of this moment; each works once, so time goes on first. */
  const codeNow = () => {
    world.pass(1);
    return totpCode(secret, Math.floor(world.db.now().getTime() / 30_000));
  };
  const secondStep = (client: PanelClient, code: string) => client.postForm('/second', { code });
  const byPassword = async () => {
    const client = world.visitor();
    const answer = await client.login('administrator', PASSWORD);
    expect(answer.headers.get('location')).toBe('/admin/second');
    return client;
  };

  it('is begun by an administrator with a picture and a key, and asks nothing until confirmed', async () => {
    const client = await world.loggedIn('administrator');
    expect(await (await client.get('/logout')).text()).toContain('/admin/second/setup');
    expect((await client.get('/second/setup')).status).toBe(200);
    const page = await (await client.postForm('/second/setup', {})).text();
    expect(page).toContain('<svg');
    secret = (/<pre>([A-Z2-7 ]+)<\/pre>/.exec(page)?.[1] ?? '').replace(/ /g, '');
    expect(secret).toHaveLength(32);
    expect(JSON.stringify(await world.db.models.SecondFactor.findAll())).not.toContain(secret);
    expect((await world.loggedIn('administrator')).cookie()).not.toBe('');
    expect((await client.postForm('/second/confirm', { code: 'wrong' })).status).toBe(401);
    const told = await (await client.postForm('/second/confirm', { code: codeNow() })).text();
    recovery = (/<pre>([^<]+)<\/pre>/.exec(told)?.[1] ?? '').split('\n');
    expect(recovery).toHaveLength(8);
    const stored = JSON.stringify(await world.db.models.SecondFactor.findAll());
    expect(recovery.filter((code) => stored.includes(code.replace(/\W/g, '')))).toEqual([]);
  });

  it('opens nothing after the password alone', async () => {
    const client = await byPassword();
    expect((await client.get(lessons)).status).toBe(302);
    expect((await client.post(api.create('mark'))).status).toBe(401);
    expect((await client.get('/second/setup')).status).toBe(302);
    expect((await client.postForm('/second/drop', { code: codeNow() })).status).toBe(303);
    expect(await world.db.models.SecondFactor.count()).toBe(1);
    expect((await client.postForm('/logout/others', {})).headers.get('location')).toMatch(/login$/);
  });

  it('lets in by the code of the moment, which works once', async () => {
    const code = codeNow();
    const client = await byPassword();
    const before = client.cookie();
    expect((await secondStep(client, code)).status).toBe(303);
    expect(client.cookie()).not.toBe(before);
    expect((await client.get(lessons)).status).toBe(200);
    const thief = await byPassword();
    expect((await secondStep(thief, code)).status).toBe(401);
    expect((await thief.get(lessons)).status).toBe(302);
  });

  it('lets one of many in by the same code at once', async () => {
    const clients = [await byPassword(), await byPassword(), await byPassword()];
    const code = codeNow();
    const answers = await Promise.all(clients.map((client) => secondStep(client, code)));
    expect(answers.filter(({ status }) => status === 303)).toHaveLength(1);
  });

  it('lets in by a recovery code once', async () => {
    const [code = ''] = recovery;
    expect((await secondStep(await byPassword(), code)).status).toBe(303);
    expect((await secondStep(await byPassword(), code)).status).toBe(401);
  });

  it('is asked for after a link from the chat too', async () => {
    const personId = world.people.administrator;
    await world.db.write(({ db, transaction, now }) =>
      db.models.ChatLink.create({ personId, address: 'tg:1', linkedAt: now }, { transaction }),
    );
    const caller = await callerOfPerson(world.db, personId);
    const actor = caller?.actor ?? { personId: 0, roles: [], classIds: [], childIds: [] };
    const by = { actor, door: 'chat', operation: 'chat:1' } as const;
    const { token, code } = await world.db.write((tx) => createPanelLink(tx, by, 'tg:1'));
    const client = world.visitor();
    const answer = await client.postForm(`/enter/${token}`, { code });
    expect(answer.headers.get('location')).toBe('/admin/second');
    expect((await client.get(lessons)).status).toBe(302);
    expect((await secondStep(client, codeNow())).status).toBe(303);
    expect((await client.get(lessons)).status).toBe(200);
  });

  it('stops after five wrong codes for a quarter of an hour, even for the right one', async () => {
    const client = await byPassword();
    for (let guess = 0; guess < 5; guess++) {
      expect((await secondStep(client, `00000${guess}x`)).status).toBe(401);
    }
    expect((await secondStep(client, codeNow())).status).toBe(401);
    world.pass(15);
    expect((await secondStep(await byPassword(), codeNow())).status).toBe(303);
  });

  it('is for administrators alone', async () => {
    const deputy = await world.loggedIn('deputy');
    expect((await deputy.get('/second/setup')).headers.get('location')).toBe('/admin');
    expect((await deputy.postForm('/second/setup', {})).status).toBe(303);
    expect(await world.db.models.SecondFactor.count()).toBe(1);
    expect((await world.visitor().get('/second')).headers.get('location')).toMatch(/login$/);
  });

  it('is turned off by a code, and not begun anew while it is on', async () => {
    const client = await byPassword();
    await secondStep(client, codeNow());
    expect((await client.postForm('/second/setup', {})).status).toBe(409);
    expect((await client.postForm('/second/drop', { code: '000000' })).status).toBe(401);
    expect((await client.postForm('/second/drop', { code: codeNow() })).status).toBe(303);
    expect((await world.loggedIn('administrator')).cookie()).not.toBe('');
    const lines = await world.db.models.Change.count({ where: { record: 'second_factor' } });
    expect(lines).toBe(2);
  });

  it('goes when a colleague gives a new password link, and stays when one gives it oneself', async () => {
    const personId = world.people.administrator;
    const put = () =>
      world.db.write(({ db, transaction, now }) =>
        db.models.SecondFactor.upsert({ personId, secret: 'x', confirmedAt: now }, { transaction }),
      );
    const give = (issuer: number) =>
      world.db.write((tx) => {
        const actor = {
          personId: issuer,
          roles: ['administrator'] as const,
          classIds: [],
          childIds: [],
        };
        const by = { actor, door: 'panel', operation: `panel:${issuer}` } as const;
        return createPasswordLink(tx, by, personId);
      });
    await put();
    await give(personId);
    expect(await world.db.models.SecondFactor.count()).toBe(1);
    await give(world.people.deputy);
    expect(await world.db.models.SecondFactor.count()).toBe(0);
  });
});
