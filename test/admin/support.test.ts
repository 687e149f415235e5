import { afterAll, beforeAll, expect, it } from 'vitest';
import { tellAskersOfAnswers } from '../../bot/delivery/tell-askers.ts';
import { en } from '../../bot/texts/en.ts';
import { ru } from '../../bot/texts/ru.ts';
import { DIALOGUE } from '../bot-facts.ts';
import { chatsOf } from '../dialogue/chat.ts';
import { lastPost, postOf } from '../dialogue/post.ts';
import { answerOf, api, type PanelClient } from './panel-client.ts';
import { openPanelWorld, type PanelWorld } from './panel-world.ts';

let world: PanelWorld;
let administrator: PanelClient;
beforeAll(async () => {
  world = await openPanelWorld();
  administrator = await world.loggedIn('administrator');
  await chatsOf(world.db)('tg:77').says('/support Где отметки?');
});
afterAll(() => world.close());

const tell = () =>
  tellAskersOfAnswers({ db: world.db, texts: { ru, en }, config: { ...DIALOGUE, names: 'full' } });
const counts = async () => {
  const { counts: found } = (await (await administrator.get('/api/dashboard')).json()) as {
    counts: { name: string; count: number }[];
  };
  return Object.fromEntries(found.map(({ name, count }) => [name, count]));
};

it('an administrator answers from the panel, and the bot brings it to the chat once', async () => {
  expect(await counts()).toMatchObject({ support: 1 });
  expect(await counts()).not.toHaveProperty('supportMinutes');
  const { records = [] } = await answerOf(administrator.get(api.list('support_request')));
  const [record] = records;
  expect(record?.params).toMatchObject({ text: 'Где отметки?', state: 'open', replies: 0 });
  expect(record?.params).not.toHaveProperty('chat');
  const path = api.record('support_request', record?.id ?? 0, 'edit');
  const empty = await answerOf(administrator.post(path, { reply: ' ' }));
  expect(empty.record?.errors.reply?.message).toBe('Напишите текст');
  world.pass(20);
  const saved = await answerOf(administrator.post(path, { reply: 'В /marks.' }));
  expect(saved.notice?.type).toBe('success');
  expect(await counts()).toMatchObject({ support: 0, supportMinutes: 20 });
  expect(await postOf(world.db, 'tg:77')).toEqual([]);
  expect(await tell()).toBe(1);
  expect(await tell()).toBe(0);
  expect((await lastPost(world.db, 'tg:77')).text).toBe(
    'Ответ на вопрос № 1\nГде отметки?\nВ /marks.',
  );
});
