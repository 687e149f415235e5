import { mkdtemp, readdir, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { ru } from '../../admin/locale/ru.ts';
import { inWorkshop } from '../../db/backup/workshop.ts';
import { answerOf, api } from './panel-client.ts';
import { openPanelWorld, type PanelWorld } from './panel-world.ts';

const RUNS = 'SELECT kind, state FROM backup_run ORDER BY id';

describe('a backup from the panel', () => {
  let folder: string;
  let world: PanelWorld | undefined;

  beforeEach(async () => {
    folder = await mkdtemp(join(tmpdir(), 'zhurnal-panel-backup-'));
  });
  afterEach(async () => {
    await world?.close();
    await rm(folder, { recursive: true });
  });

  const open = async (backups: boolean) => {
    world = await openPanelWorld(
      backups
        ? {
            backups: (databaseUrl) => ({
              databaseUrl,
              folder,
              key: 'a key of a test that is long enough',
              ownKey: true,
              hook: null,
            }),
          }
        : {},
    );
    return world;
  };

  it('is made by an administrator at once, and stands in the list', async () => {
    const { db, loggedIn } = await open(true);
    const client = await loggedIn('administrator');
    const { notice } = await answerOf(client.post(api.create('backup_run')));
    expect(notice).toEqual({ message: ru.messages.backupMade, type: 'success' });
    expect((await readdir(folder)).filter((name) => name.endsWith('.backup'))).toHaveLength(1);
    expect(await db.select(RUNS)).toEqual([{ kind: 'panel', state: 'good' }]);
    const { records = [] } = await answerOf(client.get(api.list('backup_run')));
    expect(records[0]?.params).toMatchObject({ kind: 'panel', state: 'good' });
  });

  it('is refused while another one is being made', async () => {
    const { loggedIn } = await open(true);
    const client = await loggedIn('administrator');
    await inWorkshop(folder, async () => {
      const { notice } = await answerOf(client.post(api.create('backup_run')));
      expect(notice).toEqual({ message: ru.messages.backupBusy, type: 'error' });
    });
  });

  it('is refused where none are made, as in the demo, and to a deputy head', async () => {
    const { db, loggedIn } = await open(false);
    const client = await loggedIn('administrator');
    const { notice } = await answerOf(client.post(api.create('backup_run')));
    expect(notice).toEqual({ message: ru.messages.backupNotHere, type: 'error' });
    const deputy = await loggedIn('deputy');
    expect((await deputy.post(api.create('backup_run'))).status).not.toBe(500);
    expect(await db.select(RUNS)).toEqual([]);
  });
});
