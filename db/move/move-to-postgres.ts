import { access } from 'node:fs/promises';
import { QueryTypes, type Sequelize } from 'sequelize';
import { fileOf } from '../backup/content.ts';
import { migrationNames } from '../migrate.ts';
import { type Clock, connect, type Db, openDb } from '../open.ts';
import { verifyChain } from '../reports/verify-chain.ts';
import { copyTables } from './copy-tables.ts';
import { MoveError } from './move-error.ts';

export type Moved = { tables: number; rows: number; auditLines: number };

/**
 * Copies a school from its SQLite file into an empty PostgreSQL database: the schema by migrations,
 * the rows in one transaction, then counts and the chain of the audit are compared. The file is only
 * read, by a server that was stopped. Whatever fails leaves the target as empty as it was; throws a
 * MoveError.
 */
export async function moveToPostgres(of: {
  from: string;
  to: string;
  clock: Clock;
  timezone: string;
}): Promise<Moved> {
  const { from, to, clock, timezone } = of;
  if (!from.startsWith('sqlite:')) {
    throw new MoveError('not-sqlite');
  }
  if (!/^postgres(ql)?:\/\//.test(to)) {
    throw new MoveError('not-postgres');
  }
  await access(fileOf(from)).catch(() => {
    throw new MoveError('no-source');
  });
  const source = await connect(from);
  try {
    await checkSchema(source);
    await checkEmpty(to);
    try {
      const target = await openDb({ url: to, clock, timezone });
      try {
        return await copy(source, target);
      } finally {
        await target.close();
      }
    } catch (error) {
      await empty(to);
      throw error instanceof MoveError ? error : new MoveError('broken', error);
    }
  } finally {
    await source.close();
  }
}

async function copy(source: Sequelize, target: Db): Promise<Moved> {
  const { tables, rows } = await copyTables(source, target);
  const chain = await verifyChain(target);
  if (chain.brokenAt !== null) {
    throw new MoveError('differs');
  }
  return { tables, rows, auditLines: chain.lines };
}

async function checkSchema(source: Sequelize): Promise<void> {
  let names: string[];
  try {
    await source.query('PRAGMA query_only = ON');
    const rows = await source.query<{ name: string }>('SELECT name FROM schema_migration', {
      type: QueryTypes.SELECT,
    });
    names = rows.map(({ name }) => name);
  } catch (error) {
    throw new MoveError('not-sqlite', error);
  }
  const known = await migrationNames();
  if (names.some((name) => !known.includes(name))) {
    throw new MoveError('source-newer');
  }
  if (names.length < known.length) {
    throw new MoveError('source-older');
  }
}

/** Nothing of anybody may be there: not a table, not a function. */
async function checkEmpty(url: string): Promise<void> {
  const target = await connect(url);
  try {
    const found = await target
      .query<{ name: string }>(
        `SELECT relname AS name FROM pg_class WHERE relnamespace = 'public'::regnamespace
         UNION ALL SELECT proname FROM pg_proc WHERE pronamespace = 'public'::regnamespace LIMIT 1`,
        { type: QueryTypes.SELECT },
      )
      .catch((error: unknown) => {
        throw new MoveError('unreachable', error);
      });
    if (found.length > 0) {
      throw new MoveError('not-empty');
    }
  } finally {
    await target.close();
  }
}

async function empty(url: string): Promise<void> {
  const target = await connect(url);
  try {
    await target.query('DROP SCHEMA public CASCADE; CREATE SCHEMA public');
  } finally {
    await target.close();
  }
}
