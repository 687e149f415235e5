import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { countSelects, type FamilyWorld, openFamilyWorld } from './family-world.ts';

describe('/class', () => {
  let world: FamilyWorld;

  beforeEach(async () => {
    world = await openFamilyWorld();
  });
  afterEach(() => world.close());

  it('says who is absent now and why, and who was before', async () => {
    const { make, chat, courses, pupils, classTeacher: author } = world;
    const date = '2026-10-12';
    await make.aLesson({ course: courses.russian, date, number: 1, rollCalled: true });
    await make.aLesson({ course: courses.algebra, date, number: 2, rollCalled: true });
    const russian = { course: courses.russian, date, number: 1, author };
    const algebra = { course: courses.algebra, date, number: 2, author };
    await make.anAbsence({ ...russian, pupil: pupils.artyom, code: 'ill' });
    await make.anAbsence({ ...algebra, pupil: pupils.artyom, code: 'ill' });
    await make.anAbsence({ ...russian, pupil: pupils.denis, code: 'late' });
    const heard = await chat('tg:10').says('мой класс');
    expect(heard.text).toBe(
      [
        '7А: сегодня, 12 октября',
        'Перекличка на уроках: 1, 2',
        '',
        'Нет на уроке 2 (Алгебра): 1',
        'Иванов А.: болезнь (1 б, 2 б)',
        '',
        'Опоздали или не были раньше',
        'Козлов Д.: опоздание (1 о)',
      ].join('\n'),
    );
    expect(heard.buttons).toEqual(['Список', 'Сигналы', 'Движение']);
  });

  it('lists the pupils with their parents’ phones, and opens a pupil’s card', async () => {
    const { make, chat, courses, pupils, parents, classTeacher: author, db } = world;
    await db.write(({ transaction }) =>
      db.models.Person.update(
        { phone: '+7 900 000-00-01' },
        { where: { id: parents.mother }, transaction },
      ),
    );
    const algebra = { course: courses.algebra, author, pupil: pupils.artyom };
    await make.aMark({ ...algebra, date: '2026-10-05', value: 4 });
    await make.aMark({ ...algebra, date: '2026-10-07', value: 5 });
    await make.anAbsence({ ...algebra, date: '2026-10-08', code: 'excused' });
    const teacher = chat('tg:10');
    await teacher.says('/class');
    const list = await teacher.presses('Список');
    expect(list.text).toContain('1. Иванов А.\n✓ Иванова Мария, +7 900 000-00-01\n2. Петрова А.');
    expect(list.text).toContain('3. Козлов Д.\n– родители не указаны');
    const card = await teacher.presses('1');
    expect(card.text).toContain('Иванов А., 7А\nВ классе с 1 сентября');
    expect(card.text).toContain('Алгебра: 4,50 (2 отметки)');
    expect(card.text).toContain('Пропуски уроков: уважительная причина 1');
    expect(card.text).toContain('✓ Иванова Мария, +7 900 000-00-01');
    expect(card.buttons).toEqual(['Коды и чаты семьи', 'Перевести', 'Выбытие', '‹ К классу']);
    await teacher.presses('Коды и чаты семьи');
    expect(teacher.screen().text).toContain('Чат: Иванова Мария');
    expect(await db.models.Invite.count()).toBe(0);
  });

  it('has a pupil’s newest notes of behaviour on the card, and leads to all of them', async () => {
    const teacher = world.chat('tg:10');
    await teacher.says('/behaviour');
    await teacher.presses('Иванов А.');
    await teacher.presses('Похвала');
    await teacher.presses('Помощь товарищам');
    await teacher.presses('Записать и сообщить родителям');
    await teacher.says('/class');
    await teacher.presses('Список');
    const card = await teacher.presses('1');
    expect(card.text).toContain('Поведение\n12.10 + Помощь товарищам');
    expect((await teacher.presses('Поведение')).text).toContain('Похвала: Помощь товарищам');
    await teacher.says('/class');
    await teacher.presses('Список');
    expect((await teacher.presses('2')).text).not.toContain('Поведение');
  });

  it('says neither names nor phones where messages may hold no names', async () => {
    await world.close();
    world = await openFamilyWorld({ names: 'none' });
    const { chat, db } = world;
    await db.write(({ transaction }) =>
      db.models.Person.update({ phone: '+79000000001' }, { where: {}, transaction }),
    );
    const teacher = chat('tg:10');
    await teacher.says('/class');
    const texts = [(await teacher.presses('Список')).text, (await teacher.presses('1')).text];
    expect(texts.join('\n')).not.toMatch(/Иванов|Петров|\+7/);
    expect(texts[0]).toContain('№ 1');
  });

  it('warns of a mean that fell and of missed lessons, but not in the first days of a term', async () => {
    const { make, chat, courses, pupils, classTeacher: author, clock } = world;
    const algebra = { course: courses.algebra, author, pupil: pupils.artyom };
    for (const [date, value] of [
      ['2026-09-02', 5],
      ['2026-09-07', 5],
      ['2026-09-09', 5],
      ['2026-09-14', 5],
      ['2026-10-05', 2],
      ['2026-10-07', 2],
    ] as const) {
      await make.aMark({ ...algebra, date, value });
    }
    for (const number of [1, 2, 3, 4]) {
      const at = { course: courses.russian, date: '2026-10-08', number, author };
      await make.anAbsence({ ...at, pupil: pupils.alyona });
      await make.anAbsence({ ...at, pupil: pupils.denis, code: 'late' });
    }
    const teacher = chat('tg:10');
    await teacher.says('/class');
    const signals = await teacher.presses('Сигналы');
    expect(signals.text).toBe(
      [
        '7А: сигналы',
        '1. Иванов А.',
        'Алгебра: средняя 5,00 → 4,00',
        '2. Петрова А.',
        'Пропущено: 4 урока за 1 день',
        '',
        'Ученик сравнивается только с самим собой.',
      ].join('\n'),
    );
    clock.advance({ days: 16 });
    expect((await teacher.replays(`cls1:${await make.aClass('7А')}:signals:0`)).text).toContain(
      'каникулы',
    );
    clock.advance({ days: 13 });
    expect((await teacher.replays(`cls1:${await make.aClass('7А')}:signals:0`)).text).toContain(
      'сигналы появятся с 16 ноября',
    );
  });

  it('is read by the administration too, and closed to everybody else', async () => {
    const { make, chat, pupils } = world;
    const classId = await make.aClass('7А');
    await make.aPerson('Орлов Олег', { roles: ['deputy_head'], chat: 'tg:20' });
    const colleague = await make.aTeacher('Королёв Пётр', { chat: 'tg:11' });
    await make.aClass('8Б', { teacher: colleague });
    const deputy = chat('tg:20');
    expect((await deputy.says('/class 7а')).text).toContain('7А: сегодня');
    await deputy.presses('Движение');
    expect(deputy.screen().buttons.flat()).toHaveLength(3);
    expect((await deputy.says('/class 9Я')).text).toContain('Класса «9Я» нет');
    for (const address of ['tg:11', 'tg:2', 'tg:999']) {
      for (const payload of [
        `cls1:${classId}:today:0`,
        `cls1:${classId}:list:0`,
        `cls1:${classId}:signals:0`,
        `cls1:${classId}:moves:0`,
        `clspupil1:${classId}:${pupils.artyom}`,
        `ifshow1:${classId}:${pupils.artyom}`,
      ]) {
        const heard = await chat(address).replays(payload);
        expect(heard).toMatchObject({ text: '', toast: expect.stringContaining('нет права') });
      }
    }
    const teacher = chat('tg:10');
    await teacher.says('/class');
    await make.aClass('7А', { teacher: colleague });
    expect((await teacher.presses('Список')).toast).toContain('нет права');
  });

  it('asks the database little, however large the class', async () => {
    const { chat, make } = world;
    for (let index = 0; index < 27; index += 1) {
      await make.aPupil(`Фамилия${index} Имя`);
    }
    const teacher = chat('tg:10');
    await teacher.says('/class');
    const counts: Record<string, number> = {};
    for (const tab of ['Список', 'Сигналы', 'Движение', 'Сегодня']) {
      counts[tab] = await countSelects(world, () => teacher.presses(tab));
    }
    await teacher.presses('Список');
    counts.card = await countSelects(world, () => teacher.presses('1'));
    expect(counts).toEqual({ Список: 3, Сигналы: 5, Движение: 3, Сегодня: 3, card: 6 });
  });
});
