import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { chatsOf } from './chat.ts';
import { countSelects, type FamilyWorld, openFamilyWorld } from './family-world.ts';

describe('the diary', () => {
  let world: FamilyWorld;

  beforeEach(async () => {
    world = await openFamilyWorld();
    const { make, courses, pupils, classTeacher: author } = world;
    await make.aLesson({
      course: courses.russian,
      date: '2026-10-12',
      number: 1,
      topic: 'Причастие',
      homework: 'упр. 45',
    });
    await make.aLesson({
      course: courses.algebra,
      date: '2026-10-12',
      number: 2,
      topic: 'Дроби <1',
      homework: '№ 101',
    });
    const algebra = { course: courses.algebra, date: '2026-10-12', number: 2, author };
    await make.aMark({ ...algebra, pupil: pupils.artyom, value: 5, kind: 'test', weight: 2 });
    await make.aMark({ ...algebra, pupil: pupils.artyom, value: null, kind: 'homework' });
    await make.aMark({ ...algebra, pupil: pupils.alyona, value: 2, comment: 'не готова' });
    const russian = { course: courses.russian, date: '2026-10-12', number: 1, author };
    await make.anAbsence({ ...russian, pupil: pupils.artyom, code: 'late' });
  });
  afterEach(() => world.close());

  it('shows today: lessons, topics, homework, marks with their kind, absences', async () => {
    const { text } = await world.chat('tg:2').says('/diary');
    expect(text).toBe(
      [
        'Иванов Артём, 7А',
        'Понедельник, 12 октября',
        '',
        '1. Русский язык: опоздание (о)',
        'Тема: Причастие',
        'Задано: упр. 45',
        '',
        '2. Алгебра: 5 (контрольная), долг (домашняя)',
        'Тема: Дроби <1',
        'Задано: № 101',
      ].join('\n'),
    );
  });

  it('opens by its Russian word too', async () => {
    expect((await world.chat('tg:2').says('Дневник')).text).toContain('Понедельник, 12 октября');
  });

  it('shows what is due tomorrow, in one’s own group, and goes back', async () => {
    const chat = world.chat('tg:2');
    await chat.says('/diary');
    const tomorrow = await chat.presses('вт 13.10 ›');
    expect(tomorrow.text).toContain('1. Русский язык\nК уроку: упр. 45');
    expect(tomorrow.text).toContain('2. Английский');
    expect(tomorrow.text.match(/Английский/g)).toHaveLength(1);
    expect(tomorrow.buttons).toEqual([
      '‹ пн 12.10',
      'Неделя',
      'ср 14.10 ›',
      'Сегодня',
      'Отметки',
      '‹ Обзор',
    ]);
    expect((await chat.presses('Сегодня')).text).toContain('Понедельник, 12 октября');
    expect(chat.messages()).toHaveLength(1);
  });

  it('says what is due once, at the very next lesson of the course', async () => {
    const chat = world.chat('tg:2');
    await chat.says('/diary');
    await chat.presses('вт');
    expect((await chat.presses('ср')).text).toContain('2. Алгебра\nК уроку: № 101');
    const monday = await chat.presses('пн 19.10');
    expect(monday.text).toContain('2. Алгебра');
    expect(monday.text).not.toContain('К уроку');
  });

  it('shows a week, a line a lesson, with its days and neighbours', async () => {
    const chat = world.chat('tg:2');
    await chat.says('/diary');
    const week = await chat.presses('Неделя');
    expect(week.text).toBe(
      [
        'Иванов Артём, 7А',
        'Неделя 12 октября – 18 октября',
        '',
        'пн 12.10',
        '1. Русский язык · о · д/з: упр. 45',
        '2. Алгебра · 5 долг · д/з: № 101',
        '',
        'вт 13.10',
        '1. Русский язык · д/з: упр. 45',
        '2. Английский',
        '',
        'ср 14.10',
        '2. Алгебра · д/з: № 101',
      ].join('\n'),
    );
    expect(week.buttons).toEqual([
      'пн',
      'вт',
      'ср',
      '‹ Неделя',
      'Неделя ›',
      'Сегодня',
      'Отметки',
      '‹ Обзор',
    ]);
    expect((await chat.presses('Неделя ›')).text).toContain('Неделя 19 октября – 25 октября');
    expect((await chat.presses('‹ Неделя')).text).toContain('Неделя 12 октября');
    expect((await chat.presses('ср')).text).toContain('Среда, 14 октября');
  });

  it('leads past weekends and holidays, and names a day off', async () => {
    const { make, clock, chat } = world;
    await make.aDayOff('2026-10-13', { name: 'День города' });
    clock.advance({ days: 1 });
    const mother = chat('tg:2');
    const today = await mother.says('/diary');
    expect(today.text).toContain('Среда, 14 октября');
    await mother.presses('Неделя');
    expect(mother.screen().text).toContain('вт 13.10 Уроков нет: День города.');
    clock.advance({ days: 14 });
    const holidays = await mother.says('/diary');
    expect(holidays.text).toContain('Понедельник, 2 ноября');
    expect(holidays.buttons).toContain('‹ ср 21.10');
  });

  it('keeps to one message when homework is long', async () => {
    const { make, courses, chat, pupils, classTeacher: author } = world;
    const maths = await make.aCourse({ subject: 'Геометрия', teacher: author });
    for (let number = 3; number <= 7; number += 1) {
      const homework = `${number} `.padEnd(1000, 'ф&');
      await make.aLesson({ course: maths, date: '2026-10-12', number, topic: homework, homework });
    }
    const comment = 'к'.repeat(500);
    const where = { course: courses.algebra, date: '2026-10-12', number: 2, author, comment };
    await make.aMark({ ...where, pupil: pupils.artyom, value: 4 });
    const { text } = await chat('tg:2').says('/diary');
    expect(text).toContain('7. Геометрия');
    expect(text).toContain('…');
  });

  it('follows a child who changed class', async () => {
    const { make, chat, db, pupils, classTeacher } = world;
    const classId = await make.aClass('7Б');
    const physics = await make.aCourse({ class: '7Б', subject: 'Физика', teacher: classTeacher });
    await make.aSlot(physics, 3, 1);
    await db.write(async ({ transaction }) => {
      const { Enrolment } = db.models;
      const where = { pupilId: pupils.artyom };
      await Enrolment.update({ endsOn: '2026-10-13' }, { where, transaction });
      const moved = { pupilId: pupils.artyom, classId, number: 1, startsOn: '2026-10-14' };
      await Enrolment.create(moved, { transaction });
    });
    const mother = chat('tg:2');
    await mother.says('/diary');
    const week = await mother.presses('Неделя');
    expect(week.text).toContain('пн 12.10\n1. Русский язык');
    expect(week.text).toContain('ср 14.10\n1. Физика');
    expect(week.text).not.toContain('ср 14.10\n2. Алгебра');
  });

  it('switches between children, each on the same day', async () => {
    const { make, chat, pupils } = world;
    await make.aParent('Отец Двоих', { of: [pupils.artyom, pupils.denis], chat: 'tg:5' });
    const father = chat('tg:5');
    const first = await father.says('/diary');
    expect(first.text).toContain('Иванов Артём');
    expect(first.buttons.slice(-2)).toEqual(['• Артём И.', 'Денис К.']);
    await father.presses('вт');
    const second = await father.presses('Денис К.');
    expect(second.text).toContain('Козлов Денис, 7А\nВторник, 13 октября');
    expect(second.text).not.toContain('5 (контрольная)');
    expect((await father.presses('Отметки')).text).toContain('Козлов Денис');
  });

  it.each([
    ['short', 'Артём И., 7А'],
    ['none', 'А. И., 7А'],
  ] as const)('names nobody more fully than MESSAGE_NAMES=%s lets', async (names, title) => {
    const { make, db, pupils } = world;
    await make.aParent('Отец Двоих', { of: [pupils.artyom, pupils.denis], chat: 'tg:5' });
    const father = chatsOf(db, { names })('tg:5');
    const heard = [];
    for (const text of ['/start', '/diary', '/marks', '/me']) {
      heard.push(await father.says(text));
    }
    heard.push(await father.presses('Неделя'));
    const all = JSON.stringify(heard);
    expect(all).toContain(title);
    expect(all).not.toMatch(/Иванов|Козлов/);
    expect(/Артём|Денис/.test(all)).toBe(names === 'short');
  });

  it('takes at most four reads besides finding out who asks', async () => {
    const { chat } = world;
    const mother = chat('tg:2');
    await mother.says('/diary');
    const seen = async (work: () => Promise<unknown>) => countSelects(world, work);
    const asking = await seen(() => mother.replays('no such button'));
    expect(asking).toBe(1);
    expect(await seen(() => mother.presses('Неделя'))).toBe(4 + asking);
    expect(await seen(() => mother.presses('пн'))).toBe(4 + asking);
    expect(await seen(() => mother.presses('Отметки'))).toBe(3 + asking);
  });
});
