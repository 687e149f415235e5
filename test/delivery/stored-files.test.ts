import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { Event } from '../../bot/dialogue/event.ts';
import type { ReadyFile, Reply } from '../../bot/dialogue/reply.ts';
import type { Messenger } from '../../bot/messengers/messenger.ts';
import { type Sandbox, startSandbox } from '../../bot/sandbox/start-sandbox.ts';
import { LIBRARIES } from '../libraries.ts';
import { PIXEL } from '../sandbox/open-sandbox.ts';

const TOKEN = '1:token-of-a-test-that-is-long-enough';
const MOTHER = 201;
const TEACHER = 202;

describe.each(LIBRARIES)('files over $library', ({ create }) => {
  let sandbox: Sandbox;
  let messenger: Messenger;

  beforeEach(async () => {
    sandbox = await startSandbox({
      token: TOKEN,
      clock: () => new Date(),
      people: [MOTHER, TEACHER].map((id) => ({
        id,
        firstName: `P${id}`,
        note: '',
        started: true,
      })),
    });
    messenger = create(TOKEN, sandbox.apiRoot);
  });
  afterEach(() => sandbox.close());

  const deliver = (chat: string, reply: Reply<ReadyFile>) =>
    messenger.deliver(chat, reply, new AbortController().signal);

  async function received(): Promise<Event & { kind: 'file' }> {
    const { events } = await messenger.poll(0, new AbortController().signal);
    const [event] = events;
    if (event?.kind !== 'file') {
      throw new Error('no file came');
    }
    return event;
  }

  it('a photo that came goes on to another chat, with its caption and buttons', async () => {
    sandbox.user(MOTHER).sendPhoto(PIXEL, 'Справка');
    const { file, fileId = '', mime, size, caption } = await received();
    expect({ file, mime, size, caption }).toEqual({
      file: 'photo',
      mime: 'image/jpeg',
      size: PIXEL.length,
      caption: 'Справка',
    });
    const buttons = [[{ text: 'Прочитано', press: 'x' }]];
    const sent = { kind: 'photo', fileId, name: 'photo.jpg' } as const;
    await deliver(`tg:${TEACHER}`, { text: '<b>Мама</b>', buttons, file: sent });
    const shown = () => sandbox.user(TEACHER).messages().at(-1);
    expect(shown()).toMatchObject({ text: 'Мама', file: { kind: 'photo', bytes: PIXEL } });
    expect(
      shown()
        ?.buttons.flat()
        .map(({ text }) => text),
    ).toEqual(['Прочитано']);

    const replace = String(shown()?.id);
    await deliver(`tg:${TEACHER}`, { text: 'Мама ✓', file: sent, replace });
    expect(sandbox.user(TEACHER).messages()).toHaveLength(1);
    expect(shown()).toMatchObject({ text: 'Мама ✓', buttons: [], file: { bytes: PIXEL } });
  });

  it('a document keeps its name', async () => {
    sandbox.user(MOTHER).sendDocument(PIXEL, 'справка.pdf');
    const { file, fileId = '', name = '', mime } = await received();
    expect({ file, name, mime }).toEqual({
      file: 'document',
      name: 'справка.pdf',
      mime: 'application/pdf',
    });
    const sent = { kind: 'document', fileId, name } as const;
    await deliver(`tg:${TEACHER}`, { text: '', file: sent });
    expect(sandbox.user(TEACHER).messages().at(-1)?.file).toMatchObject({ name, bytes: PIXEL });
  });

  it('what is silent rings no bell, and only that', async () => {
    const to = `tg:${TEACHER}`;
    await deliver(to, { text: 'ночью', silent: true });
    await deliver(to, { text: 'днём' });
    sandbox.user(MOTHER).sendPhoto(PIXEL);
    const { fileId = '' } = await received();
    const file = { kind: 'photo', fileId, name: 'photo.jpg' } as const;
    await deliver(to, { text: 'фото ночью', file, silent: true });
    const heard = sandbox.user(TEACHER).messages();
    expect(heard.map(({ text, silent = false }) => [text, silent])).toEqual([
      ['ночью', true],
      ['днём', false],
      ['фото ночью', true],
    ]);
    const asked = sandbox
      .calls()
      .filter(({ method }) => /^send/.test(method))
      .map(({ payload }) => payload.disable_notification);
    expect(asked).toEqual([true, undefined, true]);
  });
});
