import type { Role } from '../../db/rules/access.ts';
import { handbookScreen, helpScreen, topicScreen } from '../views/help.ts';
import { commandsFor } from './commands.ts';
import { topicsOf } from './handbook-topics.ts';
import type { PressTable } from './press.ts';
import {
  type Answer,
  type PressTurn,
  redraw,
  type Screen,
  say,
  type TextTurn,
  type Turn,
} from './turn.ts';

/** /help: the commands of one's roles with ways into them; strangers learn how to get in. */
export async function showHelp(turn: TextTurn): Promise<Answer> {
  return say(screenOf(turn));
}

export const helpPresses: PressTable = {
  help1: async (turn) => redraw(turn, screenOf(turn)),
  book1: openHandbook,
  go1: go,
};

function screenOf({ caller, texts }: Turn): Screen {
  const roles = caller?.actor.roles ?? [];
  return helpScreen(commandsFor(roles), { roles, stranger: caller === null }, texts);
}

/** The handbook of a role one has, at its topics or at one of them. */
async function openHandbook(turn: PressTurn, [roleArg, key]: string[]): Promise<Answer> {
  const { caller, texts } = turn;
  const role: Role | undefined = caller?.actor.roles.find((one) => one === roleArg);
  if (!role) {
    return { replies: [], toast: texts.common.buttonOutdated };
  }
  const topics = topicsOf(role, texts);
  const topic = topics.find((one) => one.key === key);
  return redraw(
    turn,
    topic ? topicScreen(role, topic, texts) : handbookScreen(role, topics, texts),
  );
}

/** Runs a command of one's own roles beneath the button. */
async function go(turn: PressTurn, [name]: string[]): Promise<Answer> {
  const { caller, event, texts } = turn;
  const command = commandsFor(caller?.actor.roles ?? []).find((one) => one.name === name);
  if (!command) {
    return { replies: [], toast: texts.common.notYourCommand };
  }
  const { id, chat, messageId } = event;
  const typed = { id, chat, messageId, kind: 'text' as const, text: `/${command.name}` };
  return command.run({ ...turn, event: typed }, '');
}
