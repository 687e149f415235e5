import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { lessonPress } from '../../bot/dialogue/lesson-presses.ts';
import type { TestChat } from './chat.ts';
import { openTeacherWorld, type TeacherWorld } from './teacher-world.ts';

// Two weeks before the world's Monday.
const OLD = '2026-09-28';

let world: TeacherWorld;
let chat: TestChat;
beforeEach(async () => {
  world = await openTeacherWorld();
  chat = world.chat;
  const { make, courses, teacher, pupil } = world;
  const at = { course: courses.algebra, date: OLD, number: 2, author: teacher };
  await make.aLesson({ ...at, topic: 'Дроби' });
  await make.aMark({ ...at, pupil: pupil('Иванов Семён'), value: 3 });
  await make.anAbsence({ ...at, pupil: pupil('Козлов Денис'), code: 'absent' });
});
afterEach(() => world.close());

const oldLesson = () => lessonPress({ courseId: world.courses.algebra, date: OLD, number: 2 });
const reasons = async () => {
  const rows = await world.db.select<{ reason: string | null }>(
    'SELECT reason FROM change ORDER BY id',
  );
  return rows.map(({ reason }) => reason);
};

/** Opens the old lesson and asks for a 5 instead of the 3. */
const askForFive = async () => {
  await chat.replays(oldLesson());
  await chat.presses('1 Иванов');
  await chat.presses('3 ответ');
  return chat.presses('5');
};

describe('a late correction by a button', () => {
  it('asks for the reason, then does exactly that', async () => {
    const asked = await askForFive();
    expect(asked.text).toBe(
      [
        'Урок 28 сентября: прошло больше 7 дней. Правка вносится только с причиной.',
        'Напишите причину одним сообщением, например: описка. Отказаться: /cancel',
      ].join('\n'),
    );
    expect(asked.buttons).toEqual(['‹ Назад']);
    expect(await world.journal()).toEqual(['Иванов 3', 'Козлов absent']);
    const done = await chat.says('Описка: было 5, записано 3');
    expect(done.text).toContain('1. Иванов С. 5');
    expect(await world.journal()).toEqual(['Иванов 5', 'Козлов absent']);
    expect(await reasons()).toEqual(['Описка: было 5, записано 3']);
    // The lesson is open again: what is written next is an entry.
    await chat.says('Орлова 4');
    expect(await world.journal()).toContain('Орлова 4');
  });

  it('is let go by /cancel and by «Назад»', async () => {
    await askForFive();
    expect((await chat.says('/cancel')).text).toBe('Ввод прерван, ничего не записано.');
    expect((await chat.says('описка')).text).toContain('не распознано');
    await askForFive();
    await chat.presses('‹ Назад');
    await chat.says('описка');
    expect(await world.journal()).toEqual(['Иванов 3', 'Козлов absent']);
  });

  it('is checked anew when the reason comes', async () => {
    await askForFive();
    await world.db.write(({ transaction }) =>
      world.db.models.Mark.update({ value: 4, version: 2 }, { where: {}, transaction }),
    );
    const stale = await chat.says('описка');
    expect(stale.text).toContain('уже изменилась');
    expect(stale.text).toContain('1. Иванов С. 4');
    await askForFour();
    await world.db.write(({ transaction }) =>
      world.db.models.Course.update({ teacherId: null }, { where: {}, transaction }),
    );
    expect((await chat.says('описка')).text).toContain('нет права');
    expect(await world.journal()).toEqual(['Иванов 4', 'Козлов absent']);
    expect((await chat.says('описка')).text).toContain('не распознано');
  });

  const askForFour = async () => {
    await chat.replays(oldLesson());
    await chat.presses('1 Иванов');
    await chat.presses('4 ответ');
    return chat.presses('Убрать отметку');
  };

  it('offers to replace under the reason, and asks for it again', async () => {
    await chat.replays(oldLesson());
    await chat.presses('1 Иванов');
    const offer = await chat.presses('н');
    expect(offer.text).toContain('Заменить на «н»?');
    expect((await chat.presses('Заменить на н')).text).toContain('только с причиной');
    await chat.says('перепутаны ученики');
    expect(await world.journal()).toEqual(['Иванов 3 cancelled', 'Иванов absent', 'Козлов absent']);
  });

  it('takes no essay for a reason and keeps asking', async () => {
    await askForFive();
    expect((await chat.says('я'.repeat(301))).text).toContain('не больше 300 знаков');
    await chat.says('описка');
    expect(await world.journal()).toContain('Иванов 5');
  });

  it('gives way to the next message that names a lesson', async () => {
    await askForFive();
    const card = await chat.says('7А геометрия: Орлова 5');
    expect(card.text).toContain('7А · Геометрия');
    expect(await world.journal()).toEqual(['Иванов 3', 'Козлов absent', 'Орлова 5']);
  });
});

describe('a late correction by a message', () => {
  it('asks once for all of it, then writes all of it', async () => {
    const asked = await chat.says('7А алгебра 28.09: Козлов б, Орлова 5, Смирнов 4');
    expect(asked.text).toContain('только с причиной');
    expect(await world.journal()).toEqual(['Иванов 3', 'Козлов absent']);
    const card = await chat.says('справка');
    expect(card.text).toContain('Козлов Д.: б');
    expect(card.buttons).toContain('Смирнов А.: 4');
    expect(await world.journal()).toEqual(['Иванов 3', 'Козлов ill', 'Орлова 5']);
    expect(new Set(await reasons())).toEqual(new Set(['справка']));
    // The rest of the card is a new mark: late filling.
    await chat.presses('Смирнов А.: 4');
    expect(await world.journal()).toContain('Смирнов 4');
  });

  it('remembers the lesson when the course was chosen by a button', async () => {
    await world.make.aSlot(world.courses.geometry, 1, 3);
    await chat.says('7А 28.09: Козлов б');
    await chat.presses('7А · Алгебра');
    await chat.says('справка');
    expect(await world.journal()).toEqual(['Иванов 3', 'Козлов ill']);
  });

  it('is for topics and homework too', async () => {
    await chat.says('/topic 7А алгебра 28.09: Степени');
    expect(await world.lessons()).toMatchObject([{ topic: 'Дроби' }]);
    const done = await chat.says('перенос темы');
    expect(done.text).toContain('Тема: Степени');
    await chat.says('/homework 7А алгебра 28.09: § 5');
    expect(await world.lessons()).toMatchObject([{ topic: 'Степени', homework: '§ 5' }]);
    expect(await reasons()).toEqual(['перенос темы', null]);
  });

  it('is no correction where nothing stands yet', async () => {
    const card = await chat.says('7А алгебра 28.09: Орлова 5, Петрова н');
    expect(card.text).toContain('Записано:');
    expect(await reasons()).toEqual([null, null, null]);
  });
});

describe('a closed term', () => {
  beforeEach(() => world.make.aClosedQuarter(1));

  it('is for reading to its teacher', async () => {
    const { text, buttons } = await chat.replays(oldLesson());
    expect(text).toContain('Только просмотр.');
    expect(buttons).toEqual(['‹ Уроки']);
    expect((await chat.says('7А алгебра 28.09: Орлова 5')).text).toContain('закрыт');
  });

  it('is corrected by the deputy head with a reason each time', async () => {
    await world.make.aPerson('Зимина Вера', { chat: 'tg:5', roles: ['deputy_head'] });
    const deputy = world.chats('tg:5');
    await deputy.replays(oldLesson());
    await deputy.presses('1 Иванов');
    await deputy.presses('3 ответ');
    const asked = await deputy.presses('4');
    expect(asked.text).toContain('Учебный период за 28 сентября закрыт.');
    await deputy.says('решение педсовета');
    expect(await world.journal()).toEqual(['Иванов 4', 'Козлов absent']);
    await deputy.says('Орлова 5');
    await deputy.says('пропущена при заполнении');
    expect(await world.journal()).toContain('Орлова 5');
    expect(await reasons()).toEqual(['решение педсовета', 'пропущена при заполнении']);
  });
});
