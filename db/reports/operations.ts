import type { Lane } from '../actions/queue-messages.ts';
import { instantOf } from '../days.ts';
import type { Db } from '../open.ts';
import { type RawInstant, toInstant } from '../values.ts';

/** How the machinery of a journal fares at a moment: ages in seconds, counts, no word of anybody. */
export type Operations = {
  /** Events that were stored and not answered yet. */
  inbox: { waiting: number; oldest: number };
  /** Messages that were queued and not sent yet, of each lane that has any. */
  outbox: { lane: Lane; waiting: number; oldest: number }[];
  /** Of each job its newest slot: how late it was done, or is by now. */
  jobs: { job: string; done: boolean; late: number; sinceDone: number | null }[];
  backup: {
    /** Of the newest good one; null if there is none. */
    age: number | null;
    /** The newest attempt has failed. */
    failed: boolean;
  };
};

type Waiting = { waiting: number; oldest: RawInstant | null };
type JobRow = { job: string; newest: string; newestDone: string | null; doneAt: RawInstant | null };

/** Reads the ages and queues. Four queries, whatever they find. */
export async function readOperations(db: Db): Promise<Operations> {
  const since = ageAt(db.now());
  const [inbox] = await db.select<Waiting>(
    `SELECT CAST(COUNT(*) AS INTEGER) AS waiting, MIN(received_at) AS oldest
       FROM inbox WHERE state = 'new'`,
  );
  const lanes = await db.select<Waiting & { lane: Lane }>(
    `SELECT lane, CAST(COUNT(*) AS INTEGER) AS waiting, MIN(created_at) AS oldest
       FROM outbox WHERE state = 'waiting' GROUP BY lane ORDER BY lane`,
  );
  const jobs = await db.select<JobRow>(
    `SELECT job, MAX(slot) AS newest, MAX(CASE WHEN state = 'done' THEN slot END) AS "newestDone",
            MAX(CASE WHEN state = 'done' THEN finished_at END) AS "doneAt"
       FROM job_run GROUP BY job ORDER BY job`,
  );
  const [backup] = await db.select<{ good: RawInstant | null; failed: RawInstant | null }>(
    `SELECT MAX(CASE WHEN state = 'good' THEN at END) AS good,
            MAX(CASE WHEN state = 'failed' THEN at END) AS failed
       FROM backup_run WHERE kind IN ('nightly', 'console', 'chat', 'panel')`,
  );
  const good = backup?.good ? toInstant(backup.good) : null;
  return {
    inbox: { waiting: inbox?.waiting ?? 0, oldest: since(inbox?.oldest) ?? 0 },
    outbox: lanes.map(({ lane, waiting, oldest }) => ({
      lane,
      waiting,
      oldest: since(oldest) ?? 0,
    })),
    jobs: jobs.map((row) => jobOf(row, db)),
    backup: {
      age: since(good),
      failed: backup?.failed ? !good || toInstant(backup.failed) > good : false,
    },
  };
}

function jobOf({ job, newest, newestDone, doneAt }: JobRow, db: Db): Operations['jobs'][number] {
  const done = newest === newestDone;
  const due = instantOf(newest.slice(0, 10), newest.slice(11), db.timezone);
  const end = done && doneAt ? toInstant(doneAt) : db.now();
  return { job, done, late: ageAt(end)(due) ?? 0, sinceDone: ageAt(db.now())(doneAt) };
}

/** Seconds from an instant to `now`; none for one that a clock set back has put into the future. */
function ageAt(now: Date): (raw: RawInstant | null | undefined) => number | null {
  return (raw) => (raw ? Math.max(0, (now.getTime() - toInstant(raw).getTime()) / 1000) : null);
}
