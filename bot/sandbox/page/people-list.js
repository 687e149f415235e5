import { avatar, el } from './dom.js';

/** The list of people as `li` elements, with unread badges. `pick(id)` opens a person's phone. */
export function peopleItems(people, { chosen, unread, pick }) {
  return people.map((person) => {
    const count = unread.get(person.id) ?? 0;
    const isChosen = chosen.includes(person.id);
    return el(
      'li',
      {},
      el(
        'button',
        {
          type: 'button',
          class: isChosen ? 'person chosen' : 'person',
          ariaCurrent: isChosen ? 'true' : null,
          data: { person: String(person.id) },
          on: { click: () => pick(person.id) },
        },
        avatar(person.name, person.id),
        el(
          'span',
          { class: 'person-words' },
          el('b', { text: person.name }),
          el('small', { text: person.note }),
          person.hint ? el('span', { class: 'person-hint', text: person.hint }) : null,
        ),
        count > 0
          ? el('span', { class: 'badge', text: String(count), ariaLabel: `Новых: ${count}` })
          : null,
      ),
    );
  });
}
