import { el, iconButton } from './dom.js';
import { peopleItems } from './people-list.js';
import { createPhone } from './phone.js';
import { readPlace, writePlace } from './place.js';
import { listen, loadState } from './server.js';

const list = document.querySelector('#people');
const desk = document.querySelector('#phones');
const { bot, people, links } = await loadState();
const unread = new Map();
let place = readPlace();
let phones = {};
let focused = 'a';

document
  .querySelector('#links')
  .append(
    ...links.map(({ label, href }) =>
      el('a', { href, target: '_blank', rel: 'noopener', text: label }),
    ),
  );

const personOf = (id) => people.find((person) => person.id === id);

function drawList() {
  const chosen = [place.a, place.b].filter(Boolean);
  list.replaceChildren(...peopleItems(people, { chosen, unread, pick: (id) => pick(focused, id) }));
}

function focus(side) {
  focused = side;
  for (const [name, phone] of Object.entries(phones)) {
    phone.root.classList.toggle('focused', name === side);
  }
  if (unread.delete(place[side])) {
    drawList();
  }
}

/** Shows a person on that side; somebody who is already open on the other side just gets the focus. */
function pick(side, id) {
  const open = Object.keys(phones).find((name) => phones[name].personId === id);
  if (!open) {
    place = { ...place, [side]: id };
    draw();
  }
  focus(open ?? side);
  phones[open ?? side]?.focus();
}

function draw() {
  writePlace(place);
  document.body.classList.toggle('has-phone', Boolean(personOf(place.a)));
  const old = phones;
  phones = {};
  const parts = ['a', 'b'].flatMap((side) => {
    const person = personOf(place[side]);
    if (!person) {
      return side === 'b' && place.b !== undefined ? [pickerView()] : [];
    }
    phones[side] = reuse(old[side], person) ?? newPhone(side, person);
    return [phones[side].root];
  });
  desk.replaceChildren(...(parts.length > 0 ? parts : [welcomeView()]));
  focus(phones[focused] ? focused : 'a');
  drawList();
}

const reuse = (phone, person) => (phone?.personId === person.id ? phone : undefined);

function newPhone(side, person) {
  const close = () => {
    place = side === 'b' ? { a: place.a } : { a: place.b || undefined };
    phones = {};
    draw();
  };
  const phone = createPhone(person, bot, {
    focus: () => focused === side || focus(side),
    leave: () => {
      place = {};
      draw();
    },
    close,
    split: side === 'a' ? () => openSecond() : undefined,
  });
  void phone.load();
  return phone;
}

function openSecond() {
  if (place.b === undefined) {
    place = { ...place, b: 0 };
    draw();
  }
}

function pickerView() {
  const others = people.filter((person) => person.id !== place.a);
  return el(
    'section',
    { class: 'phone picker', ariaLabel: 'Второй телефон' },
    el(
      'header',
      { class: 'owner' },
      el(
        'div',
        {},
        el('b', { text: 'Второй телефон' }),
        el('small', { text: 'Чей экран показать рядом' }),
      ),
      iconButton('close', 'Убрать телефон', () => {
        place = { a: place.a };
        draw();
      }),
    ),
    el(
      'div',
      { class: 'screen' },
      el(
        'ul',
        { class: 'people-list' },
        ...peopleItems(others, { chosen: [], unread, pick: (id) => pick('b', id) }),
      ),
    ),
  );
}

function welcomeView() {
  return el(
    'div',
    { class: 'welcome' },
    el('h2', { text: 'Выберите человека слева' }),
    el('p', {
      text: 'Откройте рядом второй телефон, например мамы: когда учитель поставит отметку, он зазвонит.',
    }),
  );
}

function onChange(change) {
  if (change.kind === 'commands') {
    for (const phone of Object.values(phones)) {
      void phone.reloadMenu();
    }
    return;
  }
  const side = Object.keys(phones).find((name) => phones[name].personId === change.chatId);
  phones[side]?.apply(change);
  const isNews = change.kind === 'message' && !change.edited && change.message.from === 'bot';
  if (isNews && side !== focused && personOf(change.chatId)) {
    unread.set(change.chatId, (unread.get(change.chatId) ?? 0) + 1);
    phones[side]?.ring();
    drawList();
  }
}

let wasLost = false;
listen(onChange, (connected) => {
  document.querySelector('#connection').hidden = connected;
  if (connected && wasLost) {
    for (const phone of Object.values(phones)) {
      void phone.load();
    }
  }
  wasLost = !connected;
});
addEventListener('hashchange', () => {
  place = readPlace();
  draw();
});
draw();
