import { type Sequelize, Transaction } from 'sequelize';
import sqlite3 from 'sqlite3';
import { SqliteConnection } from './sqlite-module.ts';

/** Whoever may write: one transaction at a time on SQLite. */
export type Writer = {
  /** Runs `work` in a transaction that takes the write lock at once; a throw rolls it back. */
  transact: <T>(work: (transaction: Transaction) => Promise<T>) => Promise<T>;
  close: () => Promise<void>;
};

export function createWriter(sequelize: Sequelize): Writer {
  if (sequelize.getDialect() === 'sqlite') {
    return createSqliteWriter(sequelize);
  }
  return { transact: (work) => sequelize.transaction(work), close: async () => undefined };
}

/**
 * Sequelize opens a connection for each transaction and closes it afterwards, and a fresh one reads
 * the schema and the pages anew; it also forgets a connection whose BEGIN or COMMIT failed, possibly
 * with the write lock held. So the connection is ours, and Sequelize is only told of it.
 */
function createSqliteWriter(sequelize: Sequelize): Writer {
  const { storage } = (sequelize as unknown as { options: { storage: string } }).options;
  let opened: SqliteConnection | null = null;

  async function close(): Promise<void> {
    const connection = opened;
    opened = null;
    await new Promise<void>((resolve) =>
      connection ? connection.close(() => resolve()) : resolve(),
    );
  }

  return {
    transact: async (work) => {
      opened ??= await openConnection(storage);
      const connection = opened;
      const transaction = Object.assign(new Transaction(sequelize, {}), { connection });
      try {
        await connection.rows('BEGIN IMMEDIATE', []);
        const result = await work(transaction);
        await connection.rows('COMMIT', []);
        return result;
      } catch (error) {
        // If there is nothing to roll back, nobody knows what state it is in.
        await connection.rows('ROLLBACK', []).catch(close);
        throw error;
      } finally {
        // From here on Sequelize refuses to use it.
        Object.assign(transaction, { finished: 'commit' });
      }
    },
    close,
  };
}

function openConnection(file: string): Promise<SqliteConnection> {
  return new Promise((resolve, reject) => {
    const mode = sqlite3.OPEN_READWRITE | sqlite3.OPEN_CREATE;
    const connection = new SqliteConnection(file, mode, (error) =>
      error ? reject(error) : resolve(connection),
    );
  });
}
