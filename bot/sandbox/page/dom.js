/**
 * Makes an element. Keys of `options`: `class`, `text`, `on` (listeners by event), `data`, anything else is a property.
 * Text only ever becomes text nodes.
 */
export function el(tag, options = {}, ...children) {
  const { class: classes, text, on, data, ...properties } = options;
  const element = document.createElement(tag);
  if (classes) {
    element.className = classes;
  }
  if (text !== undefined) {
    element.textContent = text;
  }
  for (const [event, listener] of Object.entries(on ?? {})) {
    element.addEventListener(event, listener);
  }
  Object.assign(element.dataset, data);
  Object.assign(element, properties);
  element.append(...children.filter((child) => child !== null && child !== undefined));
  return element;
}

const SVG = 'http://www.w3.org/2000/svg';

const ICONS = {
  attach:
    'M20 11.5 12.3 19a5 5 0 0 1-7-7l8-8a3.3 3.3 0 0 1 4.7 4.7l-8 8a1.7 1.7 0 0 1-2.4-2.4L15 7',
  back: 'M15 5l-7 7 7 7',
  close: 'M6 6l12 12M18 6L6 18',
  download: 'M12 4v11m0 0l-4.5-4.5M12 15l4.5-4.5M5 20h14',
  menu: 'M5 7h14M5 12h14M5 17h14',
  more: 'M12 5.5v.01M12 12v.01M12 18.5v.01',
  send: 'M4 12l16-8-5 16-3.5-6.5z',
  split: 'M4 5h7v14H4zM13 5h7v14h-7z',
};

/** A line icon, 24 by 24. */
export function icon(name) {
  const svg = document.createElementNS(SVG, 'svg');
  svg.setAttribute('viewBox', '0 0 24 24');
  svg.setAttribute('class', `icon icon-${name}`);
  svg.setAttribute('aria-hidden', 'true');
  const path = document.createElementNS(SVG, 'path');
  path.setAttribute('d', ICONS[name]);
  svg.append(path);
  return svg;
}

/** A round button with an icon. */
export function iconButton(name, title, onClick) {
  return el(
    'button',
    { class: 'icon-button', type: 'button', title, ariaLabel: title, on: { click: onClick } },
    icon(name),
  );
}

/** A circle with a person's initials, of a colour that stays the same for the same id. */
export function avatar(name, id) {
  const initials = name
    .split(/\s+/)
    .slice(0, 2)
    .map((word) => word[0] ?? '')
    .join('');
  return el('span', {
    class: 'avatar',
    text: initials,
    data: { tint: String(id % 6) },
    ariaHidden: 'true',
  });
}
