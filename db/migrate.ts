import { readdir } from 'node:fs/promises';
import { QueryTypes, type Sequelize, type Transaction } from 'sequelize';
import { Umzug, type UmzugStorage } from 'umzug';
import { COLUMN_TYPES } from './migrations/columns.ts';
import type { Migration, MigrationContext } from './migrations/migration.ts';
import { createWriter } from './writer.ts';

const FOLDER = new URL('./migrations/', import.meta.url);
const DATED = /^\d{4}\.\d{2}\.\d{2}T[\d.]+\.[\w-]+\.ts$/;
// Any constant will do: it only has to be the same in every process of the product.
const POSTGRES_LOCK = 7_214_001;

type Work = (umzug: Umzug<MigrationContext>) => Promise<unknown>;

/**
 * Brings the schema up to date. Safe to call from several processes at once: all pending migrations
 * and their log rows are one transaction under the schema lock (SQLite: BEGIN IMMEDIATE; PostgreSQL:
 * a transaction-level advisory lock), so a reader sees the old schema or the new one, never a half.
 * With `to` it stops after the migration of that name.
 */
export function migrate(sequelize: Sequelize, to?: string): Promise<void> {
  return underLock(sequelize, (umzug) => umzug.up(to === undefined ? {} : { to }));
}

/**
 * Takes migrations back down to the one of that name, itself included; 0 is all of them. For tests
 * and for an operator who returns to an older version by intent.
 */
export function unmigrate(sequelize: Sequelize, to: string | 0 = 0): Promise<void> {
  return underLock(sequelize, (umzug) => umzug.down({ to }));
}

/** Names of all migrations, oldest first. */
export async function migrationNames(): Promise<string[]> {
  const files = (await readdir(FOLDER)).filter((file) => DATED.test(file)).sort();
  return files.map((file) => file.replace(/\.ts$/, ''));
}

async function underLock(sequelize: Sequelize, work: Work): Promise<void> {
  const names = await migrationNames();
  const writer = createWriter(sequelize);
  const migrated = writer.transact(async (transaction) => {
    const dialect = sequelize.getDialect() === 'postgres' ? 'postgres' : 'sqlite';
    const run = async (sql: string): Promise<void> => {
      await sequelize.query(sql, { transaction, raw: true });
    };
    if (dialect === 'postgres') {
      await run(`SELECT pg_advisory_xact_lock(${POSTGRES_LOCK})`);
    }
    await run('CREATE TABLE IF NOT EXISTS schema_migration (name TEXT NOT NULL PRIMARY KEY)');
    const umzug = new Umzug<MigrationContext>({
      migrations: names.map((name) => ({
        name,
        up: async ({ context }) => (await load(name)).up(context),
        down: async ({ context }) => (await load(name)).down(context),
      })),
      context: { run, dialect, types: COLUMN_TYPES[dialect] },
      storage: migrationLog(sequelize, transaction),
      logger: undefined,
    });
    await work(umzug);
  });
  await migrated.finally(writer.close);
}

async function load(name: string): Promise<{ up: Migration; down: Migration }> {
  return (await import(new URL(`${name}.ts`, FOLDER).href)) as { up: Migration; down: Migration };
}

function migrationLog(sequelize: Sequelize, transaction: Transaction): UmzugStorage {
  const query = (sql: string, name: string) =>
    sequelize.query(sql, { replacements: { name }, transaction, raw: true });
  return {
    logMigration: async ({ name }) => {
      await query('INSERT INTO schema_migration (name) VALUES (:name)', name);
    },
    unlogMigration: async ({ name }) => {
      await query('DELETE FROM schema_migration WHERE name = :name', name);
    },
    executed: async () => {
      const rows = await sequelize.query<{ name: string }>('SELECT name FROM schema_migration', {
        type: QueryTypes.SELECT,
        transaction,
      });
      return rows.map((row) => row.name).sort();
    },
  };
}
