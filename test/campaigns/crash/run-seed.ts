import { setTimeout as sleep } from 'node:timers/promises';
import { createRandom, type Random } from '../../../db/demo/random.ts';
import { type Db, openDb } from '../../../db/open.ts';
import { testClock } from '../../clock.ts';
import { check, type Evidence } from './check.ts';
import type { Databases } from './databases.ts';
import { POINTS } from './points.ts';
import { dieAt } from './reach.ts';
import { openStage, type Stage } from './stage.ts';
import { buildSchool, sayings } from './story.ts';

const KILLS = 2;
// A process starts in two seconds or in a minute, as busy as the machine is.
const END_MS = 300_000;

export type SeedResult = {
  problems: string[];
  duplicates: number;
  kills: { point: string; reached: boolean }[];
};

/**
 * One story: a school whose people write to the bot while its process is started, killed at a point,
 * started again, killed, and at last left alone until there is nothing more to do. All chance comes
 * from the seed.
 */
export async function runSeed(of: {
  seed: number;
  library: string;
  databases: Databases;
}): Promise<SeedResult> {
  const { seed, library, databases } = of;
  const random = createRandom(seed);
  const clock = testClock();
  const { url, drop } = await databases.create(`crash_${seed}`);
  const open = () => openDb({ url, clock, timezone: 'Europe/Moscow' });
  const stage = await openStage({ library, url, clock });
  const lastAtKill: Evidence['lastAtKill'][number][] = [];
  const kills: SeedResult['kills'] = [];
  try {
    const db = await open();
    await buildSchool(db).finally(() => db.close());
    for (let turn = 0; turn < KILLS; turn += 1) {
      const point = POINTS[(seed * KILLS + turn) % POINTS.length]?.(random);
      if (point) {
        const sayRest = sayHalf(stage, random, turn);
        const reached = await dieAt(point, stage, open, sayRest);
        kills.push({ point: point.name, reached });
        // Whoever was killed before its first call has not heard the rest: the next one will.
        sayRest();
        lastAtKill.push(new Map([...stage.heard()].map(([id, words]) => [id, words.at(-1)])));
      }
    }
    stage.say(sayings(random, KILLS));
    stage.start();
    return { kills, ...(await end(stage, await open(), lastAtKill)) };
  } finally {
    await stage.close();
    await drop();
  }
}

/** Half of a portion waits for the process; the rest is said when it calls, once. */
function sayHalf(stage: Stage, random: Random, portion: number): () => void {
  const texts = sayings(random, portion);
  stage.say(texts.splice(0, Math.ceil(texts.length / 2)));
  return () => stage.say(texts.splice(0));
}

/** Lets the last process come to rest, and looks at what is there then. */
async function end(stage: Stage, db: Db, lastAtKill: Evidence['lastAtKill']) {
  const { said, printed } = stage;
  try {
    if (!(await untilAtRest(db, said.length))) {
      return { duplicates: 0, problems: [`it has not come to rest in ${END_MS / 1000} s`] };
    }
    await stage.kill();
    const { problems, duplicates } = await check(db, { said, heard: stage.heard(), lastAtKill });
    return {
      duplicates,
      problems: [
        ...(printed.length > 0 ? [`it printed ${printed.join('').slice(0, 2_000)}`] : []),
        ...problems,
      ],
    };
  } finally {
    await stage.kill();
    await db.close();
  }
}

/** Waits until all that was said is answered, and all that is to be told is told. */
async function untilAtRest(db: Db, updates: number): Promise<boolean> {
  const deadline = performance.now() + END_MS;
  while (performance.now() < deadline) {
    const [row] = await db.select<{ done: number; open: number }>(
      `SELECT CAST((SELECT COUNT(*) FROM inbox WHERE state = 'done') AS INTEGER) AS done,
              CAST((SELECT COUNT(*) FROM outbox WHERE state = 'waiting')
                 + (SELECT COUNT(*) FROM notice WHERE state = 'waiting') AS INTEGER) AS open`,
    );
    if (row && row.done >= updates && row.open === 0) {
      return true;
    }
    await sleep(50);
  }
  return false;
}
