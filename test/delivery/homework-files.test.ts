import { pino } from 'pino';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { type Bot, startBot } from '../../bot/delivery/start-bot.ts';
import { type Sandbox, startSandbox } from '../../bot/sandbox/start-sandbox.ts';
import { en } from '../../bot/texts/en.ts';
import { ru } from '../../bot/texts/ru.ts';
import { openTeacherWorld, type TeacherWorld } from '../dialogue/teacher-world.ts';
import { LIBRARIES } from '../libraries.ts';
import { PIXEL } from '../sandbox/open-sandbox.ts';

const TOKEN = '1:token-of-a-test-that-is-long-enough';
const TEACHER = 1;
const MOTHER = 4;

describe.each(LIBRARIES)('files of homework over $library', ({ create }) => {
  let world: TeacherWorld;
  let sandbox: Sandbox;
  let bot: Bot;

  beforeEach(async () => {
    world = await openTeacherWorld();
    await world.make.aParent('Иванова Мария', { of: [world.pupil('Иванов Семён')], chat: 'tg:4' });
    sandbox = await startSandbox({
      token: TOKEN,
      clock: () => new Date(),
      people: [TEACHER, MOTHER].map((id) => ({ id, firstName: `P${id}`, note: '', started: true })),
    });
    bot = await startBot({
      db: world.db,
      messenger: create(TOKEN, sandbox.apiRoot),
      log: pino({ level: 'silent' }),
      texts: { ru, en },
      config: {
        language: 'ru',
        names: 'full',
        pepper: 'a pepper',
        botUsername: 'test_bot',
        panelOrigin: '',
      },
      onFatal: () => undefined,
    });
  });
  afterEach(async () => {
    await bot.stop();
    await sandbox.close();
    await world.close();
  });

  it('go from the teacher’s phone to the mother’s by their names, byte for byte', async () => {
    const teacher = sandbox.user(TEACHER);
    const mother = sandbox.user(MOTHER);
    teacher.send('/homework 7А алгебра');
    await teacher.waitFor('Напишите домашнее задание');
    teacher.sendPhoto(PIXEL);
    await teacher.waitFor('1 из 5');
    const sheet = new TextEncoder().encode('1) 2x = 4');
    teacher.sendDocument(sheet, 'карточка.txt', '§ 12 & № 3');
    await teacher.waitFor('2 из 5');

    mother.send('/diary');
    await mother.waitFor('Задано: § 12 & № 3 📎 2');
    mother.press('📎 Файлы к домашнему заданию');
    await mother.waitFor('карточка.txt');
    const files = mother.messages().flatMap(({ file }) => (file ? [file] : []));
    expect(files.map(({ kind, name }) => `${kind} ${name}`)).toEqual([
      'photo photo.jpg',
      'document карточка.txt',
    ]);
    expect([...(files[0]?.bytes ?? [])]).toEqual([...PIXEL]);
    expect(new TextDecoder().decode(files[1]?.bytes)).toBe('1) 2x = 4');
  });

  it('that the messenger doesn’t know any more stop nothing else', async () => {
    const mother = sandbox.user(MOTHER);
    const { make, courses, db, teacher } = world;
    const lesson = { course: courses.algebra, date: '2026-10-12', number: 2 };
    const lessonId = await make.aLesson({ ...lesson, homework: '§ 1' });
    await db.write(({ transaction }) =>
      db.models.HomeworkFile.create(
        {
          lessonId,
          kind: 'photo',
          name: 'фото.jpg',
          mime: 'image/jpeg',
          messenger: 'tg',
          fileId: 'gone',
          authorId: teacher,
        },
        { transaction },
      ),
    );
    mother.send('/diary');
    await mother.waitFor('Задано: § 1');
    mother.press('📎 Файлы к домашнему заданию');
    await bot.idle();
    mother.send('/help');
    await mother.waitFor('/diary');
    expect(mother.messages().filter(({ file }) => file)).toEqual([]);
  });
});
