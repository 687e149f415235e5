import type { Db } from '../db/open.ts';
import { SqliteConnection } from '../db/sqlite-module.ts';

/** How many statements the database runs while `job` is at work, BEGIN and COMMIT among them. */
export async function countStatements(db: Db, job: () => Promise<unknown>): Promise<number> {
  // Sequelize reads this before every statement; its types know only the constructor's option.
  const { options } = db.sequelize as unknown as { options: { logging: unknown } };
  const { rows } = SqliteConnection.prototype;
  let statements = 0;
  options.logging = () => {
    statements += 1;
  };
  SqliteConnection.prototype.rows = function counted<Row>(
    this: SqliteConnection,
    ...statement: Parameters<typeof rows>
  ) {
    statements += 1;
    return rows.apply(this, statement) as Promise<Row[]>;
  };
  try {
    await job();
  } finally {
    options.logging = false;
    SqliteConnection.prototype.rows = rows;
  }
  return statements;
}
