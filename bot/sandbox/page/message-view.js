import { el, icon } from './dom.js';
import { formatted } from './formatted.js';

const TIME = new Intl.DateTimeFormat('ru', { hour: '2-digit', minute: '2-digit' });
const DAY = new Intl.DateTimeFormat('ru', { day: 'numeric', month: 'long' });

/** The day's caption between messages. */
export function dayName(date) {
  return DAY.format(date);
}

/**
 * One message with its buttons. `actions`: `command(text)`, `open(url, event)` and `press(messageId, data, element)`.
 */
export function messageView(message, actions) {
  const { file } = message;
  const textOnly = !file;
  const bubble = el(
    'div',
    { class: `bubble${file?.kind === 'sticker' ? ' bare' : ''}` },
    file && fileView(file),
    message.text !== '' || textOnly
      ? el('div', { class: 'text' }, ...formatted(message.text, message.entities, actions))
      : null,
    el('time', {
      class: 'time',
      dateTime: message.sentAt,
      text: `${message.silent ? 'без звука ' : ''}${message.editedAt ? 'изм. ' : ''}${TIME.format(new Date(message.sentAt))}`,
    }),
  );
  return el(
    'article',
    { class: `message from-${message.from}`, data: { id: String(message.id) } },
    bubble,
    message.buttons.length > 0 ? keyboardView(message, actions) : null,
  );
}

function keyboardView(message, actions) {
  const rows = message.buttons.map((row) =>
    el('div', { class: 'row' }, ...row.map((button) => buttonView(message, button, actions))),
  );
  return el('div', { class: 'keyboard' }, ...rows);
}

function buttonView(message, { text, data, url }, actions) {
  const click = (event) =>
    url ? actions.open(url, event) : actions.press(message.id, data, event.currentTarget);
  if (url) {
    return el('a', {
      href: url,
      target: '_blank',
      rel: 'noopener noreferrer',
      class: 'key link',
      text,
      on: { click },
    });
  }
  return el('button', {
    class: 'key',
    type: 'button',
    text,
    disabled: data === undefined,
    on: { click },
  });
}

function fileView(file) {
  const address = `/page/files/${file.id}`;
  if (file.kind === 'sticker') {
    return el('span', { class: 'sticker', text: '🙂' });
  }
  const download = { href: `${address}?download`, download: file.name };
  if (file.kind === 'photo') {
    return el(
      'a',
      { class: 'photo', title: 'Скачать', ...download },
      el('img', {
        src: address,
        alt: 'Фотография',
        width: file.width ?? 1,
        height: file.height ?? 1,
      }),
    );
  }
  return el(
    'a',
    { class: 'document', ...download },
    el('span', { class: 'document-icon' }, icon('download')),
    el('span', {}, el('b', { text: file.name }), el('small', { text: sizeName(file.size) })),
  );
}

function sizeName(bytes) {
  const [size, unit] = bytes < 1024 * 1024 ? [bytes / 1024, 'КБ'] : [bytes / 1024 / 1024, 'МБ'];
  return bytes < 1024
    ? `${bytes} Б`
    : `${size.toLocaleString('ru', { maximumFractionDigits: 1 })} ${unit}`;
}
