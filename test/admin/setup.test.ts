import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createSetupLink } from '../../db/actions/create-setup-link.ts';
import { answerOf, api, type PanelClient } from './panel-client.ts';
import { openPanelWorld, PASSWORD, type PanelWorld } from './panel-world.ts';

let world: PanelWorld;
let administratorLogin = '';
beforeAll(async () => {
  world = await openPanelWorld();
  await world.db.write(({ db, transaction }) =>
    db.models.Credential.destroy({ where: {}, transaction }),
  );
});
afterAll(() => world.close());

const form = {
  lastName: 'Ёжикова',
  firstName: 'Анна',
  middleName: '',
  login: 'Anna',
  password: PASSWORD,
  again: PASSWORD,
};
const newLink = () => world.db.write((tx) => createSetupLink(tx));
const fill = (client: PanelClient, token: string | null, fields: Record<string, string>) =>
  client.postForm(`/setup/${token}`, fields);

describe('the set-up link of an empty school', () => {
  it('is kept as a hash only and dies after a day', async () => {
    const token = await newLink();
    const stored = await world.db.models.PanelToken.findAll();
    expect(JSON.stringify(stored)).not.toContain(token);
    const visitor = world.visitor();
    expect((await visitor.get(`/setup/${token}`)).status).toBe(200);
    world.pass(24 * 60 + 1);
    expect((await visitor.get(`/setup/${token}`)).status).toBe(410);
    expect((await fill(visitor, token, form)).status).toBe(410);
  });

  it('says what is wrong and stays good', async () => {
    const token = await newLink();
    const visitor = world.visitor();
    const wrong = [
      { ...form, lastName: ' ' },
      { ...form, login: 'an na' },
      { ...form, password: 'short', again: 'short' },
      { ...form, again: 'another password' },
    ];
    for (const fields of wrong) {
      const answer = await fill(visitor, token, fields);
      expect(answer.status).toBe(400);
      expect(await answer.text()).toContain('role="alert"');
    }
    expect(await world.db.models.Credential.count()).toBe(0);
    expect((await visitor.get(`/setup/${token}`)).status).toBe(200);
  });

  it('makes one administrator, logs them in, and never works again', async () => {
    const [token, other] = [await newLink(), await newLink()];
    const visitors = Array.from({ length: 8 }, (_, n) => ({ client: world.visitor(), n }));
    const answers = await Promise.all(
      visitors.map(({ client, n }) => fill(client, token, { ...form, login: `anna${n}` })),
    );
    expect(answers.filter(({ status }) => status === 303)).toHaveLength(1);
    const winner = visitors.find(({ client }) => client.cookie() !== '');
    expect((await winner?.client.get(api.list('setting')))?.status).toBe(200);
    const [credential, ...others] = await world.db.models.Credential.findAll();
    administratorLogin = credential?.login ?? '';
    expect(others).toEqual([]);
    expect((await fill(world.visitor(), other, form)).status).toBe(410);
    expect(await newLink()).toBeNull();
    const person = await world.db.models.Person.findOne({ where: { lastName: 'Ёжикова' } });
    expect(person?.nameKey).toBe('ежикова анна');
    const changes = await world.db.models.Change.findAll({ where: { actorId: person?.id ?? 0 } });
    expect(changes.map(({ record, door }) => `${record} ${door}`)).toEqual([
      'person panel',
      'role panel',
      'credential panel',
    ]);
  });
});

describe('a login given in the panel', () => {
  const give = (client: PanelClient, personId: number) =>
    client.post(api.record('person', personId, 'giveLogin'));

  it('is a link for one person that works once and ends their earlier sessions', async () => {
    const administrator = world.visitor();
    await administrator.login(administratorLogin, PASSWORD);
    world.pass(1);
    const first = (await answerOf(give(administrator, world.people.deputy))).link ?? '';
    const { link = '' } = await answerOf(give(administrator, world.people.deputy));
    expect(link).toMatch(new RegExp(`^${world.origin}/admin/setup/[\\w-]{22}$`));
    const token = (address: string) => address.split('/').at(-1) ?? '';
    const head = world.visitor();
    const fields = { login: 'vera', password: PASSWORD, again: PASSWORD };
    expect((await fill(head, token(first), fields)).status).toBe(410);
    expect((await fill(head, token(link), { ...fields, login: administratorLogin })).status).toBe(
      400,
    );
    expect((await fill(head, token(link), fields)).status).toBe(303);
    expect((await head.get(api.list('mark'))).status).toBe(200);
    expect((await head.post(api.create('subject'), { name: 'Химия' })).status).toBe(200);
    expect(await world.db.models.Subject.count({ where: { name: 'Химия' } })).toBe(0);
    expect((await fill(world.visitor(), token(link), fields)).status).toBe(410);

    world.pass(1);
    const again = (await answerOf(give(administrator, world.people.deputy))).link ?? '';
    await fill(world.visitor(), token(again), {
      ...fields,
      password: 'another long password',
      again: 'another long password',
    });
    expect((await head.get(api.list('mark'))).status).toBe(302);
  });

  it('is refused for a person whom it would open nothing', async () => {
    const administrator = world.visitor();
    await administrator.login(administratorLogin, PASSWORD);
    const answer = await answerOf(give(administrator, world.people.mother));
    expect(answer.link).toBeUndefined();
    expect(answer.notice?.type).toBe('error');
  });
});
