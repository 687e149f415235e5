import { mkdir, open, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { BackupError } from './backup-error.ts';
import { holding } from './sqlite-file.ts';

/**
 * Runs `work` with a private empty folder inside `folder`, where unencrypted copies may lie for a
 * while. One process at a time: what a crash has left there goes with the next start.
 */
export async function inWorkshop<T>(
  folder: string,
  work: (scratch: string) => Promise<T>,
): Promise<T> {
  await mkdir(folder, { recursive: true, mode: 0o700 });
  const done = await holding(join(folder, '.backup-lock'), async () => {
    const scratch = join(folder, '.backup-work');
    const clear = () => rm(scratch, { recursive: true, force: true });
    await clear();
    await mkdir(scratch, { mode: 0o700 });
    return { result: await work(scratch).finally(clear) };
  });
  if (!done) {
    throw new BackupError('busy');
  }
  return done.result;
}

/** Makes sure that the names in a folder have reached the disk. */
export async function syncFolder(folder: string): Promise<void> {
  const handle = await open(folder, 'r');
  await handle.sync().finally(() => handle.close());
}
