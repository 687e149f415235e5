import { errorFacts } from '../../db/error-facts.ts';
import { MoveError } from '../../db/move/move-error.ts';
import { moveToPostgres } from '../../db/move/move-to-postgres.ts';
import type { Clock } from '../../db/open.ts';
import { type ByHandDeps, wrongCall } from './by-hand.ts';
import { readOptions } from './read-options.ts';

const OPTIONS = { to: { type: 'string' } } as const;
const USAGE = 'npm run migrate-db -- --to postgres://…';

/** What moving stands on: no open database, as one is only read and the other is not there yet. */
export type MigrateDbDeps = Pick<ByHandDeps, 'texts' | 'print'> & {
  databaseUrl: string;
  clock: Clock;
  timezone: string;
};

/** `npm run migrate-db`: moves the school of a stopped server from SQLite to PostgreSQL. */
export async function migrateDbByHand(deps: MigrateDbDeps, args: string[]): Promise<number> {
  const { texts, print, databaseUrl, clock, timezone } = deps;
  const { moving, importing } = texts;
  const call = readOptions(args, OPTIONS);
  if ('wrong' in call) {
    return wrongCall(deps, importing.unknownOption(call.wrong), USAGE);
  }
  const { to } = call.values;
  if (to === undefined || call.positionals.length > 0) {
    return wrongCall(deps, moving.whereTo, USAGE);
  }
  try {
    const moved = await moveToPostgres({ from: databaseUrl, to, clock, timezone });
    print(moving.moved(moved.tables, moved.rows, moved.auditLines));
    print(moving.next);
    return 0;
  } catch (error) {
    if (!(error instanceof MoveError)) {
      throw error;
    }
    print(moving.problems[error.problem]);
    if (error.problem === 'broken') {
      print(JSON.stringify(errorFacts(error.cause)));
    }
    return 1;
  }
}
