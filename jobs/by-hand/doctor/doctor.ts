import { wrongCall } from '../by-hand.ts';
import { examineDatabase } from './database.ts';
import { examineFiles } from './files.ts';
import type { DoctorDeps } from './finding.ts';
import { examineMessenger } from './messenger.ts';
import { examineSettings } from './settings.ts';

const SIGNS = { good: '✓', advice: '!', broken: '✗' } as const;

/**
 * `npm run doctor`: looks at a set-up, beside a running journal or without it, and says in a sentence
 * each what is well and what to mend. Changes nothing. Gives 1 if anything is broken.
 */
export async function doctorByHand(deps: DoctorDeps, args: string[]): Promise<number> {
  const { texts, print } = deps;
  const [option] = args;
  if (option !== undefined) {
    return wrongCall(deps, texts.importing.unknownOption(option), texts.doctor.usage);
  }
  const counts = { good: 0, advice: 0, broken: 0 };
  for (const examine of [examineSettings, examineMessenger, examineDatabase, examineFiles]) {
    for (const { is, sentence } of await examine(deps)) {
      counts[is] += 1;
      print(`${SIGNS[is]} ${sentence}`);
    }
  }
  print(texts.doctor.verdict(counts.broken, counts.advice));
  return counts.broken > 0 ? 1 : 0;
}
