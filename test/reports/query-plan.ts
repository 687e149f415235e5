import type { Db } from '../../db/open.ts';
import { SqliteConnection } from '../../db/sqlite-module.ts';

// Tables that grow with every school day.
const LARGE = ['mark', 'absence', 'lesson', 'enrolment', 'change', 'outbox'];

/** The statements that read, by the models and past them, while `job` is at work. */
export async function selectsOf(db: Db, job: () => Promise<unknown>): Promise<string[]> {
  // Sequelize reads this before every statement; its types know only the constructor's option.
  const { options } = db.sequelize as unknown as { options: { logging: unknown } };
  const { rows } = SqliteConnection.prototype;
  const statements: string[] = [];
  options.logging = (statement: string) => {
    statements.push(statement.replace(/^Executing \([^)]*\): /, ''));
  };
  SqliteConnection.prototype.rows = function noted<Row>(
    this: SqliteConnection,
    ...statement: Parameters<typeof rows>
  ) {
    statements.push(statement[0]);
    return rows.apply(this, statement) as Promise<Row[]>;
  };
  try {
    await job();
  } finally {
    options.logging = false;
    SqliteConnection.prototype.rows = rows;
  }
  return statements.filter((statement) => /^(SELECT|WITH)/.test(statement));
}

/**
 * What SQLite would read from end to end in the tables that grow. PostgreSQL chooses by the rows
 * that are there, so that of a test's few it says nothing.
 */
export async function slowReads(db: Db, statements: readonly string[]): Promise<string[]> {
  if (db.dialect !== 'sqlite') {
    return [];
  }
  const slow: string[] = [];
  for (const statement of statements) {
    const plan = await db.select<{ detail: string }>(`EXPLAIN QUERY PLAN ${statement}`);
    const names = new Map(
      [...statement.matchAll(/\b(?:FROM|JOIN) (\w+) (\w)\b/g)].map(([, table, alias]) => [
        alias,
        table,
      ]),
    );
    for (const { detail } of plan) {
      const scanned = /^SCAN (\w+)/.exec(detail)?.[1];
      const table = scanned && (names.get(scanned) ?? scanned);
      if (table && LARGE.includes(table)) {
        slow.push(detail);
      }
    }
  }
  return slow;
}
