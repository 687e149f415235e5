import { existsSync } from 'node:fs';
import { mkdir, readdir, readFile, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { seal, unseal } from '../../db/backup/container.ts';
import { fileOf } from '../../db/backup/content.ts';
import type { Header } from '../../db/backup/header.ts';
import { inspectDatabase } from '../../db/backup/inspect.ts';
import { writeBackup } from '../../db/backup/make-backup.ts';
import { migrationNames, unmigrate } from '../../db/migrate.ts';
import { openDb } from '../../db/open.ts';
import { verifyChain } from '../../db/reports/verify-chain.ts';
import { type BackupWorld, openBackupWorld, problemOf } from './backup-world.ts';
import { KEY } from './key.ts';

describe('a restore', { timeout: 180_000 }, () => {
  let world: BackupWorld;

  beforeEach(async () => {
    world = await openBackupWorld();
  });
  afterEach(() => world.close());

  /** The same content under another header, as another version of the product would make it. */
  async function sealedAs(path: string, change: (header: Header) => Header): Promise<string> {
    const content = join(world.folder, 'content');
    const header = await unseal({ from: path, key: KEY, to: content });
    const to = join(world.folder, 'changed.backup');
    await seal({ from: content, to, header: change(header), key: KEY });
    return to;
  }

  async function reopen<T>(look: (db: BackupWorld['db']) => Promise<T>): Promise<T> {
    const db = await openDb({ url: world.url, clock: world.clock, timezone: 'Europe/Moscow' });
    return look(db).finally(() => db.close());
  }

  it('brings back what was backed up, and keeps what was there', async () => {
    const { path, header } = await world.make();
    await world.write();
    const later = await world.facts();
    await world.stop();
    const { safetyCopy } = await world.restore(path);

    const { rows, ...facts } = await world.facts();
    const { rows: backedUp, ...expected } = header.facts ?? later;
    expect(facts).toEqual(expected);
    // The restore itself is written down.
    expect(rows).toEqual({ ...backedUp, backup_run: (backedUp.backup_run ?? 0) + 1 });
    expect((await reopen(verifyChain)).brokenAt).toBeNull();

    expect(existsSync(safetyCopy ?? '')).toBe(true);
    if (world.db.dialect === 'sqlite') {
      await writeFile(fileOf(world.url), await readFile(safetyCopy ?? ''));
    } else {
      await world.restore(safetyCopy ?? '');
    }
    expect((await world.facts()).audit).toEqual(later.audit);
  });

  it('leaves nothing of the former file that the new one would take for its own', async () => {
    const { path } = await world.make();
    await world.stop();
    await world.restore(path);
    if (world.db.dialect === 'sqlite') {
      const file = fileOf(world.url);
      expect([`${file}-wal`, `${file}-shm`].filter((name) => existsSync(name))).toEqual([]);
      expect(await readdir(dirname(file))).not.toContain('.backup-work');
    }
    expect(await world.restore(path)).toMatchObject({ safetyCopy: expect.any(String) });
  });

  it('is refused while the server runs', async () => {
    const { path } = await world.make();
    await world.write();
    const before = await world.facts();
    expect(await problemOf(world.restore(path))).toBe('in-use');
    expect((await world.facts()).audit).toEqual(before.audit);
    await world.write();
  });

  it('is refused for a torn, changed, foreign, newer or wrongly keyed file, and changes nothing', async () => {
    const { path } = await world.make();
    const before = await world.facts();
    const whole = await readFile(path);
    const changed = Buffer.from(whole);
    changed.writeUInt8(changed.readUInt8(whole.length - 5_000) ^ 1, whole.length - 5_000);
    const written = async (bytes: Buffer | string) => {
      const file = join(world.folder, 'wrong.backup');
      await writeFile(file, bytes);
      return file;
    };
    await world.stop();
    const refusals = [
      await problemOf(world.restore(await written(whole.subarray(0, -1)))),
      await problemOf(world.restore(await written(changed))),
      await problemOf(world.restore(await written('a letter'))),
      await problemOf(world.restore(join(world.folder, 'none'))),
      await problemOf(world.restore(path, { key: 'another key phrase' })),
      await problemOf(world.restore(await sealedAs(path, newer))),
    ];
    expect(refusals).toEqual([
      ...['damaged', 'damaged', 'not-a-backup', 'unreadable', 'wrong-key', 'newer-schema'],
    ]);
    expect(await world.facts()).toEqual(before);
  });

  it('is refused where it holds something else than it says', async () => {
    const { path } = await world.make();
    if (world.db.dialect === 'sqlite') {
      await world.stop();
      const before = await world.facts();
      expect(await problemOf(world.restore(await sealedAs(path, emptied)))).toBe('differs');
      expect(await world.facts()).toEqual(before);
    }
  });

  it('is refused over another school’s journal, unless that is meant', async () => {
    const other = await openBackupWorld();
    try {
      const { path } = await other.make();
      await world.stop();
      expect(await problemOf(world.restore(path))).toBe('other-school');
      await world.restore(path, { otherSchool: true });
      expect((await world.facts()).school).toBe((await other.facts()).school);
    } finally {
      await other.close();
    }
  });

  it('is refused between SQLite and PostgreSQL', async () => {
    const { path } = await world.make();
    const other =
      world.db.dialect === 'sqlite' ? 'postgres://localhost/none' : 'sqlite:/tmp/none/none.sqlite';
    expect(await problemOf(world.restore(path, { databaseUrl: other }))).toBe('other-database');
  });

  it('migrates an older backup', async () => {
    const [lastButOne] = (await migrationNames()).slice(-2);
    await unmigrate(world.db.sequelize, (await migrationNames()).at(-1));
    const { path, header } = await writeBackup(world.place, 'nightly', world.clock());
    expect(header.facts?.schema).toBe(lastButOne);
    await world.stop();
    await reopen(async () => undefined);
    await world.restore(path);
    const facts = await world.facts();
    expect(facts.schema).toBe((await migrationNames()).at(-1));
    expect(facts.audit).toEqual(header.facts?.audit);
  });

  it('starts a new machine: where there was no database yet, and where it is damaged', async () => {
    const { path, header } = await world.make();
    if (world.db.dialect === 'sqlite') {
      const file = join(world.folder, 'new', 'journal.sqlite');
      const databaseUrl = `sqlite:${file}`;
      await mkdir(dirname(file));
      await writeFile(`${file}-wal`, 'of a file that somebody has removed');
      expect((await world.restore(path, { databaseUrl })).safetyCopy).toBeNull();
      expect((await inspectDatabase(databaseUrl)).problem).toBeNull();
      await writeFile(file, 'x'.repeat(5_000));
      await writeFile(`${file}-wal`, 'of the damaged one');
      const { safetyCopy } = await world.restore(path, { databaseUrl });
      expect(await readFile(safetyCopy ?? '', 'utf8')).toBe('x'.repeat(5_000));
      expect(existsSync(`${file}-wal`)).toBe(false);
      expect(header.facts?.audit.lines).toBeGreaterThan(0);
    }
  });
});

function newer(header: Header): Header {
  return header.facts
    ? { ...header, facts: { ...header.facts, schema: '2099.01.01T00.00.00.later' } }
    : header;
}

function emptied(header: Header): Header {
  return header.facts ? { ...header, facts: { ...header.facts, rows: { mark: 4711 } } } : header;
}
