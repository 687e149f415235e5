import type { Button } from '../dialogue/reply.ts';
import type { DialogueConfig, Screen } from '../dialogue/turn.ts';
import type { Texts } from '../texts/ru.ts';
import { briefName } from './child-name.ts';
import { bold, escapeHtml } from './html.ts';

export type AskedChild = {
  lastName: string;
  firstName: string;
  className: string | null;
  version: string;
};

/** Asks a parent for consent: whose child, to what exactly, in which version. */
export function consentScreen(
  child: AskedChild,
  { start, parent }: Texts,
  names: DialogueConfig['names'],
  buttons: Button[][],
): Screen {
  const name = briefName(child, names);
  const whose = child.className === null ? name : parent.childTitle(name, child.className);
  const lines = [
    bold(start.consentTitle),
    escapeHtml(start.whoseChild(whose)),
    ...start.consent.flatMap((line) => ['', escapeHtml(line)]),
    '',
    escapeHtml(start.consentVersion(child.version)),
  ];
  return { text: lines.join('\n'), buttons };
}
