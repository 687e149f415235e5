import { afterAll, beforeAll, expect, it } from 'vitest';
import { changePress } from '../../bot/dialogue/lesson-presses.ts';
import { chatsOf, type TestChat } from '../dialogue/chat.ts';
import { answerOf, api, type PanelClient } from './panel-client.ts';
import { openPanelWorld, type PanelWorld } from './panel-world.ts';

// A Monday three weeks before the panel's today.
const OLD = '2026-09-21';

let world: PanelWorld;
let administrator: PanelClient;
let chat: TestChat;
let old: { key: { courseId: number; date: string; number: number }; markId: number };

beforeAll(async () => {
  world = await openPanelWorld();
  administrator = await world.loggedIn('administrator');
  chat = chatsOf(world.db)('tg:9');
  const { courseId, pupilId } = world.school;
  const { teacher } = world.people;
  const key = { courseId, date: OLD, number: 2 };
  old = await world.db.write(async ({ db: { models: m }, transaction, now }) => {
    await m.ChatLink.create({ personId: teacher, address: 'tg:9', linkedAt: now }, { transaction });
    const lesson = await m.Lesson.create({ ...key, topic: 'Дроби' }, { transaction });
    const mark = { pupilId, date: OLD, value: 3, kind: 'answer', weight: 1, authorId: teacher };
    const { id } = await m.Mark.create({ ...mark, lessonId: lesson.id }, { transaction });
    return { key, markId: id };
  });
});
afterAll(() => world.close());

const stored = () => world.db.models.Mark.findByPk(old.markId);
const edit = async (fields: Record<string, string>) => {
  const version = String((await stored())?.version);
  const path = api.record('mark', old.markId, 'edit');
  return answerOf(administrator.post(path, { version, ...fields }));
};

it('refuses a late correction without a reason in the panel as in the chat', async () => {
  const panel = await edit({ value: '5' });
  expect(panel.notice?.type).toBe('error');
  expect(panel.record?.errors.reason?.message).toMatch(/больше 7 дн/);
  const cancelled = await answerOf(administrator.post(api.record('mark', old.markId, 'delete')));
  expect(cancelled.notice?.message).toMatch(/больше 7 дн/);
  const press = changePress(old.key, { markId: old.markId, version: 1 }, 5, 'answer');
  expect((await chat.replays(press)).text).toMatch(/больше 7 дней/);
  expect(await stored()).toMatchObject({ value: 3, version: 1, state: 'active' });
});

it('takes it with a reason by both, and a cancellation by the state', async () => {
  const reason = 'ошибка при вводе';
  expect((await edit({ value: '4', reason })).notice?.type).toBe('success');
  const press = changePress(old.key, { markId: old.markId, version: 2 }, 5, 'answer');
  await chat.replays(press);
  await chat.says('описка');
  expect(await stored()).toMatchObject({ value: 5, version: 3 });
  await edit({ state: 'cancelled', reason: 'не тот ученик' });
  expect(await stored()).toMatchObject({ value: 5, state: 'cancelled' });
  const { Change } = world.db.models;
  const lines = await Change.findAll({ where: { record: 'mark', recordId: old.markId } });
  expect(lines.map((line) => [line.door, line.reason])).toEqual([
    ['panel', 'ошибка при вводе'],
    ['chat', 'описка'],
    ['panel', 'не тот ученик'],
  ]);
});

it('refuses a closed term by both, and opens it to the administrator’s reason alone', async () => {
  const { lessonId, markId } = world.school;
  await world.db.write(({ db, transaction }) =>
    db.models.Term.update({ state: 'closed' }, { where: {}, transaction }),
  );
  const form = (fields: Record<string, string>) =>
    answerOf(administrator.post(api.record('mark', markId, 'edit'), { version: '1', ...fields }));
  expect((await form({ value: '5' })).record?.errors.reason?.message).toMatch(/период закрыт/);
  const lesson = await world.db.models.Lesson.findByPk(lessonId);
  const key = { ...old.key, date: lesson?.date ?? '' };
  const press = changePress(key, { markId, version: 1 }, 5, 'answer');
  expect((await chat.replays(press)).toast).toMatch(/закрыт, изменения не принимаются/);
  expect(await world.db.models.Mark.findByPk(markId)).toMatchObject({ value: 4, version: 1 });
  expect((await form({ value: '5', reason: 'решение педсовета' })).notice?.type).toBe('success');
});
