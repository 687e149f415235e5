import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmdirSync } from 'node:fs';
import { appendFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, afterEach, beforeEach, describe, expect, it } from 'vitest';
import { openUnsaved, type Unsaved } from './unsaved.ts';

const DISK = 'size=16m';
const BLOCK = Buffer.alloc(4_096, 'x');
const disk = mountDisk();

describe.runIf(disk)('a bot that can save nothing', () => {
  let school: Unsaved;

  beforeEach(async () => {
    school = await openUnsaved(disk ?? '');
  });
  afterEach(() => school.close());
  afterAll(() => {
    if (disk) {
      execFileSync('umount', [disk]);
      rmdirSync(disk);
    }
  });

  it('as its disk is full, says nothing, reports it, and heals', async () => {
    const ballast = join(disk ?? '', 'ballast');
    await school.break(() => fill(ballast), 'database-disk-full');
    await school.mend(() => rm(ballast));
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
