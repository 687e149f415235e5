import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Sandbox } from '../../bot/sandbox/start-sandbox.ts';
import { call, openSandbox, PIXEL } from './open-sandbox.ts';

let sandbox: Sandbox;
beforeAll(async () => {
  sandbox = await openSandbox();
  sandbox.user(203).send('hello');
  await call(sandbox, 'sendMessage', { chat_id: 203, text: 'to be edited' });
});
afterAll(() => sandbox.close());

const keyboard = (button: object) => ({
  chat_id: 101,
  text: 'x',
  reply_markup: { inline_keyboard: [[button]] },
});
async function sentPhoto({ apiRoot, token }: Sandbox): Promise<string> {
  const form = new FormData();
  form.set('chat_id', '101');
  form.set('photo', new Blob([PIXEL]), 'pixel.png');
  const body = { method: 'POST', body: form };
  const response = await fetch(`${apiRoot}/bot${token}/sendPhoto`, body);
  const { result } = (await response.json()) as { result: { photo: { file_id: string }[] } };
  return result.photo[0]?.file_id ?? '';
}
const html = (text: string) => ({ chat_id: 101, text, parse_mode: 'HTML' });

const REFUSED: [method: string, payload: Record<string, unknown>, status: number, words: string][] =
  [
    ['noSuchMethod', {}, 404, 'Not Found'],
    ['sendMessage', { text: 'x' }, 400, 'Bad Request: chat_id is empty'],
    ['sendMessage', { chat_id: 999, text: 'x' }, 400, 'Bad Request: chat not found'],
    [
      'sendMessage',
      { chat_id: 305, text: 'x' },
      403,
      "Forbidden: bot can't initiate conversation with a user",
    ],
    ['sendMessage', { chat_id: 101 }, 400, 'Bad Request: message text is empty'],
    ['sendMessage', { chat_id: 101, text: ' \n ' }, 400, 'Bad Request: message text is empty'],
    ['sendMessage', html('<b></b>'), 400, 'Bad Request: message text is empty'],
    [
      'sendMessage',
      { chat_id: 101, text: 'я'.repeat(4097) },
      400,
      'Bad Request: message is too long',
    ],
    ['sendMessage', { chat_id: 101, text: 'x', parse_mode: 'Word' }, 400, 'unsupported parse_mode'],
    [
      'sendMessage',
      html('<b>x'),
      400,
      'Bad Request: can\'t parse entities: Can\'t find end tag corresponding to start tag "b"',
    ],
    [
      'sendMessage',
      html('ё<p>x</p>'),
      400,
      'Bad Request: can\'t parse entities: Unsupported start tag "p" at byte offset 2',
    ],
    [
      'sendMessage',
      { chat_id: 101, text: 'x', entities: [{ type: 'bold', offset: 0, length: 2 }] },
      400,
      'out of the text',
    ],
    ['sendMessage', keyboard({ text: 'x' }), 400, 'Text buttons are unallowed'],
    ['sendMessage', keyboard({ callback_data: 'x' }), 400, 'Can\'t find field "text"'],
    ['sendMessage', keyboard({ text: '', callback_data: 'x' }), 400, 'Text buttons are unallowed'],
    ['sendMessage', keyboard({ text: 'x', callback_data: '' }), 400, 'Text buttons are unallowed'],
    [
      'sendMessage',
      keyboard({ text: 'x', callback_data: 'ы'.repeat(33) }),
      400,
      'Bad Request: BUTTON_DATA_INVALID',
    ],
    ['sendMessage', keyboard({ text: 'x', url: 'not a url' }), 400, 'Wrong HTTP URL'],
    ['sendMessage', { chat_id: 101, text: 'x', reply_markup: '{' }, 400, "can't parse reply"],
    [
      'sendMessage',
      { chat_id: 101, text: 'x', reply_parameters: { message_id: 77 } },
      400,
      'Bad Request: message to be replied not found',
    ],
    [
      'editMessageText',
      { chat_id: 203, message_id: 55, text: 'x' },
      400,
      'Bad Request: message to edit not found',
    ],
    [
      'editMessageText',
      { chat_id: 203, message_id: 1, text: 'x' },
      400,
      "Bad Request: message can't be edited",
    ],
    [
      'editMessageText',
      { chat_id: 203, text: 'x' },
      400,
      'Bad Request: message identifier is not specified',
    ],
    [
      'deleteMessage',
      { chat_id: 203, message_id: 55 },
      400,
      'Bad Request: message to delete not found',
    ],
    [
      'answerCallbackQuery',
      { callback_query_id: 'nope' },
      400,
      'Bad Request: query is too old and response timeout expired or query ID is invalid',
    ],
    [
      'answerCallbackQuery',
      { callback_query_id: 'nope', text: 'x'.repeat(201) },
      400,
      'MESSAGE_TOO_LONG',
    ],
    ['sendDocument', { chat_id: 101 }, 400, 'Bad Request: there is no document in the request'],
    [
      'sendPhoto',
      { chat_id: 101, photo: 'https://example.org/x.png' },
      400,
      'Bad Request: failed to get HTTP URL content',
    ],
    ['sendPhoto', { chat_id: 101, photo: 'nope' }, 400, 'wrong remote file identifier specified'],
    ...(
      [
        [undefined, 'Bad Request: parameter "media" is required'],
        ['{', "Bad Request: can't parse input media JSON object"],
        [[], "Bad Request: can't parse InputMedia: expected an Object"],
        [{ media: 'x' }, 'can\'t parse InputMedia: Can\'t find field "type"'],
        [{ type: 'photo' }, "Bad Request: can't parse InputMedia: media not found"],
        [{ type: 'sticker', media: 'x' }, 'type "sticker" is unsupported'],
        [{ type: 'photo', media: 'nope' }, 'wrong remote file identifier specified'],
        [{ type: 'photo', media: 'attach://no' }, 'there is no photo in the request'],
        [
          { type: 'photo', media: 'x', caption: '<b>x', parse_mode: 'HTML' },
          "can't parse InputMedia: Can't parse entities: Can't find end tag",
        ],
        [{ type: 'photo', media: 'x', caption: 'я'.repeat(1025) }, 'caption is too long'],
      ] as const
    ).map(([media, words]): (typeof REFUSED)[number] => [
      'editMessageMedia',
      { chat_id: 203, message_id: 2, media },
      400,
      words,
    ]),
    ['editMessageMedia', { chat_id: 203, message_id: 1 }, 400, "message can't be edited"],
    ['editMessageMedia', { chat_id: 203, message_id: 55 }, 400, 'message to edit not found'],
    ['getFile', { file_id: 'nope' }, 400, 'Bad Request: invalid file_id'],
    ['sendChatAction', { chat_id: 101, action: 'dancing' }, 400, 'wrong parameter action'],
    [
      'setMyCommands',
      { commands: [{ command: 'Mark', description: 'x' }] },
      400,
      'BOT_COMMAND_INVALID',
    ],
    [
      'setMyCommands',
      { commands: [{ command: 'mark', description: '' }] },
      400,
      'BOT_COMMAND_DESCRIPTION_INVALID',
    ],
    [
      'setMyCommands',
      { commands: [], scope: { type: 'chat', chat_id: 999 } },
      400,
      'chat not found',
    ],
    ['setWebhook', { url: 'ftp://127.0.0.1/' }, 400, 'Bad Request: bad webhook'],
    [
      'setWebhook',
      { url: 'http://127.0.0.1:1/', secret_token: 'с пробелом' },
      400,
      'secret token contains unallowed characters',
    ],
  ];

describe('what Telegram refuses', () => {
  test.each(REFUSED)('%s %j → %i', async (method, payload, status, words) => {
    const answer = await call(sandbox, method, payload);
    expect(answer).toMatchObject({ status, ok: false, error_code: status });
    expect(answer.description).toContain(words);
  });

  test('a wrong token is 401', async () => {
    const response = await fetch(`${sandbox.apiRoot}/bot4242:wrong/getMe`);
    expect(response.status).toBe(401);
    expect(await response.json()).toEqual({
      ok: false,
      error_code: 401,
      description: 'Unauthorized',
    });
  });
});

describe('what Telegram accepts', () => {
  test('lengths are counted after the markup is parsed', async () => {
    const text = `<b>${'&lt;'.repeat(4096)}</b>`;
    expect((await call(sandbox, 'sendMessage', html(text))).ok).toBe(true);
    expect((await call(sandbox, 'sendMessage', html(`${text}x`))).ok).toBe(false);
  });

  test('64 bytes of callback data', async () => {
    const button = { text: 'x', callback_data: 'ы'.repeat(32) };
    expect((await call(sandbox, 'sendMessage', keyboard(button))).ok).toBe(true);
  });

  test.each([
    ['in the query', 'sendMessage?chat_id=101&text=%D0%94%D0%B0', undefined],
    ['urlencoded', 'sendMessage', new URLSearchParams({ chat_id: '101', text: 'Да' })],
    ['in any case of the name', 'SENDmessage?chat_id=101&text=Да', undefined],
  ])('parameters %s', async (_title, address, body) => {
    const response = await fetch(`${sandbox.apiRoot}/bot${sandbox.token}/${address}`, {
      method: body ? 'POST' : 'GET',
      ...(body && { body }),
    });
    expect(await response.json()).toMatchObject({ ok: true, result: { text: 'Да' } });
  });

  test('an edit that changes nothing is refused, an edit without a keyboard removes it', async () => {
    const sent = await call(sandbox, 'sendMessage', keyboard({ text: 'x', callback_data: 'x' }));
    const { message_id } = sent.result as { message_id: number };
    const same = { ...keyboard({ text: 'x', callback_data: 'x' }), message_id };
    expect((await call(sandbox, 'editMessageText', same)).description).toBe(
      'Bad Request: message is not modified: specified new message content and reply markup are ' +
        'exactly the same as a current content and reply markup of the message',
    );
    await call(sandbox, 'editMessageText', { chat_id: 101, message_id, text: 'x' });
    expect(sandbox.user(101).messages().at(-1)).toMatchObject({ text: 'x', buttons: [] });
    const again = await call(sandbox, 'editMessageReplyMarkup', { chat_id: 101, message_id });
    expect(again.description).toContain('message is not modified');
  });

  test('a picture takes the place of a text and of another picture, with its own caption', async () => {
    const sent = await call(sandbox, 'sendMessage', keyboard({ text: 'x', callback_data: 'x' }));
    const { message_id } = sent.result as { message_id: number };
    const [first, second] = [await sentPhoto(sandbox), await sentPhoto(sandbox)];
    const put = (media: object) =>
      call(sandbox, 'editMessageMedia', { chat_id: 101, message_id, media });
    const shown = () =>
      sandbox
        .user(101)
        .messages()
        .find(({ id }) => id === message_id);
    await put({ type: 'photo', media: first, caption: '<b>1</b>', parse_mode: 'HTML' });
    expect(shown()).toMatchObject({ text: '1', buttons: [], file: { kind: 'photo', id: first } });
    await put({ type: 'photo', media: second });
    expect(shown()).toMatchObject({ text: '', file: { id: second } });
    const again = await put({ type: 'photo', media: second });
    expect(again.description).toContain('message is not modified');
    const text = await call(sandbox, 'editMessageText', { chat_id: 101, message_id, text: 'x' });
    expect(text.description).toContain('there is no text in the message to edit');
  });

  test('a file by its id, to another chat, as what it is', async () => {
    sandbox.user(101).sendDocument(new Uint8Array([1]), 'list.txt');
    const fileId = sandbox.user(101).messages().at(-1)?.file?.id;
    const sent = await call(sandbox, 'sendDocument', { chat_id: 203, document: fileId });
    expect(sent.ok).toBe(true);
    expect(sandbox.user(203).messages().at(-1)?.file?.name).toBe('list.txt');
    const wrong = await call(sandbox, 'sendPhoto', { chat_id: 203, photo: fileId });
    expect(wrong.description).toBe("Bad Request: can't use file of type Document as Photo");
  });

  test('a command list for one chat hides the general one', async () => {
    const commands = [{ command: 'mark', description: 'Give a mark' }];
    const scope = { type: 'chat', chat_id: 101 };
    await call(sandbox, 'setMyCommands', { commands, scope });
    expect((await call(sandbox, 'getMyCommands', { scope })).result).toEqual(commands);
    expect((await call(sandbox, 'getMyCommands')).result).toEqual([]);
    await call(sandbox, 'deleteMyCommands', { scope });
    expect((await call(sandbox, 'getMyCommands', { scope })).result).toEqual([]);
  });
});
