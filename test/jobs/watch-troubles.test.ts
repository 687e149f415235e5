import { setTimeout as sleep } from 'node:timers/promises';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { ru } from '../../bot/texts/ru.ts';
import { troubleBegan } from '../../bot/views/troubles.ts';
import { noteBackup } from '../../db/actions/note-backup.ts';
import { createWatch, type Watch } from '../../jobs/watch-troubles.ts';
import { type JobWorld, openJobWorld } from './job-world.ts';

const CHAT = 'tg:77';
// What was found is good for a second.
const next = () => sleep(1_100);

describe('the watch over the journal', () => {
  let world: JobWorld;

  beforeEach(async () => {
    world = await openJobWorld();
    await world.make.aPerson('Зимина Анна', { chat: CHAT, roles: ['administrator'] });
  });
  afterEach(() => world.close());

  const watch = (): Watch =>
    createWatch({
      ...world.deps,
      folder: null,
      backups: true,
      deliver: async () => {
        throw new Error('the outbox was there');
      },
    });
  const told = async () =>
    (await world.outbox())
      .filter(({ chat, dedupe_key }) => chat === CHAT && dedupe_key.startsWith('trouble:'))
      .map(({ payload }) => (JSON.parse(payload) as { text: string }).text);

  it('tells of what two looks have found, once, whoever looks later, and once of its end', async () => {
    const { began, over, what, advice } = ru.troubles;
    const first = watch();
    await first.look();
    expect(await told()).toEqual([]);
    await next();
    await first.look();
    await next();
    await first.look();
    const beginning = `${began(what['backup-missing'])}\n${advice['backup-missing']}`;
    expect(await told()).toEqual([beginning]);
    const restarted = watch();
    await restarted.look();
    await world.db.write((tx) => noteBackup(tx, { kind: 'nightly', state: 'good' }));
    for (let look = 0; look < 3; look += 1) {
      await next();
      await restarted.look();
    }
    expect(await told()).toEqual([beginning, over(what['backup-missing'])]);
  });

  it('names a job by what it does', () => {
    expect(troubleBegan('job-late:sweep', ru)).toBe(
      ru.troubles.began(ru.troubles.jobLate(ru.troubles.jobs.sweep)),
    );
    expect(troubleBegan('job-late:of-tomorrow', ru)).toContain(ru.troubles.otherJob);
  });
});
