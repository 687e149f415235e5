import { randomBytes } from 'node:crypto';
import { mkdtemp, readFile, rm, stat, truncate, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { readHeader, seal, unseal } from '../../db/backup/container.ts';
import type { Header } from '../../db/backup/header.ts';
import { problemOf } from './backup-world.ts';
import { KEY } from './key.ts';

// One whole chunk, one more, and a bit.
const SIZES = [0, 1, 256 * 1024, 600_000];

describe('an encrypted file', () => {
  let folder: string;
  let files = 0;

  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'zhurnal-container-'));
  });
  afterAll(() => rm(folder, { recursive: true, force: true }));

  const fresh = () => {
    files += 1;
    return join(folder, String(files));
  };

  async function sealed(content: Buffer): Promise<string> {
    const from = fresh();
    const to = fresh();
    await writeFile(from, content);
    const header: Header = {
      ...{ dialect: 'sqlite', kind: 'nightly', madeAt: '2026-10-12T04:00:00.000Z' },
      ...{ bytes: content.length, facts: null },
    };
    await seal({ from, to, header, key: KEY });
    return to;
  }

  it.each(SIZES)('gives back what was put into it: %i bytes', async (size) => {
    const content = randomBytes(size);
    const from = await sealed(content);
    const to = fresh();
    expect((await unseal({ from, to, key: KEY })).bytes).toBe(size);
    expect((await readFile(to)).equals(content)).toBe(true);
    expect((await stat(from)).mode & 0o777).toBe(0o600);
    expect((await stat(to)).mode & 0o777).toBe(0o600);
  });

  it('says what it is without its key, and nothing else', async () => {
    const from = await sealed(Buffer.from('Иванов Артём: 5'));
    expect((await readHeader(from)).kind).toBe('nightly');
    expect((await readFile(from)).includes('Иванов')).toBe(false);
    expect(await problemOf(unseal({ from, key: 'another key phrase' }))).toBe('wrong-key');
  });

  it('is refused with any one byte changed', async () => {
    const whole = await readFile(await sealed(randomBytes(300_000)));
    const places = [0, 20, 40, 300, 500, 262_000, 262_800, whole.length - 20, whole.length - 1];
    for (const place of places) {
      const changed = Buffer.from(whole);
      changed.writeUInt8(changed.readUInt8(place) ^ 1, place);
      const from = fresh();
      await writeFile(from, changed);
      expect(await problemOf(unseal({ from, key: KEY })), `byte ${place}`).toMatch(
        /damaged|not-a-backup|wrong-key/,
      );
    }
  });

  it('is refused torn off anywhere, with more behind it, or with its chunks swapped', async () => {
    const whole = await readFile(await sealed(randomBytes(3 * 256 * 1024)));
    const start = whole.length - 3 * (256 * 1024 + 16);
    const chunk = (index: number) => {
      const from = start + index * (256 * 1024 + 16);
      return whole.subarray(from, from + 256 * 1024 + 16);
    };
    const opening = whole.subarray(0, start);
    const wrong = [
      whole.subarray(0, 10),
      whole.subarray(0, 100),
      whole.subarray(0, whole.length - 1),
      Buffer.concat([opening, chunk(0), chunk(1)]),
      Buffer.concat([whole, Buffer.from('x')]),
      Buffer.concat([opening, chunk(1), chunk(0), chunk(2)]),
    ];
    for (const [index, bytes] of wrong.entries()) {
      const from = fresh();
      await writeFile(from, bytes);
      expect(await problemOf(unseal({ from, key: KEY })), `wrong ${index}`).toMatch(
        /damaged|not-a-backup/,
      );
    }
  });

  it('is told from what is no backup at all', async () => {
    const from = fresh();
    await writeFile(from, 'SQLite format 3\0'.repeat(100));
    expect(await problemOf(unseal({ from, key: KEY }))).toBe('not-a-backup');
    await truncate(from, 0);
    expect(await problemOf(unseal({ from, key: KEY }))).toBe('not-a-backup');
    expect(await problemOf(unseal({ from: join(folder, 'none'), key: KEY }))).toBe('unreadable');
  });
});
