import type { Tx } from '../../db/open.ts';
import { callerOfChat } from '../../db/reports/caller.ts';
import { readChildren } from '../../db/reports/children.ts';
import { homeScreen } from '../views/home.ts';
import { commandsFor, menuFor } from './commands.ts';
import type { Reply } from './reply.ts';
import type { Screen, Turn } from './turn.ts';

/** The first screen of a linked person, null for a stranger. `tx` sees what it has just written. */
export async function readHome(
  turn: Turn,
  { justLinked, tx }: { justLinked: boolean; tx?: Tx },
): Promise<{ screen: Screen; menu: Reply; children: number } | null> {
  const { db, texts, config, event } = turn;
  const caller = await callerOfChat(db, event.chat.address, tx);
  if (!caller) {
    return null;
  }
  const { personId, roles } = caller.actor;
  const children = await readChildren(db, personId, tx);
  const commands = commandsFor(roles).filter((command) => command.for !== 'everyone');
  return {
    screen: homeScreen({ caller, children, commands, justLinked }, texts, config.names),
    menu: { menu: menuFor(roles, texts) },
    children: children.length,
  };
}
