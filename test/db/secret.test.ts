import { existsSync, readFileSync } from 'node:fs';
import { mkdtemp, readdir, rm, stat } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setImmediate } from 'node:timers/promises';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { serverSecret } from '../../db/secret.ts';

describe('the secret of a server', () => {
  let folder: string;

  beforeEach(async () => {
    folder = await mkdtemp(join(tmpdir(), 'zhurnal-secret-'));
  });
  afterEach(() => rm(folder, { recursive: true }));

  it('is one and the same for all who ask at the same moment, and for those who come later', async () => {
    const asked = Array.from({ length: 20 }, () => serverSecret(undefined, folder));
    const told = new Set(await Promise.all(asked));
    expect(told).toEqual(new Set([await serverSecret(undefined, folder)]));
  });

  it('is whole whenever another process first sees it', async () => {
    for (let round = 0; round < 50; round += 1) {
      const place = join(folder, String(round));
      const made = serverSecret(undefined, place);
      while (!existsSync(join(place, 'secret'))) {
        await setImmediate();
      }
      expect(readFileSync(join(place, 'secret'), 'utf8')).toMatch(/^[0-9a-f]{64}$/);
      await made;
    }
  });

  it('lies alone in a file of its owner', async () => {
    await serverSecret(undefined, folder);
    expect(await readdir(folder)).toEqual(['secret']);
    expect((await stat(join(folder, 'secret'))).mode & 0o777).toBe(0o600);
  });
});
