import type { Db } from '../db/open.ts';

/** How many statements the database runs while `job` is at work, BEGIN and COMMIT among them. */
export async function countStatements(db: Db, job: () => Promise<unknown>): Promise<number> {
  // Sequelize reads this before every statement; its types know only the constructor's option.
  const { options } = db.sequelize as unknown as { options: { logging: unknown } };
  let statements = 0;
  options.logging = () => {
    statements += 1;
  };
  try {
    await job();
  } finally {
    options.logging = false;
  }
  return statements;
}
