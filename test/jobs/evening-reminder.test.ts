import { pino } from 'pino';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { parseHtml } from '../../bot/sandbox/html.ts';
import { en } from '../../bot/texts/en.ts';
import { ru } from '../../bot/texts/ru.ts';
import { LANES } from '../../db/actions/queue-messages.ts';
import { readReminders } from '../../db/reports/unfilled-lessons.ts';
import { eveningReminder } from '../../jobs/evening-reminder.ts';
import type { JobDeps } from '../../jobs/job.ts';
import { runDue } from '../../jobs/run-due.ts';
import { countSelects } from '../dialogue/family-world.ts';
import { openTeacherWorld, type TeacherWorld } from '../dialogue/teacher-world.ts';

const MONDAY = '2026-10-12';

let world: TeacherWorld;
let deps: JobDeps;
beforeEach(async () => {
  world = await openTeacherWorld();
  const log = pino({ level: 'silent' });
  const config = { language: 'ru', names: 'full' } as const;
  deps = { db: world.db, log, texts: { ru, en }, config };
});
afterEach(() => world.close());

const run = () => runDue(deps, [eveningReminder]);
/** Reminders that were queued, as text and labels of buttons, oldest first. */
const reminders = async (chat = 'tg:1') => {
  const rows = await world.db.select<{ lane: number; payload: string }>(
    "SELECT lane, payload FROM outbox WHERE chat = :chat AND dedupe_key LIKE 'reminder:%' ORDER BY id",
    { chat },
  );
  return rows.map(({ lane, payload }) => {
    const { text, buttons } = JSON.parse(payload) as {
      text: string;
      buttons: { text: string; press: string }[][];
    };
    return { lane, text: parseHtml(text).text, buttons: buttons.flat() };
  });
};
/** Fills in all that was taught since the 5th. */
const fillAll = async () => {
  const { algebra, geometry, reading } = world.courses;
  for (const [course, date, number] of [
    [algebra, '2026-10-05', 2],
    [geometry, '2026-10-05', 5],
    [reading, '2026-10-05', 1],
    [geometry, '2026-10-08', 1],
    [algebra, MONDAY, 2],
    [geometry, MONDAY, 5],
    [reading, MONDAY, 1],
  ] as const) {
    await world.make.aLesson({ course, date, number, topic: 'Тема', rollCalled: true });
  }
};
const choose = (value: string, personId = world.teacher) =>
  world.db.write(({ transaction }) =>
    world.db.models.Preference.create({ personId, key: 'reminder.hour', value }, { transaction }),
  );

describe('the evening reminder', () => {
  it('comes once at six, with a button for each gap that opens that lesson', async () => {
    await world.make.aLesson({
      course: world.courses.algebra,
      date: MONDAY,
      number: 2,
      topic: 'Дроби',
    });
    await run();
    expect(await reminders()).toEqual([]);
    world.clock.advance({ hours: 8 });
    await run();
    await run();
    world.clock.advance({ hours: 2 });
    await run();
    const [message, ...others] = await reminders();
    expect(others).toEqual([]);
    expect(message?.lane).toBe(LANES.digest);
    expect(message?.text.split('\n')).toEqual([
      'Не заполнено: 7 уроков',
      'Нет темы: 6',
      'Нет переклички: 7',
      '',
      'Час напоминания: /settings',
    ]);
    expect(message?.buttons.map(({ text }) => text)).toEqual([
      'пн 12.10: 5. 7А Геометрия',
      'пн 12.10: 2. 7А Алгебра',
      'пн 12.10: 1. 1А Чтение',
      'чт 08.10: 1. 7А Геометрия',
      'пн 05.10: 5. 7А Геометрия',
      'пн 05.10: 2. 7А Алгебра',
      'пн 05.10: 1. 1А Чтение',
    ]);
    const opened = await world.chat.replays(message?.buttons[1]?.press ?? '');
    expect(opened.text).toContain('12 октября, 2-й урок');
    expect(opened.buttons).toContain('Все были');
  });

  it('says nothing twice when it is run again after a crash in the middle', async () => {
    const slot = { slot: `${MONDAY}T18:00`, day: MONDAY, at: new Date(`${MONDAY}T15:00Z`) };
    await eveningReminder.run(deps, slot);
    await eveningReminder.run(deps, slot);
    expect(await reminders()).toHaveLength(1);
  });

  it('is silent when all is filled in', async () => {
    await fillAll();
    world.clock.advance({ hours: 8 });
    await run();
    expect(await reminders()).toEqual([]);
  });

  it.each([
    ['on a weekend', 5],
    ['in the holidays', 15],
  ])('is silent %s', async (_when, days) => {
    world.clock.advance({ days, hours: 8 });
    await run();
    expect(await reminders()).toEqual([]);
  });

  it('is silent on a day off of all the teacher’s classes, not of one alone', async () => {
    await world.make.aDayOff(MONDAY, { grade: 7 });
    world.clock.advance({ hours: 8 });
    const ofSeven = await readReminders(world.db, { day: MONDAY, hour: 18 });
    expect(ofSeven[0]?.lessons.map(({ date, className }) => `${date} ${className}`)).toEqual([
      '2026-10-12 1А',
      '2026-10-08 7А',
      '2026-10-05 7А',
      '2026-10-05 7А',
      '2026-10-05 1А',
    ]);
    await world.make.aDayOff(MONDAY, { grade: 1 });
    expect(await readReminders(world.db, { day: MONDAY, hour: 18 })).toEqual([]);
  });

  it('goes to the substitute, not to the usual teacher, and leaves out what is called off', async () => {
    const colleague = await world.make.aTeacher('Зуев Олег', { chat: 'tg:8' });
    await fillAll();
    const lost = { course: world.courses.algebra, number: 2 };
    await world.db.write(({ transaction }) =>
      world.db.models.Lesson.destroy({
        where: { courseId: lost.course, date: [MONDAY, '2026-10-05'] },
        transaction,
      }),
    );
    await world.make.aSubstitution({ ...lost, date: MONDAY, teacher: colleague });
    await world.make.aTimetableChange({ ...lost, date: '2026-10-05' });
    world.clock.advance({ hours: 8 });
    await run();
    expect(await reminders()).toEqual([]);
    const [message] = await reminders('tg:8');
    expect(message?.buttons.map(({ text }) => text)).toEqual(['пн 12.10: 2. 7А Алгебра']);
  });

  it('keeps to the hour each teacher has chosen, and to «off»', async () => {
    const late = await world.make.aTeacher('Зуев Олег', { chat: 'tg:8' });
    const never = await world.make.aTeacher('Носов Лев', { chat: 'tg:9' });
    for (const [teacher, number] of [
      [late, 3],
      [never, 4],
    ] as const) {
      const course = await world.make.aCourse({ subject: `Предмет ${number}`, teacher });
      await world.make.aSlot(course, 1, number);
    }
    await choose('20', late);
    await choose('off', never);
    const told = async () => [
      (await reminders()).length,
      (await reminders('tg:8')).length,
      (await reminders('tg:9')).length,
    ];
    world.clock.advance({ hours: 8 });
    await run();
    expect(await told()).toEqual([1, 0, 0]);
    world.clock.advance({ hours: 2 });
    await run();
    expect(await told()).toEqual([1, 1, 0]);
    // Who changes the hour in the evening is not told again.
    await choose('21');
    world.clock.advance({ hours: 1 });
    await run();
    expect(await told()).toEqual([1, 1, 0]);
  });

  it('catches up each hour that was missed, within two hours', async () => {
    await choose('18');
    world.clock.advance({ hours: 9, minutes: 30 });
    await run();
    expect(await reminders()).toHaveLength(1);
    world.clock.advance({ days: 3, hours: 1 });
    await run();
    expect(await reminders()).toHaveLength(1);
  });

  it('comes at the hour the school has set, in the teacher’s language', async () => {
    await world.db.write(async ({ transaction }) => {
      await world.db.models.Setting.create({ key: 'reminder.hour', value: '16' }, { transaction });
      const where = { id: world.teacher };
      await world.db.models.Person.update({ language: 'en' }, { where, transaction });
    });
    world.clock.advance({ hours: 6 });
    await run();
    expect((await reminders())[0]?.text).toContain('Not filled in: 7 lessons');
  });

  it('counts what is more than eight, and names no pupil', async () => {
    await world.make.aSlot(world.courses.geometry, 3, 3);
    await world.make.aSlot(world.courses.geometry, 5, 3);
    world.clock.advance({ hours: 8 });
    await run();
    const [message] = await reminders();
    expect(message?.text).toContain('Не заполнено: 9 уроков');
    expect(message?.text).toContain('Ниже 8 последних, все уроки: /lesson');
    expect(message?.buttons).toHaveLength(8);
    expect(message?.text).not.toMatch(/Иванов|Козлов/);
  });

  it('goes to nobody who left, has no chat or teaches no more', async () => {
    await world.db.write(({ transaction }) =>
      world.db.models.Role.destroy({ where: {}, transaction }),
    );
    await world.make.aTeacher('Без Чата');
    world.clock.advance({ hours: 8 });
    await run();
    expect(await reminders()).toEqual([]);
  });

  it('takes five reads, however many teachers', async () => {
    for (let index = 0; index < 12; index += 1) {
      const teacher = await world.make.aTeacher(`Учитель ${index}`, { chat: `tg:8${index}` });
      const course = await world.make.aCourse({ subject: `Предмет ${index}`, teacher });
      await world.make.aSlot(course, 1, 3);
    }
    const read = () => readReminders(world.db, { day: MONDAY, hour: 18 });
    expect(await countSelects(world, read)).toBe(5);
    expect(await read()).toHaveLength(13);
  });
});
