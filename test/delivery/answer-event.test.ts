import { pino } from 'pino';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { createAnswerer, type StoredEvent } from '../../bot/delivery/answer-event.ts';
import { en } from '../../bot/texts/en.ts';
import { ru } from '../../bot/texts/ru.ts';
import { receiveEvents } from '../../db/actions/receive-events.ts';
import { DIALOGUE } from '../bot-facts.ts';
import { openTeacherWorld, type TeacherWorld } from '../dialogue/teacher-world.ts';

const CHAT = 'tg:1';

describe('an answer', () => {
  let world: TeacherWorld;
  let answer: ReturnType<typeof createAnswerer>;
  let logged: string[];

  beforeEach(async () => {
    world = await openTeacherWorld();
    logged = [];
    const unused = () => Promise.reject(new Error('not used here'));
    answer = createAnswerer(
      {
        db: world.db,
        log: pino({ level: 'error' }, { write: (line: string) => logged.push(line) }),
        texts: { ru, en },
        config: DIALOGUE,
        fetchFile: unused,
      },
      () => ({ token: 'test', until: new Date(world.clock().getTime() + 60_000) }),
    );
  });
  afterEach(() => world.close());

  async function stored(text: string): Promise<StoredEvent> {
    const chat = { address: CHAT, private: true };
    const event = { id: `tg:${text}`, chat, kind: 'text', text, messageId: '1' } as const;
    const ids = await world.db.write((tx) =>
      receiveEvents(tx, [{ eventId: event.id, chat: CHAT, payload: event }]),
    );
    return { inboxId: ids.get(event.id) ?? 0, event };
  }

  const outbox = () => world.db.select('SELECT id FROM outbox');
  const linkState = async () => (await world.db.models.ChatLink.findOne())?.state;

  it.each(['7А алгебра: Иванов 5', '/me'])(
    'is given once to «%s», however many processes try',
    async (text) => {
      const event = await stored(text);
      const answers = await Promise.all([answer(event), answer(event), answer(event)]);
      expect(answers.map(({ queued }) => queued.length).toSorted()).toEqual([0, 0, 1]);
      expect(await outbox()).toHaveLength(1);
      expect(await world.journal()).toEqual(text.startsWith('/') ? [] : ['Иванов 5']);
    },
  );

  it.each(['7А алгебра: Иванов 5', '/me'])('to «%s» opens a link that was closed', async (text) => {
    await world.db.write(({ db, transaction }) =>
      db.models.ChatLink.update({ state: 'blocked' }, { where: { address: CHAT }, transaction }),
    );
    await answer(await stored(text));
    expect(await linkState()).toBe('active');
  });

  it('opens no link that was cut', async () => {
    await world.db.write(({ db, transaction }) =>
      db.models.ChatLink.update({ state: 'cut' }, { where: { address: CHAT }, transaction }),
    );
    await answer(await stored('/me'));
    expect(await linkState()).toBe('cut');
  });

  it('is a plain sentence where even the screen of a refusal is refused', async () => {
    await answer(await stored('7А алгебра: Иванов 5'));
    const [mark] = await world.db.select<{ id: number }>('SELECT id FROM mark');
    const foreign = await world.make.aCourse({ subject: 'Физика' });
    await world.make.aSlot(foreign, 1, 3);
    // An old version of an own mark, so the lesson is drawn afresh; but a lesson of somebody else.
    const data = `chg1:${foreign}.20261012.3:${mark?.id}:0:4:0`;
    const press = { kind: 'press', data, messageId: '1', pressId: '1' } as const;
    const { inboxId, event } = await stored('/me');
    const { said } = await answer({ inboxId, event: { ...event, ...press } });
    expect(said).toEqual({ replies: [], toast: ru.refusals['not-allowed']({}) });
    expect(await world.journal()).toEqual(['Иванов 5']);
  });

  it('that fails says so, changes nothing and logs ids only', async () => {
    const text = '7А алгебра: Иванов 5';
    const event = await stored(text);
    // A journal that can't be written, as on a broken disk.
    await world.db.write(({ run }) => run('ALTER TABLE change RENAME TO broken', {}));
    const { said } = await answer(event);
    expect(said.replies).toEqual([{ text: ru.common.internalError }]);
    expect(await world.journal()).toEqual([]);
    expect(await outbox()).toHaveLength(1);
    expect(logged).toHaveLength(1);
    expect(logged.join()).toContain(`"inboxId":${event.inboxId}`);
    expect(logged.join()).not.toMatch(/Иванов|алгебра/);
  });
});
