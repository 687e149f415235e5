import { mkdir } from 'node:fs/promises';
import { dirname } from 'node:path';
import { Sequelize, type Transaction } from 'sequelize';
import { dayOf } from './days.ts';
import { migrate } from './migrate.ts';
import { defineModels, type Models } from './models.ts';
import { createRunSql } from './run-sql.ts';
import { sqliteModule } from './sqlite-module.ts';
import { createWriteQueue } from './write-queue.ts';
import { createWriter } from './writer.ts';

const IDLE_IN_TRANSACTION_MS = 10_000;

/** Tells the time. The only source of "now" in the product. */
export type Clock = () => Date;

/** A write in progress: everything an action needs. `now` and `today` are of when the job began. */
export type Tx = {
  db: Db;
  transaction: Transaction;
  now: Date;
  today: string;
  /** Runs one writing statement, as portable as those of `select`; gives its RETURNING rows. */
  run: <Row extends object>(sql: string, params: Record<string, unknown>) => Promise<Row[]>;
};

export type Db = {
  sequelize: Sequelize;
  models: Models;
  dialect: 'sqlite' | 'postgres';
  /** The school's IANA time zone. */
  timezone: string;
  /** Now, and the school's day it falls on ('YYYY-MM-DD'). */
  now: Clock;
  today: () => string;
  /** Runs `job` in the next write transaction; resolves after COMMIT, a throw changes nothing. */
  write: <T>(job: (tx: Tx) => Promise<T>) => Promise<T>;
  /**
   * Reads rows by portable SQL: unquoted names, `:name` parameters. Instants come as the dialect
   * gives them (use `toInstant`), flags as 0/1 or booleans (use `toFlag`), days as 'YYYY-MM-DD'.
   */
  select: <Row extends object>(
    sql: string,
    params?: Record<string, unknown>,
    tx?: Tx,
  ) => Promise<Row[]>;
  close: () => Promise<void>;
};

/**
 * Opens the database of `url` (`sqlite:path/to/file.sqlite` or `postgres://…`), migrates it under a
 * lock and returns the models and the one way to write.
 */
export async function openDb(options: {
  url: string;
  clock: Clock;
  timezone: string;
}): Promise<Db> {
  const { url, clock, timezone } = options;
  const sequelize = await connect(url);
  await migrate(sequelize);
  if (sequelize.getDialect() === 'sqlite') {
    // The shared connection serves reads. A write that forgot its transaction fails here at once.
    await sequelize.query('PRAGMA query_only = ON');
  }
  const runSql = createRunSql(sequelize);
  const writer = createWriter(sequelize);
  const queue = createWriteQueue(writer, runSql);
  const db: Db = {
    sequelize,
    models: defineModels(sequelize),
    dialect: sequelize.getDialect() === 'postgres' ? 'postgres' : 'sqlite',
    timezone,
    now: clock,
    today: () => dayOf(clock(), timezone),
    write: (job) =>
      queue.run((transaction) => {
        const now = clock();
        const today = dayOf(now, timezone);
        const run: Tx['run'] = (sql, params) => runSql(sql, params, transaction);
        return job({ db, transaction, now, today, run });
      }),
    select: (sql, params = {}, tx) => runSql(sql, params, tx?.transaction),
    close: async () => {
      await queue.idle();
      // One after the other: the last to close tidies the file up, and two at once leave it be.
      await writer.close();
      await sequelize.close();
    },
  };
  return db;
}

/** Connects without migrating; for the schema's own tests and tools. */
export async function connect(url: string): Promise<Sequelize> {
  const common = {
    logging: false,
    // Sequelize would repeat a statement inside a dead transaction; the write queue decides instead.
    retry: { max: 1 },
    define: { underscored: true, freezeTableName: true },
  } as const;
  if (url.startsWith('sqlite:')) {
    const storage = url.slice('sqlite:'.length);
    await mkdir(dirname(storage), { recursive: true });
    return new Sequelize({ ...common, dialect: 'sqlite', storage, dialectModule: sqliteModule() });
  }
  return new Sequelize(url, {
    ...common,
    dialect: 'postgres',
    pool: { max: 8 },
    // A process that hangs in the middle of a transaction holds nobody up for longer.
    dialectOptions: { idle_in_transaction_session_timeout: IDLE_IN_TRANSACTION_MS },
  });
}
