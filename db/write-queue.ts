import type { Transaction } from 'sequelize';
import type { RunSql } from './run-sql.ts';
import type { Writer } from './writer.ts';

export type WriteQueue = {
  /** Runs `job` inside a transaction and resolves after its COMMIT; a throw rolls this job back alone. */
  run: <T>(job: (transaction: Transaction) => Promise<T>) => Promise<T>;
  /** Resolves when all that was given has been run. */
  idle: () => Promise<void>;
};

type Waiting = {
  job: (transaction: Transaction) => Promise<unknown>;
  resolve: (value: unknown) => void;
  reject: (error: unknown) => void;
};

// One fsync serves a group, yet nobody waits for more than this many strangers' writes.
const GROUP_SIZE = 64;

/**
 * One in-process queue in front of the database's only writer. SQLite collapses when more write
 * transactions wait than libuv has threads, so there is never more than one; the jobs that came
 * while it ran share the next one, each in a savepoint of its own (group commit).
 */
export function createWriteQueue(writer: Writer, runSql: RunSql): WriteQueue {
  const waiting: Waiting[] = [];
  let draining: Promise<void> | null = null;

  async function drain(): Promise<void> {
    while (waiting.length > 0) {
      await commitTogether(writer, runSql, waiting.splice(0, GROUP_SIZE));
    }
    draining = null;
  }

  return {
    run: <T>(job: (transaction: Transaction) => Promise<T>): Promise<T> =>
      new Promise<T>((resolve, reject) => {
        waiting.push({ job, resolve: (value) => resolve(value as T), reject });
        draining ??= drain();
      }),
    idle: async () => {
      await draining;
    },
  };
}

async function commitTogether(writer: Writer, runSql: RunSql, group: Waiting[]): Promise<void> {
  const settle: (() => void)[] = [];
  try {
    await writer.transact(async (transaction) => {
      for (const { job, resolve, reject } of group) {
        if (group.length === 1) {
          const value = await job(transaction);
          settle.push(() => resolve(value));
          return;
        }
        await runSql('SAVEPOINT job', {}, transaction);
        try {
          const value = await job(transaction);
          settle.push(() => resolve(value));
        } catch (error) {
          settle.push(() => reject(error));
          // Where this fails the database has given up the transaction, and with it everybody's work.
          await runSql('ROLLBACK TO SAVEPOINT job', {}, transaction);
        }
        await runSql('RELEASE SAVEPOINT job', {}, transaction);
      }
    });
  } catch (error) {
    for (const { reject } of group) {
      reject(error);
    }
    return;
  }
  for (const done of settle) {
    done();
  }
}
