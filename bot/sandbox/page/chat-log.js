import { el } from './dom.js';
import { dayName, messageView } from './message-view.js';

const NEAR_END = 120;

/** The scrolling list of a phone's messages. `emptyView` makes what stands there while there are none. */
export function createChatLog(actions, emptyView) {
  const list = el('div', { class: 'log-list', role: 'log', ariaLive: 'polite' });
  const root = el('div', { class: 'log' }, list);
  let messages = new Map();

  function draw() {
    const nodes = [];
    let day = '';
    for (const { message, view } of [...messages.values()].sort(
      (x, y) => x.message.id - y.message.id,
    )) {
      const itsDay = dayName(new Date(message.sentAt));
      if (itsDay !== day) {
        day = itsDay;
        nodes.push(el('p', { class: 'day', text: day }));
      }
      nodes.push(view);
    }
    list.replaceChildren(...(nodes.length > 0 ? nodes : [emptyView()]));
  }

  /** Redraws and stays at the end when the reader is there; a jump of own text always goes to the end. */
  function change(mutate, toEnd) {
    const atEnd = root.scrollHeight - root.scrollTop - root.clientHeight < NEAR_END;
    const top = root.scrollTop;
    mutate();
    draw();
    root.scrollTop = atEnd || toEnd ? root.scrollHeight : top;
  }

  const entry = (message) => ({ message, view: messageView(message, actions) });
  root.addEventListener('load', () => change(() => {}, false), true);
  return {
    root,
    showAll(all) {
      change(() => {
        messages = new Map(all.map((message) => [message.id, entry(message)]));
      }, true);
    },
    put(message) {
      const isNew = !messages.has(message.id);
      change(() => messages.set(message.id, entry(message)), isNew && message.from === 'user');
      if (isNew) {
        messages.get(message.id).view.classList.add('arrives');
      }
    },
    remove(id) {
      change(() => messages.delete(id), false);
    },
    /** No button waits for an answer any more. */
    settle() {
      for (const key of list.querySelectorAll('.key.waits')) {
        key.classList.remove('waits');
      }
    },
  };
}
