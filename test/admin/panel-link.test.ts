import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createPanelLink } from '../../db/actions/create-panel-link.ts';
import { Refusal } from '../../db/errors.ts';
import { callerOfPerson } from '../../db/reports/caller.ts';
import { api } from './panel-client.ts';
import { openPanelWorld, type PanelWorld } from './panel-world.ts';

const CHAT = 'tg:55';

let world: PanelWorld;
let operations = 0;
beforeAll(async () => {
  world = await openPanelWorld();
  await world.db.write(async ({ db: { models }, transaction, now }) => {
    const personId = world.people.teacher;
    await models.ChatLink.create({ personId, address: CHAT, linkedAt: now }, { transaction });
    await models.Credential.destroy({ where: { personId }, transaction });
  });
});
afterAll(() => world.close());

async function newLink(personId = world.people.teacher) {
  world.pass(16);
  const caller = await callerOfPerson(world.db, personId);
  if (!caller) {
    throw new Error('nobody');
  }
  operations += 1;
  const by = { actor: caller.actor, door: 'chat', operation: `chat:${operations}` } as const;
  return world.db.write((tx) => createPanelLink(tx, by, CHAT));
}
const wrongOf = (code: string) => (code === '000000' ? '000001' : '000000');
const lessons = api.list('lesson');

describe('a link from the chat', () => {
  it('lets in whoever types its code, once, and who has no password too', async () => {
    const { token, code } = await newLink();
    const visitor = world.visitor();
    const page = await visitor.get(`/enter/${token}`);
    expect(page.status).toBe(200);
    expect(await page.text()).not.toContain(code);
    expect(visitor.cookie()).toBe('');
    // As a person reads it out: in two halves.
    const typed = `${code.slice(0, 3)} ${code.slice(3)}`;
    expect((await visitor.postForm(`/enter/${token}`, { code: typed })).status).toBe(303);
    expect((await visitor.get(lessons)).status).toBe(200);
    const second = world.visitor();
    expect((await second.get(`/enter/${token}`)).status).toBe(410);
    expect((await second.postForm(`/enter/${token}`, { code })).status).toBe(410);
    expect(second.cookie()).toBe('');
  });

  it('is alive however often it is merely opened, and dies after two minutes', async () => {
    const { token, code } = await newLink();
    for (const visitor of [world.visitor(), world.visitor()]) {
      expect((await visitor.get(`/enter/${token}`)).status).toBe(200);
    }
    world.pass(2.1);
    const late = world.visitor();
    expect((await late.get(`/enter/${token}`)).status).toBe(410);
    const answer = await late.postForm(`/enter/${token}`, { code });
    expect(answer.status).toBe(410);
    expect(await answer.text()).toContain('/panel');
  });

  it('is no use without its code, and ends with the third wrong one', async () => {
    const { token, code } = await newLink();
    const thief = world.visitor();
    for (const status of [401, 401, 410]) {
      const answer = await thief.postForm(`/enter/${token}`, { code: wrongOf(code) });
      expect(answer.status).toBe(status);
    }
    expect((await thief.postForm(`/enter/${token}`, { code })).status).toBe(410);
    expect(thief.cookie()).toBe('');
  });

  it('counts wrong codes typed at once', async () => {
    const { token, code } = await newLink();
    const tries = Array.from({ length: 9 }, () =>
      world.visitor().postForm(`/enter/${token}`, { code: wrongOf(code) }),
    );
    const statuses = (await Promise.all(tries)).map(({ status }) => status);
    expect(statuses.filter((status) => status === 401)).toHaveLength(2);
    expect((await world.visitor().postForm(`/enter/${token}`, { code })).status).toBe(410);
  });

  it('lets in one of many who type the right code at once', async () => {
    const { token, code } = await newLink();
    const tries = Array.from({ length: 9 }, () =>
      world.visitor().postForm(`/enter/${token}`, { code }),
    );
    const statuses = (await Promise.all(tries)).map(({ status }) => status);
    expect(statuses.filter((status) => status === 303)).toHaveLength(1);
  });

  it('replaces the one before, and is given five times in a quarter of an hour', async () => {
    const first = await newLink();
    const caller = await callerOfPerson(world.db, world.people.teacher);
    const again = () =>
      world.db.write((tx) => {
        operations += 1;
        const actor = caller?.actor ?? { personId: 0, roles: [], classIds: [], childIds: [] };
        const by = { actor, door: 'chat', operation: `chat:${operations}` } as const;
        return createPanelLink(tx, by, CHAT);
      });
    const second = await again();
    expect((await world.visitor().get(`/enter/${first.token}`)).status).toBe(410);
    expect((await world.visitor().get(`/enter/${second.token}`)).status).toBe(200);
    for (let count = 2; count < 5; count++) {
      await again();
    }
    await expect(again()).rejects.toEqual(new Refusal('link-limit', { minutes: 15 }));
  });

  it('is kept as hashes only, and sets no password', async () => {
    const { token, code } = await newLink();
    const stored = JSON.stringify(await world.db.models.PanelToken.findAll());
    expect(stored).not.toContain(token);
    expect(stored).not.toContain(code);
    expect((await world.visitor().get(`/setup/${token}`)).status).toBe(410);
    expect(world.logged.join('')).not.toContain(token);
  });

  it('is not posted from another site', async () => {
    const { token, code } = await newLink();
    const answer = await fetch(`${world.origin}/admin/enter/${token}`, {
      method: 'POST',
      body: new URLSearchParams({ code }),
      headers: { origin: 'http://evil.test' },
      redirect: 'manual',
    });
    expect(answer.status).toBe(403);
  });

  it('opens nothing to a parent', async () => {
    await expect(newLink(world.people.mother)).rejects.toEqual(new Refusal('not-allowed'));
  });
});

it('ends with the chat it came from: the session, and a link not used yet', async () => {
  const { token, code } = await newLink();
  const visitor = world.visitor();
  await visitor.postForm(`/enter/${token}`, { code });
  expect((await visitor.get(lessons)).status).toBe(200);
  const waiting = await newLink();
  await world.db.write(({ db, transaction }) =>
    db.models.ChatLink.update({ state: 'cut' }, { where: { address: CHAT }, transaction }),
  );
  expect((await visitor.get(lessons)).status).toBe(302);
  const late = world.visitor();
  expect((await late.postForm(`/enter/${waiting.token}`, { code: waiting.code })).status).toBe(410);
});
