import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { queueMessages } from '../../db/actions/queue-messages.ts';
import { finishEvents, receiveEvents } from '../../db/actions/receive-events.ts';
import { sweep } from '../../jobs/sweep.ts';
import { type JobWorld, openJobWorld } from './job-world.ts';

describe('the nightly sweep', () => {
  let world: JobWorld;

  beforeEach(async () => {
    world = await openJobWorld();
  });
  afterEach(() => world.close());

  const count = async (table: string) => (await world.db.select(`SELECT * FROM ${table}`)).length;

  it('forgets what was answered and sent long ago, never what still waits', async () => {
    await world.db.write(async (tx) => {
      const event = (eventId: string) => ({ eventId, chat: 'tg:2', payload: {} });
      const stored = await receiveEvents(tx, [event('answered'), event('waiting')]);
      await finishEvents(tx, [stored.get('answered') ?? 0]);
      const message = (dedupeKey: string) =>
        ({ dedupeKey, chat: 'tg:2', lane: 2, payload: {} }) as const;
      await queueMessages(tx, [message('sent'), message('waiting')]);
      await tx.db.models.OutboxMessage.update(
        { state: 'sent', sentAt: tx.now },
        { where: { dedupeKey: 'sent' }, transaction: tx.transaction },
      );
    });
    world.clock.advance({ days: 2 });
    await world.runDue(sweep);
    expect([await count('inbox'), await count('outbox')]).toEqual([2, 2]);
    world.clock.advance({ days: 30 });
    await world.runDue(sweep);
    expect(await world.db.select('SELECT event_id FROM inbox')).toEqual([{ event_id: 'waiting' }]);
    expect(await world.db.select('SELECT dedupe_key FROM outbox')).toEqual([
      { dedupe_key: 'waiting' },
    ]);
  });
});
