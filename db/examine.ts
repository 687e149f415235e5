import { statfs } from 'node:fs/promises';
import type { Db } from './open.ts';
import { type Operations, readOperations } from './reports/operations.ts';
import { probeWrite, type WriteTrouble, writeTroubleOf } from './write-probe.ts';

/** A database, and a folder on its disk; null if it is a server of its own. */
export type Examined = { db: Db; folder: string | null };

/** What can be seen of a running journal; `operations` is null while nothing can be read. */
export type Examination = {
  trouble: WriteTrouble | null;
  operations: Operations | null;
  /** Bytes left on the database's disk; null if that is not ours to know. */
  free: number | null;
};

// A database that says nothing for so long is not there for people either.
const PATIENCE_MS = 5_000;
// Every examination writes to the disk: strangers who ask all the time get the one before.
const FRESH_MS = 1_000;

/** Gives a function that looks at the database, reading and writing; it never throws. */
export function createExaminer({ db, folder }: Examined): () => Promise<Examination> {
  let last: { at: number; found: Promise<Examination> } | null = null;

  async function examine(): Promise<Examination> {
    const [trouble, operations, free] = await Promise.all([
      within(db.write(probeWrite)).then(() => null, writeTroubleOf),
      within(readOperations(db)).catch(() => null),
      folder === null ? null : freeSpace(folder),
    ]);
    return { trouble: operations ? trouble : 'unreachable', operations, free };
  }

  return () => {
    const at = performance.now();
    if (last === null || at - last.at > FRESH_MS) {
      last = { at, found: examine() };
    }
    return last.found;
  };
}

async function freeSpace(folder: string): Promise<number | null> {
  const disk = await statfs(folder).catch(() => null);
  return disk && disk.bavail * disk.bsize;
}

async function within<T>(work: Promise<T>): Promise<T> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<never>((_resolve, reject) => {
    timer = setTimeout(() => reject(new Error('the database is silent')), PATIENCE_MS);
  });
  return Promise.race([work, late]).finally(() => clearTimeout(timer));
}
