import { spawn } from 'node:child_process';
import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { QueryTypes, Transaction } from 'sequelize';
import { connect, type Db } from '../open.ts';
import { createRunSql } from '../run-sql.ts';
import { BackupError } from './backup-error.ts';
import { type Inspection, inspect } from './inspect.ts';

/** What a tool of PostgreSQL connects to; the password is in a file, where `ps` doesn't show it. */
export type Connection = string;

const DETAIL_LENGTH = 200;

// In the very transaction that restores: if that fails, all is as it was.
const EMPTY_SCHEMA = `DO $$ DECLARE one record; BEGIN
  FOR one IN SELECT tablename AS name FROM pg_tables WHERE schemaname = current_schema() LOOP
    EXECUTE format('DROP TABLE %I CASCADE', one.name);
  END LOOP;
  FOR one IN SELECT p.oid::regprocedure AS name FROM pg_proc p
      WHERE p.pronamespace = current_schema()::regnamespace
        AND NOT EXISTS (SELECT 1 FROM pg_depend d WHERE d.objid = p.oid AND d.deptype = 'e') LOOP
    EXECUTE 'DROP FUNCTION ' || one.name || ' CASCADE';
  END LOOP;
END $$;\n`;

/** Puts the password of `url` into a file of the private `folder` and gives what the tools take. */
export async function connectionTo(url: string, folder: string): Promise<Connection> {
  const address = new URL(url);
  if (address.password) {
    const passfile = join(folder, 'pgpass');
    const password = decodeURIComponent(address.password).replaceAll(/[\\:]/g, '\\$&');
    await writeFile(passfile, `*:*:*:*:${password}\n`, { mode: 0o600 });
    address.password = '';
    address.searchParams.set('passfile', passfile);
  }
  return address.href;
}

/**
 * Dumps a database into the file `to` and inspects it, both as it is at one moment: pg_dump works on
 * the snapshot of the transaction that inspects.
 */
export async function dumpPostgres(url: string, folder: string, to: string): Promise<Inspection> {
  const sequelize = await connect(url);
  const run = createRunSql(sequelize);
  try {
    const isolationLevel = Transaction.ISOLATION_LEVELS.REPEATABLE_READ;
    return await sequelize.transaction({ isolationLevel }, async (transaction) => {
      const select: Db['select'] = (sql, params = {}) => run(sql, params, transaction);
      const [snapshot] = await select<{ id: string }>('SELECT pg_export_snapshot() AS id');
      const found = await inspect({ dialect: 'postgres', select });
      const connection = await connectionTo(url, folder);
      await runTool('pg_dump', [
        ...['--format=custom', '--no-owner', '--no-privileges', '--no-password'],
        ...[`--snapshot=${snapshot?.id}`, `--file=${to}`, `--dbname=${connection}`],
      ]);
      return found;
    });
  } finally {
    await sequelize.close();
  }
}

/** Puts the dump `from` in the place of all that a database holds, in one transaction. */
export async function restorePostgres(url: string, folder: string, from: string): Promise<void> {
  const connection = await connectionTo(url, folder);
  const emptying = join(folder, 'empty.sql');
  const filling = join(folder, 'fill.sql');
  await writeFile(emptying, EMPTY_SCHEMA);
  // A file and no pipe: of a script that ends too early psql would commit the half.
  await runTool('pg_restore', ['--no-owner', '--no-privileges', `--file=${filling}`, from]);
  await runTool('psql', [
    ...['--no-psqlrc', '--quiet', '--no-password', '--single-transaction'],
    ...['--set=ON_ERROR_STOP=1', '--output=/dev/null', `--dbname=${connection}`],
    ...[`--file=${emptying}`, `--file=${filling}`],
  ]);
}

/** Whether anybody else is connected to a database. */
export async function isOpenElsewhere(url: string): Promise<boolean> {
  const sequelize = await connect(url);
  try {
    const others = await sequelize.query(
      `SELECT pid FROM pg_stat_activity
        WHERE datname = current_database() AND pid <> pg_backend_pid() AND backend_type = 'client backend'`,
      { type: QueryTypes.SELECT },
    );
    return others.length > 0;
  } finally {
    await sequelize.close();
  }
}

/** Runs a tool; throws the first thing it said if it fails. */
function runTool(tool: string, args: string[]): Promise<void> {
  const running = spawn(tool, args, { stdio: ['ignore', 'ignore', 'pipe'] });
  let said = '';
  running.stderr.on('data', (chunk: Buffer) => {
    said += said.length < DETAIL_LENGTH ? chunk.toString() : '';
  });
  return new Promise<void>((resolve, reject) => {
    const fail = (detail: string) => reject(new BackupError('tool', { tool, detail }));
    running.once('error', (error: NodeJS.ErrnoException) => fail(error.code ?? error.name));
    running.once('close', (code) =>
      code === 0 ? resolve() : fail((said.split('\n')[0] ?? '').slice(0, DETAIL_LENGTH)),
    );
  });
}
