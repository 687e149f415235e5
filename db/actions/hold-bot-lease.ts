import type { Tx } from '../open.ts';

const NAME = 'bot';

/**
 * Takes the lease of the bot for a process, or renews it; false while another process holds it. The
 * clock is the database's own: machines may differ. For PostgreSQL, where there may be several.
 */
export async function takeBotLease(tx: Tx, token: string, seconds: number): Promise<boolean> {
  const held = await tx.run(
    `INSERT INTO bot_lease (name, token, until)
     VALUES (:name, :token, CLOCK_TIMESTAMP() + :seconds * INTERVAL '1 second')
     ON CONFLICT (name) DO UPDATE SET token = excluded.token, until = excluded.until
      WHERE bot_lease.token = excluded.token OR bot_lease.until <= CLOCK_TIMESTAMP()
     RETURNING token`,
    { name: NAME, token, seconds },
  );
  return held.length > 0;
}

/** Gives the lease back, so that another process need not wait for its end. */
export async function giveBackBotLease(tx: Tx, token: string): Promise<void> {
  await tx.run('DELETE FROM bot_lease WHERE name = :name AND token = :token', {
    name: NAME,
    token,
  });
}

/**
 * Whether the lease is in the hands of that process, and stays there until this transaction is over:
 * whoever takes it over waits for its end. What it writes otherwise must not count.
 */
export async function holdsBotLease(tx: Tx, token: string): Promise<boolean> {
  const held = await tx.db.select(
    `SELECT token FROM bot_lease
      WHERE name = :name AND token = :token AND until > CLOCK_TIMESTAMP() FOR SHARE`,
    { name: NAME, token },
    tx,
  );
  return held.length > 0;
}
