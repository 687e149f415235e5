import { badRequest } from '../api-error.ts';
import { type Formatted, formatText } from '../entities.ts';
import { CAPTION_LENGTH, TEXT_LENGTH } from '../limits.ts';
import { jsonParam, type Params, textParam } from '../params.ts';
import type { WireEntity } from '../wire.ts';

export type Content = Formatted & { html?: string };

/** The text of sendMessage and editMessageText. `tooLong` is the words that the calling method has for it. */
export function readText(params: Params, tooLong: string): Content {
  const content = read(params, 'text', 'entities');
  if (content.text === '') {
    throw badRequest('message text is empty');
  }
  if (content.text.length > TEXT_LENGTH) {
    throw badRequest(tooLong);
  }
  return content;
}

/** The caption of a file; may be empty. */
export function readCaption(params: Params): Content {
  const content = read(params, 'caption', 'caption_entities');
  if (content.text.length > CAPTION_LENGTH) {
    throw badRequest('message caption is too long');
  }
  return content;
}

/** The caption's fields of a message; none for an empty caption. */
export function captionFields({ text, entities }: Content) {
  return {
    ...(text !== '' && { caption: text }),
    ...(entities.length > 0 && { caption_entities: entities }),
  };
}

/** The text's fields of a message. */
export function textFields({ text, entities }: Content) {
  return { text, ...(entities.length > 0 && { entities }) };
}

function read(params: Params, name: string, entitiesName: string): Content {
  const source = textParam(params, name) ?? '';
  const mode = textParam(params, 'parse_mode') || undefined;
  const formatted = formatText(source, mode, readEntities(params, entitiesName, source.length));
  return { ...formatted, ...(mode && { html: source }) };
}

function readEntities(params: Params, name: string, length: number): WireEntity[] | undefined {
  const value = jsonParam(params, name, 'MessageEntity list');
  if (value === undefined) {
    return undefined;
  }
  if (!Array.isArray(value)) {
    throw badRequest("can't parse entities: entities must be an Array");
  }
  return value.map((entity: Partial<WireEntity> | null) => {
    if (!entity || typeof entity.type !== 'string') {
      throw badRequest('can\'t parse MessageEntity: Can\'t find field "type"');
    }
    const { offset, length: size } = entity;
    if (!Number.isInteger(offset) || !Number.isInteger(size)) {
      throw badRequest("can't parse MessageEntity: offset and length must be Integers");
    }
    const from = Number(offset);
    const to = from + Number(size);
    if (from < 0 || to <= from || to > length) {
      throw badRequest(`entity beginning at UTF-16 offset ${from} is out of the text`);
    }
    return { ...entity, type: entity.type, offset: from, length: to - from };
  });
}
