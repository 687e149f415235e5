import { connect, type Db } from '../open.ts';
import { verifyChain } from '../reports/verify-chain.ts';
import { createRunSql } from '../run-sql.ts';
import type { BackupProblem } from './backup-error.ts';
import type { Facts } from './header.ts';

/** What a database holds, and what is wrong with it, if anything. */
export type Inspection = { facts: Facts; problem: BackupProblem | null };

type Reads = Pick<Db, 'select' | 'dialect'>;

/** Opens a database without migrating it, inspects it and closes it again. */
export async function inspectDatabase(url: string): Promise<Inspection> {
  const sequelize = await connect(url);
  const run = createRunSql(sequelize);
  try {
    return await inspect({
      dialect: sequelize.getDialect() === 'postgres' ? 'postgres' : 'sqlite',
      select: (sql, params = {}) => run(sql, params),
    });
  } finally {
    await sequelize.close();
  }
}

/**
 * Reads all of a database: its pages and references (SQLite), its audit chain, its counts. One that
 * holds no journal is found damaged.
 */
export async function inspect(reads: Reads): Promise<Inspection> {
  const broken = reads.dialect === 'sqlite' ? await brokenPages(reads) : null;
  const tables = broken === 'integrity' ? [] : await tableNames(reads);
  if (!tables.includes('change') || !tables.includes('schema_migration')) {
    return { facts: NOTHING, problem: 'integrity' };
  }
  const { lines, brokenAt, head } = await verifyChain(reads);
  const [last] = await reads.select<{ name: string }>(
    'SELECT name FROM schema_migration ORDER BY name DESC LIMIT 1',
  );
  const [first] = await reads.select<{ hash: string }>(
    'SELECT hash FROM change ORDER BY id LIMIT 1',
  );
  return {
    facts: {
      schema: last?.name ?? '',
      rows: await countRows(reads, tables),
      audit: { lines, head },
      school: first?.hash ?? null,
    },
    problem: broken ?? (brokenAt === null ? null : 'audit'),
  };
}

const NOTHING: Facts = { schema: '', rows: {}, audit: { lines: 0, head: '' }, school: null };

async function brokenPages({ select }: Reads): Promise<BackupProblem | null> {
  const pages = await select<{ integrity_check: string }>('PRAGMA integrity_check').catch(() => []);
  if (pages.length !== 1 || pages[0]?.integrity_check !== 'ok') {
    return 'integrity';
  }
  return (await select('PRAGMA foreign_key_check')).length > 0 ? 'foreign-keys' : null;
}

async function tableNames({ select, dialect }: Reads): Promise<string[]> {
  const tables = await select<{ name: string }>(
    dialect === 'sqlite'
      ? "SELECT name FROM sqlite_master WHERE type = 'table' AND name NOT LIKE 'sqlite%'"
      : 'SELECT tablename AS name FROM pg_tables WHERE schemaname = current_schema()',
  );
  return tables.map(({ name }) => name);
}

async function countRows(
  { select }: Reads,
  tables: readonly string[],
): Promise<Record<string, number>> {
  const counts = await select<{ name: string; count: number }>(
    tables
      .map((name) => `SELECT '${name}' AS name, CAST(COUNT(*) AS INTEGER) AS count FROM ${name}`)
      .join(' UNION ALL '),
  );
  return Object.fromEntries(counts.map(({ name, count }) => [name, count]));
}
