import type { Caller } from '../../db/reports/caller.ts';
import type { Child } from '../../db/reports/children.ts';
import { ownLinksPress } from '../dialogue/link-presses.ts';
import type { DialogueConfig, Screen } from '../dialogue/turn.ts';
import type { Texts } from '../texts/ru.ts';
import { titleOf } from './home.ts';
import { bold, escapeHtml } from './html.ts';
import { personName } from './person-name.ts';

export type Me = { caller: Caller; children: readonly Child[]; classNames: readonly string[] };

/** Who the journal takes a chat for. */
export function meScreen(
  { caller, children, classNames }: Me,
  texts: Texts,
  names: DialogueConfig['names'],
): Screen {
  const { start, school } = texts;
  const name = personName(caller, names);
  const roles = caller.actor.roles.map((role) => school.roles[role]).join(', ');
  const list = children.map((child) => titleOf(child, texts, names)).join('; ');
  const lines = [
    ...(name === null ? [] : [bold(name)]),
    ...(roles === '' ? [escapeHtml(start.nothingYet)] : [escapeHtml(start.rolesLine(roles))]),
    ...(classNames.length > 0
      ? [escapeHtml(start.classesLine(classNames.length, classNames.join(', ')))]
      : []),
    ...(children.length > 0 ? [escapeHtml(start.meChildren(children.length, list))] : []),
    escapeHtml(start.languageLine),
  ];
  const chats = { text: texts.links.mine, press: ownLinksPress() };
  return { text: lines.join('\n'), buttons: [[chats]] };
}
