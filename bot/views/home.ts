import type { Caller } from '../../db/reports/caller.ts';
import type { Child } from '../../db/reports/children.ts';
import type { Command } from '../dialogue/commands.ts';
import { childHomePress } from '../dialogue/parent-presses.ts';
import type { Button } from '../dialogue/reply.ts';
import type { DialogueConfig, Screen } from '../dialogue/turn.ts';
import type { Texts } from '../texts/ru.ts';
import { briefName, childName } from './child-name.ts';
import { bold, escapeHtml } from './html.ts';
import { rowsOf } from './rows.ts';

export type Home = {
  caller: Caller;
  children: readonly Child[];
  commands: readonly Command[];
  /** The chat was linked by this very step. */
  justLinked: boolean;
};

/** The first screen of whoever the chat belongs to: what comes here and where to go. */
export function homeScreen(home: Home, texts: Texts, names: DialogueConfig['names']): Screen {
  const { start, school } = texts;
  const { caller, children, justLinked } = home;
  const works = caller.actor.roles.filter((role) => role !== 'parent');
  const lines = [bold(start.title), ...(justLinked ? [escapeHtml(start.linked)] : [])];
  if (works.length > 0) {
    const roles = works.map((role) => school.roles[role]).join(', ');
    lines.push('', escapeHtml(start.worksAs(roles)), ...commandLines(home.commands, texts));
  }
  if (children.length > 0) {
    const list = children.map((child) => titleOf(child, texts, names)).join('; ');
    lines.push('', escapeHtml(start.childrenLine(list)), escapeHtml(start.whatComes));
  }
  if (works.length === 0 && children.length === 0) {
    lines.push('', escapeHtml(start.nothingYet));
  }
  lines.push('', escapeHtml(start.moreInHelp));
  return { text: lines.join('\n'), buttons: childButtons(children, texts, names) };
}

/** «Артём И., 7А» */
export function titleOf(child: Child, { parent }: Texts, names: DialogueConfig['names']): string {
  const className = child.classes.at(-1)?.className;
  const name = childName(child, names);
  return className === undefined ? name : parent.childTitle(name, className);
}

/** A line a command, as a messenger makes it tappable. */
export function commandLines(commands: readonly Command[], texts: Texts): string[] {
  return commands.map(({ name }) => `/${name} — ${escapeHtml(texts.commands[name])}`);
}

function childButtons(
  children: readonly Child[],
  { start }: Texts,
  names: DialogueConfig['names'],
): Button[][] {
  const buttons = children.map((child) => ({
    text: start.openChild(briefName(child, names)),
    press: childHomePress(child.pupilId),
  }));
  return rowsOf(buttons, 2);
}
