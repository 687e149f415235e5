import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { redeemPanelLink } from '../../db/actions/redeem-panel-link.ts';
import { type FamilyWorld, openFamilyWorld } from './family-world.ts';

let world: FamilyWorld;
beforeAll(async () => {
  world = await openFamilyWorld();
  await world.make.aPerson('Щёголева Анна Ивановна', { chat: 'tg:1', roles: ['administrator'] });
  await world.make.aPerson('Зимина Вера Петровна', {
    chat: 'tg:5',
    roles: ['deputy_head'],
    language: 'en',
  });
});
afterAll(() => world.close());

describe('/panel', () => {
  it.each(['tg:1', 'tg:5', 'tg:10'])('gives %s a link, and its code apart from it', async (who) => {
    const chat = world.chat(who);
    await chat.says('/panel');
    const [linked, coded] = chat.messages().slice(-2);
    const token = /http:\/\/journal\.test\/admin\/enter\/([\w-]{22})/.exec(linked?.text ?? '')?.[1];
    const code = /\d{6}/.exec(coded?.text ?? '')?.[0];
    expect(linked?.text).not.toContain(code);
    expect(coded?.text).not.toContain(token);
    const entered = await world.db.write((tx) =>
      redeemPanelLink(tx, { token: token ?? '', code: code ?? '' }),
    );
    expect(entered).toMatchObject({ chat: who });
  });

  it('says in plain words how long it is good for', async () => {
    const chat = world.chat('tg:10');
    await chat.says('панель');
    const [linked, coded] = chat.messages().slice(-2);
    expect(linked?.text).toContain('Она действует 2 минуты и срабатывает один раз.');
    expect(coded?.text).toContain('Никому его не сообщайте');
  });

  it('is refused after five links by one sentence, and to parents and strangers at all', async () => {
    const chat = world.chat('tg:1');
    for (let count = 1; count < 5; count++) {
      await chat.says('/panel');
    }
    expect((await chat.says('/panel')).text).toBe(
      'Ссылок для входа уже много. Повторите через 15 минут.',
    );
    const links = await world.db.models.PanelToken.count();
    for (const who of ['tg:2', 'tg:99']) {
      expect((await world.chat(who).says('/panel')).text).not.toContain('/admin/enter/');
    }
    expect(await world.db.models.PanelToken.count()).toBe(links);
  });

  it('stands in the menu of the staff and not of a parent', async () => {
    const menuOf = async (who: string) => {
      const chat = world.chat(who);
      await chat.says('/start');
      return chat.menu().map(({ command }) => command);
    };
    expect(await menuOf('tg:10')).toContain('panel');
    expect(await menuOf('tg:2')).not.toContain('panel');
  });
});
