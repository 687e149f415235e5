import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import type { Job } from '../../jobs/job.ts';
import { type JobWorld, openJobWorld } from './job-world.ts';

describe('the ledger of jobs', () => {
  let world: JobWorld;
  let runs: string[];

  beforeEach(async () => {
    world = await openJobWorld();
    runs = [];
  });
  afterEach(() => world.close());

  const job = (run: () => Promise<void> = async () => undefined): Job => ({
    name: 'story',
    due: () => ({ hour: 9 }),
    catchUpHours: 3,
    run: (_deps, { day }) => {
      runs.push(day);
      return run();
    },
  });

  it('runs a slot once, however often it looks and how many look at once', async () => {
    await Promise.all(Array.from({ length: 20 }, () => world.runDue(job())));
    await world.runDue(job());
    expect(runs).toEqual(['2026-10-12']);
    expect(await world.ledger()).toEqual(['story 2026-10-12T09:00 done 1']);
  });

  it('runs the next slot when its hour has come', async () => {
    await world.runDue(job());
    world.clock.advance({ hours: 22 });
    await world.runDue(job());
    expect(runs).toEqual(['2026-10-12']);
    world.clock.advance({ hours: 1 });
    await world.runDue(job());
    expect(runs).toEqual(['2026-10-12', '2026-10-13']);
  });

  it('catches a missed slot up, but not one that is too old', async () => {
    world.clock.advance({ hours: 4 });
    await world.runDue(job());
    expect(runs).toEqual([]);
    world.clock.advance({ days: 1, hours: -3 });
    await world.runDue(job());
    expect(runs).toEqual(['2026-10-13']);
  });

  it('runs each hour of a job of several, once, those that were missed too', async () => {
    const hourly = { ...job(), due: () => ({ hours: [9, 8, 11] }) };
    await world.runDue(hourly);
    await world.runDue(hourly);
    world.clock.advance({ hours: 1 });
    await world.runDue(hourly);
    expect(await world.ledger()).toEqual([
      'story 2026-10-12T08:00 done 1',
      'story 2026-10-12T09:00 done 1',
      'story 2026-10-12T11:00 done 1',
    ]);
  });

  it('runs nothing twice when the clock is set back', async () => {
    await world.runDue(job());
    world.clock.advance({ minutes: -30 });
    await world.runDue(job());
    expect(runs).toEqual(['2026-10-12']);
  });

  it('tries a failed slot again after its lease, five times at most, and logs no words', async () => {
    const failing = job(async () => {
      throw new Error('Иванов 5');
    });
    await world.runDue(failing);
    await world.runDue(failing);
    expect(runs).toHaveLength(1);
    for (let turn = 0; turn < 8; turn += 1) {
      world.clock.advance({ minutes: 11 });
      await world.runDue(failing);
    }
    expect(runs).toHaveLength(5);
    expect(await world.ledger()).toEqual(['story 2026-10-12T09:00 failed 5']);
    expect(world.errors).toHaveLength(5);
    expect(world.errors.join()).not.toContain('Иванов');
  });

  it('takes over what a crash left behind, and one job’s failure never stops another', async () => {
    await world.db.write(({ transaction, now }) =>
      world.db.models.JobRun.create(
        {
          job: 'story',
          slot: '2026-10-12T09:00',
          state: 'running',
          startedAt: now,
          leaseUntil: new Date(now.getTime() + 60_000),
        },
        { transaction },
      ),
    );
    await world.runDue(job());
    expect(runs).toEqual([]);
    world.clock.advance({ minutes: 2 });
    const broken: Job = {
      ...job(() => Promise.reject(new Error())),
      name: 'broken',
    };
    await world.runDue(broken, job());
    expect(await world.ledger()).toEqual([
      'story 2026-10-12T09:00 done 2',
      'broken 2026-10-12T09:00 failed 1',
    ]);
  });

  it('leaves who was taken for dead no say in what another has finished', async () => {
    let wake = () => undefined as unknown;
    const slow = job(
      () =>
        new Promise((_resolve, reject) => {
          wake = () => reject(new Error('too late'));
        }),
    );
    const first = world.runDue(slow);
    await vi.waitFor(() => expect(runs).toHaveLength(1));
    world.clock.advance({ minutes: 11 });
    await world.runDue(job());
    wake();
    await first;
    world.clock.advance({ minutes: 11 });
    await world.runDue(job());
    expect(runs).toHaveLength(2);
    expect(await world.ledger()).toEqual(['story 2026-10-12T09:00 done 2']);
  });
});
