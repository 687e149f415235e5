import { QueryTypes } from 'sequelize';
import { errorFacts } from '../db/error-facts.ts';
import type { Tx } from '../db/open.ts';
import { readSettings } from '../db/reports/settings.ts';
import type { Job, JobDeps } from './job.ts';
import { latestSlots, type Slot } from './slots.ts';

const LEASE_MS = 10 * 60_000;
const ATTEMPTS = 5;

/**
 * Runs each job whose latest slot (of each hour) is not done. The unique (job, slot) row decides who runs it, so a
 * second process, a restart or a clock that was set back never runs a slot twice; one that crashed
 * is taken over when its lease ends.
 */
export async function runDue(deps: JobDeps, jobs: readonly Job[]): Promise<void> {
  const { db } = deps;
  const settings = await readSettings(db);
  for (const job of jobs) {
    for (const due of latestSlots(job.due(settings), db.now(), db.timezone)) {
      await runSlot(deps, job, due);
    }
  }
}

async function runSlot(deps: JobDeps, job: Job, { slot, at }: Slot): Promise<void> {
  const { db, log } = deps;
  if (db.now().getTime() - at.getTime() > job.catchUpHours * 3_600_000) {
    return;
  }
  if (!(await db.write((tx) => claimSlot(tx, job.name, slot)))) {
    return;
  }
  try {
    await job.run(deps, { slot, day: slot.slice(0, 10), at });
    await db.write((tx) => endSlot(tx, job.name, slot, null));
  } catch (error) {
    const facts = errorFacts(error);
    log.error({ job: job.name, slot, error: facts }, 'job failed');
    await db.write((tx) => endSlot(tx, job.name, slot, facts.name));
  }
}

/** True if this process is to run the slot now. */
async function claimSlot(tx: Tx, job: string, slot: string): Promise<boolean> {
  const claimed = await tx.db.sequelize.query<{ id: number }>(
    `/* rows */ INSERT INTO job_run (job, slot, state, attempts, lease_until, started_at)
     VALUES (:job, :slot, 'running', 1, :until, :now)
     ON CONFLICT (job, slot) DO UPDATE
        SET state = 'running', attempts = job_run.attempts + 1, lease_until = :until,
            started_at = :now
      WHERE job_run.state <> 'done' AND job_run.lease_until <= :now
        AND job_run.attempts < :attempts
     RETURNING id`,
    {
      type: QueryTypes.SELECT,
      replacements: {
        job,
        slot,
        until: new Date(tx.now.getTime() + LEASE_MS),
        now: tx.now,
        attempts: ATTEMPTS,
      },
      transaction: tx.transaction,
    },
  );
  return claimed.length > 0;
}

async function endSlot(tx: Tx, job: string, slot: string, error: string | null): Promise<void> {
  await tx.db.models.JobRun.update(
    { state: error === null ? 'done' : 'failed', finishedAt: tx.now, error },
    { where: { job, slot }, transaction: tx.transaction },
  );
}
