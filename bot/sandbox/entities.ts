import { badRequest } from './api-error.ts';
import { parseHtml } from './html.ts';
import type { WireEntity } from './wire.ts';

export type Formatted = { text: string; entities: WireEntity[] };

const FOUND: readonly [type: string, pattern: RegExp][] = [
  [
    'url',
    /(?<![\w@/])(?:https?:\/\/[^\s<>"«»]+[^\s<>"«».,;:!?)]|t\.me\/[^\s<>"«»]+[^\s<>"«».,;:!?)])/giu,
  ],
  ['bot_command', /(?<![\w/<>])\/[a-z0-9_]{1,64}(?:@[a-z]\w{3,31})?(?![\w/])/giu],
  ['mention', /(?<!\w)@[a-z]\w{3,31}(?!\w)/giu],
];

/**
 * What Telegram makes of a text that a bot sends: markup or explicit entities become entities, the ends are trimmed,
 * links and commands are found. Throws 400 for markup that can't be parsed.
 */
export function formatText(
  source: string,
  parseMode: string | undefined,
  explicit: WireEntity[] | undefined,
): Formatted {
  if (parseMode && parseMode.toLowerCase() !== 'html') {
    throw badRequest('unsupported parse_mode');
  }
  const parsed = parseMode ? parseHtml(source) : { text: source, entities: explicit ?? [] };
  const trimmed = trim(parsed);
  return { text: trimmed.text, entities: findEntities(trimmed.text, trimmed.entities) };
}

/** Adds the entities that Telegram finds by itself (commands, links, mentions) outside code and links. */
export function findEntities(text: string, given: WireEntity[] = []): WireEntity[] {
  const taken = given.filter(
    ({ type }) => type === 'code' || type === 'pre' || type === 'text_link',
  );
  const entities = [...given];
  for (const [type, pattern] of FOUND) {
    for (const match of text.matchAll(pattern)) {
      const found = { type, offset: match.index, length: match[0].length };
      if (!taken.some((other) => overlap(other, found))) {
        taken.push(found);
        entities.push(found);
      }
    }
  }
  return entities.sort((a, b) => a.offset - b.offset || b.length - a.length);
}

function trim({ text, entities }: Formatted): Formatted {
  const start = text.length - text.trimStart().length;
  const result = text.trim();
  return {
    text: result,
    entities: entities.flatMap((entity) => {
      const from = Math.max(0, entity.offset - start);
      const to = Math.min(result.length, entity.offset - start + entity.length);
      return to > from ? [{ ...entity, offset: from, length: to - from }] : [];
    }),
  };
}

function overlap(a: WireEntity, b: WireEntity): boolean {
  return a.offset < b.offset + b.length && b.offset < a.offset + a.length;
}
