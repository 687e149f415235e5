import { createPhone } from './phone.ts';
import type { State } from './state.ts';

type Fields = { text?: unknown; data?: unknown; messageId?: unknown; payload?: unknown };

/**
 * Does on a person's phone what the page asks: text, press, start, block, unblock, photo, document. Files come as the
 * raw body with name and caption in the query. Throws for what a phone could not do.
 */
export function actOnPhone(
  state: State,
  personId: number,
  action: string,
  body: Buffer,
  query: URLSearchParams,
): void {
  const phone = createPhone(state, personId);
  const caption = query.get('caption') ?? undefined;
  switch (action) {
    case 'text':
      phone.send(String(fields(body).text ?? ''));
      return;
    case 'start': {
      const { payload } = fields(body);
      phone.startBot(typeof payload === 'string' ? payload : undefined);
      return;
    }
    case 'press': {
      const { data, messageId } = fields(body);
      phone.press({ data: String(data), messageId: Number(messageId) });
      return;
    }
    case 'block':
      phone.block();
      return;
    case 'unblock':
      phone.unblock();
      return;
    case 'photo':
      phone.sendPhoto(new Uint8Array(body), caption);
      return;
    case 'document':
      phone.sendDocument(new Uint8Array(body), query.get('name') ?? 'file', caption);
      return;
    default:
      throw new Error(`A phone cannot do «${action}»`);
  }
}

function fields(body: Buffer): Fields {
  const value: unknown = JSON.parse(body.toString('utf8'));
  return value !== null && typeof value === 'object' ? value : {};
}
