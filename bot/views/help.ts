import type { Command } from '../dialogue/commands.ts';
import type { Screen } from '../dialogue/turn.ts';
import type { Texts } from '../texts/ru.ts';
import { commandLines } from './home.ts';
import { bold, escapeHtml } from './html.ts';

/** What one may type, a command a line. */
export function helpScreen(
  commands: readonly Command[],
  { stranger }: { stranger: boolean },
  texts: Texts,
): Screen {
  const { start } = texts;
  const lines = [
    bold(start.helpTitle),
    '',
    ...(stranger ? [escapeHtml(start.helpStranger), ''] : []),
    ...commandLines(commands, texts),
    '',
    escapeHtml(start.helpWords),
  ];
  return { text: lines.join('\n') };
}
