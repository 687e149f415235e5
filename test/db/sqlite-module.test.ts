import { randomUUID } from 'node:crypto';
import { join } from 'node:path';
import sqlite3 from 'sqlite3';
import { expect, inject, it } from 'vitest';
import { sqliteModule } from '../../db/sqlite-module.ts';

type Callback = (error: Error | null) => void;

const settled = (work: (done: Callback) => void) =>
  new Promise<void>((resolve, reject) => work((error) => (error ? reject(error) : resolve())));

it('waits for a fresh file that another process is writing to', async () => {
  const file = join(inject('template').folder, `${randomUUID()}.sqlite`);
  const other = new sqlite3.Database(file);
  await settled((done) => other.exec('BEGIN IMMEDIATE; CREATE TABLE taken (id INTEGER)', done));

  const { Database } = sqliteModule();
  let attempts = 0;
  class Watched extends Database {
    override exec(sql: string, done?: Callback): this {
      attempts += 1;
      if (attempts === 2) {
        other.exec('COMMIT');
      }
      return super.exec(sql, done);
    }
  }
  const mode = sqlite3.OPEN_READWRITE | sqlite3.OPEN_CREATE;
  let ours: sqlite3.Database | undefined;
  await settled((done) => {
    ours = new Watched(file, mode, done);
  });
  expect(attempts).toBeGreaterThan(1);
  await settled((done) => ours?.close(done));
  await settled((done) => other.close(done));
});
