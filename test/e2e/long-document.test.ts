import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { callOffPress } from '../../bot/dialogue/making-presses.ts';
import type { Reply } from '../../bot/dialogue/reply.ts';
import { ru } from '../../bot/texts/ru.ts';
import { meanwhile } from '../../bot/views/making.ts';
import { LANES, queueMessages } from '../../db/actions/queue-messages.ts';
import { LIBRARIES } from '../libraries.ts';
import { longPaper } from '../long-paper.ts';
import { CLASS_TEACHER, MOTHER, openSchool, type School, TEACHER } from './school.ts';

const ADDRESS = `tg:${TEACHER}`;
const NAME = 'ведомость.pdf';
const { making } = ru;
// What takes several seconds to set, and what takes none.
const MANY = 9_000;
const FEW = 1;

describe.each(LIBRARIES)('a document that takes long, over $library', ({ create }) => {
  let school: School;
  let screen: number;

  beforeEach(async () => {
    school = await openSchool(create);
    await school.start();
    screen = (await school.says(TEACHER, '/journal')).id;
  });
  afterEach(() => school.close());

  /** Asks for a print of so many rows from the screen, as the dialogue does. */
  const ask = (rows: number, key = 'reply:document') =>
    school.db.write((tx) => {
      const payload: Reply = {
        text: 'Ведомость',
        file: { kind: 'document', name: NAME, paper: longPaper(rows), as: 'pdf' },
        ...meanwhile(pressOn(screen), 'jhome1', ru),
      };
      return queueMessages(tx, [{ dedupeKey: key, chat: ADDRESS, lane: LANES.reply, payload }]);
    });
  const shown = () =>
    school.sandbox
      .user(TEACHER)
      .messages()
      .find(({ id }) => id === screen);
  const files = () =>
    school.sandbox
      .user(TEACHER)
      .messages()
      .filter(({ file }) => file?.name === NAME);
  const eventually = (check: () => void) => vi.waitFor(check, { timeout: 20_000, interval: 20 });
  const busy = () => eventually(() => expect(shown()?.text).toContain(making.busy));
  const callOff = () => school.sandbox.user(TEACHER).press(making.stop);

  it('is told of on the screen it was asked from, and then comes', async () => {
    const texts = new Set<string>();
    await ask(MANY);
    await eventually(() => {
      texts.add(shown()?.text ?? '');
      expect(files().length).toBe(1);
    });
    expect([...texts].filter((text) => text.startsWith(making.busy))).not.toEqual([]);
    expect(shown()?.text).toBe(making.done);
    await school.idle();
    expect(files().length).toBe(1);
    expect((await school.presses(TEACHER, making.back)).text).not.toBe(making.done);
  });

  it('says nothing meanwhile when it is made in a moment', async () => {
    // The first print loads its library.
    await ask(FEW);
    await eventually(() => expect(files().length).toBe(1));
    const { id, text } = await school.says(CLASS_TEACHER, '/journal');
    await school.presses(CLASS_TEACHER, ru.classJournal.asPdf);
    const messages = school.sandbox.user(CLASS_TEACHER).messages();
    expect(messages.at(-1)?.file?.mime).toBe('application/pdf');
    expect(messages.find((one) => one.id === id)?.text).toBe(text);
  });

  it('doesn’t hold up what else is said in its chat', async () => {
    await ask(MANY);
    await busy();
    school.sandbox.user(TEACHER).send('/qa');
    await eventually(() => expect(school.words(TEACHER)).toContain(ru.common.unknownCommand('qa')));
    expect(files().length).toBe(0);
    await eventually(() => expect(files().length).toBe(1));
  });

  it('is called off by its button and never comes', async () => {
    await ask(MANY);
    await busy();
    callOff();
    await eventually(() => expect(shown()?.text).toBe(making.stopped));
    await school.idle();
    expect(files().length).toBe(0);
    await ask(FEW, 'reply:another');
    await eventually(() => expect(files().length).toBe(1));
    expect((await school.presses(TEACHER, making.back)).text).not.toBe(making.stopped);
  });

  it('can’t be called off once it has come, nor by anybody else', async () => {
    await ask(MANY);
    await busy();
    const data = callOffPress();
    await school.when(() => school.sandbox.user(MOTHER).press({ data, messageId: screen }));
    expect(school.sandbox.user(MOTHER).toasts().at(-1)).toBe(making.notNow);
    await eventually(() => expect(files().length).toBe(1));
    await school.idle();
    await school.when(() => school.sandbox.user(TEACHER).press({ data, messageId: screen }));
    expect(school.sandbox.user(TEACHER).toasts().at(-1)).toBe(making.notNow);
    expect(files().length).toBe(1);
  });

  it('comes once after a stop in the middle, and its screen says so', async () => {
    await ask(MANY);
    await busy();
    await school.stop();
    expect(files().length).toBe(0);
    await school.start();
    await eventually(() => expect(files().length).toBe(1));
    await eventually(() => expect(shown()?.text).toBe(making.done));
    await school.idle();
    expect(files().length).toBe(1);
  });
});

/** A press of a button on that screen. */
function pressOn(screen: number) {
  const chat = { address: ADDRESS, private: true };
  const messageId = String(screen);
  return { kind: 'press', id: '', chat, data: '', messageId, pressId: '' } as const;
}
