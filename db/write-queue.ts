import { type Sequelize, Transaction } from 'sequelize';
import type { RunSql } from './run-sql.ts';

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
export function createWriteQueue(sequelize: Sequelize, run: RunSql): RunInTransaction {
  if (sequelize.getDialect() === 'sqlite') {
    keepWriter(sequelize);
  }
  const waiting: Waiting[] = [];
  let draining = false;

  async function drain(): Promise<void> {
    draining = true;
    while (waiting.length > 0) {
      await commitTogether(sequelize, run, waiting.splice(0, GROUP_SIZE));
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

async function commitTogether(sequelize: Sequelize, run: RunSql, group: Waiting[]): Promise<void> {
  const settle: (() => void)[] = [];
  try {
    await sequelize.transaction({ type: Transaction.TYPES.IMMEDIATE }, async (transaction) => {
      for (const { job, resolve, reject } of group) {
        if (group.length === 1) {
          const value = await job(transaction);
          settle.push(() => resolve(value));
          return;
        }
        await run('SAVEPOINT job', {}, transaction);
        try {
          const value = await job(transaction);
          settle.push(() => resolve(value));
        } catch (error) {
          settle.push(() => reject(error));
          // Where this fails the database has given up the transaction, and with it everybody's work.
          await run('ROLLBACK TO SAVEPOINT job', {}, transaction);
        }
        await run('RELEASE SAVEPOINT job', {}, transaction);
      }
    });
  } catch (error) {
    dropWriter(sequelize);
    for (const { reject } of group) {
      reject(error);
    }
    return;
  }
  for (const done of settle) {
    done();
  }
}

// What Sequelize has for SQLite and doesn't declare.
type SqliteConnections = {
  connections: Record<string, { close: () => void }>;
  getConnection: (options: { uuid?: string }) => Promise<unknown>;
  releaseConnection: () => void;
};

const WRITER = 'writer';

/**
 * Sequelize opens a SQLite connection for each transaction and closes it afterwards, and a fresh one
 * reads the schema and the pages anew. There is one transaction at a time here, so its is kept.
 */
function keepWriter(sequelize: Sequelize): void {
  const manager = sequelize.connectionManager as unknown as SqliteConnections;
  const open = manager.getConnection.bind(manager);
  manager.getConnection = (options) =>
    open(options.uuid === undefined ? options : { ...options, uuid: WRITER });
  manager.releaseConnection = () => undefined;
}

/** After a failure nobody knows what the writer still holds: the next transaction gets a new one. */
function dropWriter(sequelize: Sequelize): void {
  const { connections } = sequelize.connectionManager as unknown as SqliteConnections;
  connections?.[WRITER]?.close();
  Reflect.deleteProperty(connections ?? {}, WRITER);
}
