import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { changeMark } from '../../db/actions/change-mark.ts';
import { callerOfPerson } from '../../db/reports/caller.ts';
import { chatsOf, type TestChat } from './chat.ts';
import { countSelects } from './family-world.ts';
import { openTeacherWorld, type TeacherWorld } from './teacher-world.ts';

let world: TeacherWorld;
beforeEach(async () => {
  world = await openTeacherWorld();
});
afterEach(() => world.close());

/** The card of the first mark of Иванов, which begins so. */
const card = async (label: string, chat: TestChat = world.chat) => {
  await chat.says('/lesson');
  await chat.presses('2. 7А Алгебра');
  await chat.presses('1 Иванов');
  return chat.presses(label);
};
const historyOf = (text: string) => text.slice(text.indexOf('История:')).split('\n');

/** The administrator's own change in the panel. */
const changeInPanel = async (value: number, reason: string) => {
  const [mark] = await world.db.select<{ id: number; version: number }>(
    'SELECT id, version FROM mark',
  );
  const who = await world.make.aPerson('Щёголева Анна Ивановна', { roles: ['administrator'] });
  await world.db.write(async (tx) => {
    const caller = await callerOfPerson(world.db, who, tx);
    if (!caller || !mark) {
      throw new Error('nobody to change, or nothing');
    }
    const by = { actor: caller.actor, door: 'panel' as const, operation: 'panel:1', reason };
    await changeMark(tx, by, { markId: mark.id, version: mark.version, value });
  });
};

describe('the history on a mark’s card', () => {
  it('tells when, who, from what to what, by which door and why, the newest last', async () => {
    await world.chat.says('7А алгебра: Иванов 3 контрольная');
    world.clock.advance({ days: 1, hours: 2 });
    await changeInPanel(4, 'пересчитаны баллы');
    const [first, second, ...rest] = historyOf((await cardOfYesterday('4 контр')).text).slice(1);
    expect(first).toBe('12.10 10:00, Королёв П. И.: 3 контрольная');
    expect(second).toBe('13.10 12:00, Щёголева А. И.: 3 → 4, в панели, причина: пересчитаны баллы');
    expect(rest).toEqual([]);
  });

  const cardOfYesterday = async (label: string) => {
    await world.chat.says('/lesson');
    await world.chat.presses('пн 12.10: 2. 7А Алгебра');
    await world.chat.presses('1 Иванов');
    return world.chat.presses(label);
  };

  it('tells of taking away and bringing back', async () => {
    await world.chat.says('7А алгебра: Иванов 3');
    await card('3 ответ');
    await world.chat.presses('Убрать отметку');
    await world.chat.says('/undo');
    const lines = historyOf((await card('3 ответ')).text);
    expect(lines.map((line) => line.split(': ').at(-1))).toEqual([
      'История:',
      '3',
      'отменена',
      'восстановлена',
    ]);
  });

  it('is cut to the last six, and counts what was before', async () => {
    await world.chat.says('7А алгебра: Иванов 2');
    for (const [was, is] of ['23', '34', '45', '54', '43', '32', '23']) {
      await card(`${was} ответ`);
      await world.chat.presses(`${is}`);
    }
    const lines = historyOf((await card('3 ответ')).text);
    expect(lines.slice(0, 2)).toEqual(['История:', 'раньше: ещё 2']);
    expect(lines.slice(2).map((line) => line.split(': ').at(-1))).toEqual([
      '3 → 4',
      '4 → 5',
      '5 → 4',
      '4 → 3',
      '3 → 2',
      '2 → 3',
    ]);
  });

  it('names nobody where messages may hold no names', async () => {
    await world.chat.says('7А алгебра: Иванов 3');
    const chat = chatsOf(world.db, { names: 'none' })('tg:1');
    await chat.says('/lesson');
    await chat.presses('2. 7А Алгебра');
    await chat.presses('№ 1');
    expect(historyOf((await chat.presses('3 ответ')).text)).toEqual(['История:', '12.10 10:00: 3']);
  });

  it('costs one query', async () => {
    await world.chat.says('7А алгебра: Иванов 3');
    await card('3 ответ');
    await world.chat.presses('‹ Назад');
    // Who presses, the lesson's four, the history.
    expect(await countSelects(world, () => world.chat.presses('3 ответ'))).toBe(6);
  });
});
