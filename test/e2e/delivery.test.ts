import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { ru } from '../../bot/texts/ru.ts';
import { TOKEN } from '../bot-facts.ts';
import { LIBRARIES } from '../libraries.ts';
import {
  CROWD,
  MOTHER,
  OTHER_MOTHER,
  openSchool,
  type School,
  STRANGER,
  TEACHER,
} from './school.ts';

const SECOND = 1_000;
// A call is seen when it arrives, which may be later for the first than for the second of two.
const SEEN_SECOND = 0.8 * SECOND;

describe.each(LIBRARIES)('delivery over $library', ({ create }) => {
  let school: School;

  beforeEach(async () => {
    school = await openSchool(create);
    await school.start();
  });
  afterEach(() => school.close());

  /** Names of commands that don't exist. */
  const unknown = (count: number) =>
    Array.from({ length: count }, (_, index) => `q${String.fromCharCode(97 + index)}`);
  const send = (id: number, names: readonly string[]) => {
    for (const name of names) {
      school.sandbox.user(id).send(`/${name}`);
    }
  };
  const answersTo = (names: readonly string[]) =>
    names.map((name) => ru.common.unknownCommand(name));
  const eventually = (check: () => void) => vi.waitFor(check, { timeout: 10_000, interval: 10 });

  it('answers a chat in its order, however quickly it writes', async () => {
    const names = unknown(20);
    await school.when(() => send(STRANGER, names), names.length);
    expect(school.words(STRANGER)).toEqual(answersTo(names));
  });

  it('answers in order also when the first answer doesn’t get through', async () => {
    const names = unknown(6);
    for (const reply of [{ status: 500 } as const, { reset: 'before' } as const]) {
      school.sandbox.script({ method: 'sendMessage', chatId: STRANGER, times: 1, reply });
    }
    await school.when(() => send(STRANGER, names.slice(0, 3)), 3);
    await school.when(() => send(STRANGER, names.slice(3)), 3);
    await eventually(() => expect(school.words(STRANGER)).toEqual(answersTo(names)));
  });

  it('answers many chats side by side, while a slow one waits for its own', async () => {
    school.sandbox.script({
      method: 'sendMessage',
      chatId: STRANGER,
      times: 1,
      reply: { delayMs: 1_500 },
    });
    send(STRANGER, ['slow']);
    for (const id of CROWD) {
      send(id, ['quick']);
    }
    await eventually(() => {
      for (const id of CROWD) {
        expect(school.words(id)).toEqual(answersTo(['quick']));
      }
    });
    expect(school.words(STRANGER)).toEqual([]);
    await eventually(() => expect(school.words(STRANGER)).toEqual(answersTo(['slow'])));
  });

  it('waits with everything when Telegram says so, and loses nothing', async () => {
    school.sandbox.script({
      method: 'sendMessage',
      times: 1,
      reply: { status: 429, retryAfter: 1 },
    });
    await school.when(() => send(STRANGER, ['first', 'second']), 2);
    send(MOTHER, ['third']);
    await eventually(() => {
      expect(school.words(STRANGER)).toEqual(answersTo(['first', 'second']));
      expect(school.words(MOTHER)).toEqual(answersTo(['third']));
    });
    const [refused, ...later] = sends();
    expect(refused?.status).toBe(429);
    for (const { at } of later) {
      expect(at.getTime() - (refused?.at.getTime() ?? 0)).toBeGreaterThanOrEqual(SECOND);
    }
  });

  it('follows a chat that has moved, with what waits for it', async () => {
    await school.says(TEACHER, '7А алгебра: Иванов 5');
    const reply = { status: 400, migratedTo: STRANGER } as const;
    school.sandbox.script({ method: 'sendMessage', chatId: MOTHER, times: 1, reply });
    school.clock.advance({ minutes: 6 });
    await eventually(() => expect(school.words(STRANGER).join()).toContain('Алгебра'));
    expect(school.words(MOTHER)).toEqual([]);
  });

  it('may say twice what was cut off after it arrived, yet writes it once', async () => {
    const cut = { reset: 'after' } as const;
    school.sandbox.script({ method: 'sendMessage', chatId: TEACHER, times: 1, reply: cut });
    await school.when(() => school.sandbox.user(TEACHER).send('7А алгебра: Иванов 5'));
    await eventually(() => expect(school.words(TEACHER)).toHaveLength(2));
    expect(await school.journal()).toEqual(['Иванов 5']);
  });

  it('tells nothing to who blocked the bot, and goes on once they come back', async () => {
    await school.when(() => school.sandbox.user(MOTHER).block());
    await school.says(TEACHER, '7А алгебра: Иванов 2, Козлов н');
    expect(sends().filter(({ chatId }) => chatId === MOTHER)).toEqual([]);
    expect(school.words(OTHER_MOTHER)).toHaveLength(1);
    await school.when(() => school.sandbox.user(MOTHER).unblock());
    await school.says(TEACHER, '7А алгебра: Иванов 2');
    expect(school.words(MOTHER)).toHaveLength(1);
  });

  it('closes the link of a chat that is refused, until somebody speaks there again', async () => {
    const description = 'Forbidden: bot was blocked by the user';
    school.sandbox.script({
      method: 'sendMessage',
      chatId: MOTHER,
      times: 1,
      reply: { status: 403, description },
    });
    await school.says(TEACHER, '7А алгебра: Иванов 2');
    await school.says(TEACHER, '7А алгебра: Иванов 2');
    expect(sends().filter(({ chatId }) => chatId === MOTHER)).toMatchObject([{ status: 403 }]);
    await school.says(MOTHER, '/marks');
    await school.says(TEACHER, '7А алгебра: Иванов 2');
    expect(school.words(MOTHER)[1]).toContain('12.10 Алгебра: 2 (ответ)');
  });

  it('keeps to thirty notices a second and one a chat, and answers meanwhile', async () => {
    for (const id of CROWD) {
      await school.make.aParent(`Родитель ${id}`, { of: [school.pupils.artyom], chat: `tg:${id}` });
    }
    await school.when(() => school.sandbox.user(TEACHER).send('7А алгебра: Иванов 2 2'));
    const told = sends().filter(({ chatId }) => chatId !== TEACHER);
    expect(told).toHaveLength(CROWD.length + 1);
    const times = told.map(({ at }) => at.getTime());
    for (const start of times) {
      const within = times.filter((at) => at >= start && at < start + SEEN_SECOND);
      expect(within.length).toBeLessThanOrEqual(30);
    }
    // The next ones are for the same chats; a question in the middle of them is answered at once.
    school.sandbox.user(TEACHER).send('7А алгебра: Иванов 2');
    await eventually(() => expect(sends().length).toBeGreaterThan(CROWD.length + 10));
    await school.when(() => send(STRANGER, ['question']));
    await school.idle();
    const all = sends();
    const answer = all.findIndex(({ chatId }) => chatId === STRANGER);
    expect(answer).toBeLessThan(all.length - 10);
    for (const id of CROWD) {
      const [first, second] = all.filter(({ chatId }) => chatId === id);
      const gap = (second?.at.getTime() ?? 0) - (first?.at.getTime() ?? 0);
      expect(gap).toBeGreaterThanOrEqual(SEEN_SECOND);
    }
  });

  it('ends on a second poller, and on a token that is not valid', async () => {
    await school.says(STRANGER, '/help');
    const { apiRoot } = school.sandbox;
    await fetch(`${apiRoot}/bot${TOKEN}/getUpdates`);
    await eventually(() => expect(school.fatal).toEqual(['conflict']));
    await school.stop();
    await school.start('2:another-bot-whose-token-was-revoked');
    await eventually(() => expect(school.fatal).toEqual(['conflict', 'unauthorised']));
  });

  const sends = () => school.sandbox.calls().filter(({ method }) => method === 'sendMessage');
});
