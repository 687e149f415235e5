import { describe, expect, it, vi } from 'vitest';
import { CALL_SECONDS, POLL_SECONDS } from '../../bot/messengers/telegram-limits.ts';
import { ru } from '../../bot/texts/ru.ts';
import { LIBRARIES } from '../libraries.ts';
import { MOTHER, openSchool, STRANGER, TEACHER, textUpdate } from './school.ts';

const HANGS_MS = (CALL_SECONDS + 20) * 1_000;
const eventually = (check: () => Promise<void> | void) =>
  vi.waitFor(check, { timeout: HANGS_MS * 1.5, interval: 100 });

describe.concurrent.each(LIBRARIES)('a messenger over $library that', ({ create }) => {
  it('hangs on a message is asked again, and others do not wait', async () => {
    const school = await openSchool(create);
    await school.start();
    await school.says(STRANGER, '/help');
    const reply = { delayMs: HANGS_MS };
    school.sandbox.script({ method: 'sendMessage', chatId: TEACHER, times: 1, reply });
    school.sandbox.user(TEACHER).send('7А алгебра: Иванов 5');
    school.sandbox.user(MOTHER).send('/help');
    await eventually(() => expect(school.words(MOTHER)).toHaveLength(1));
    expect(school.words(TEACHER)).toEqual([]);
    // What was cut off may arrive after all: then it is said twice, and never written so.
    await eventually(() => expect(school.words(TEACHER).length).toBeGreaterThan(0));
    expect(await school.journal()).toEqual(['Иванов 5']);
    await school.close();
  });

  it('hangs on a fetch is asked again', async () => {
    const school = await openSchool(create);
    const reply = { delayMs: HANGS_MS };
    school.sandbox.script({ method: 'getUpdates', times: 1, reply });
    await school.start();
    school.sandbox.user(MOTHER).send('/help');
    await eventually(() => expect(school.words(MOTHER).join()).toContain(ru.help.title));
    await school.close();
  });

  it('refuses and fails again and again loses nothing, and keeps the order', async () => {
    const school = await openSchool(create);
    await school.start();
    for (const [reply, times] of [
      [{ status: 429, retryAfter: 1 }, 3],
      [{ status: 500 }, 2],
      [{ reset: 'before' }, 2],
    ] as const) {
      school.sandbox.script({ method: 'sendMessage', chatId: STRANGER, times, reply });
      school.sandbox.script({ method: 'getUpdates', times: 1, reply });
    }
    const names = ['qa', 'qb', 'qc'];
    for (const name of names) {
      school.sandbox.user(STRANGER).send(`/${name}`);
    }
    const answers = names.map((name) => ru.common.unknownCommand(name));
    await eventually(() => expect(school.words(STRANGER)).toEqual(answers));
    await school.close();
  });

  it('has been silent for a whole fetch may number its updates anew', async () => {
    const school = await openSchool(create);
    await school.start();
    await school.says(TEACHER, '/me');
    const fetches = () => school.sandbox.calls().filter(({ method }) => method === 'getUpdates');
    await eventually(() => expect(fetches().at(-1)?.payload.offset).toBe(0));
    expect(POLL_SECONDS).toBeLessThan(CALL_SECONDS);
    await school.when(() =>
      school.sandbox.insert({ ...textUpdate(TEACHER, '7А алгебра: Иванов 5'), update_id: 7 }),
    );
    expect(await school.journal()).toEqual(['Иванов 5']);
    await school.close();
  });
});
