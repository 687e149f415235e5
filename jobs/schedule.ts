import { schedule } from 'node-cron';
import { errorFacts } from '../db/error-facts.ts';
import type { Job, JobDeps } from './job.ts';
import { runDue } from './run-due.ts';

export type Schedule = { stop: () => Promise<void> };

/**
 * Ticks every minute and runs what is due. The cron library only ticks: what was missed while the
 * process was down is found in the ledger of job runs. The first look is at once.
 */
export function startSchedule(deps: JobDeps, jobs: readonly Job[]): Schedule {
  let running = Promise.resolve();
  const look = () => {
    running = running
      .then(() => runDue(deps, jobs))
      .catch((error) => {
        deps.log.error({ error: errorFacts(error) }, 'could not look for due jobs');
      });
  };
  const task = schedule('* * * * *', look, { name: 'zhurnal', timezone: deps.db.timezone });
  look();
  return {
    stop: async () => {
      await task.destroy();
      await running;
    },
  };
}
