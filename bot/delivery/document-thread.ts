import { isMainThread, parentPort } from 'node:worker_threads';
import { type ErrorFacts, errorFacts } from '../../db/error-facts.ts';
import type { DrawnFile } from '../dialogue/reply.ts';
import { bytesOf } from './bytes-of.ts';

/** What the thread answers in the end; a failure as its facts, which name nobody. */
export type Made = { bytes: Uint8Array } | { failed: ErrorFacts };
/** What it says meanwhile, where it can tell. */
export type Underway = { percent: number };

// The entry of a thread, as main.ts is of the process: it does nothing anywhere else.
if (!isMainThread) {
  parentPort?.on('message', async (file: DrawnFile) => {
    parentPort?.postMessage(await make(file));
  });
}

async function make(file: DrawnFile): Promise<Made> {
  let told = 0;
  // A document has thousands of parts; whole percents are enough.
  const tell = (part: number) => {
    const percent = Math.floor(part * 100);
    if (percent > told) {
      told = percent;
      parentPort?.postMessage({ percent } satisfies Underway);
    }
  };
  try {
    return { bytes: await bytesOf(file, tell) };
  } catch (error) {
    return { failed: errorFacts(error) };
  }
}
