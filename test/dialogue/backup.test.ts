import { mkdtemp, readdir, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { ru } from '../../bot/texts/ru.ts';
import type { BackupPlace } from '../../db/backup/place.ts';
import { inWorkshop } from '../../db/backup/workshop.ts';
import { chatsOf } from './chat.ts';
import { type FamilyWorld, openFamilyWorld } from './family-world.ts';

const ADMINISTRATOR = 'tg:90';

describe('/backup', () => {
  let world: FamilyWorld;
  let folder: string;

  beforeEach(async () => {
    world = await openFamilyWorld();
    folder = await mkdtemp(join(tmpdir(), 'zhurnal-chat-backup-'));
    await world.make.aPerson('Орлова Анна', { chat: ADMINISTRATOR, roles: ['administrator'] });
  });
  afterEach(async () => {
    await world.close();
    await rm(folder, { recursive: true, force: true });
  });

  function chat(address: string, changes: Partial<BackupPlace> = {}) {
    const place = { databaseUrl: world.url, folder, key: 'a key of a test', ownKey: true };
    return chatsOf(world.db, { backups: { ...place, hook: null, ...changes } })(address);
  }

  const files = async () => (await readdir(folder)).filter((name) => name.startsWith('journal-'));

  it('makes one at once and says when, how large, and which others there are', async () => {
    const first = await chat(ADMINISTRATOR).says('/backup');
    expect(first.text).toMatch(
      /^Резервная копия сделана и проверена\n12 октября, 10:00 · \d+ КБ\nВ журнале изменений 0 записей\n\nДругих копий пока нет\.$/,
    );
    world.clock.advance({ minutes: 7 });
    const second = await chat(ADMINISTRATOR).says('резервная копия');
    expect(second.text).toMatch(/12 октября, 10:07[\s\S]*Последние копии\n12\.10 10:00 {2}\d+ КБ$/);
    expect(await files()).toHaveLength(2);
  });

  it('says where the key lies if nobody has taken it elsewhere', async () => {
    const { text } = await chat(ADMINISTRATOR, { ownKey: false }).says('/backup');
    expect(text).toContain(ru.backup.ownKeyMissing);
  });

  it('says whether it went off site', async () => {
    const sent = await chat(ADMINISTRATOR, { hook: 'test -s' }).says('/backup');
    expect(sent.text).toContain(ru.backup.offSite.done);
    const stayed = await chat(ADMINISTRATOR, { hook: 'false' }).says('/backup');
    expect(stayed.text).toContain(ru.backup.offSite.failed);
  });

  it('says in one sentence why there is none', async () => {
    const busy = await inWorkshop(folder, () => chat(ADMINISTRATOR).says('/backup'));
    expect(busy.text).toBe(
      'Резервная копия не сделана. Копия уже делается. Повторите через минуту.\nПрежние копии на месте.',
    );
    const { text } = await chat(ADMINISTRATOR, { folder: '/dev/null/backups' }).says('/backup');
    expect(text).toContain('ENOTDIR');
    expect(await files()).toEqual([]);
  });

  it('is the administrator’s alone', async () => {
    for (const address of ['tg:2', 'tg:10', 'tg:4711']) {
      await chat(address).says('/backup');
    }
    expect(await files()).toEqual([]);
  });
});
