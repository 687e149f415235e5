import { createHmac, randomBytes, randomUUID } from 'node:crypto';
import { existsSync } from 'node:fs';
import { link, mkdir, readFile, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';

/**
 * A secret of the server: the configured one, or one made at the first start and kept beside the
 * data under that name, readable by its owner only.
 */
export async function serverSecret(
  configured: string | undefined,
  dataDir: string,
  name: 'secret' | 'backup-key' = 'secret',
): Promise<string> {
  if (configured) {
    return configured;
  }
  const file = join(dataDir, name);
  await mkdir(dataDir, { recursive: true });
  if (!existsSync(file)) {
    // Linked when it is whole: of several processes that start at once, all read the first one's.
    const draft = `${file}.${randomUUID()}`;
    try {
      await writeFile(draft, randomBytes(32).toString('hex'), { mode: 0o600, flag: 'wx' });
      await link(draft, file);
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code !== 'EEXIST') {
        throw error;
      }
    } finally {
      await rm(draft, { force: true });
    }
  }
  return (await readFile(file, 'utf8')).trim();
}

/** A key for one purpose, so that what leaks of one says nothing of another. */
export function keyFor(secret: string, purpose: 'codes' | 'sessions' | 'second-factor'): string {
  return createHmac('sha256', secret).update(purpose).digest('hex');
}
