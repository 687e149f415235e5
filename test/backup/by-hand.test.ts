import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { ru } from '../../bot/texts/ru.ts';
import { readConfig } from '../../db/config.ts';
import { backupByHand } from '../../jobs/by-hand/backup.ts';
import { restoreByHand } from '../../jobs/by-hand/restore.ts';
import { type BackupWorld, openBackupWorld } from './backup-world.ts';

describe('backups at the console', { timeout: 180_000 }, () => {
  let world: BackupWorld;
  let lines: string[];
  const print = (line: string) => lines.push(line);

  beforeAll(async () => {
    world = await openBackupWorld();
  });
  afterAll(() => world.close());

  async function backup(...args: string[]): Promise<[number, string]> {
    lines = [];
    const deps = { db: world.db, clock: world.clock, texts: ru, print, pepper: '' };
    return [await backupByHand(world.place)(deps, args), lines.join('\n')];
  }

  async function restore(...args: string[]): Promise<[number, string]> {
    lines = [];
    const { place, clock } = world;
    const deps = { place, clock, timezone: 'Europe/Moscow', texts: ru, print };
    return [await restoreByHand(deps, args), lines.join('\n')];
  }

  it('are made beside a running server and restored when it has stopped', async () => {
    const [made, said] = await backup();
    const [file = ''] = await world.files();
    const path = join(world.folder, file);
    expect(made).toBe(0);
    expect(said).toContain(`Резервная копия сделана и проверена: ${path} (`);
    expect(await restore(path)).toEqual([
      1,
      'База не восстановлена. База открыта другим процессом. Остановите журнал и повторите.',
    ]);
    await world.stop();
    const [restored, report] = await restore(path);
    expect(restored).toBe(0);
    expect(report).toMatch(
      /^База восстановлена из копии от 12 октября, 10:00\.\nПрежняя база сохранена: \S+before-restore-\S+$/,
    );
  });

  it('say how they are called', async () => {
    expect(await backup('--now')).toEqual([2, expect.stringContaining('npm run backup')]);
    expect(await restore()).toEqual([2, expect.stringContaining(ru.backup.oneFile)]);
    expect(await restore('a', 'b')).toEqual([2, expect.stringContaining(ru.backup.restoreUsage)]);
    expect(await restore('--force', 'a')).toEqual([2, expect.stringContaining('--force')]);
    expect(await restore('--help')).toEqual([0, expect.stringContaining(ru.backup.restoreHelp)]);
  });
});

describe('the configuration of backups', () => {
  it('is refused by name, and a wrong key is not repeated', () => {
    expect(() => readConfig({ BACKUP_KEY: 'too short' })).toThrow(/^BACKUP_KEY: must be at least/);
    expect(() => readConfig({ BACKUP_KEY: 'too short' })).not.toThrow('too short');
  });

  it('takes no off-site command without a key that is kept elsewhere', () => {
    expect(() => readConfig({ BACKUP_HOOK: 'rclone copy' })).toThrow(
      'BACKUP_HOOK: needs BACKUP_KEY',
    );
    const given = { BACKUP_HOOK: 'rclone copy', BACKUP_KEY: 'a key phrase of a school' };
    expect(readConfig(given)).toMatchObject(given);
    expect(readConfig({ BACKUP_HOOK: '', BACKUP_KEY: '' }).BACKUP_HOOK).toBeUndefined();
  });
});
