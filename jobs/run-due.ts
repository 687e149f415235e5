import { errorFacts } from '../db/error-facts.ts';
import type { Db, Tx } from '../db/open.ts';
import { readSettings } from '../db/reports/settings.ts';
import type { Job, JobDeps } from './job.ts';
import { latestSlots, type Slot } from './slots.ts';

const LEASE_MS = 10 * 60_000;
const ATTEMPTS = 5;
const HOUR_MS = 3_600_000;

/**
 * Runs each job whose latest slot (of each hour) is not done. The unique (job, slot) row decides who runs it, so a
 * second process, a restart or a clock that was set back never runs a slot twice; one that crashed
 * is taken over when its lease ends.
 */
export async function runDue(deps: JobDeps, jobs: readonly Job[]): Promise<void> {
  const { db } = deps;
  const settings = await readSettings(db);
  const due = jobs.flatMap((job) =>
    latestSlots(job.due(settings), db.now(), db.timezone)
      .filter(({ at }) => db.now().getTime() - at.getTime() <= job.catchUpHours * HOUR_MS)
      .map((slot) => ({ job, slot })),
  );
  const done = await readDone(db, due);
  for (const { job, slot } of due.filter(({ job, slot }) => !done.has(keyOf(job, slot)))) {
    await runSlot(deps, job, slot);
  }
}

/** Most looks find nothing to do: those don't hold up whoever writes. */
async function readDone(
  db: Db,
  due: readonly { job: Job; slot: Slot }[],
): Promise<ReadonlySet<string>> {
  const rows = await db.select<{ job: string; slot: string }>(
    "SELECT job, slot FROM job_run WHERE state = 'done' AND slot IN (:slots)",
    { slots: ['', ...due.map(({ slot }) => slot.slot)] },
  );
  return new Set(rows.map(({ job, slot }) => `${job} ${slot}`));
}

function keyOf({ name }: Job, { slot }: Slot): string {
  return `${name} ${slot}`;
}

async function runSlot(deps: JobDeps, job: Job, { slot, at }: Slot): Promise<void> {
  const { db, log } = deps;
  const claim = await db.write((tx) => claimSlot(tx, job.name, slot));
  if (claim === null) {
    return;
  }
  try {
    await job.run(deps, { slot, day: slot.slice(0, 10), at });
    await db.write((tx) => endSlot(tx, claim, null));
  } catch (error) {
    const facts = errorFacts(error);
    log.error({ job: job.name, slot, error: facts }, 'job failed');
    await db.write((tx) => endSlot(tx, claim, facts.name));
  }
}

type Claim = { id: number; attempts: number };

/** The row and the number of the attempt if this process is to run the slot now; null if it isn't. */
async function claimSlot(tx: Tx, job: string, slot: string): Promise<Claim | null> {
  const [claim] = await tx.run<Claim>(
    `INSERT INTO job_run (job, slot, state, attempts, lease_until, started_at)
     VALUES (:job, :slot, 'running', 1, :until, :now)
     ON CONFLICT (job, slot) DO UPDATE
        SET state = 'running', attempts = job_run.attempts + 1, lease_until = :until,
            started_at = :now
      WHERE job_run.state <> 'done' AND job_run.lease_until <= :now
        AND job_run.attempts < :attempts
     RETURNING id, attempts`,
    {
      job,
      slot,
      until: new Date(tx.now.getTime() + LEASE_MS),
      now: tx.now,
      attempts: ATTEMPTS,
    },
  );
  return claim ?? null;
}

/** Whoever was taken for dead and comes to its end after all has no say in the attempt of another. */
async function endSlot(tx: Tx, { id, attempts }: Claim, error: string | null): Promise<void> {
  await tx.db.models.JobRun.update(
    { state: error === null ? 'done' : 'failed', finishedAt: tx.now, error },
    { where: { id, attempts }, transaction: tx.transaction },
  );
}
