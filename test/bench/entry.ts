import { copyFile } from 'node:fs/promises';
import sqlite3 from 'sqlite3';
import { type Db, openDb } from '../../db/open.ts';
import { SqliteConnection } from '../../db/sqlite-module.ts';
import { testClock } from '../clock.ts';
import { askerOf } from './asker.ts';
import { buildSchool, NOW, SURNAMES, TEACHER_CHAT } from './school.ts';

/** Marks a second of one round: through the bot, and by the bare driver. */
export type EntryRound = { bot: number; bare: number };

const ROUNDS = 4;

/**
 * A teacher enters lesson after lesson, 25 marks by one message. The bot's side is all between the
 * messenger and the messenger: inbox, reading, rights, marks, audit, notices, reply. The bare side
 * runs the very statements by which the bot writes (traced on a copy) in one IMMEDIATE transaction a
 * lesson, on another copy under the same PRAGMAs.
 */
export async function benchEntry(folder: string): Promise<EntryRound[]> {
  const [school, traced, own, other] = ['school', 'traced', 'own', 'other'].map(
    (name) => `${folder}/${name}.sqlite`,
  ) as [string, string, string, string];
  const built = await open(school);
  const lessons = await buildSchool(built, [2]);
  await built.close();
  for (const copy of [traced, own, other]) {
    await copyFile(school, copy);
  }
  const messages = lessons.map(({ subject, date }) => {
    const marks = SURNAMES.map((surname, index) => `${surname} ${3 + (index % 3)}`);
    const day = `${date.slice(8)}.${date.slice(5, 7)}`;
    return `7А ${subject.toLowerCase()} ${day}: ${marks.join(', ')}`;
  });

  const writes = await traceWrites(traced, messages);
  const db = await open(own);
  const enter = teacherOf(db);
  const bare = await openBare(other);
  const rounds: EntryRound[] = [];
  const size = Math.floor(messages.length / ROUNDS);
  for (let round = 0; round < ROUNDS; round += 1) {
    const from = round * size;
    const byBot = await secondsOf(messages.slice(from, from + size), enter);
    const byDriver = await secondsOf(writes.slice(from, from + size), (statements) =>
      runBare(bare, statements),
    );
    const marks = size * SURNAMES.length;
    rounds.push({ bot: marks / byBot, bare: marks / byDriver });
  }
  await checkSame(db, bare, size * ROUNDS * SURNAMES.length);
  await db.close();
  await closed(bare);
  return rounds;
}

function open(file: string): Promise<Db> {
  return openDb({ url: `sqlite:${file}`, clock: testClock(NOW), timezone: 'Europe/Moscow' });
}

/** The teacher's chat. */
function teacherOf(db: Db): (text: string) => Promise<void> {
  const ask = askerOf(db, TEACHER_CHAT);
  return async (text) => {
    await ask({ text });
  };
}

/** What the bot writes for each message, values and all. */
async function traceWrites(file: string, messages: readonly string[]): Promise<string[][]> {
  let written: string[] = [];
  const db = await open(file);
  const { rows } = SqliteConnection.prototype;
  const traced = new WeakSet<SqliteConnection>();
  SqliteConnection.prototype.rows = function watched<Row>(
    this: SqliteConnection,
    ...statement: Parameters<typeof rows>
  ) {
    if (!traced.has(this)) {
      traced.add(this);
      this.on('trace', (sql: string) => {
        if (/^\s*(INSERT|UPDATE|DELETE)/.test(sql)) {
          written.push(sql);
        }
      });
    }
    return rows.apply(this, statement) as Promise<Row[]>;
  };
  const enter = teacherOf(db);
  const writes: string[][] = [];
  for (const message of messages) {
    await enter(message);
    writes.push(written);
    written = [];
  }
  SqliteConnection.prototype.rows = rows;
  await db.close();
  return writes;
}

function openBare(file: string): Promise<sqlite3.Database> {
  return new Promise((resolve, reject) => {
    const mode = sqlite3.OPEN_READWRITE;
    const connection = new SqliteConnection(file, mode, (error) =>
      error ? reject(error) : resolve(connection),
    );
  });
}

async function runBare(bare: sqlite3.Database, statements: readonly string[]): Promise<void> {
  for (const sql of ['BEGIN IMMEDIATE', ...statements, 'COMMIT']) {
    await new Promise<void>((resolve, reject) => {
      bare.run(sql, (error: Error | null) => (error ? reject(error) : resolve()));
    });
  }
}

async function secondsOf<T>(items: readonly T[], work: (item: T) => Promise<void>) {
  const began = performance.now();
  for (const item of items) {
    await work(item);
  }
  return (performance.now() - began) / 1000;
}

/** Both sides must have done the same work, or the figures mean nothing. */
async function checkSame(db: Db, bare: sqlite3.Database, marks: number): Promise<void> {
  const sql = `SELECT (SELECT COUNT(*) FROM mark) AS marks, (SELECT COUNT(*) FROM change) AS changes,
    (SELECT COUNT(*) FROM notice) AS notices, (SELECT COUNT(*) FROM outbox) AS messages`;
  const [own] = await db.select<{ marks: number; changes: number }>(sql);
  const other = await new Promise((resolve) => bare.get(sql, (_error, row) => resolve(row)));
  if (JSON.stringify(own) !== JSON.stringify(other) || (own?.changes ?? 0) < marks) {
    throw new Error(`different work: ${JSON.stringify(own)} and ${JSON.stringify(other)}`);
  }
}

function closed(bare: sqlite3.Database): Promise<void> {
  return new Promise((resolve) => bare.close(() => resolve()));
}
