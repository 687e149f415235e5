import { verifyChain } from '../../db/reports/verify-chain.ts';
import { type ByHandDeps, wrongCall } from './by-hand.ts';

/** `npm run verify`: walks the whole audit and says whether it is what was written. */
export async function verifyByHand(deps: ByHandDeps, args: string[]): Promise<number> {
  const { db, print, texts } = deps;
  const [option] = args;
  if (option !== undefined) {
    return wrongCall(deps, texts.importing.unknownOption(option), 'npm run verify');
  }
  const { lines, brokenAt, head } = await verifyChain(db);
  if (brokenAt !== null) {
    print(texts.console.chainBroken(brokenAt));
    return 1;
  }
  print(texts.console.chainWhole(lines, head));
  return 0;
}
