import { setTimeout as sleep } from 'node:timers/promises';
import type { Db } from '../../../db/open.ts';
import type { Point } from './points.ts';
import type { Stage } from './stage.ts';

const POLL_MS = 3;
// A point that is not reached by then is not there any more: the kill comes all the same.
const PATIENCE_MS = 15_000;

/**
 * Starts a process, lets people say the `rest` when it has got its first updates, and kills it at the
 * point. Resolves after its end: whether it got that far.
 */
export async function dieAt(
  point: Point,
  stage: Stage,
  open: () => Promise<Db>,
  rest: () => void,
): Promise<boolean> {
  const db = 'rows' in point ? await open() : null;
  const timers: NodeJS.Timeout[] = [];
  let polling = Promise.resolve();
  const child = stage.start();
  const ended = new Promise<boolean>((resolve) => {
    let first = true;
    let met = 0;
    const reached = () => stage.kill().then(() => resolve(true));
    const killAfter = (ms: number) => timers.push(setTimeout(reached, ms));
    stage.watch(async (moment) => {
      if (first) {
        first = false;
        timers.push(setTimeout(() => resolve(false), PATIENCE_MS));
        if ('after' in point && point.after === 'first call') {
          killAfter(point.ms);
        }
      }
      if (moment.full && moment.phase === 'answered') {
        rest();
      }
      met += 'on' in point && point.on(moment) ? 1 : 0;
      if ('on' in point && met === point.nth) {
        met += 1;
        await reached();
      }
    });
    if ('after' in point && point.after === 'fork') {
      killAfter(point.ms);
    }
    if ('rows' in point && db) {
      const over = () => child.exitCode !== null || child.signalCode !== null;
      polling = untilRows(db, point, over).then(reached);
    }
    child.once('exit', () => resolve(true));
  });
  const reached = await ended;
  await stage.kill();
  for (const timer of timers) {
    clearTimeout(timer);
  }
  stage.watch(async () => undefined);
  await stage.settled();
  await polling;
  await db?.close();
  return reached;
}

/** Polls until that many more rows are there than at first, or nobody writes any more. */
async function untilRows(
  db: Db,
  { rows, nth }: Extract<Point, { rows: string }>,
  over: () => boolean,
): Promise<void> {
  const before = (await db.select(rows)).length;
  while (!over() && (await db.select(rows)).length < before + nth) {
    await sleep(POLL_MS);
  }
}
