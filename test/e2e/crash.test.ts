import { type ChildProcess, fork } from 'node:child_process';
import { once } from 'node:events';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { ru } from '../../bot/texts/ru.ts';
import { LIBRARIES } from '../libraries.ts';
import { CROWD, MOTHER, openSchool, type School, TEACHER } from './school.ts';

const ENTRIES = 12;
const QUESTIONS = Array.from({ length: 20 }, (_, index) => `q${String.fromCharCode(97 + index)}`);
// The answers after which the process is killed.
const KILLED_AFTER = [2, 8, 14];
const BUSY = [TEACHER, MOTHER, ...CROWD.slice(0, 10)];

describe.each(LIBRARIES)('a bot over $library that is killed', ({ library, create }) => {
  let school: School;
  let bot: ChildProcess;
  let printed: string;

  beforeEach(async () => {
    school = await openSchool(create);
    printed = '';
  });
  afterEach(async () => {
    await kill();
    await school.close();
  });

  function startProcess(): void {
    const now = school.clock().toISOString();
    const file = new URL('./bot-process.ts', import.meta.url);
    bot = fork(file, [library, school.url, school.sandbox.apiRoot, now], {
      execArgv: ['--import', 'tsx'],
      stdio: ['ignore', 'pipe', 'pipe', 'ipc'],
    });
    for (const stream of [bot.stdout, bot.stderr]) {
      stream?.on('data', (chunk: Buffer) => {
        printed += chunk.toString();
      });
    }
  }

  async function kill(): Promise<void> {
    if (bot.kill('SIGKILL')) {
      await once(bot, 'exit');
    }
  }

  const eventually = (check: () => void) => vi.waitFor(check, { timeout: 30_000, interval: 5 });
  const answersOf = (id: number) =>
    school.words(id).map((text) => QUESTIONS.find((name) => text.includes(`/${name} `)) ?? text);

  it('loses no message, writes each mark once and keeps the order of a chat', async () => {
    for (let entry = 0; entry < ENTRIES; entry += 1) {
      school.sandbox.user(TEACHER).send('7А алгебра: Иванов 5');
    }
    for (const name of QUESTIONS) {
      school.sandbox.user(MOTHER).send(`/${name}`);
    }
    for (const id of BUSY.slice(2)) {
      school.sandbox.user(id).send('/help');
    }
    for (const answers of KILLED_AFTER) {
      startProcess();
      await eventually(() => expect(answersOf(MOTHER).length).toBeGreaterThanOrEqual(answers));
      await kill();
    }
    startProcess();
    await eventually(() => {
      expect(answersOf(MOTHER)).toContain(QUESTIONS.at(-1));
      expect(school.words(TEACHER).length).toBeGreaterThanOrEqual(ENTRIES);
      for (const id of BUSY) {
        expect(school.words(id)).not.toEqual([]);
      }
    });

    expect(await school.journal()).toEqual(Array(ENTRIES).fill('Иванов 5'));
    // At most the message that was under way in a chat is said again after a kill.
    const heard = answersOf(MOTHER);
    expect(heard.toSorted()).toEqual(heard);
    expect([...new Set(heard)]).toEqual(QUESTIONS);
    for (const id of BUSY) {
      const asked = { [TEACHER]: ENTRIES, [MOTHER]: QUESTIONS.length }[id] ?? 1;
      expect(school.words(id).length).toBeLessThanOrEqual(asked + KILLED_AFTER.length);
    }
    expect(school.words(BUSY[2] ?? 0)[0]).toContain(ru.help.title);
    expect(printed).toBe('');
    // A process starts in a second or in ten, as busy as the machine is.
  }, 120_000);
});
