import type { Sandbox } from '../../bot/sandbox/start-sandbox.ts';
import { call, PIXEL } from './open-sandbox.ts';

type Message = {
  message_id: number;
  chat: { id: number };
  text?: string;
  document?: { file_name: string };
  photo?: object[];
};
type Update = {
  update_id: number;
  message?: Message;
  callback_query?: { id: string; data: string; message: Message };
};

/** A bot in plain HTTP that answers everything; `mark` writes to the mother (203). Returns how to stop it. */
export function startEchoBot(sandbox: Sandbox): () => Promise<void> {
  let running = true;
  const say = (chatId: number, text: string, more: object = {}) =>
    call(sandbox, 'sendMessage', { chat_id: chatId, text, parse_mode: 'HTML', ...more });

  async function onMessage({ chat, text, document, photo }: Message) {
    if (text === 'mark') {
      await say(203, '📗 <b>Алгебра, 7А</b>\nПетров Иван: <b>5</b> за контрольную работу');
    } else if (text === 'files') {
      await sendFile(sandbox, chat.id, 'photo', 'pixel.png', PIXEL);
      await sendFile(sandbox, chat.id, 'document', 'Отчёт 7А.txt', Buffer.from('отчёт'));
    } else if (text === 'picture') {
      await sendFile(sandbox, chat.id, 'photo', 'pixel.png', PIXEL, keyboard('Дальше'));
    } else if (text === 'formats') {
      await say(chat.id, FORMATS);
    } else if (text === 'delete') {
      const { result } = await say(chat.id, 'Сейчас исчезнет');
      const { message_id } = result as Message;
      await call(sandbox, 'deleteMessage', { chat_id: chat.id, message_id });
    } else if (document || photo) {
      await say(chat.id, `Получено: ${document?.file_name ?? 'фотография'}`);
    } else {
      const safe = (text ?? '').replace(/&/g, '&amp;').replace(/</g, '&lt;');
      await say(chat.id, `Вы написали: ${safe}`, { reply_markup: keyboard('Ответить', 'Отмена') });
    }
  }

  async function onPress({ id, data, message }: NonNullable<Update['callback_query']>) {
    await call(sandbox, 'answerCallbackQuery', { callback_query_id: id, text: `Нажато: ${data}` });
    const { chat, message_id } = message;
    const target = { chat_id: chat.id, message_id, reply_markup: keyboard('Ещё раз') };
    const file = sandbox
      .user(chat.id)
      .messages()
      .findLast((sent) => sent.file)?.file;
    if (message.photo && file) {
      const media = { type: 'photo', media: file.id, caption: 'Страница 2' };
      await call(sandbox, 'editMessageMedia', { ...target, media });
      return;
    }
    await call(sandbox, 'editMessageText', { ...target, text: `Изменено: ${data} #${message_id}` });
  }

  async function poll() {
    let offset = 0;
    while (running) {
      const { result } = await call(sandbox, 'getUpdates', { offset, timeout: 30 });
      for (const update of (result ?? []) as Update[]) {
        offset = update.update_id + 1;
        await (update.message ? onMessage(update.message) : undefined);
        await (update.callback_query ? onPress(update.callback_query) : undefined);
      }
    }
  }

  const done = poll().catch((error: unknown) => {
    if (running) {
      throw error;
    }
  });
  return async () => {
    running = false;
    await sandbox.close();
    await done;
  };
}

const FORMATS =
  '<b>жирный</b> <i>наклонный</i> <s>лишний</s> <code>код</code> <tg-spoiler>тайна</tg-spoiler>\n' +
  '<blockquote>Цитата из положения</blockquote>' +
  '<pre>Иванов   5  4\nПетрова  4  н</pre>' +
  '<a href="https://t.me/journal_test_bot?start=CODE42">войти</a> /help &lt;img src=x onerror=alert(1)&gt;';

function keyboard(...labels: string[]) {
  return { inline_keyboard: [labels.map((text) => ({ text, callback_data: text }))] };
}

async function sendFile(
  sandbox: Sandbox,
  chatId: number,
  kind: 'photo' | 'document',
  name: string,
  bytes: Uint8Array<ArrayBuffer> | Buffer<ArrayBuffer>,
  markup?: object,
) {
  const form = new FormData();
  form.set('chat_id', String(chatId));
  form.set('caption', name);
  if (markup) {
    form.set('reply_markup', JSON.stringify(markup));
  }
  form.set(kind, new Blob([bytes]), name);
  const method = kind === 'photo' ? 'sendPhoto' : 'sendDocument';
  await fetch(`${sandbox.apiRoot}/bot${sandbox.token}/${method}`, { method: 'POST', body: form });
}
