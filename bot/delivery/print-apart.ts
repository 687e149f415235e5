import { Worker } from 'node:worker_threads';
import type { Paper } from '../views/papers/paper.ts';

const THREAD = new URL('./print-thread.mjs', import.meta.url);

/**
 * Makes a long document's bytes on a thread of its own: the print of a class's year takes seconds,
 * in which nobody else would get an answer.
 */
export function printApart(paper: Paper, as: 'pdf' | 'xlsx'): Promise<Uint8Array> {
  return new Promise((done, failed) => {
    const worker = new Worker(THREAD, { workerData: { paper, as }, execArgv: [] });
    worker.once('message', done);
    worker.once('error', failed);
    worker.once('exit', (code) => failed(new Error(`the print stopped with code ${code}`)));
  });
}
