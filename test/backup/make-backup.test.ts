import { fork } from 'node:child_process';
import { once } from 'node:events';
import { existsSync } from 'node:fs';
import { mkdtemp, readFile, stat, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import sqlite3 from 'sqlite3';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { readHeader, unseal } from '../../db/backup/container.ts';
import { fileOf, takeContent } from '../../db/backup/content.ts';
import { makeBackup } from '../../db/backup/make-backup.ts';
import { copySqlite, openSqliteFile } from '../../db/backup/sqlite-file.ts';
import { inWorkshop } from '../../db/backup/workshop.ts';
import { readBackups } from '../../db/reports/backups.ts';
import { type BackupWorld, openBackupWorld, problemOf } from './backup-world.ts';
import { KEY } from './key.ts';

// Each makes a key of a phrase, which is slow by intent.
describe('a backup', { timeout: 180_000 }, () => {
  let world: BackupWorld;

  beforeEach(async () => {
    world = await openBackupWorld();
  });
  afterEach(() => world.close());

  const runs = () =>
    world.db.select<Record<'kind' | 'state' | 'error' | 'off_site', string | null>>(
      'SELECT kind, state, error, off_site FROM backup_run ORDER BY id',
    );

  it('holds one moment of a journal that is being written all the while', async () => {
    let writing = true;
    let written = 0;
    const writers = Array.from({ length: 3 }, async () => {
      while (writing) {
        await world.write();
        written += 1;
      }
    });
    const before = await world.facts();
    const made = [await world.make(), await world.make()];
    writing = false;
    await Promise.all(writers);
    expect(written).toBeGreaterThan(10);
    const now = await world.db.select<{ hash: string }>('SELECT hash FROM change ORDER BY id');
    for (const { header, path } of made) {
      const { lines, head } = header.facts?.audit ?? { lines: 0, head: '' };
      expect(lines).toBeGreaterThanOrEqual(before.audit.lines);
      // Of each write the audit's line and the row it speaks of, or neither.
      expect(header.facts?.rows.change).toBe(lines);
      expect(now[lines - 1]?.hash).toBe(head);
      await unseal({ from: path, key: KEY });
    }
  });

  it('is a file of the owner alone, and nothing else stays behind', async () => {
    const { file, path, bytes } = await world.make();
    expect(await world.files()).toEqual([file]);
    expect(file).toMatch(/^journal-20261012T0700\d\d\.\d{3}Z\.backup$/);
    expect([(await stat(path)).mode & 0o777, (await stat(path)).size]).toEqual([0o600, bytes]);
    expect((await stat(world.folder)).mode & 0o777).toBe(0o700);
    expect(existsSync(join(world.folder, '.backup-work'))).toBe(false);
    expect((await readFile(path)).includes('Королёв')).toBe(false);
  });

  it('is written down and listed, the newest first', async () => {
    const first = await world.make();
    world.clock.advance({ minutes: 5 });
    const second = await world.make();
    const listed = await readBackups(world.db, 10);
    expect(listed.map(({ bytes }) => bytes)).toEqual([second.bytes, first.bytes]);
    expect(await runs()).toHaveLength(2);
  });

  it('takes the place of older ones by rotation, and the list knows', async () => {
    const first = await world.make();
    for (let day = 13; day < 20; day += 1) {
      await writeFile(join(world.folder, `journal-202610${day}T010000.000Z.backup`), '');
    }
    world.clock.advance({ days: 8 });
    const last = await world.make();
    const files = await world.files();
    expect(files).not.toContain(first.file);
    expect(files.at(-1)).toBe(last.file);
    expect(files).toHaveLength(7);
    expect(await readBackups(world.db, 20)).toHaveLength(1);
  });

  it('does not count where the audit is broken, and the one before stays', async () => {
    const good = await world.make();
    if (world.db.dialect === 'postgres') {
      await world.db.sequelize.query('ALTER TABLE change DISABLE TRIGGER USER');
    } else {
      await world.db.write((tx) => tx.run('DROP TRIGGER change_refuses_update', {}));
    }
    await world.db.write((tx) => tx.run("UPDATE change SET after = '{}' WHERE id = 2", {}));
    expect(await problemOf(world.make())).toBe('audit');
    expect(await world.files()).toEqual([good.file]);
    expect((await runs()).at(-1)).toMatchObject({ state: 'failed', error: 'audit' });
  });

  it('does not count where rows point to nothing, or pages are damaged', async () => {
    if (world.db.dialect === 'postgres') {
      return;
    }
    const copy = join(world.folder, 'copy.sqlite');
    await copySqlite(fileOf(world.url), copy);
    const file = await openSqliteFile(copy, sqlite3.OPEN_READWRITE);
    await file.run('UPDATE lesson SET course_id = 4711').finally(file.close);
    const scratch = () => mkdtemp(join(world.folder, 'scratch-'));
    expect((await takeContent(`sqlite:${copy}`, await scratch())).problem).toBe('foreign-keys');
    const bytes = await readFile(copy);
    bytes.fill(0xff, 4096 * 3, 4096 * 4);
    await writeFile(copy, bytes);
    const place = { ...world.place, databaseUrl: `sqlite:${copy}` };
    expect(await problemOf(makeBackup(world.db, place, 'console'))).toBe('integrity');
  });

  it('goes elsewhere by the operator’s command, whose failure is told and spoils nothing', async () => {
    const elsewhere = join(world.folder, 'else where');
    const sent = await world.make({ hook: `cp -t '${world.folder}' --backup=simple` });
    expect(sent.offSite).toBe('failed');
    const { path, offSite } = await world.make({ hook: `f() { cp "$1" '${elsewhere}'; }; f` });
    expect(offSite).toBe('done');
    expect((await readFile(elsewhere)).equals(await readFile(path))).toBe(true);
    expect((await runs()).map(({ state, off_site }) => [state, off_site])).toEqual([
      ['good', 'failed'],
      ['good', 'done'],
    ]);
  });

  it('is made by one at a time', async () => {
    const meanwhile = await inWorkshop(world.folder, () => problemOf(world.make()));
    expect(meanwhile).toBe('busy');
    expect(await problemOf(world.make())).toBe('nothing');
  });

  it('fails with a sentence where the folder can’t be written', async () => {
    const folder = join(world.folder, 'a file');
    await writeFile(folder, '');
    expect(await problemOf(world.make({ folder }))).toBe('unexpected');
    expect((await runs()).at(-1)).toMatchObject({ state: 'failed', error: 'unexpected' });
  });

  it('killed in the middle leaves the one before, and the next one tidies up', async () => {
    const before = await world.make();
    // Large enough to be in the middle of for a while.
    const filler = 'x'.repeat(1_000_000);
    await world.db.write(async (tx) => {
      for (let row = 0; row < 20; row += 1) {
        await tx.run('INSERT INTO setting (key, value) VALUES (:key, :filler)', {
          key: `filler-${row}`,
          filler,
        });
      }
    });
    const work = join(world.folder, '.backup-work');
    const child = fork(
      new URL('./backup-process.ts', import.meta.url),
      [world.url, world.folder, world.clock().toISOString()],
      { execArgv: ['--import', 'tsx'], stdio: 'inherit' },
    );
    const exit = once(child, 'exit');
    while (!existsSync(join(work, 'sealed')) && child.exitCode === null) {
      await sleep(2);
    }
    child.kill('SIGKILL');
    await exit;
    expect(existsSync(work)).toBe(true);
    expect(await world.files()).toEqual([before.file]);
    expect((await readHeader(before.path)).facts).not.toBeNull();
    await unseal({ from: before.path, key: KEY });

    world.clock.advance({ minutes: 1 });
    const after = await world.make();
    expect(await world.files()).toEqual([before.file, after.file]);
    expect(existsSync(work)).toBe(false);
  });
});
