import { pino } from 'pino';
import { en } from '../../bot/texts/en.ts';
import { ru } from '../../bot/texts/ru.ts';
import type { Job, JobDeps } from '../../jobs/job.ts';
import { runDue } from '../../jobs/run-due.ts';
import { openFamilyWorld } from '../dialogue/family-world.ts';

/** The family's world with jobs. `errors` are the lines that were logged. */
export async function openJobWorld(config: Partial<JobDeps['config']> = {}) {
  const world = await openFamilyWorld();
  const errors: string[] = [];
  const deps: JobDeps = {
    db: world.db,
    log: pino({ level: 'error' }, { write: (line: string) => errors.push(line) }),
    texts: { ru, en },
    config: { language: 'ru', names: 'full', ...config },
  };
  return {
    ...world,
    deps,
    errors,
    runDue: (...jobs: Job[]) => runDue(deps, jobs),
    /** Runs of the ledger, as «evening-digest 2026-10-12T19:00 done 1». */
    ledger: async () => {
      const rows = await world.db.select<Record<'job' | 'slot' | 'state' | 'attempts', unknown>>(
        'SELECT job, slot, state, attempts FROM job_run ORDER BY id',
      );
      return rows.map(({ job, slot, state, attempts }) => [job, slot, state, attempts].join(' '));
    },
    outbox: () =>
      world.db.select<{ dedupe_key: string; chat: string; lane: number; payload: string }>(
        'SELECT dedupe_key, chat, lane, payload FROM outbox ORDER BY id',
      ),
  };
}

export type JobWorld = Awaited<ReturnType<typeof openJobWorld>>;
