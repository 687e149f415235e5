import { isMainThread, parentPort } from 'node:worker_threads';
import { type ErrorFacts, errorFacts } from '../../db/error-facts.ts';
import type { DrawnFile } from '../dialogue/reply.ts';
import { bytesOf } from './bytes-of.ts';

/** What the thread answers; a failure as its facts, which name nobody. */
export type Made = { bytes: Uint8Array } | { failed: ErrorFacts };

// The entry of a thread, as main.ts is of the process: it does nothing anywhere else.
if (!isMainThread) {
  parentPort?.on('message', async (file: DrawnFile) => {
    parentPort?.postMessage(await make(file));
  });
}

async function make(file: DrawnFile): Promise<Made> {
  try {
    return { bytes: await bytesOf(file) };
  } catch (error) {
    return { failed: errorFacts(error) };
  }
}
