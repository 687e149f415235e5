import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { chatsOf } from './chat.ts';
import { countSelects, type FamilyWorld, openFamilyWorld } from './family-world.ts';

let world: FamilyWorld;
beforeEach(async () => {
  world = await openFamilyWorld();
});
afterEach(() => world.close());

async function fill() {
  const { make, courses, pupils, classTeacher: author } = world;
  const { algebra, russian } = courses;
  const at = { pupil: pupils.artyom, author };
  for (const day of ['01', '03', '08', '10', '15', '17'] as const) {
    await make.aMark({ ...at, course: russian, date: `2026-09-${day}`, value: 4 });
  }
  await make.aMark({
    ...at,
    course: algebra,
    date: '2026-10-07',
    number: 2,
    value: 3,
    kind: 'test',
  });
  await make.aMark({ ...at, course: russian, date: '2026-10-12', value: 5 });
  await make.anAbsence({ ...at, course: russian, date: '2026-10-06', code: 'ill' });
  await make.anAbsence({ ...at, course: algebra, date: '2026-10-05', number: 2, code: 'absent' });
  await make.anAbsence({ ...at, course: russian, date: '2026-10-05', code: 'late' });
  await make.anAbsence({ ...at, course: algebra, date: '2026-09-14', number: 2, code: 'ill' });
  await make.aLesson({ course: courses.english, date: '2026-10-06', number: 2, homework: 'с. 40' });
}

describe('the overview of a child', () => {
  it('says today, what is due, the last marks and absences, and leads on', async () => {
    await fill();
    const mother = world.chat('tg:2');
    const { text, buttons } = await mother.says('/start');
    expect(text).toBe(
      [
        'Иванов Артём, 7А',
        'Понедельник, 12 октября',
        '',
        'Идёт урок: 2. Алгебра, до 10:10',
        'Отметки сегодня: Русский язык 5 (ответ)',
        '',
        'Задано на вторник, 13 октября:',
        '• Английский: с. 40',
        '',
        'Последние отметки:',
        '07.10 Алгебра: 3 (контрольная)',
        '17.09 Русский язык: 4 (ответ)',
        '15.09 Русский язык: 4 (ответ)',
        '10.09 Русский язык: 4 (ответ)',
        '08.09 Русский язык: 4 (ответ)',
        '',
        'Пропуски за две недели: 2 урока, 2 дня.',
        'Есть пропуски без причины.',
        'Опоздания за две недели: 1.',
      ].join('\n'),
    );
    expect(buttons).toEqual([
      'Дневник',
      'Отметки',
      'Задания',
      'Пропуски',
      'Итоги',
      'Поведение',
      'Написать',
      'Объяснить пропуск',
    ]);
    expect(mother.menu().map(({ command }) => command)).toContain('children');
    for (const way of buttons.filter((label) => label !== 'Написать')) {
      await mother.presses(way);
      expect((await mother.presses('‹ Обзор')).text).toBe(text);
    }
    expect(mother.messages()).toHaveLength(1);
    expect((await mother.says('дети')).text).toBe(text);
  });

  it('says what the day is, was and comes to by the clock', async () => {
    const { clock, chat, make } = world;
    const mother = chat('tg:2');
    const line = async () => (await mother.says('/children')).text.split('\n')[3];
    clock.advance({ hours: -2 });
    expect(await line()).toBe('Сегодня 2 урока, первый: 1. Русский язык, в 8:30');
    clock.advance({ hours: 1 });
    expect(await line()).toBe('Идёт урок: 1. Русский язык, до 9:15');
    clock.advance({ minutes: 20 });
    expect(await line()).toBe('Дальше: 2. Алгебра, в 9:25');
    clock.advance({ hours: 3 });
    expect(await line()).toBe('Сегодня было 2 урока.');
    clock.advance({ days: 3 });
    expect(await line()).toBe('Сегодня уроков нет.');
    await make.aDayOff('2026-10-15', { name: 'карантин' });
    expect(await line()).toBe('Сегодня уроков нет: карантин.');
  });

  it('tells of what waits to be read, and opens it', async () => {
    const { chat, clock } = world;
    const teacher = chat('tg:10');
    await teacher.says('/write');
    await teacher.presses('Иванов А.');
    await teacher.says('Завтра собрание');
    await teacher.presses('Отправить');
    const mother = chat('tg:2');
    const { text, buttons } = await mother.says('/start');
    expect(text).toContain('Непрочитанных сообщений: 1');
    expect(buttons).toContain('● Сообщения: 1');
    const thread = await mother.presses('● Сообщения');
    expect(thread.text).toContain('Завтра собрание');
    expect(thread.buttons).toContain('‹ Обзор');
    clock.advance({ minutes: 1 });
    expect((await mother.says('/start')).text).not.toContain('Непрочитанных');
    expect((await chat('tg:3').says('/start')).text).not.toContain('Непрочитанных');
  });

  it('switches between children, and asks for the consent that is missing', async () => {
    const { make, chat, pupils } = world;
    const father = await make.aParent('Отец Троих', { of: [pupils.artyom], chat: 'tg:5' });
    await world.db.write(({ db: { models }, transaction, now }) =>
      models.Guardianship.bulkCreate(
        [
          { personId: father, pupilId: pupils.denis, consentVersion: '1', createdAt: now },
          { personId: father, pupilId: pupils.alyona, createdAt: now },
        ],
        { transaction },
      ),
    );
    const phone = chat('tg:5');
    expect((await phone.says('/start')).text).toContain('согласие');
    await phone.replays(`child1:${pupils.artyom}`);
    const denis = await phone.presses('Денис К.');
    expect(denis.text).toContain('Козлов Денис, 7А');
    expect(denis.buttons.slice(-3)).toEqual(['Алёна П.', 'Артём И.', '• Денис К.']);
    const alyona = await phone.presses('Алёна П.');
    expect(alyona.text).toContain('нужно Ваше согласие');
    expect(alyona.text).not.toContain('Последние отметки');
  });

  it('of grade 1 has attendance and notes, never marks or homework', async () => {
    const { make, chat, classTeacher: author } = world;
    const little = await make.aPupil('Малышев Петя', { class: '1А' });
    await make.aParent('Малышева Ольга', { of: [little], chat: 'tg:6' });
    const course = await make.aCourse({ class: '1А', subject: 'Чтение', teacher: author });
    await make.aSlot(course, 1, 1);
    await make.aSlot(course, 2, 1);
    await make.aMark({ course, date: '2026-10-12', pupil: little, value: 2, author });
    await make.aLesson({ course, date: '2026-10-05', homework: 'азбука' });
    await make.anAbsence({ course, date: '2026-10-05', pupil: little, author, code: 'ill' });
    const { text, buttons } = await chat('tg:6').says('/start');
    expect(text).toContain('Пропуски за две недели: 1 урок, 1 день.');
    expect(text).not.toMatch(/тметк|адано|азбука/);
    await make.aLesson({ course, date: '2026-10-13', topic: 'Буква А' });
    const days = [
      await chat('tg:6').replays(`diary1:${little}:2026-10-12`),
      await chat('tg:6').replays(`week1:${little}:2026-10-12`),
      await chat('tg:6').replays(`diary1:${little}:2026-10-05`),
      await chat('tg:6').replays(`diary1:${little}:2026-10-13`),
    ];
    expect(days.at(-1)?.text).toContain('Тема: Буква А');
    expect(JSON.stringify(days)).not.toMatch(/2 \(ответ\)|азбука/);
    expect(buttons).toEqual(['Дневник', 'Пропуски', 'Поведение', 'Написать', 'Объяснить пропуск']);
  });

  it('is beside the work of a teacher who is a parent', async () => {
    const { make, db, chat, pupils, classTeacher } = world;
    await db.write(({ db: { models }, transaction, now }) =>
      models.Guardianship.create(
        { personId: classTeacher, pupilId: pupils.artyom, consentVersion: '1', createdAt: now },
        { transaction },
      ),
    );
    await make.aClass('7А', { teacher: classTeacher });
    const teacher = chat('tg:10');
    const { text, buttons } = await teacher.says('/start');
    expect(text).toContain('Вы: учитель');
    expect(buttons).toEqual(['Открыть: Артём И.']);
    expect((await teacher.presses('Открыть')).text).toContain('Понедельник, 12 октября');
  });

  it('of a child who has left leads to the years that were', async () => {
    const { db, chat, pupils } = world;
    await db.write(({ db: { models }, transaction }) =>
      models.AcademicYear.update({ state: 'closed' }, { where: {}, transaction }),
    );
    const mother = chat('tg:2');
    const { text, buttons } = await mother.says('/start');
    expect(text).toContain('не числится');
    expect(buttons).toEqual(['Отметки', 'Итоги']);
    expect((await mother.presses('Отметки')).text).toContain('1-я четверть 2026/27');
    expect((await mother.replays(`cterm1:${pupils.artyom}`)).text).toContain('2026/27');
  });

  it('takes five reads besides finding out who asks, and names nobody too fully', async () => {
    await fill();
    const chat = chatsOf(world.db, { names: 'none' })('tg:2');
    await chat.says('/children');
    const open = `child1:${world.pupils.artyom}`;
    expect(await countSelects(world, () => chat.replays(open))).toBe(6);
    expect(chat.screen().text).toContain('А. И., 7А');
    expect(JSON.stringify(chat.messages())).not.toMatch(/Иванов|Артём/);
    expect((await chat.replays(`child1:${world.pupils.alyona}`)).toast).toContain('нет права');
  });
});
