import sqlite3 from 'sqlite3';

// FULL, not NORMAL: a mark that was confirmed to a teacher survives a power cut.
const PRAGMAS = `
  PRAGMA busy_timeout = 5000;
  PRAGMA journal_mode = WAL;
  PRAGMA synchronous = FULL;
  PRAGMA foreign_keys = ON;
  PRAGMA journal_size_limit = 67108864;
`;

/**
 * sqlite3 with our PRAGMAs on every connection. Sequelize opens a connection for each transaction
 * and offers no hook for it on SQLite, so the constructor is the only place that sees them all.
 */
export function sqliteModule(): typeof sqlite3 {
  class Database extends sqlite3.Database {
    constructor(filename: string, mode: number, opened: (error: Error | null) => void) {
      super(filename, mode, (error) => {
        if (error) {
          opened(error);
          return;
        }
        this.exec(PRAGMAS, opened);
      });
    }
  }
  return { ...sqlite3, Database } as unknown as typeof sqlite3;
}
