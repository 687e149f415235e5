import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { type FamilyWorld, openFamilyWorld } from './family-world.ts';

const CODE = /[0-9A-Z]{4}-[0-9A-Z]{5}-[0-9A-Z]{4}/;

describe('codes for staff', () => {
  let world: FamilyWorld;

  beforeEach(async () => {
    world = await openFamilyWorld();
    const { make } = world;
    await make.aPerson('Орлов Олег Олегович', { roles: ['administrator'], chat: 'tg:9' });
    await make.aTeacher('Королёв Пётр Ильич');
    await make.aPerson('Зимина Анна', { roles: ['deputy_head'] });
  });
  afterEach(() => world.close());

  it('list whoever has no access, and are given by one tap', async () => {
    const administrator = world.chat('tg:9');
    const list = await administrator.says('/invite');
    expect(list.buttons).toEqual(['+ Зимина А.', '+ Королёв П. И.']);
    const heard = await administrator.presses('+ Королёв П. И.');
    expect(heard.text).toContain('Электронный журнал: Королёв Пётр Ильич');
    const teacher = world.chat('tg:77');
    await teacher.says(CODE.exec(heard.text)?.[0] ?? '');
    expect((await teacher.says('/me')).text).toContain('Королёв Пётр Ильич\nРоли: учитель');
    await administrator.presses('Сотрудники');
    expect(
      administrator
        .screen()
        .buttons.flat()
        .map(({ text }) => text),
    ).toEqual(['+ Зимина А.']);
  });

  it('are found by a name, whoever is linked included', async () => {
    const administrator = world.chat('tg:9');
    const found = await administrator.says('/invite королев петр');
    expect(found.buttons).toEqual(['+ Королёв П. И.']);
    await administrator.says('/invite Соколова');
    const linked = await administrator.presses('✓ Соколова В. И.');
    expect(linked.text).toContain('чат уже подключён');
    expect((await administrator.presses('Новый код')).text).toMatch(CODE);
  });

  it('are not doubled by a double tap', async () => {
    const administrator = world.chat('tg:9');
    await administrator.says('/invite');
    const give = administrator.payload('+ Зимина А.');
    expect((await administrator.replays(give)).text).toMatch(CODE);
    expect((await administrator.replays(give)).text).not.toMatch(CODE);
    expect(await world.db.models.Invite.count()).toBe(1);
  });

  it('are one choice of an administrator who leads a class', async () => {
    const { make, chat } = world;
    const both = await make.aPerson('Ильин Илья', { roles: ['administrator'], chat: 'tg:8' });
    await make.aClass('9В', { teacher: both });
    expect((await chat('tg:8').says('/invite')).buttons).toEqual(['9В', 'Сотрудники']);
  });
});
