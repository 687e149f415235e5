import type { Texts } from '../../bot/texts/ru.ts';
import type { Clock, Db } from '../../db/open.ts';

/** What a command of the server's own console stands on. */
export type ByHandDeps = {
  db: Db;
  clock: Clock;
  texts: Texts;
  print: (line: string) => void;
  /** The key of access codes. */
  pepper: string;
};

/** Gives the exit code: 0 done, 1 refused, 2 called wrongly. */
export type ByHand = (deps: ByHandDeps, args: string[]) => Promise<number>;

/** Says in one sentence what is wrong with a call, and how the command is called. */
export function wrongCall(
  { print, texts }: Pick<ByHandDeps, 'print' | 'texts'>,
  sentence: string,
  usage: string,
): number {
  print(sentence);
  print(texts.console.usage(usage));
  return 2;
}
