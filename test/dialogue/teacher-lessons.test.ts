import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { openTeacherWorld, type TeacherWorld } from './teacher-world.ts';

let world: TeacherWorld;
beforeEach(async () => {
  world = await openTeacherWorld();
});
afterEach(() => world.close());

const openAlgebra = async () => {
  await world.chat.says('/lesson');
  return world.chat.presses('2. 7А Алгебра');
};

describe('the lessons of a day', () => {
  it('come by timetable, the running one first', async () => {
    const { text, buttons } = await world.chat.says('урок');
    expect(buttons.slice(0, 3)).toEqual(['2. 7А Алгебра', '1. 1А Чтение', '5. 7А Геометрия']);
    expect(text).toContain('Понедельник, 12 октября');
    expect(text).toContain('2. 7А Алгебра, 9:25–10:10 (идёт)');
    expect(text).toContain('нет темы · нет переклички');
  });

  it('put the last begun one first in a break, and none before the first bell', async () => {
    world.clock.advance({ minutes: 20 });
    expect((await world.chat.says('/lesson')).text).toContain('9:25–10:10 (последний)');
    world.clock.advance({ hours: -3 });
    const early = await world.chat.says('/lesson');
    expect(early.buttons[0]).toBe('1. 1А Чтение');
    expect(early.text).not.toMatch(/идёт|последний/);
  });

  it('lead to other days: past ones open, future ones are for reading', async () => {
    await world.chat.says('/lesson');
    const past = await world.chat.presses('‹ чт 08.10');
    expect(past.text).toContain('Четверг, 8 октября');
    expect(past.buttons).toContain('1. 7А Геометрия');
    await world.chat.says('/lesson');
    const future = await world.chat.presses('чт 15.10 ›');
    expect(future.text).toContain('Уроки ещё впереди');
    expect(future.buttons).not.toContain('1. 7А Геометрия');
    expect(world.chat.messages()).toHaveLength(2);
  });

  it('offer the last school day on a day off', async () => {
    await world.make.aDayOff('2026-10-12', { name: 'Праздник' });
    const { text, buttons } = await world.chat.says('/lesson');
    expect(text).toContain('В этот день у Вас нет уроков.');
    expect(buttons.slice(-3)).toEqual(['‹ чт 08.10', 'Неделя', 'чт 15.10 ›']);
  });

  it('say so when the timetable has nothing at all', async () => {
    await world.make.aTeacher('Новикова Анна', { chat: 'tg:9' });
    const { text } = await world.chats('tg:9').says('/lesson');
    expect(text).toBe('В расписании нет Ваших уроков. Обратитесь к администратору.');
  });
});

describe('the lesson screen', () => {
  it('shows the class and takes a mark in two taps, in one message', async () => {
    const opened = await openAlgebra();
    expect(opened.text).toContain('12 октября, 2-й урок, 9:25–10:10');
    expect(opened.text).toContain('1. Иванов С.');
    expect(opened.buttons).toContain('6 Смирнов А.');
    await world.chat.presses('1 Иванов');
    const after = await world.chat.presses('5');
    expect(after.text).toContain('1. Иванов С. 5');
    expect(world.chat.messages()).toHaveLength(1);
    expect(await world.journal()).toEqual(['Иванов 5']);
  });

  it('gives several marks and keeps the kind of work for the next pupil', async () => {
    await openAlgebra();
    await world.chat.presses('1 Иванов');
    await world.chat.presses('контрольная');
    expect((await world.chat.presses('5')).text).toContain('Вид работы: контрольная');
    await world.chat.presses('1 Иванов');
    await world.chat.presses('4');
    await world.chat.presses('2 Козлов');
    await world.chat.presses('точка');
    expect(world.chat.screen().text).toContain('1. Иванов С. 5 4');
    expect(world.chat.screen().text).toContain('2. Козлов Д. •');
    const kinds = await world.db.select<{ kind: string }>('SELECT DISTINCT kind FROM mark');
    expect(kinds).toEqual([{ kind: 'test' }]);
  });

  it('notes each code of absence and clears it by the same button', async () => {
    await openAlgebra();
    for (const letter of ['н', 'б', 'у', 'о']) {
      await world.chat.presses('2 Козлов');
      await world.chat.presses(letter);
      expect(world.chat.screen().text).toContain(`2. Козлов Д. ${letter}`);
    }
    await world.chat.presses('2 Козлов');
    await world.chat.presses('✓ о');
    expect(await world.journal()).toEqual(['Козлов late cancelled']);
  });

  it('corrects and takes away a mark that stands', async () => {
    await openAlgebra();
    await world.chat.presses('1 Иванов');
    await world.chat.presses('3');
    await world.chat.presses('1 Иванов');
    expect((await world.chat.presses('3 ответ')).text).toContain('Стоит: 3, ответ.');
    expect((await world.chat.presses('4')).text).toContain('1. Иванов С. 4');
    await world.chat.presses('1 Иванов');
    await world.chat.presses('4 ответ');
    await world.chat.presses('Убрать отметку');
    expect(await world.journal()).toEqual(['Иванов 4 cancelled']);
  });

  it('offers to replace when a mark meets an absence, both ways', async () => {
    await openAlgebra();
    await world.chat.presses('1 Иванов');
    await world.chat.presses('н');
    await world.chat.presses('1 Иванов');
    const offer = await world.chat.presses('5');
    expect(offer.text).toContain('стоит «н»');
    expect(await world.journal()).toEqual(['Иванов absent']);
    await world.chat.presses('Заменить на 5');
    expect(await world.journal()).toEqual(['Иванов 5', 'Иванов absent cancelled']);
    await world.chat.presses('1 Иванов');
    await world.chat.presses('б');
    await world.chat.presses('‹ Назад');
    await world.chat.presses('‹ К классу');
    expect(world.chat.screen().text).toContain('1. Иванов С. 5');
  });

  it('calls the roll by exception', async () => {
    const opened = await openAlgebra();
    expect(opened.text).toContain('Переклички не было');
    expect(opened.buttons).toContain('Все были');
    await world.chat.presses('2 Козлов');
    await world.chat.presses('н');
    const called = await world.chat.presses('Остальные были');
    expect(called.text).toContain('Отсутствует 1');
    expect(called.buttons).not.toContain('Остальные были');
    expect(await world.rollCalled()).toBe(true);
    expect((await world.chat.says('/lesson')).text).toContain('перекличка ✓');
  });

  it('asks for topic and homework, takes them escaped, and lets go by «Назад»', async () => {
    await openAlgebra();
    await world.chat.presses('Тема');
    await world.chat.says('Дроби & <степени>');
    expect(world.chat.screen().text).toContain('Тема: Дроби & <степени>');
    await world.chat.presses('Задание');
    await world.chat.says('§ 12, № 3–5');
    expect(world.chat.screen().text).toContain('Задание: § 12, № 3–5');
    await world.chat.presses('Тема');
    await world.chat.presses('‹ Назад');
    await world.chat.says('Иванов 5');
    expect(await world.lessons()).toMatchObject([{ topic: 'Дроби & <степени>' }]);
    expect(await world.journal()).toEqual(['Иванов 5']);
  });

  it('undoes the last action here and says what it was', async () => {
    await openAlgebra();
    await world.chat.presses('1 Иванов');
    await world.chat.presses('5');
    const undone = await world.chat.presses('Отменить');
    expect(undone.toast).toBe('Отменено: 1 отметка.');
    expect(undone.text).not.toContain('1. Иванов С. 5');
    expect(undone.buttons).not.toContain('Отменить');
  });

  it('has pages for a class over 30 and stays on the pupil’s page', async () => {
    for (let index = 8; index <= 35; index += 1) {
      await world.make.aPupil(`Ученик${index} Имя`);
    }
    const opened = await openAlgebra();
    expect(opened.text).not.toContain('31.');
    const second = await world.chat.presses('31–35');
    expect(second.text).toContain('35. Ученик35 И.');
    await world.chat.presses('35 Ученик35');
    const after = await world.chat.presses('5');
    expect(after.text).toContain('35. Ученик35 И. 5');
  });

  it('shows grade 1 attendance and the topic alone', async () => {
    await world.chat.says('/lesson');
    const { buttons, text } = await world.chat.presses('1. 1А Чтение');
    expect(buttons).not.toContain('Задание');
    expect(text).not.toContain('адание');
    const panel = await world.chat.presses('1 Ёлкин');
    expect(panel.buttons).toEqual(['н', 'б', 'у', 'о', 'Карточка', '‹ К классу']);
  });

  it('says no names where messages may hold none', async () => {
    const { chatsOf } = await import('./chat.ts');
    const chat = chatsOf(world.db, { names: 'none' })('tg:1');
    await chat.says('/lesson');
    await chat.presses('2. 7А Алгебра');
    await chat.presses('№ 1');
    await chat.presses('5');
    expect(
      chat
        .messages()
        .map(({ text }) => text)
        .join(),
    ).not.toMatch(/Иванов С|Козлов Д/);
    expect(chat.screen().text).toContain('№ 1 5');
  });

  it('is told in English to who reads English', async () => {
    await world.make
      .aCourse({
        class: '7А',
        subject: 'Английский',
        teacher: await world.make.aTeacher('Смит Анна', { chat: 'tg:7', language: 'en' }),
      })
      .then((course) => world.make.aSlot(course, 1, 2));
    const chat = world.chats('tg:7');
    await chat.says('/lesson');
    const { text } = await chat.presses('2. 7А Английский');
    expect(text).toContain('The roll was not called');
  });
});
