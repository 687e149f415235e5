import type { Content } from '../../db/actions/store-messages.ts';
import type { Event } from './event.ts';
import type { FileTurn, TextTurn } from './turn.ts';

/** A turn in which something was written or shown. */
export type ContentTurn = TextTurn | FileTurn;

// A photo has no name of its own; whoever saves it gets this one.
const PHOTO_NAME = 'photo.jpg';

/** What an event says; null for what correspondence doesn't carry: documents, stickers, voice. */
export function contentOf(event: Event & { kind: 'text' | 'file' }): Content | null {
  if (event.kind === 'text') {
    return { text: event.text.trim(), file: null };
  }
  const { file, fileId, name = PHOTO_NAME, caption = '' } = event;
  return file === 'photo' && fileId !== undefined
    ? { text: caption.trim(), file: { kind: 'photo', fileId, name } }
    : null;
}
