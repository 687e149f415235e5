import { el } from './dom.js';

const TAGS = {
  bold: 'strong',
  italic: 'em',
  underline: 'u',
  strikethrough: 's',
  code: 'code',
  pre: 'pre',
  blockquote: 'blockquote',
  expandable_blockquote: 'blockquote',
};

/**
 * The text with its entities as nodes. `actions`: `command(text)` for a pressed /command, `open(url, event)` for a link.
 */
export function formatted(text, entities, actions) {
  const sorted = [...entities].sort((x, y) => x.offset - y.offset || y.length - x.length);
  return nodes(text, 0, text.length, sorted, actions);
}

function nodes(text, from, to, entities, actions) {
  const result = [];
  let at = from;
  let rest = entities;
  while (rest.length > 0) {
    const [entity, ...others] = rest;
    const start = Math.max(entity.offset, at);
    const end = Math.min(entity.offset + entity.length, to);
    const inner = others.filter((other) => other.offset < end);
    rest = others.slice(inner.length);
    if (end > start) {
      result.push(text.slice(at, start));
      const children = nodes(text, start, end, inner, actions);
      result.push(wrap(entity, text.slice(start, end), children, actions));
      at = end;
    }
  }
  result.push(text.slice(at, to));
  return result.filter((node) => node !== '');
}

function wrap(entity, text, children, actions) {
  switch (entity.type) {
    case 'text_link':
      return link(entity.url, children, actions);
    case 'url':
      return link(/^https?:/i.test(text) ? text : `https://${text}`, children, actions);
    case 'bot_command':
      return el(
        'button',
        { class: 'inline-command', type: 'button', on: { click: () => actions.command(text) } },
        ...children,
      );
    case 'spoiler':
      return spoiler(children);
    default:
      return TAGS[entity.type]
        ? el(TAGS[entity.type], {}, ...children)
        : el('span', {}, ...children);
  }
}

function link(url, children, actions) {
  if (!/^https?:/i.test(url)) {
    return el('span', {}, ...children);
  }
  return el(
    'a',
    {
      href: url,
      target: '_blank',
      rel: 'noopener noreferrer',
      on: { click: (event) => actions.open(url, event) },
    },
    ...children,
  );
}

function spoiler(children) {
  const show = (event) => event.currentTarget.classList.add('shown');
  return el(
    'span',
    {
      class: 'spoiler',
      tabIndex: 0,
      role: 'button',
      ariaLabel: 'Показать',
      on: { click: show, keydown: show },
    },
    el('span', {}, ...children),
  );
}
