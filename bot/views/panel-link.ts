import type { Screen } from '../dialogue/turn.ts';
import type { Texts } from '../texts/ru.ts';
import { bold, escapeHtml } from './html.ts';

/** The link and its code as two messages: whoever is passed the one hasn't got the other. */
export function panelLinkMessages(
  { href, code, minutes }: { href: string; code: string; minutes: number },
  { panel }: Texts,
): Screen[] {
  return [
    {
      text: [bold(panel.title), escapeHtml(panel.how(minutes)), '', escapeHtml(href)].join('\n'),
      secret: true,
    },
    {
      text: [`${escapeHtml(panel.code)} <code>${code}</code>`, escapeHtml(panel.keep)].join('\n'),
      secret: true,
    },
  ];
}
