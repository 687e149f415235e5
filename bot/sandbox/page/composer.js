import { el, icon, iconButton } from './dom.js';

const MENU_TITLE = 'Команды бота';

/**
 * The line under the chat: command menu, attachment, text, send. `actions`: `text(text)`, `file(file, caption)`,
 * `unblock()`. Enter sends, Shift+Enter breaks the line.
 */
export function createComposer(actions) {
  const input = el('textarea', { rows: 1, placeholder: 'Сообщение', ariaLabel: 'Сообщение' });
  const picker = el('input', { type: 'file', hidden: true, ariaLabel: 'Файл' });
  const menu = el('ul', { class: 'menu', hidden: true });
  const menuButton = el(
    'button',
    {
      class: 'menu-button',
      type: 'button',
      title: MENU_TITLE,
      ariaLabel: MENU_TITLE,
      ariaExpanded: 'false',
    },
    icon('menu'),
  );
  const send = el(
    'button',
    { class: 'send', type: 'submit', title: 'Отправить', ariaLabel: 'Отправить' },
    icon('send'),
  );
  const form = el(
    'form',
    { class: 'line' },
    menuButton,
    iconButton('attach', 'Файл', () => picker.click()),
    picker,
    input,
    send,
  );
  const unblock = el('button', {
    class: 'unblock',
    type: 'button',
    text: 'Разблокировать бота',
    hidden: true,
    on: { click: () => actions.unblock() },
  });

  function submit() {
    const text = input.value;
    if (text.trim() !== '') {
      input.value = '';
      resize();
      actions.text(text);
    }
  }

  function resize() {
    input.style.height = 'auto';
    input.style.height = `${input.scrollHeight}px`;
    send.disabled = input.value.trim() === '';
  }

  function openMenu(open) {
    menu.hidden = !open;
    menuButton.ariaExpanded = String(open);
  }

  form.addEventListener('submit', (event) => {
    event.preventDefault();
    submit();
  });
  input.addEventListener('input', resize);
  input.addEventListener('keydown', (event) => {
    if (event.key === 'Enter' && !event.shiftKey && !event.isComposing) {
      event.preventDefault();
      submit();
    }
  });
  picker.addEventListener('change', () => {
    const [file] = picker.files;
    picker.value = '';
    if (file) {
      actions.file(file, input.value.trim());
      input.value = '';
      resize();
    }
  });
  menuButton.addEventListener('click', () => openMenu(menu.hidden));
  const root = el('div', { class: 'composer' }, menu, form, unblock);
  root.addEventListener('keydown', (event) => event.key === 'Escape' && openMenu(false));
  root.addEventListener(
    'focusout',
    (event) => root.contains(event.relatedTarget) || openMenu(false),
  );
  send.disabled = true;

  return {
    root,
    focus: () => input.focus(),
    setMenu(commands) {
      menuButton.hidden = commands.length === 0;
      menu.replaceChildren(
        ...commands.map(({ command, description }) =>
          el(
            'li',
            {},
            el(
              'button',
              {
                type: 'button',
                on: {
                  click: () => {
                    openMenu(false);
                    actions.text(`/${command}`);
                  },
                },
              },
              el('b', { text: `/${command}` }),
              el('span', { class: 'menu-words', text: description }),
            ),
          ),
        ),
      );
    },
    setBlocked(blocked) {
      form.hidden = blocked;
      unblock.hidden = !blocked;
      openMenu(false);
    },
  };
}
