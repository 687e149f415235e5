import type { Random } from '../../../db/demo/random.ts';
import type { Moment } from './line.ts';

/** Where a process is killed: on a moment of its line, after so many rows, or after so long. */
export type Point = { name: string } & (
  | { on: (moment: Moment) => boolean; nth: number }
  | { rows: string; nth: number }
  | { after: 'fork' | 'first call'; ms: number }
);

const call = (method: string, phase: Moment['phase']) => (moment: Moment) =>
  moment.method === method && moment.phase === phase;

/**
 * Every named point between a messenger and a commit, seen from outside of the bot: nothing in the
 * product knows of them. The last two are moments of pure chance.
 */
export const POINTS: readonly ((random: Random) => Point)[] = [
  (random) => ({
    name: 'updates are taken and do not arrive',
    on: (moment) => call('getUpdates', 'accepted')(moment) && moment.full,
    nth: random.whole(1, 2),
  }),
  (random) => ({
    name: 'updates have arrived and are not stored',
    on: (moment) => call('getUpdates', 'answered')(moment) && moment.full,
    nth: random.whole(1, 2),
  }),
  (random) => ({
    name: 'updates are stored and not confirmed',
    on: (moment) => call('getUpdates', 'asked')(moment) && moment.confirms,
    nth: random.whole(1, 2),
  }),
  (random) => ({
    name: 'a message is asked for and not accepted',
    on: call('sendMessage', 'asked'),
    nth: random.whole(1, 5),
  }),
  (random) => ({
    name: 'a message is accepted and not answered for',
    on: call('sendMessage', 'accepted'),
    nth: random.whole(1, 5),
  }),
  (random) => ({
    name: 'a message is answered for and not settled',
    on: call('sendMessage', 'answered'),
    nth: random.whole(1, 5),
  }),
  (random) => ({
    name: 'an answer is committed',
    rows: "SELECT id FROM inbox WHERE state = 'done'",
    nth: random.whole(1, 5),
  }),
  (random) => ({
    name: 'a message is settled',
    rows: "SELECT id FROM outbox WHERE state = 'sent'",
    nth: random.whole(1, 5),
  }),
  (random) => ({
    name: 'a notice is queued',
    rows: 'SELECT id FROM outbox WHERE lane > 0',
    nth: random.whole(1, 2),
  }),
  (random) => ({ name: 'while it starts', after: 'fork', ms: random.whole(0, 2_500) }),
  (random) => ({ name: 'at any moment', after: 'first call', ms: random.whole(0, 500) }),
];
