import { copyFile, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { moveToPostgres } from '../../db/move/move-to-postgres.ts';
import { connect, type Db, openDb } from '../../db/open.ts';
import { verifyChain } from '../../db/reports/verify-chain.ts';
import { testClock } from '../clock.ts';
import { buildMarkedFamilies } from '../dialogue/marked-families.ts';
import { createDatabase, dropDatabase } from '../postgres.ts';

const SERVER = process.env.TEST_POSTGRES_URL;
const ZONE = 'Europe/Moscow';
const EMPTY_PAGE = 4_096;

describe.skipIf(!SERVER)('a school moved from SQLite to PostgreSQL', () => {
  const clock = testClock('2026-11-16T10:00+03:00');
  let folder: string;
  let from: string;
  let to: string;
  const opened: Db[] = [];

  beforeEach(async () => {
    folder = await mkdtemp(join(tmpdir(), 'zhurnal-move-'));
    from = `sqlite:${join(folder, 'school.sqlite')}`;
    to = await createDatabase(SERVER ?? '', `zhurnal_move_${process.pid}_${Date.now()}`);
    const db = await openDb({ url: from, clock, timezone: ZONE });
    await buildMarkedFamilies(db);
    await db.close();
  });
  afterEach(async () => {
    await Promise.all(opened.splice(0).map((db) => db.close()));
    await dropDatabase(to);
    await rm(folder, { recursive: true, force: true });
  });

  const open = async (url: string) => {
    const db = await openDb({ url, clock, timezone: ZONE });
    opened.push(db);
    return db;
  };
  const move = (change: Partial<Parameters<typeof moveToPostgres>[0]> = {}) =>
    moveToPostgres({ from, to, clock, timezone: ZONE, ...change });
  const tablesThere = async () => {
    const target = await connect(to);
    const [rows] = await target.query(
      "SELECT tablename FROM pg_tables WHERE schemaname = 'public'",
    );
    await target.close();
    return rows.length;
  };

  it('is the same in every model, and goes on from there', async () => {
    const moved = await move();
    expect(moved.rows).toBeGreaterThan(100);
    const [old, now] = [await open(from), await open(to)];
    for (const [name, model] of Object.entries(old.models)) {
      const key = model.primaryKeyAttribute;
      const rowsOf = async (db: Db) =>
        (await Reflect.get(db.models, name).findAll({ order: [key] })).map(
          (row: typeof model.prototype) => row.toJSON(),
        );
      expect(await rowsOf(now), name).toEqual(await rowsOf(old));
    }
    expect((await verifyChain(now)).lines).toBe(moved.auditLines);
    const last = Number(await old.models.Subject.max('id'));
    const made = await now.write(({ db, transaction }) =>
      db.models.Subject.create({ name: 'Астрономия' }, { transaction }),
    );
    expect(made.id).toBeGreaterThan(last);
  });

  it('leaves the file as it was', async () => {
    const file = from.slice('sqlite:'.length);
    const before = await readFile(file);
    await move();
    expect((await readFile(file)).equals(before)).toBe(true);
    expect(before.length).toBeGreaterThan(EMPTY_PAGE);
  });

  it('is refused by name of the trouble, and nothing is there', async () => {
    const copy = join(folder, 'other.sqlite');
    await copyFile(from.slice('sqlite:'.length), copy);
    const other = await connect(`sqlite:${copy}`);
    await other.query("INSERT INTO schema_migration (name) VALUES ('2099.01.01T00.00.00.later')");
    await other.close();
    const words = join(folder, 'words.txt');
    await writeFile(words, 'not a database, but some words '.repeat(200));
    const nobody = new URL(to);
    nobody.port = '1';
    const wrong: [string, Partial<Parameters<typeof moveToPostgres>[0]>][] = [
      ['not-postgres', { to: 'mysql://localhost/x' }],
      ['not-sqlite', { from: to }],
      ['not-sqlite', { from: `sqlite:${words}` }],
      ['no-source', { from: `sqlite:${join(folder, 'nothing.sqlite')}` }],
      ['source-newer', { from: `sqlite:${copy}` }],
      ['unreachable', { to: nobody.href }],
    ];
    for (const [problem, change] of wrong) {
      await expect(move(change), problem).rejects.toMatchObject({ problem });
    }
    expect(await tablesThere()).toBe(0);
    await move();
    await expect(move()).rejects.toMatchObject({ problem: 'not-empty' });
  });

  it('that breaks on the way leaves the target empty', async () => {
    const file = await connect(from);
    await file.query('PRAGMA foreign_keys = OFF');
    await file.query('UPDATE mark SET pupil_id = 999999 WHERE id = (SELECT MIN(id) FROM mark)');
    await file.close();
    await expect(move()).rejects.toMatchObject({ problem: 'broken' });
    expect(await tablesThere()).toBe(0);
  });
});
