import type { Role } from '../../db/rules/access.ts';
import type { Command } from '../dialogue/commands.ts';
import { SHORTCUTS, type Topic } from '../dialogue/handbook-topics.ts';
import { goPress, handbookPress, helpPress } from '../dialogue/help-presses.ts';
import type { Button } from '../dialogue/reply.ts';
import { askSupportPress } from '../dialogue/support-presses.ts';
import type { Screen } from '../dialogue/turn.ts';
import type { Texts } from '../texts/ru.ts';
import { commandLines } from './home.ts';
import { bold, escapeHtml } from './html.ts';
import { rowsOf } from './rows.ts';

/** What one may type, a command a line, and buttons to where one goes most. */
export function helpScreen(
  commands: readonly Command[],
  { roles, stranger }: { roles: readonly Role[]; stranger: boolean },
  texts: Texts,
): Screen {
  const { help } = texts;
  const lines = [
    bold(help.title),
    '',
    ...(stranger ? [escapeHtml(help.stranger), ''] : []),
    ...commandLines(commands, texts),
    '',
    escapeHtml(help.words),
  ];
  return { text: lines.join('\n'), buttons: stranger ? [] : buttonsOf(roles, texts) };
}

function buttonsOf(roles: readonly Role[], { help, school }: Texts): Button[][] {
  const commands = [...new Set(roles.flatMap((role) => [...SHORTCUTS[role]]))];
  const shortcuts = commands.map((name) => ({ text: help.shortcuts[name], press: goPress(name) }));
  const handbooks = roles.map((role) => [
    { text: help.handbook(school.roles[role]), press: handbookPress(role) },
  ]);
  const ask = { text: help.shortcuts.support, press: askSupportPress() };
  return [...rowsOf(shortcuts, 2), ...handbooks, [ask]];
}

/** The topics of a role's handbook. */
export function handbookScreen(
  role: Role,
  topics: readonly Topic[],
  { help, school }: Texts,
): Screen {
  const buttons = topics.map(({ key, title }) => ({
    text: title,
    press: handbookPress(role, key),
  }));
  return {
    text: [bold(help.handbookTitle(school.roles[role])), escapeHtml(help.handbookHint)].join('\n'),
    buttons: [...rowsOf(buttons, 2), [{ text: help.toHelp, press: helpPress() }]],
  };
}

/** One topic, with the screen it speaks of. */
export function topicScreen(role: Role, { title, text, command }: Topic, { help }: Texts): Screen {
  const open =
    command === null
      ? []
      : [[{ text: help.open(help.shortcuts[command]), press: goPress(command) }]];
  return {
    text: [bold(title), ...text.flatMap((line) => ['', escapeHtml(line)])].join('\n'),
    buttons: [...open, [{ text: help.topics, press: handbookPress(role) }]],
  };
}
