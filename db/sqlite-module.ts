import sqlite3 from 'sqlite3';

// FULL, not NORMAL: a mark that was confirmed to a teacher survives a power cut.
const PRAGMAS = `
  PRAGMA busy_timeout = 5000;
  PRAGMA journal_mode = WAL;
  PRAGMA synchronous = FULL;
  PRAGMA foreign_keys = ON;
  PRAGMA journal_size_limit = 67108864;
`;

// A fresh file turns to WAL only while nobody else writes to it, and SQLite says "busy" to that at
// once, whatever busy_timeout is. So we wait as long as that would.
const BUSY_PAUSE_MS = 20;
const BUSY_MS = 5_000;

// As many different statements as the product has, lists of different lengths included, and some.
const KEPT_STATEMENTS = 256;

type Opened = (error: Error | null) => void;

/** A connection that keeps what it has prepared: parsing a statement costs more than running it. */
export class SqliteConnection extends sqlite3.Database {
  readonly #statements = new Map<string, Promise<sqlite3.Statement>>();

  constructor(filename: string, mode: number, opened: Opened) {
    super(filename, mode, (error) => {
      if (error) {
        opened(error);
        return;
      }
      setPragmas(this, opened, performance.now() + BUSY_MS);
    });
  }

  /** Runs one statement with `?` in the place of values and gives its rows. */
  async rows<Row>(sql: string, values: readonly unknown[]): Promise<Row[]> {
    const statement = await this.#prepared(sql);
    return new Promise((resolve, reject) => {
      statement.all(values, (error: Error | null, rows: Row[]) =>
        error ? reject(error) : resolve(rows),
      );
    });
  }

  #prepared(sql: string): Promise<sqlite3.Statement> {
    const prepared = this.#statements.get(sql) ?? prepare(this, sql);
    // Last in the map is last used.
    this.#statements.delete(sql);
    this.#statements.set(sql, prepared);
    const [oldest] = this.#statements;
    if (oldest && this.#statements.size > KEPT_STATEMENTS) {
      this.#statements.delete(oldest[0]);
      void oldest[1].then((statement) => statement.finalize());
    }
    prepared.catch(() => this.#statements.delete(sql));
    return prepared;
  }

  /** SQLite refuses to close a connection that has statements left. */
  override close(closed?: Opened): void {
    const statements = [...this.#statements.values()];
    this.#statements.clear();
    void Promise.allSettled(statements).then((prepared) => {
      for (const result of prepared) {
        if (result.status === 'fulfilled') {
          result.value.finalize();
        }
      }
      super.close(closed);
    });
  }
}

function prepare(connection: sqlite3.Database, sql: string): Promise<sqlite3.Statement> {
  return new Promise((resolve, reject) => {
    const statement = connection.prepare(sql, (error: Error | null) =>
      error ? reject(error) : resolve(statement),
    );
  });
}

/**
 * sqlite3 with our PRAGMAs on every connection. Sequelize opens the connections and offers no hook
 * for it on SQLite, so the constructor is the only place that sees them all.
 */
export function sqliteModule(): typeof sqlite3 {
  return { ...sqlite3, Database: SqliteConnection } as unknown as typeof sqlite3;
}

function setPragmas(database: sqlite3.Database, opened: Opened, until: number): void {
  database.exec(PRAGMAS, (error) => {
    const busy = error !== null && 'code' in error && error.code === 'SQLITE_BUSY';
    if (busy && performance.now() < until) {
      setTimeout(setPragmas, BUSY_PAUSE_MS, database, opened, until);
      return;
    }
    opened(error);
  });
}
