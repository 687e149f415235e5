import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { parseHtml } from '../../bot/sandbox/html.ts';
import { ripen } from './post.ts';
import { openTeacherWorld, type TeacherWorld } from './teacher-world.ts';

let world: TeacherWorld;
beforeEach(async () => {
  world = await openTeacherWorld();
  const of = [world.pupil('Иванов Семён')];
  await world.make.aParent('Иванова Мария', { chat: 'tg:4', of });
});
afterEach(() => world.close());

/** Lets notices ripen and gives what the mother has read so far, a line a fact. */
const told = async () => {
  world.clock.advance({ minutes: 6 });
  await ripen(world.db);
  const rows = await world.db.select<{ payload: string }>(
    "SELECT payload FROM outbox WHERE chat = 'tg:4' ORDER BY id",
  );
  return rows.flatMap(({ payload }) => {
    const { text } = JSON.parse(payload) as { text: string };
    return parseHtml(text).text.split('\n').slice(2);
  });
};

describe('/undo and what the parents hear', () => {
  it('drops a notice that was not sent yet', async () => {
    await world.chat.says('7А алгебра: Иванов 5');
    await world.chat.says('/undo');
    expect(await told()).toEqual([]);
  });

  it('corrects one that was', async () => {
    await world.chat.says('7А алгебра: Иванов 5');
    expect(await told()).toEqual(['12.10 Алгебра: 5 (ответ)']);
    await world.chat.says('/undo');
    expect(await told()).toEqual(['12.10 Алгебра: 5 (ответ)', '12.10 Алгебра: отметка 5 отменена']);
  });

  it('tells the mark that stands again, or nothing if the change was never told', async () => {
    await world.chat.says('7А алгебра: Иванов 3');
    await told();
    await world.chat.says('/lesson');
    await world.chat.presses('2. 7А Алгебра');
    await world.chat.presses('1 Иванов');
    await world.chat.presses('3 ответ');
    await world.chat.presses('4');
    await world.chat.says('/undo');
    expect(await told()).toEqual(['12.10 Алгебра: 3 (ответ)']);
    await world.chat.presses('1 Иванов');
    await world.chat.presses('3 ответ');
    await world.chat.presses('5');
    await told();
    await world.chat.says('/undo');
    expect(await told()).toEqual([
      '12.10 Алгебра: 3 (ответ)',
      '12.10 Алгебра: 5 вместо 3 (ответ)',
      '12.10 Алгебра: 3 вместо 5 (ответ)',
    ]);
  });

  it('does so for an absence, which is told at once', async () => {
    await world.chat.says('7А алгебра: Иванов н');
    await world.chat.says('/undo');
    expect(await told()).toEqual([]);
    await world.chat.says('7А алгебра: Иванов б');
    await told();
    await world.chat.says('/undo');
    expect(await told()).toEqual([
      '12.10 Алгебра, 2-й урок: болезнь (б)',
      '12.10 Алгебра, 2-й урок: запись отменена (болезнь (б))',
    ]);
  });

  it('takes back a correction that had its reason, and tells that too', async () => {
    const at = { course: world.courses.algebra, date: '2026-09-28', number: 2 };
    const author = world.teacher;
    await world.make.aMark({ ...at, author, pupil: world.pupil('Козлов Денис'), value: 3 });
    const absent = { ...at, author, pupil: world.pupil('Иванов Семён') };
    await world.make.anAbsence({ ...absent, code: 'absent' });
    await world.chat.says('7А алгебра 28.09: Иванов б');
    await world.chat.says('справка');
    expect(await told()).toEqual(['28.09 Алгебра, 2-й урок: болезнь (б)']);
    const undone = await world.chat.says('/undo');
    expect(undone.text).toContain('1 запись о посещении');
    expect(await world.journal()).toEqual(['Иванов absent', 'Козлов 3']);
    expect((await told()).at(-1)).toBe(
      '28.09 Алгебра, 2-й урок: отсутствие (н) (было: болезнь (б))',
    );
  });

  it('goes back through all that was done today, whichever it was', async () => {
    await world.chat.says('7А алгебра: Иванов 5, Козлов н');
    await world.chat.says('/topic 7А алгебра: Дроби');
    await world.chat.says('/homework 7А алгебра: § 1');
    await world.chat.says('/lesson');
    await world.chat.presses('1. 1А Чтение');
    await world.chat.presses('Все были');
    for (const what of [
      'запись об уроке',
      'запись об уроке',
      'запись об уроке',
      '1 отметка, 1 запись о посещении, запись об уроке',
    ]) {
      expect((await world.chat.says('/undo')).text).toContain(`Отменено: ${what}.`);
    }
    expect((await world.chat.says('/undo')).text).toBe('Сегодня отменять нечего.');
    expect(await world.journal()).toEqual(['Иванов 5 cancelled', 'Козлов absent cancelled']);
    expect(await world.rollCalled()).toBe(false);
  });
});
