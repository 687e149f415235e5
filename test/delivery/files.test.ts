import { pino } from 'pino';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { createSender, type Sender } from '../../bot/delivery/sender.ts';
import type { Reply } from '../../bot/dialogue/reply.ts';
import type { Messenger } from '../../bot/messengers/messenger.ts';
import { imageSize } from '../../bot/sandbox/image-size.ts';
import { type Sandbox, startSandbox } from '../../bot/sandbox/start-sandbox.ts';
import { el, picture } from '../../bot/views/pictures/svg.ts';
import { LANES, queueMessages } from '../../db/actions/queue-messages.ts';
import { type TestClock, testClock } from '../clock.ts';
import { openTestDb, type TestDb } from '../database.ts';
import { LIBRARIES } from '../libraries.ts';

const TOKEN = '1:token-of-a-test-that-is-long-enough';
const TEACHER = 101;

const BOOK = {
  sheet: '7А',
  widths: [10],
  title: ['7А'],
  rows: [['Отметка'], [5]],
  frozen: { rows: 1, columns: 0 },
};

describe.each(LIBRARIES)('a file of a reply over $library', ({ create }) => {
  let test: TestDb;
  let clock: TestClock;
  let sandbox: Sandbox;
  let sender: Sender;
  let messenger: Messenger;
  let said = 0;

  beforeEach(async () => {
    clock = testClock();
    test = await openTestDb(clock);
    sandbox = await startSandbox({
      token: TOKEN,
      clock: () => new Date(),
      people: [{ id: TEACHER, firstName: 'T', note: '', started: true }],
    });
    messenger = create(TOKEN, sandbox.apiRoot);
    sender = createSender({
      db: test.db,
      messenger,
      log: pino({ level: 'silent' }),
      onFatal: () => undefined,
    });
  });

  afterEach(async () => {
    await sender.stop();
    await sandbox.close();
    await test.close();
  });

  async function say(reply: Reply): Promise<void> {
    said += 1;
    const message = { dedupeKey: `reply:${said}`, chat: `tg:${TEACHER}`, lane: LANES.reply };
    await test.db.write((tx) =>
      queueMessages(tx, [{ ...message, payload: reply, secret: 'secret' in reply }]),
    );
    while ((await sender.claim()) > 0) {
      await sender.idle();
    }
  }

  const shown = () => sandbox.user(TEACHER).messages();
  const idOf = (index: number) => String(shown()[index]?.id);
  const photo = (width: number) => ({
    kind: 'photo' as const,
    name: 'page.png',
    svg: picture({ width, height: 20 }, '', el('rect', { width: 10, height: 10, fill: '#c00' })),
  });
  const buttons = [[{ text: 'Дальше', press: 'x:1' }]];

  it('is sent as a picture with its caption and buttons, two pixels a point', async () => {
    await say({ text: '<b>7А</b> & 7Б'.replace('&', '&amp;'), buttons, file: photo(30) });
    const [message] = shown();
    expect(message).toMatchObject({ text: '7А & 7Б', file: { kind: 'photo' } });
    expect(message?.buttons).toEqual([[{ text: 'Дальше', data: 'x:1' }]]);
    expect(imageSize(message?.file?.bytes ?? new Uint8Array())).toEqual({ width: 60, height: 40 });
  });

  it('takes the place of another picture, and of a text, in one message', async () => {
    await say({ text: 'choose' });
    await say({ text: 'first', file: photo(30), buttons, replace: idOf(0) });
    expect(shown()).toMatchObject([{ text: 'first', file: { kind: 'photo' } }]);
    await say({ text: 'second', file: photo(40), replace: idOf(0) });
    expect(shown()).toMatchObject([{ text: 'second', buttons: [] }]);
    expect(imageSize(shown()[0]?.file?.bytes ?? new Uint8Array())?.width).toBe(80);
  });

  it('comes anew where the message it should replace is gone', async () => {
    await say({ text: 'lost', file: photo(30), replace: '4242' });
    expect(shown()).toMatchObject([{ text: 'lost', file: { kind: 'photo' } }]);
  });

  it('is sent as a document under its own name', async () => {
    await say({
      text: 'all',
      file: { kind: 'document', name: 'Журнал_7А_1-я_четверть.xlsx', book: BOOK },
    });
    const [message] = shown();
    expect(message).toMatchObject({
      text: 'all',
      file: { kind: 'document', name: 'Журнал_7А_1-я_четверть.xlsx' },
    });
    expect(
      Buffer.from(message?.file?.bytes ?? [])
        .subarray(0, 2)
        .toString(),
    ).toBe('PK');
  });

  it('with access codes is set as PDF when it is sent, and then forgotten', async () => {
    const slip = { whose: '№ 1', whom: null, link: 'https://t.me/b?start=x', code: 'C', until: '' };
    const slips = { title: 'Коды 7А', howTo: ['1', '2', '3'], slips: [slip] };
    await say({
      text: 'slips',
      file: { kind: 'document', name: 'Коды_7А.pdf', slips },
      secret: true,
    });
    const [message] = shown();
    const start = Buffer.from(message?.file?.bytes ?? []).subarray(0, 5);
    expect(message?.file?.name).toBe('Коды_7А.pdf');
    expect(start.toString()).toBe('%PDF-');
    const rows = await test.db.select<{ payload: string }>('SELECT payload FROM outbox');
    expect(rows).toEqual([{ payload: '{}' }]);
  });

  it('stays where words should take its place: they are said beneath', async () => {
    await say({ text: 'picture', file: photo(30) });
    await say({ text: 'words', replace: idOf(0) });
    expect(shown().map(({ text }) => text)).toEqual(['picture', 'words']);
  });

  it('tells a press on it from a press on words', async () => {
    await say({ text: 'words', buttons });
    await say({ text: 'picture', file: photo(30), buttons });
    const user = sandbox.user(TEACHER);
    user.press({ data: 'x:1', messageId: Number(idOf(0)) });
    user.press({ data: 'x:1', messageId: Number(idOf(1)) });
    const { events } = await messenger.poll(0, new AbortController().signal);
    expect(events.map((event) => 'onFile' in event)).toEqual([false, true]);
  });

  it('is kept in the outbox as words, not as bytes', async () => {
    await say({ text: 'picture', file: photo(30) });
    const [row] = await test.db.select<{ payload: string }>('SELECT payload FROM outbox');
    expect(row?.payload).toContain('<svg');
    expect(row?.payload.length).toBeLessThan(1_000);
  });
});
