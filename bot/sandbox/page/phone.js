import { createChatLog } from './chat-log.js';
import { createComposer } from './composer.js';
import { avatar, el, iconButton } from './dom.js';
import { loadChat, pressButton, sendFile, sendText, setBlocked, startBot } from './server.js';

const TOAST_MS = 4_000;
const TYPING_MS = 5_000;
const RING_MS = 1_600;

/**
 * One person's phone: `person`, the `bot`, and `actions`: `focus()`, `leave()` (back to the list), `close()` (absent for
 * the only phone), `split()` (absent when there is a second one).
 */
export function createPhone(person, bot, actions) {
  let typingTimer;
  let blocked = false;
  const toasts = el('div', { class: 'toasts', role: 'status' });
  const status = el('small', { class: 'status', text: 'бот' });
  const attempt = (promise) => promise.catch((error) => showToast(error.message));

  function open(url, event) {
    const link = URL.canParse(url) ? new URL(url) : undefined;
    const isOwn =
      link?.hostname === 't.me' &&
      link.pathname.slice(1).toLowerCase() === bot.username.toLowerCase();
    if (isOwn) {
      event.preventDefault();
      attempt(startBot(person.id, link.searchParams.get('start') ?? undefined));
    }
  }

  const log = createChatLog(
    {
      open,
      command: (text) => attempt(sendText(person.id, text)),
      press(messageId, data, key) {
        key.classList.add('waits');
        attempt(pressButton(person.id, messageId, data));
      },
    },
    () =>
      el(
        'div',
        { class: 'empty' },
        avatar(bot.name, 0),
        el('h2', { text: bot.name }),
        el('p', { text: 'Здесь пока нет сообщений.' }),
        el('button', {
          type: 'button',
          class: 'primary',
          text: 'Старт',
          on: { click: () => attempt(startBot(person.id)) },
        }),
      ),
  );
  const composer = createComposer({
    text: (text) => attempt(sendText(person.id, text)),
    file: (file, caption) => attempt(sendFile(person.id, file, caption)),
    unblock: () => attempt(setBlocked(person.id, false)),
  });
  const block = el('button', {
    type: 'button',
    on: { click: () => attempt(setBlocked(person.id, !blocked)) },
  });
  const more = el('div', { class: 'more-menu', hidden: true }, block);
  const moreButton = iconButton('more', 'Меню телефона', () => {
    more.hidden = !more.hidden;
  });
  more.addEventListener('click', () => {
    more.hidden = true;
  });

  const screen = el(
    'div',
    { class: 'screen' },
    el(
      'header',
      { class: 'chat-head' },
      el('span', { class: 'only-narrow' }, iconButton('back', 'К списку людей', actions.leave)),
      avatar(bot.name, 0),
      el(
        'div',
        { class: 'chat-title' },
        el('b', { text: bot.name }),
        status,
        el('small', {
          class: 'only-narrow owner-line',
          text: `Вы: ${person.name}, ${person.note}`,
        }),
      ),
      moreButton,
      more,
    ),
    log.root,
    toasts,
    composer.root,
  );
  const root = el(
    'section',
    { class: 'phone', ariaLabel: `Телефон: ${person.name}`, data: { person: String(person.id) } },
    el(
      'header',
      { class: 'owner' },
      avatar(person.name, person.id),
      el('div', {}, el('b', { text: person.name }), el('small', { text: person.note })),
      actions.split && iconButton('split', 'Открыть второй телефон', actions.split),
      actions.close && iconButton('close', 'Убрать телефон', actions.close),
    ),
    screen,
    person.hint ? el('p', { class: 'hint', text: person.hint }) : null,
  );
  root.addEventListener('pointerdown', (event) => {
    actions.focus();
    if (!more.contains(event.target) && !moreButton.contains(event.target)) {
      more.hidden = true;
    }
  });
  root.addEventListener('focusin', actions.focus);

  function showToast(text, alert = false) {
    const toast = el('p', { class: alert ? 'toast alert' : 'toast', text });
    toasts.append(toast);
    setTimeout(() => toast.remove(), alert ? TOAST_MS * 2 : TOAST_MS);
  }

  function setTyping(isTyping) {
    clearTimeout(typingTimer);
    status.textContent = isTyping ? 'печатает…' : 'бот';
    status.classList.toggle('typing', isTyping);
    typingTimer = isTyping ? setTimeout(setTyping, TYPING_MS, false) : undefined;
  }

  function showBlocked(isBlocked) {
    blocked = isBlocked;
    block.textContent = isBlocked ? 'Разблокировать бота' : 'Заблокировать бота';
    composer.setBlocked(isBlocked);
  }

  return {
    root,
    personId: person.id,
    focus: composer.focus,
    async load() {
      const chat = await loadChat(person.id);
      log.showAll(chat.messages);
      composer.setMenu(chat.menu);
      showBlocked(chat.blocked);
    },
    async reloadMenu() {
      composer.setMenu((await loadChat(person.id)).menu);
    },
    /** The phone shakes and glows: something came while the visitor looked elsewhere. */
    ring() {
      root.classList.remove('rings');
      void root.offsetWidth;
      root.classList.add('rings');
      setTimeout(() => root.classList.remove('rings'), RING_MS);
    },
    apply(change) {
      switch (change.kind) {
        case 'message':
          log.put(change.message);
          if (change.message.from === 'bot') {
            setTyping(false);
          }
          break;
        case 'deleted':
          log.remove(change.messageId);
          break;
        case 'toast':
          log.settle();
          if (change.text !== '') {
            showToast(change.text, change.alert);
          }
          break;
        case 'action':
          setTyping(true);
          break;
        case 'blocked':
          showBlocked(change.blocked);
          break;
      }
    },
  };
}
