import { type Sequelize, Transaction } from 'sequelize';

/** Runs `job` inside a transaction and resolves after its COMMIT; a throw rolls this job back alone. */
export type RunInTransaction = <T>(job: (transaction: Transaction) => Promise<T>) => Promise<T>;

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
export function createWriteQueue(sequelize: Sequelize): RunInTransaction {
  const waiting: Waiting[] = [];
  let draining = false;

  async function drain(): Promise<void> {
    draining = true;
    while (waiting.length > 0) {
      await commitTogether(sequelize, waiting.splice(0, GROUP_SIZE));
    }
    draining = false;
  }

  return <T>(job: (transaction: Transaction) => Promise<T>): Promise<T> =>
    new Promise<T>((resolve, reject) => {
      waiting.push({ job, resolve: (value) => resolve(value as T), reject });
      if (!draining) {
        void drain();
      }
    });
}

async function commitTogether(sequelize: Sequelize, group: Waiting[]): Promise<void> {
  const settle: (() => void)[] = [];
  try {
    await sequelize.transaction({ type: Transaction.TYPES.IMMEDIATE }, async (outer) => {
      for (const { job, resolve, reject } of group) {
        try {
          const value = group.length === 1 ? await job(outer) : await inSavepoint(outer, job);
          settle.push(() => resolve(value));
        } catch (error) {
          settle.push(() => reject(error));
          if (group.length === 1) {
            throw error;
          }
        }
      }
    });
  } catch (error) {
    closeLeakedConnections(sequelize);
    for (const { reject } of group) {
      reject(error);
    }
  }
  for (const done of settle) {
    done();
  }
}

async function inSavepoint(
  outer: Transaction,
  job: (transaction: Transaction) => Promise<unknown>,
): Promise<unknown> {
  const sequelize = (outer as unknown as { sequelize: Sequelize }).sequelize;
  const savepoint = await sequelize.transaction({ transaction: outer });
  try {
    return await job(savepoint);
  } catch (error) {
    await savepoint.rollback();
    throw error;
  }
}

/**
 * Sequelize forgets a SQLite connection whose BEGIN or COMMIT failed, possibly with the write lock
 * held. Only one transaction is ever open here, so any connection besides the shared one is such.
 */
function closeLeakedConnections(sequelize: Sequelize): void {
  const { connections } = sequelize.connectionManager as unknown as {
    connections?: Record<string, { close: () => void }>;
  };
  for (const [key, connection] of Object.entries(connections ?? {})) {
    if (key !== 'default') {
      connection.close();
      Reflect.deleteProperty(connections ?? {}, key);
    }
  }
}
