import { parentPort, workerData } from 'node:worker_threads';
import type { Paper } from '../views/papers/paper.ts';
import { printed } from './printed.ts';

// The thread's own main: it runs when it is started and does this one thing.
const { paper, as } = workerData as { paper: Paper; as: 'pdf' | 'xlsx' };
parentPort?.postMessage(await printed(paper, as));
