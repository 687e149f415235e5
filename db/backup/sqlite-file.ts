import sqlite3 from 'sqlite3';

export type SqliteFile = {
  run: <Row extends object>(sql: string, values?: readonly unknown[]) => Promise<Row[]>;
  close: () => Promise<void>;
};

/** A connection of its own to an existing or new SQLite file, as it is: no PRAGMA is set. */
export async function openSqliteFile(file: string, mode: number): Promise<SqliteFile> {
  const connection = await new Promise<sqlite3.Database>((resolve, reject) => {
    const opened = new sqlite3.Database(file, mode, (error) =>
      error ? reject(error) : resolve(opened),
    );
  });
  return {
    run: <Row extends object>(sql: string, values: readonly unknown[] = []) =>
      new Promise<Row[]>((resolve, reject) => {
        connection.all<Row>(sql, values, (error, rows) => (error ? reject(error) : resolve(rows)));
      }),
    close: () => new Promise((resolve) => connection.close(() => resolve())),
  };
}

/**
 * Copies the database `file`, as it is at one moment, into the new file `to`, while others read and
 * write it: what they commit meanwhile waits for nobody and is not in the copy.
 */
export async function copySqlite(file: string, to: string): Promise<void> {
  const source = await openSqliteFile(file, sqlite3.OPEN_READONLY);
  await source.run('VACUUM INTO ?', [to]).finally(source.close);
}

/**
 * Takes a database for oneself alone and folds its -wal into it; `release` gives it back. Null if
 * another process, or a connection of this one, has it open. A file too damaged to be asked is free.
 */
export async function takeAlone(file: string): Promise<{ release: () => Promise<void> } | null> {
  const connection = await openSqliteFile(file, sqlite3.OPEN_READWRITE);
  try {
    // To leave WAL everybody else must have closed the file.
    await connection.run('PRAGMA journal_mode = DELETE');
    await connection.run('BEGIN EXCLUSIVE');
  } catch (error) {
    if (isBusy(error)) {
      await connection.close();
      return null;
    }
  }
  return { release: connection.close };
}

/** Runs `work` while holding a lock that ends with the process; null at once if another has it. */
export async function holding<T>(lockFile: string, work: () => Promise<T>): Promise<T | null> {
  const lock = await openSqliteFile(lockFile, sqlite3.OPEN_READWRITE | sqlite3.OPEN_CREATE);
  try {
    await lock.run('BEGIN EXCLUSIVE');
  } catch (error) {
    await lock.close();
    if (isBusy(error)) {
      return null;
    }
    throw error;
  }
  return work().finally(lock.close);
}

function isBusy(error: unknown): boolean {
  return error instanceof Error && 'code' in error && error.code === 'SQLITE_BUSY';
}
