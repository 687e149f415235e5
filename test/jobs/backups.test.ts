import { mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { BackupPlace } from '../../db/backup/place.ts';
import { inWorkshop } from '../../db/backup/workshop.ts';
import { nightlyBackup } from '../../jobs/nightly-backup.ts';
import { restoreDrill } from '../../jobs/restore-drill.ts';
import { type JobWorld, openJobWorld } from './job-world.ts';

describe('the backups of a server', () => {
  let world: JobWorld;
  let folder: string;
  let place: BackupPlace;

  beforeEach(async () => {
    world = await openJobWorld();
    folder = await mkdtemp(join(tmpdir(), 'zhurnal-job-backup-'));
    place = { databaseUrl: world.url, folder, key: 'a key of a test', ownKey: true, hook: null };
    await world.make.aPerson('Орлова Анна', { chat: 'tg:90', roles: ['administrator'] });
    await world.make.aPerson('Smith John', {
      chat: 'tg:91',
      roles: ['administrator'],
      language: 'en',
    });
  });
  afterEach(async () => {
    await world.close();
    await rm(folder, { recursive: true, force: true });
  });

  const files = async () => (await readdir(folder)).filter((name) => name.startsWith('journal-'));
  const told = async () => {
    const rows = await world.outbox();
    return rows.map(
      ({ chat, payload }) => `${chat} ${(JSON.parse(payload) as { text: string }).text}`,
    );
  };

  it('are made once a night, and on the first morning at once, in silence', async () => {
    await world.runDue(nightlyBackup(place));
    await world.runDue(nightlyBackup(place));
    expect(await files()).toHaveLength(1);
    world.clock.advance({ days: 1 });
    await world.runDue(nightlyBackup(place));
    expect(await files()).toHaveLength(2);
    expect(await told()).toEqual([]);
  });

  it('that fail are told to every administrator once a night, and tried again', async () => {
    const full = { ...place, folder: '/dev/null/backups' };
    await world.runDue(nightlyBackup(full));
    world.clock.advance({ minutes: 11 });
    await world.runDue(nightlyBackup(full));
    expect(await told()).toEqual([
      expect.stringMatching(/^tg:90 <b>Ночная резервная копия не сделана<\/b>\n.*ENOTDIR/),
      expect.stringMatching(/^tg:91 <b>The nightly backup was not made<\/b>\n/),
    ]);
    world.clock.advance({ minutes: 11 });
    await world.runDue(nightlyBackup(place));
    expect(await world.ledger()).toEqual(['nightly-backup 2026-10-12T04:00 done 3']);
    expect(await files()).toHaveLength(1);
    expect(world.errors).toHaveLength(2);
  });

  it('wait for one that is being made by hand, without an alarm', async () => {
    await inWorkshop(folder, () => world.runDue(nightlyBackup(place)));
    expect(await told()).toEqual([]);
    world.clock.advance({ minutes: 11 });
    await world.runDue(nightlyBackup(place));
    expect(await files()).toHaveLength(1);
  });

  it('that stay on this disk alone are told of, and are not made again', async () => {
    await world.runDue(nightlyBackup({ ...place, hook: 'false' }));
    expect((await told())[0]).toContain('Ночная резервная копия сделана, но не отправлена');
    expect(await world.ledger()).toEqual(['nightly-backup 2026-10-12T04:00 done 1']);
  });

  it('are restored for a trial once a month, and the report goes to the administrators', async () => {
    await world.runDue(restoreDrill(place));
    expect(await told()).toEqual([]);
    world.clock.advance({ days: 20 });
    await world.runDue(nightlyBackup(place), restoreDrill(place));
    await world.runDue(nightlyBackup(place), restoreDrill(place));
    expect(await told()).toEqual([
      expect.stringMatching(
        /^tg:90 <b>Пробное восстановление прошло<\/b>\nКопия от 1 ноября, 10:00 восстановлена во временную базу, всё совпало\.\nСверен[аоы] \d+ стр/,
      ),
      expect.stringMatching(/^tg:91 <b>The restore drill has passed<\/b>\n/),
    ]);
    expect((await readdir(folder)).filter((name) => name === '.backup-work')).toEqual([]);
    const [drill] = await world.db.select("SELECT state FROM backup_run WHERE kind = 'drill'");
    expect(drill).toEqual({ state: 'good' });
  });

  it('that can’t be restored are told of', async () => {
    await world.runDue(nightlyBackup(place));
    const [file = ''] = await files();
    const bytes = await readFile(join(folder, file));
    bytes.writeUInt8(bytes.readUInt8(5_000) ^ 1, 5_000);
    await writeFile(join(folder, file), bytes);
    await world.runDue(restoreDrill(place));
    expect((await told())[0]).toBe(
      'tg:90 <b>Пробное восстановление не прошло</b>\nФайл копии повреждён или обрезан. Нужна другая копия.\nСделайте новую копию: /backup',
    );
  });
});
