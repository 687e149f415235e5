import { execFileSync } from 'node:child_process';
import { existsSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, afterEach, describe, inject, it } from 'vitest';
import { setReadOnly } from '../postgres.ts';
import { openUnsaved, type Unsaved } from './unsaved.ts';

const folder = mkdtempSync(join(tmpdir(), 'zhurnal-locked-'));
const lockable = canLock(join(folder, 'tried'));

describe('a bot whose database is made read-only under it', () => {
  let school: Unsaved | undefined;

  afterEach(async () => {
    await school?.close();
    school = undefined;
  });
  afterAll(() => rmSync(folder, { recursive: true }));

  it.runIf(lockable)('as a file, says nothing, reports it, and heals', async () => {
    school = await openUnsaved(folder);
    const file = school.url.slice('sqlite:'.length);
    const files = ['', '-wal', '-shm'].map((end) => `${file}${end}`).filter(existsSync);
    try {
      await school.break(async () => lock('+i', files), 'database-read-only');
    } finally {
      lock('-i', files);
    }
    await school.mend(async () => undefined);
  });

  it.runIf(inject('template').postgres)(
    'as a server, says nothing, reports it, and heals',
    async () => {
      const opened = await openUnsaved();
      school = opened;
      await opened.break(() => setReadOnly(opened.url, true), 'database-read-only');
      await opened.mend(() => setReadOnly(opened.url, false));
    },
  );
});

/** Nobody may write to a file that is locked so, not even who has opened it. */
function lock(how: '+i' | '-i', files: readonly string[]): void {
  execFileSync('chattr', [how, ...files], { stdio: 'pipe' });
}

/** Only root may, and only on some disks. */
function canLock(file: string): boolean {
  writeFileSync(file, '');
  try {
    lock('+i', [file]);
    lock('-i', [file]);
    return true;
  } catch {
    return false;
  }
}
