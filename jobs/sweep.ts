import { QueryTypes } from 'sequelize';
import type { Job } from './job.ts';

const DAY_MS = 86_400_000;

// What the journal does not need for ever (who looked at a child: for a school year and the summer), and for how many days it is kept. Answered events stay
// longer than a messenger repeats them, yet not so long that a restarted numbering meets its own past.
const KEPT: [table: string, condition: string, days: number][] = [
  ['inbox', "state = 'done' AND done_at < :before", 3],
  ['outbox', "state <> 'waiting' AND created_at < :before", 30],
  ['dialog', 'expires_at < :before', 1],
  ['code_attempt', 'at < :before', 30],
  ['login_attempt', 'at < :before', 90],
  ['panel_token', 'expires_at < :before', 30],
  ['view_event', 'last_at < :before', 400],
  ['session', 'expires < :before', 1],
];

/** Every night: forgets delivered messages, answered events and expired sessions. */
export const sweep: Job = {
  name: 'sweep',
  due: () => ({ hour: 4 }),
  catchUpHours: 24,
  run: async ({ db }) => {
    for (const [table, condition, days] of KEPT) {
      await db.write(({ now, transaction }) =>
        db.sequelize.query(`DELETE FROM ${table} WHERE ${condition}`, {
          type: QueryTypes.DELETE,
          replacements: { before: new Date(now.getTime() - days * DAY_MS) },
          transaction,
        }),
      );
    }
  },
};
