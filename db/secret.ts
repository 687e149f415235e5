import { createHmac, randomBytes } from 'node:crypto';
import { mkdir, open, readFile } from 'node:fs/promises';
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
  try {
    const handle = await open(file, 'wx', 0o600);
    try {
      await handle.writeFile(randomBytes(32).toString('hex'));
    } finally {
      await handle.close();
    }
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'EEXIST') {
      throw error;
    }
  }
  return (await readFile(file, 'utf8')).trim();
}

/** A key for one purpose, so that what leaks of one says nothing of another. */
export function keyFor(secret: string, purpose: 'codes' | 'sessions' | 'second-factor'): string {
  return createHmac('sha256', secret).update(purpose).digest('hex');
}
