type Attributes = Record<string, string | number | undefined>;

/**
 * An element of a picture; `inside` is SVG. Numbers are points, with two digits at most. Quotes are
 * the single ones: they need no escape in the JSON that a picture is queued as.
 */
export function el(name: string, attributes: Attributes, ...inside: string[]): string {
  const written = Object.entries(attributes)
    .filter(([, value]) => value !== undefined)
    .map(
      ([key, value]) =>
        ` ${key}='${typeof value === 'number' ? short(value) : escapeXml(value ?? '')}'`,
    )
    .join('');
  return inside.length === 0
    ? `<${name}${written}/>`
    : `<${name}${written}>${inside.join('')}</${name}>`;
}

/** A line of text that stands at (x, y), the foot of its letters; nothing for an empty one. */
export function words(text: string, x: number, y: number, attributes: Attributes): string {
  return text === '' ? '' : el('text', { x, y, ...attributes }, escapeXml(text));
}

/** A whole picture of this size in points on white, with the styles of its classes. */
export function picture(
  { width, height }: { width: number; height: number },
  styles: string,
  ...inside: string[]
): string {
  return el(
    'svg',
    {
      xmlns: 'http://www.w3.org/2000/svg',
      width,
      height,
      viewBox: `0 0 ${short(width)} ${short(height)}`,
    },
    `<style>${styles}</style>`,
    el('rect', { width, height, fill: '#fff' }),
    ...inside,
  );
}

// Letters that XML forbids even escaped: a name with one of them would spoil the whole picture.
const FORBIDDEN = /[^\t\n\r\u{20}-\u{D7FF}\u{E000}-\u{FFFD}\u{10000}-\u{10FFFF}]/gu;

export function escapeXml(text: string): string {
  return text
    .replace(FORBIDDEN, '')
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll("'", '&#39;');
}

function short(value: number): string {
  return String(Math.round(value * 100) / 100);
}
