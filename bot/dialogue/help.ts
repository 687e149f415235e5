import { helpScreen } from '../views/help.ts';
import { commandsFor } from './commands.ts';
import type { Answer, TextTurn } from './turn.ts';
import { say } from './turn.ts';

/** /help: the commands of one's roles; strangers learn how to get in. */
export async function showHelp({ caller, texts }: TextTurn): Promise<Answer> {
  const commands = commandsFor(caller?.actor.roles ?? []);
  return say(helpScreen(commands, { stranger: caller === null }, texts));
}
