import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { ru } from '../../bot/texts/ru.ts';
import { receiveEvents } from '../../db/actions/receive-events.ts';
import { LIBRARIES } from '../libraries.ts';
import { MOTHER, openSchool, type School, TEACHER } from './school.ts';

describe.each(LIBRARIES)('a restart over $library', ({ create }) => {
  let school: School;

  beforeEach(async () => {
    school = await openSchool(create);
    await school.start();
  });
  afterEach(() => school.close());

  async function restart(): Promise<void> {
    await school.stop();
    await school.start();
  }

  const eventually = (check: () => void) => vi.waitFor(check, { timeout: 10_000, interval: 10 });

  it('answers what was stored before it and not answered, in the order it came', async () => {
    await school.stop();
    const texts = ['7А алгебра: Иванов 5', '/undo'];
    await school.db.write((tx) =>
      receiveEvents(
        tx,
        texts.map((text, index) => {
          const chat = { address: `tg:${TEACHER}`, private: true };
          const eventId = `tg:${index + 1}`;
          const event = { id: eventId, chat, kind: 'text', text, messageId: '1' };
          return { eventId, chat: chat.address, payload: event };
        }),
      ),
    );
    await school.start();
    await school.idle();
    expect(school.words(TEACHER)).toEqual([
      expect.stringContaining('Иванов А.: 5'),
      expect.stringContaining('Отменено: 1 отметка'),
    ]);
    expect(await school.journal()).toEqual([]);
  });

  it('says what was left unsaid before anything new', async () => {
    const reply = { status: 500 } as const;
    school.sandbox.script({ method: 'sendMessage', chatId: MOTHER, times: 1, reply });
    await school.when(() => school.sandbox.user(MOTHER).send('/me'));
    expect(school.words(MOTHER)).toEqual([]);
    await restart();
    await school.when(() => school.sandbox.user(MOTHER).send('/help'));
    await eventually(() => expect(school.words(MOTHER)).toHaveLength(2));
    expect(school.words(MOTHER)[1]).toContain(ru.help.title);
  });

  it('handles an update once that Telegram repeats after it', async () => {
    // Nothing is confirmed by a fetch that fails, so the next one gets the same again.
    await school.says(TEACHER, '/lesson');
    const reply = { status: 500 } as const;
    school.sandbox.script({ method: 'getUpdates', times: 1, reply });
    await school.when(() => school.sandbox.user(TEACHER).send('7А алгебра: Иванов 5'));
    await restart();
    await school.says(TEACHER, '/me');
    expect(await school.journal()).toEqual(['Иванов 5']);
    expect(school.words(TEACHER).filter((text) => text.includes(ru.teacher.recorded))).toHaveLength(
      1,
    );
  });

  it('leaves the old buttons as good as they were', async () => {
    await school.says(TEACHER, '/lesson');
    await school.presses(TEACHER, '2. 7А Алгебра');
    await restart();
    await school.presses(TEACHER, '1 Иванов');
    await restart();
    const list = await school.presses(TEACHER, '5');
    expect(list.text).toContain('1. Иванов А. 5');
    await school.says(TEACHER, 'Петрова 4');
    expect(await school.journal()).toEqual(['Иванов 5', 'Петрова 4']);
  });

  it('leaves a double tap one tap, and a tap on the same screen nothing', async () => {
    await school.says(TEACHER, '/lesson');
    await school.presses(TEACHER, '2. 7А Алгебра');
    await school.presses(TEACHER, '1 Иванов');
    const phone = school.sandbox.user(TEACHER);
    await school.when(() => {
      phone.press('5');
      phone.press('5');
    }, 2);
    expect(phone.toasts().at(-1)).toBe(ru.refusals.stale({}));
    expect(await school.journal()).toEqual(['Иванов 5']);
    await restart();
    // The fresh screen says what stands there already: Telegram refuses to change nothing.
    const messages = school.words(TEACHER);
    await school.when(() => {
      phone.press('‹ Уроки');
      phone.press('‹ Уроки');
    }, 2);
    const edits = school.sandbox.calls().filter(({ method }) => method === 'editMessageText');
    expect(edits.at(-1)?.status).toBe(400);
    expect(school.words(TEACHER)).toHaveLength(messages.length);
  });
});
