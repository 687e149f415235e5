import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmdirSync } from 'node:fs';
import { appendFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { afterAll, afterEach, describe, expect, it, vi } from 'vitest';
import { grammyMessenger } from '../../bot/messengers/grammy.ts';
import { type OpsSite, openOpsSite } from '../admin/ops-site.ts';
import { MOTHER, openSchool, type School, TEACHER } from './school.ts';

const ENTRY = '7А алгебра: Иванов 5';
const DISK = 'size=16m';
const BLOCK = Buffer.alloc(4_096, 'x');
const disk = mountDisk();

describe.runIf(disk)('a bot that can save nothing', () => {
  let school: School;
  let site: OpsSite;

  async function open(folder: string): Promise<void> {
    school = await openSchool(grammyMessenger, { folder });
    site = await openOpsSite(school);
    for (const message of ['answer was not stored', 'could not look for messages']) {
      school.forgive(message);
    }
    await school.start();
    await school.says(TEACHER, '/me');
  }
  afterEach(async () => {
    site.close();
    await school.close();
  });
  afterAll(() => {
    if (disk) {
      execFileSync('umount', [disk]);
      rmdirSync(disk);
    }
  });

  const eventually = (check: () => Promise<void>) =>
    vi.waitFor(check, { timeout: 15_000, interval: 50 });

  /** Says a mark while nothing can be saved: nobody is told that it was. */
  async function unheard(alarm: string): Promise<void> {
    const before = school.words(TEACHER);
    school.sandbox.user(TEACHER).send(ENTRY);
    await eventually(async () => expect((await site.health()).alarms).toContain(alarm));
    await sleep(1_500);
    expect((await site.health()).code).toBe(503);
    expect(school.words(TEACHER)).toEqual(before);
    expect(await school.journal()).toEqual([]);
    expect(await school.changes()).toBe(0);
  }

  /** What was said then is heard once there is room: saved once, answered once, told once. */
  async function healed(): Promise<void> {
    const before = school.words(TEACHER).length;
    await eventually(async () => expect(await school.journal()).toEqual(['Иванов 5']));
    await school.idle();
    expect(school.words(TEACHER).slice(before)).toEqual([expect.stringContaining('Иванов')]);
    await sleep(1_100);
    expect((await site.health()).code).toBe(200);
    school.clock.advance({ minutes: 6 });
    await school.idle();
    expect(school.words(MOTHER)).toHaveLength(1);
    expect(await school.journal()).toEqual(['Иванов 5']);
  }

  it('as its disk is full, says nothing, reports it, and heals', async () => {
    await open(disk ?? '');
    const ballast = join(disk ?? '', 'ballast');
    await fill(ballast);
    await unheard('database-disk-full');
    await rm(ballast);
    await healed();
  });
});

/** A small disk of the test's own; null where nobody lets us mount one. */
function mountDisk(): string | null {
  const folder = mkdtempSync(join(tmpdir(), 'zhurnal-disk-'));
  try {
    execFileSync('mount', ['-t', 'tmpfs', '-o', DISK, 'tmpfs', folder], { stdio: 'ignore' });
    return folder;
  } catch {
    rmdirSync(folder);
    return null;
  }
}

/** Writes until there is no room for one more block. */
async function fill(file: string): Promise<void> {
  for (;;) {
    try {
      await appendFile(file, BLOCK);
    } catch (error) {
      expect((error as NodeJS.ErrnoException).code).toBe('ENOSPC');
      return;
    }
  }
}
