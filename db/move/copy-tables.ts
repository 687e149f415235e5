import { QueryTypes, type Sequelize } from 'sequelize';
import type { Db, Tx } from '../open.ts';
import { MoveError } from './move-error.ts';

type Row = Record<string, unknown>;

const LOG_OF_MIGRATIONS = 'schema_migration';
const BATCH = 1_000;

/** Copies the rows of every table in one transaction, with the numbers that come next. */
export function copyTables(
  source: Sequelize,
  target: Db,
): Promise<{ tables: number; rows: number }> {
  return target.write(async (tx) => {
    const names = await tablesInOrder(tx);
    let rows = 0;
    for (const name of names) {
      rows += await copyTable(source, tx, name);
    }
    await setNextNumbers(source, tx);
    return { tables: names.length, rows };
  });
}

/** Tables of the target, each after those it refers to. */
async function tablesInOrder(tx: Tx): Promise<string[]> {
  const tables = await tx.db.select<{ name: string }>(
    `SELECT relname AS name FROM pg_class
      WHERE relnamespace = CAST('public' AS regnamespace) AND relkind = 'r' ORDER BY relname`,
    {},
    tx,
  );
  const references = await tx.db.select<{ child: string; parent: string }>(
    `SELECT c.relname AS child, p.relname AS parent FROM pg_constraint f
       JOIN pg_class c ON c.oid = f.conrelid JOIN pg_class p ON p.oid = f.confrelid
      WHERE f.contype = 'f' AND f.connamespace = CAST('public' AS regnamespace) AND c.oid <> p.oid`,
    {},
    tx,
  );
  const ordered: string[] = [];
  const left = new Set(tables.map(({ name }) => name).filter((n) => n !== LOG_OF_MIGRATIONS));
  while (left.size > 0) {
    const free = [...left].filter(
      (name) => !references.some(({ child, parent }) => child === name && left.has(parent)),
    );
    if (free.length === 0) {
      throw new Error('the tables refer to each other in a circle');
    }
    for (const name of free) {
      left.delete(name);
      ordered.push(name);
    }
  }
  return ordered;
}

async function copyTable(source: Sequelize, tx: Tx, name: string): Promise<number> {
  const columns = await tx.db.select<{ name: string; type: string }>(
    `SELECT column_name AS name, data_type AS type FROM information_schema.columns
      WHERE table_schema = 'public' AND table_name = :name`,
    { name },
    tx,
  );
  const flags = columns.filter(({ type }) => type === 'boolean').map((column) => column.name);
  const list = columns.map((column) => `"${column.name}"`).join(', ');
  let copied = 0;
  for await (const rows of batches(source, name, list)) {
    for (const row of rows) {
      for (const flag of flags) {
        row[flag] = row[flag] === null ? null : row[flag] === 1;
      }
    }
    await tx.run(
      `INSERT INTO "${name}" (${list})
       SELECT ${list} FROM json_populate_recordset(CAST(NULL AS "${name}"), CAST(:rows AS json))`,
      { rows: JSON.stringify(rows) },
    );
    copied += rows.length;
  }
  const [there] = await tx.db.select<{ count: number }>(
    `SELECT CAST(COUNT(*) AS INTEGER) AS count FROM "${name}"`,
    {},
    tx,
  );
  const [inFile] = await source.query<{ count: number }>(
    `SELECT COUNT(*) AS count FROM "${name}"`,
    {
      type: QueryTypes.SELECT,
    },
  );
  if (there?.count !== copied || inFile?.count !== copied) {
    throw new MoveError('differs');
  }
  return copied;
}

async function* batches(source: Sequelize, name: string, list: string): AsyncGenerator<Row[]> {
  let last = -1;
  for (;;) {
    const rows = await source.query<Row>(
      `SELECT rowid AS row_number_of_file, ${list} FROM "${name}"
        WHERE rowid > :last ORDER BY rowid LIMIT ${BATCH}`,
      { type: QueryTypes.SELECT, replacements: { last } },
    );
    if (rows.length === 0) {
      return;
    }
    last = Number(rows.at(-1)?.row_number_of_file);
    yield rows.map(({ row_number_of_file: _, ...row }) => row);
  }
}

/** Numbers go on where the file's would have: one that was given away once is never given again. */
async function setNextNumbers(source: Sequelize, tx: Tx): Promise<void> {
  const counters = await source.query<{ name: string; seq: number }>(
    'SELECT name, seq FROM sqlite_sequence WHERE seq > 0',
    { type: QueryTypes.SELECT },
  );
  for (const { name, seq } of counters) {
    await tx.db.select(
      `SELECT setval(pg_get_serial_sequence(CAST(:name AS TEXT), 'id'), CAST(:seq AS BIGINT))`,
      { name, seq },
      tx,
    );
  }
}
