import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { givePress, lessonPress } from '../../bot/dialogue/lesson-presses.ts';
import { chatsOf } from './chat.ts';
import { countSelects } from './family-world.ts';
import { openTeacherWorld, type TeacherWorld } from './teacher-world.ts';

const MONDAY = '2026-10-12';

let world: TeacherWorld;
beforeEach(async () => {
  world = await openTeacherWorld();
});
afterEach(() => world.close());

const algebra = (date = MONDAY) => ({ course: world.courses.algebra, date, number: 2 });
const give = (date: string, number: number) =>
  givePress(
    { courseId: world.courses.algebra, date, number },
    { pupilId: world.pupil('Иванов Семён'), value: 5, kind: 'answer', seen: 0 },
  );

describe('a substitution', () => {
  beforeEach(async () => {
    const colleague = await world.make.aTeacher('Зуев Олег Львович', { chat: 'tg:8' });
    await world.make.aSubstitution({ ...algebra(), teacher: colleague });
  });

  it('lets the substitute fill the lesson and the usual teacher see who did and what', async () => {
    const colleague = world.chats('tg:8');
    const list = await colleague.says('/lesson');
    expect(list.text).toContain('(идёт, замена, обычно ведёт Королёв П. И.)');
    await colleague.presses('2. 7А Алгебра');
    await colleague.says('Иванов 5, Козлов н');
    await colleague.says('/topic Дроби');
    const own = await world.chat.says('/lesson');
    expect(own.text).toContain('(замена, ведёт Зуев О. Л.)\nтема ✓ · перекличка ✓ · 1 отметка');
    const opened = await world.chat.presses('2. 7А Алгебра');
    expect(opened.text).toContain('Замена: урок ведёт Зуев О. Л.');
    expect(opened.text).toContain('1. Иванов С. 5');
  });

  it('says no names where messages may hold none', async () => {
    const chat = chatsOf(world.db, { names: 'none' })('tg:1');
    expect((await chat.says('/lesson')).text).toContain('(ведёт коллега)');
    expect((await chat.presses('2. 7А Алгебра')).text).toContain('Замена: урок ведёт коллега');
  });

  it('is the substitute’s to fill in, not the usual teacher’s', async () => {
    world.clock.advance({ days: 1 });
    expect((await world.chats('tg:8').says('/lesson')).buttons).toContain(
      'пн 12.10: 2. 7А Алгебра',
    );
    expect((await world.chat.says('/lesson')).buttons).not.toContain('пн 12.10: 2. 7А Алгебра');
  });
});

describe('a cancelled lesson', () => {
  it('stands in the list without a button and takes nothing, by any way in', async () => {
    await world.make.aTimetableChange({ ...algebra(), reason: 'карантин' });
    const { text, buttons } = await world.chat.says('/lesson');
    expect(text).toContain('2. 7А Алгебра, 9:25–10:10 (отменён)\n\n5. 7А Геометрия');
    expect(buttons).not.toContain('2. 7А Алгебра');
    expect(buttons[0]).toBe('1. 1А Чтение');
    const opened = await world.chat.replays(
      lessonPress({ courseId: world.courses.algebra, date: MONDAY, number: 2 }),
    );
    expect(opened.text).toContain('Урок отменён: карантин');
    expect(opened.text).toContain('Только просмотр.');
    expect((await world.chat.replays(give(MONDAY, 2))).toast).toMatch(/^Урок отменён: 12 октября/);
    const message = await world.chat.says('7А алгебра 12.10: Иванов 5');
    expect(message.text).toMatch(/^Урок отменён: 12 октября, № 2/);
    expect(await world.journal()).toEqual([]);
  });

  it('is passed by when a message names no day', async () => {
    await world.make.aTimetableChange(algebra());
    await world.chat.says('7А алгебра: Иванов 5');
    expect(await world.lessons()).toMatchObject([{ date: '2026-10-05', number: 2 }]);
  });
});

describe('a moved lesson', () => {
  beforeEach(() =>
    world.make.aTimetableChange({ ...algebra(), to: { date: '2026-10-14', number: 3 } }),
  );

  it('is shown where it was and opened where it is', async () => {
    const before = await world.chat.says('/lesson');
    expect(before.text).toContain('(перенесён на 14.10, 3-й урок)');
    expect(before.buttons).toContain('ср 14.10 ›');
    expect((await world.chat.replays(give(MONDAY, 2))).toast).toBe(
      'Урок перенесён на 14 октября, № 3. Откройте его там: /lesson',
    );
    expect((await world.chat.says('7А алгебра 12.10: Иванов 5')).text).toContain('перенесён');
    expect(await world.journal()).toEqual([]);
    world.clock.advance({ days: 2, hours: 1 });
    const after = await world.chat.says('/lesson');
    expect(after.text).toContain('3. 7А Алгебра, 10:25–11:10 (идёт, перенесён с 12.10)');
    await world.chat.says('7А алгебра: Иванов 5');
    expect(await world.lessons()).toMatchObject([{ date: '2026-10-14', number: 3 }]);
    expect(await world.journal()).toEqual(['Иванов 5']);
  });

  it('is one with the lesson of its course that is there already', async () => {
    await world.make.aSlot(world.courses.algebra, 3, 3);
    world.clock.advance({ days: 2, hours: 1 });
    const { buttons } = await world.chat.says('/lesson');
    expect(buttons.filter((text) => text === '3. 7А Алгебра')).toHaveLength(1);
  });
});

describe('what was left unfilled', () => {
  it('stands under today, the newest first, until topic and roll are there', async () => {
    const { text, buttons } = await world.chat.says('/lesson');
    expect(text).toContain('Не заполнено за неделю: 4 урока.');
    expect(buttons.slice(3)).toEqual([
      'чт 08.10: 1. 7А Геометрия',
      'пн 05.10: 5. 7А Геометрия',
      'пн 05.10: 2. 7А Алгебра',
      'пн 05.10: 1. 1А Чтение',
      '‹ чт 08.10',
      'Неделя',
      'чт 15.10 ›',
    ]);
    await world.chat.presses('чт 08.10: 1. 7А Геометрия');
    await world.chat.presses('Все были');
    await world.chat.says('/topic Углы');
    await world.chat.says('/lesson');
    expect(
      world.chat
        .screen()
        .buttons.flat()
        .map((button) => button.text),
    ).not.toContain('чт 08.10: 1. 7А Геометрия');
    expect(world.chat.screen().text).toContain('Не заполнено за неделю: 3 урока.');
  });

  it('is shown by four and counted, and leaves out closed terms, days off and what is called off', async () => {
    await world.make.aSlot(world.courses.geometry, 5, 1);
    const first = await world.chat.says('/lesson');
    expect(first.text).toContain(
      'Не заполнено за неделю: 5 уроков. Ниже 4 последних, остальные через «Неделю».',
    );
    await world.make.aDayOff('2026-10-09', {});
    await world.make.aTimetableChange(algebra('2026-10-05'));
    expect((await world.chat.says('/lesson')).text).toContain('Не заполнено за неделю: 3 урока.');
    await world.make.aClosedQuarter(1);
    expect((await world.chat.says('/lesson')).text).not.toContain('Не заполнено');
  });
});

describe('the week', () => {
  it('counts lessons and gaps by day, opens days and turns its pages', async () => {
    await world.make.aTimetableChange({ ...algebra(), to: { date: '2026-10-14', number: 3 } });
    world.clock.advance({ hours: 6 });
    await world.chat.says('/lesson');
    const week = await world.chat.presses('Неделя');
    expect(week.text.split('\n')).toEqual([
      'Неделя 12.10 – 18.10',
      '',
      'пн 12.10: 2 урока, не заполнено 2',
      'ср 14.10: 1 урок',
      'чт 15.10: 1 урок',
    ]);
    expect(week.buttons).toEqual([
      'пн 12.10 •',
      'ср 14.10',
      'чт 15.10',
      '‹ Неделя',
      'Сегодня',
      'Неделя ›',
    ]);
    const before = await world.chat.presses('‹ Неделя');
    expect(before.text).toContain('пн 05.10: 3 урока, не заполнено 3');
    expect((await world.chat.presses('чт 08.10')).text).toContain('Четверг, 8 октября');
    expect(world.chat.messages()).toHaveLength(1);
  });

  it('leaps over holidays', async () => {
    world.clock.advance({ days: 8 });
    await world.chat.says('/lesson');
    await world.chat.presses('Неделя');
    expect((await world.chat.presses('Неделя ›')).text).toContain('Неделя 02.11 – 08.11');
  });
});

it('reads who asks, the day, what is unfilled and the arrows by six queries', async () => {
  expect(await countSelects(world, () => world.chat.says('/lesson'))).toBe(6);
});
