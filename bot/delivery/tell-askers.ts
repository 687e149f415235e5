import { anyUntoldAnswer } from '../../db/reports/support.ts';
import { tellAskers } from '../dialogue/tell-of-support.ts';
import type { DeliveryDeps } from './deps.ts';

/** Brings answers that were written in the panel to whoever asked. Returns how many messages it queued. */
export async function tellAskersOfAnswers(
  deps: Pick<DeliveryDeps, 'db' | 'texts' | 'config'>,
): Promise<number> {
  const { db } = deps;
  return (await anyUntoldAnswer(db)) ? db.write((tx) => tellAskers(deps, tx)) : 0;
}
