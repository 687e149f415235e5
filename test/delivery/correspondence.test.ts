import { pino } from 'pino';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { type Bot, startBot } from '../../bot/delivery/start-bot.ts';
import { type Sandbox, startSandbox } from '../../bot/sandbox/start-sandbox.ts';
import { en } from '../../bot/texts/en.ts';
import { ru } from '../../bot/texts/ru.ts';
import { type FamilyWorld, openFamilyWorld } from '../dialogue/family-world.ts';
import { LIBRARIES } from '../libraries.ts';
import { PIXEL } from '../sandbox/open-sandbox.ts';

const TOKEN = '1:token-of-a-test-that-is-long-enough';
const MOTHER = 2;
const OTHER_MOTHER = 3;
const TEACHER = 10;

describe.each(LIBRARIES)('correspondence over $library', ({ create }) => {
  let world: FamilyWorld;
  let sandbox: Sandbox;
  let bot: Bot;
  let failures: string[];

  beforeEach(async () => {
    world = await openFamilyWorld();
    sandbox = await startSandbox({
      token: TOKEN,
      clock: () => new Date(),
      // The other mother has deleted her chat: whatever goes there is refused.
      people: [MOTHER, OTHER_MOTHER, TEACHER].map((id) => ({
        id,
        firstName: `P${id}`,
        note: '',
        started: id !== OTHER_MOTHER,
      })),
    });
    failures = [];
    const log = pino({ level: 'warn' }, { write: (line: string) => failures.push(line) });
    bot = await startBot({
      db: world.db,
      messenger: create(TOKEN, sandbox.apiRoot),
      log,
      texts: { ru, en },
      onFatal: (reason) => failures.push(reason),
      config: {
        language: 'ru',
        names: 'full',
        pepper: 'a pepper of a test',
        botUsername: 'zhurnal_test_bot',
        panelOrigin: 'http://journal.test',
      },
    });
  });

  afterEach(async () => {
    await bot.stop();
    await sandbox.close();
    await world.close();
    expect(failures).toEqual([]);
  });

  it('a photo goes to the teacher, is read and answered', async () => {
    const [mother, teacher] = [sandbox.user(MOTHER), sandbox.user(TEACHER)];
    mother.send('/write');
    await mother.waitFor('Напишите сообщение');
    mother.sendPhoto(PIXEL, 'Справка от врача');
    await mother.waitFor('Отправлено классному руководителю');
    const came = await teacher.waitFor('Справка от врача');
    expect(came).toMatchObject({ file: { kind: 'photo', bytes: PIXEL } });
    expect(came.silent).toBeUndefined();
    teacher.press('Прочитано');
    await teacher.waitFor(({ id, buttons }) => id === came.id && buttons.flat().length === 1);
    teacher.press('Ответить');
    await teacher.waitFor('Ответ семье');
    teacher.send('Спасибо, передам');
    await teacher.waitFor('Отправлено: семья');
    const answer = await mother.waitFor('Спасибо, передам');
    mother.send('/write');
    await mother.waitFor('Напишите сообщение', { after: answer.id });
    mother.press('Переписка');
    const thread = await mother.waitFor('[фото]');
    expect(thread.text).toContain('✓ прочитано');
    mother.press('Фото 12.10');
    const again = await mother.waitFor(({ from, file }) => from === 'bot' && file !== undefined);
    expect(again).toMatchObject({ text: came.text, file: { bytes: PIXEL } });
  });

  it('rings no bell at night', async () => {
    world.clock.advance({ hours: 12 });
    const [mother, teacher] = [sandbox.user(MOTHER), sandbox.user(TEACHER)];
    mother.send('/write Завтра не придём');
    await mother.waitFor('без звука');
    expect(await teacher.waitFor('Завтра не придём')).toMatchObject({ silent: true });
  });

  it('a letter to all counts those it was delivered to, and those who read it', async () => {
    const [mother, teacher] = [sandbox.user(MOTHER), sandbox.user(TEACHER)];
    teacher.send('/write');
    await teacher.waitFor('Отметьте семьи');
    teacher.press('Все');
    await teacher.waitFor('Выбрано: 3');
    teacher.sendPhoto(PIXEL, 'Собрание в четверг');
    await teacher.waitFor('[фото]');
    teacher.press('Отправить 2 семьям');
    await teacher.waitFor('Отправлено 2 семьям');
    await mother.waitFor('Собрание в четверг');
    await bot.idle();
    mother.press('Прочитано');
    await mother.waitFor(({ file, buttons }) => file !== undefined && buttons.flat().length === 1);
    teacher.press('Кто прочитал');
    const reads = await teacher.waitFor('Прочитали');
    expect(reads.text).toContain('Доставлено: 1 из 2');
    expect(reads.text).toContain('Прочитали: 1 из 2\nНе прочитали: Петрова А.');
    failures = failures.filter((line) => !line.includes('message was not delivered'));
  });
});
