import type { Event } from '../dialogue/event.ts';
import { callOffPress } from '../dialogue/making-presses.ts';
import type { Meanwhile } from '../dialogue/reply.ts';
import type { Texts } from '../texts/ru.ts';
import { escapeHtml } from './html.ts';

/**
 * What the screen with the pressed button tells of a document while it is made; `back` leads to what
 * it showed. Nothing where a picture or a file is in its place: words can't replace it.
 */
export function meanwhile(
  { messageId, onFile }: Event & { kind: 'press' },
  back: string,
  { making }: Texts,
): { meanwhile?: Meanwhile } {
  if (onFile) {
    return {};
  }
  return {
    meanwhile: {
      screen: messageId,
      busy: escapeHtml(making.busy),
      stop: { text: making.stop, press: callOffPress() },
      done: escapeHtml(making.done),
      stopped: escapeHtml(making.stopped),
      back: [[{ text: making.back, press: back }]],
    },
  };
}
