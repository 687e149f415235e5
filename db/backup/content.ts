import { join } from 'node:path';
import { type Inspection, inspectDatabase } from './inspect.ts';
import { dumpPostgres } from './postgres-tools.ts';
import { copySqlite } from './sqlite-file.ts';

/** A copy of a database in a file of its own, with what was found in it. */
export type Content = Inspection & { file: string };

export function dialectOf(databaseUrl: string): 'sqlite' | 'postgres' {
  return databaseUrl.startsWith('sqlite:') ? 'sqlite' : 'postgres';
}

/** The file of a SQLite database. */
export function fileOf(databaseUrl: string): string {
  return databaseUrl.slice('sqlite:'.length);
}

/** Copies the database as it is at one moment, however much is being written, and inspects it. */
export async function takeContent(databaseUrl: string, scratch: string): Promise<Content> {
  const file = join(scratch, 'content');
  if (dialectOf(databaseUrl) === 'postgres') {
    return { file, ...(await dumpPostgres(databaseUrl, scratch, file)) };
  }
  await copySqlite(fileOf(databaseUrl), file);
  return { file, ...(await inspectDatabase(`sqlite:${file}`)) };
}
