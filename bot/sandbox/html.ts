import { badRequest } from './api-error.ts';
import type { WireEntity } from './wire.ts';

const TAGS: Readonly<Record<string, string>> = {
  b: 'bold',
  strong: 'bold',
  i: 'italic',
  em: 'italic',
  u: 'underline',
  ins: 'underline',
  s: 'strikethrough',
  strike: 'strikethrough',
  del: 'strikethrough',
  'tg-spoiler': 'spoiler',
  span: 'spoiler',
  a: 'text_link',
  code: 'code',
  pre: 'pre',
  blockquote: 'blockquote',
  'tg-emoji': 'custom_emoji',
};

const CHARACTERS: Readonly<Record<string, string>> = { lt: '<', gt: '>', amp: '&', quot: '"' };

/** Telegram knows four named characters and the numeric ones; anything else stays as it was typed. */
const REFERENCE = /&(?:#x([0-9a-f]{1,6})|#([0-9]{1,7})|(lt|gt|amp|quot)(?![a-z]));?/gi;
const ATTRIBUTE = /^([a-z0-9_-]+)(\s*=\s*(?:"([^"]*)"|'([^']*)'|([a-z0-9.-]+)))?\s*/i;

type Open = { tag: string; offset: number; attributes: Map<string, string> };

/**
 * Parses a text in `parse_mode: HTML` into plain text and entities (offsets in UTF-16 units) as Telegram does.
 * Throws the 400 «can't parse entities: …» for unknown, unclosed or crossed tags.
 */
export function parseHtml(source: string): { text: string; entities: WireEntity[] } {
  const entities: WireEntity[] = [];
  const open: Open[] = [];
  let text = '';
  let at = 0;
  while (at < source.length) {
    const next = source.indexOf('<', at);
    const end = next === -1 ? source.length : next;
    text += decode(source.slice(at, end));
    if (next === -1) {
      break;
    }
    checkName(source, next);
    const close = tagEnd(source, next);
    const inside = source.slice(next + 1, close);
    if (inside.startsWith('/')) {
      closeTag(inside.slice(1).trim().toLowerCase(), byteOffset(source, next));
    } else {
      open.push({ ...readTag(inside, byteOffset(source, next)), offset: text.length });
    }
    at = close + 1;
  }
  const unclosed = open.at(-1);
  if (unclosed) {
    throw cantParse(`Can't find end tag corresponding to start tag "${unclosed.tag}"`);
  }
  return { text, entities: settle(entities) };

  function closeTag(name: string, offset: number) {
    const top = open.pop();
    if (!top) {
      throw cantParse(`Unexpected end tag at byte offset ${offset}`);
    }
    if (name !== '' && name !== top.tag) {
      throw cantParse(
        `Unmatched end tag at byte offset ${offset}, expected "</${top.tag}>", found "</${name}>"`,
      );
    }
    const length = text.length - top.offset;
    const entity = length > 0 ? entityOf(top, length, text) : undefined;
    if (entity) {
      entities.push(entity);
    }
  }
}

function cantParse(reason: string) {
  return badRequest(`can't parse entities: ${reason}`);
}

function byteOffset(source: string, at: number): number {
  return Buffer.byteLength(source.slice(0, at));
}

/** The name is judged before the rest of the tag is looked at: «a < b» names an empty tag. */
function checkName(source: string, from: number): void {
  const name = /^[^\s>]*(?=[\s>])/.exec(source.slice(from + 1))?.[0].toLowerCase();
  if (name !== undefined && !name.startsWith('/') && !(name in TAGS)) {
    throw cantParse(`Unsupported start tag "${name}" at byte offset ${byteOffset(source, from)}`);
  }
}

/** Where the tag that begins at `from` ends; a `>` inside a quoted value does not end it. */
function tagEnd(source: string, from: number): number {
  let quote = '';
  for (let at = from + 1; at < source.length; at++) {
    const letter = source[at] ?? '';
    if (quote) {
      quote = letter === quote ? '' : quote;
    } else if (letter === '>') {
      return at;
    } else if (
      (letter === '"' || letter === "'") &&
      source.slice(from, at).trimEnd().endsWith('=')
    ) {
      quote = letter;
    }
  }
  const kind = source[from + 1] === '/' ? 'end' : 'start';
  throw cantParse(`Unclosed ${kind} tag at byte offset ${byteOffset(source, from)}`);
}

function readTag(inside: string, offset: number): Omit<Open, 'offset'> {
  const tag = /^[^\s>]*/.exec(inside)?.[0].toLowerCase() ?? '';
  const attributes = new Map<string, string>();
  let rest = inside.slice(tag.length).trimStart();
  while (rest !== '') {
    const found = ATTRIBUTE.exec(rest);
    if (!found || (found[2] === undefined && found[1] !== 'expandable')) {
      throw cantParse(
        `Expected equal sign in declaration of an attribute of the tag "${tag}" at byte offset ${offset}`,
      );
    }
    attributes.set((found[1] ?? '').toLowerCase(), decode(found[3] ?? found[4] ?? found[5] ?? ''));
    rest = rest.slice(found[0].length);
  }
  if (tag === 'span' && attributes.get('class') !== 'tg-spoiler') {
    throw cantParse(`Tag "span" must have class "tg-spoiler" at byte offset ${offset}`);
  }
  return { tag, attributes };
}

function entityOf(open: Open, length: number, text: string): WireEntity | undefined {
  const entity: WireEntity = { type: TAGS[open.tag] ?? '', offset: open.offset, length };
  const language = /^language-(.+)$/.exec(open.attributes.get('class') ?? '')?.[1];
  if (open.tag === 'a') {
    const url = open.attributes.get('href') || text.slice(open.offset, open.offset + length);
    return /^(https?|tg|mailto|tel):/i.test(url) ? { ...entity, url } : undefined;
  }
  if (open.tag === 'code' && language) {
    return { ...entity, language };
  }
  if (open.tag === 'blockquote' && open.attributes.has('expandable')) {
    return { ...entity, type: 'expandable_blockquote' };
  }
  if (open.tag === 'tg-emoji') {
    return { ...entity, custom_emoji_id: open.attributes.get('emoji-id') ?? '' };
  }
  return entity;
}

/** `<pre><code class="language-x">` becomes one entity; code and pre hold no other formatting. */
function settle(entities: WireEntity[]): WireEntity[] {
  const inside = (a: WireEntity, b: WireEntity) =>
    a !== b && a.offset >= b.offset && a.offset + a.length <= b.offset + b.length;
  for (const code of entities.filter((entity) => entity.type === 'code' && entity.language)) {
    const pre = entities.find((entity) => entity.type === 'pre' && inside(code, entity));
    if (pre && pre.length === code.length && code.language) {
      pre.language = code.language;
    }
    delete code.language;
  }
  const pre = entities.filter((entity) => entity.type === 'pre');
  const solid = entities.filter((entity) => entity.type === 'pre' || entity.type === 'code');
  return entities
    .filter(
      (entity) => !(entity.type === 'pre' ? pre : solid).some((block) => inside(entity, block)),
    )
    .sort((a, b) => a.offset - b.offset || b.length - a.length);
}

function decode(text: string): string {
  return text.replace(REFERENCE, (whole, hex, decimal, name) => {
    if (name) {
      return CHARACTERS[String(name).toLowerCase()] ?? whole;
    }
    const code = hex ? Number.parseInt(hex, 16) : Number(decimal);
    return code > 0 && code < 0x10ffff ? String.fromCodePoint(code) : whole;
  });
}
