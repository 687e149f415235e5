import { createCipheriv, createDecipheriv, randomBytes, scrypt } from 'node:crypto';
import { type FileHandle, open } from 'node:fs/promises';
import { z } from 'zod';
import { BackupError } from './backup-error.ts';
import { CRYPT, type Crypt, HEADER, type Header } from './header.ts';

// A file is MAGIC, the length of the header (4 bytes, big-endian), the header as JSON, then chunks of
// AES-256-GCM, each with its tag. The nonce of a chunk holds its number and whether it is the last
// one (the STREAM construction), and all of them authenticate the header: no chunk can be changed,
// moved, dropped, or taken from another backup.
const MAGIC = Buffer.from('ZHURNAL-BACKUP-1\n');
const CHUNK_BYTES = 256 * 1024;
const TAG_BYTES = 16;
const HEADER_LIMIT = 1024 * 1024;
// 2^15 rounds take 32 MB and a tenth of a second: a key phrase is tried by millions no more.
const SCRYPT = { N: 2 ** 15, r: 8, p: 1, maxmem: 64 * 1024 * 1024 };

const ENVELOPE = z.object({ header: HEADER, crypt: CRYPT });
type Opening = { header: Header; crypt: Crypt; bytes: Buffer };

/**
 * Encrypts the file `from` into the new file `to`, makes sure that it has reached the disk and reads
 * it back.
 */
export async function seal(options: {
  from: string;
  to: string;
  header: Header;
  key: string;
}): Promise<void> {
  const { from, to, header } = options;
  const salt = randomBytes(16);
  const nonce = randomBytes(7);
  const { key, check } = await deriveKey(options.key, salt);
  const crypt = { salt: salt.toString('base64'), nonce: nonce.toString('base64'), check };
  const opening = openingOf({ header, crypt });
  await withFile(open(from, 'r'), (source) =>
    withFile(open(to, 'wx', 0o600), async (target) => {
      await target.writeFile(opening);
      for (const { index, size, last } of chunksOf(header.bytes)) {
        const chunk = await readExactly(source, size, index * CHUNK_BYTES);
        const cipher = createCipheriv('aes-256-gcm', key, chunkNonce(nonce, index, last));
        cipher.setAAD(opening);
        await target.writeFile(Buffer.concat([cipher.update(chunk), cipher.final()]));
        await target.writeFile(cipher.getAuthTag());
      }
      await target.sync();
    }),
  );
  await withFile(open(to, 'r'), async (sealed) => {
    await decrypt(sealed, await readOpening(sealed), key, async () => undefined);
  });
}

/**
 * Decrypts a backup and checks every byte of it; the content goes to the new file `to`, or nowhere if
 * there is none. Throws a BackupError if it is torn, changed, foreign, or of another key.
 */
export async function unseal(options: { from: string; key: string; to?: string }): Promise<Header> {
  const { from, to } = options;
  return withFile(openBackup(from), async (source) => {
    const opening = await readOpening(source);
    const { header, crypt } = opening;
    if ((await source.stat()).size !== sizeOf(opening)) {
      throw new BackupError('damaged');
    }
    const { key, check } = await deriveKey(options.key, Buffer.from(crypt.salt, 'base64'));
    if (check !== crypt.check) {
      throw new BackupError('wrong-key');
    }
    if (to === undefined) {
      await decrypt(source, opening, key, async () => undefined);
    } else {
      await withFile(open(to, 'wx', 0o600), async (target) => {
        await decrypt(source, opening, key, (content) => target.writeFile(content));
        await target.sync();
      });
    }
    return header;
  });
}

/** What a backup says of itself; without the key nothing proves it. */
export async function readHeader(file: string): Promise<Header> {
  return withFile(openBackup(file), async (source) => (await readOpening(source)).header);
}

function openingOf(envelope: z.infer<typeof ENVELOPE>): Buffer {
  const json = Buffer.from(JSON.stringify(envelope));
  const length = Buffer.alloc(4);
  length.writeUInt32BE(json.length);
  return Buffer.concat([MAGIC, length, json]);
}

async function openBackup(file: string): Promise<FileHandle> {
  try {
    return await open(file, 'r');
  } catch (error) {
    throw new BackupError('unreadable', {}, { cause: error });
  }
}

async function readOpening(source: FileHandle): Promise<Opening> {
  const start = await readExactly(source, MAGIC.length + 4, 0, 'not-a-backup');
  const length = start.readUInt32BE(MAGIC.length);
  if (!start.subarray(0, MAGIC.length).equals(MAGIC) || length > HEADER_LIMIT) {
    throw new BackupError('not-a-backup');
  }
  const json = await readExactly(source, length, start.length);
  try {
    const read = ENVELOPE.parse(JSON.parse(json.toString()));
    return { ...read, bytes: Buffer.concat([start, json]) };
  } catch (error) {
    throw new BackupError('damaged', {}, { cause: error });
  }
}

/** Gives the content to `keep` piece by piece; a piece that isn't what was written throws. */
async function decrypt(
  source: FileHandle,
  { header, crypt, bytes: opening }: Opening,
  key: Buffer,
  keep: (content: Buffer) => Promise<void>,
): Promise<void> {
  const nonce = Buffer.from(crypt.nonce, 'base64');
  for (const { index, size, last } of chunksOf(header.bytes)) {
    const position = opening.length + index * (CHUNK_BYTES + TAG_BYTES);
    const chunk = await readExactly(source, size + TAG_BYTES, position);
    await keep(openChunk(chunk, key, chunkNonce(nonce, index, last), opening));
  }
}

function sizeOf({ header, bytes }: Opening): number {
  return bytes.length + header.bytes + chunksOf(header.bytes).length * TAG_BYTES;
}

function openChunk(chunk: Buffer, key: Buffer, nonce: Buffer, opening: Buffer): Buffer {
  const decipher = createDecipheriv('aes-256-gcm', key, nonce);
  decipher.setAAD(opening);
  decipher.setAuthTag(chunk.subarray(-TAG_BYTES));
  try {
    return Buffer.concat([decipher.update(chunk.subarray(0, -TAG_BYTES)), decipher.final()]);
  } catch (error) {
    throw new BackupError('damaged', {}, { cause: error });
  }
}

async function readExactly(
  source: FileHandle,
  size: number,
  position: number,
  short: 'damaged' | 'not-a-backup' = 'damaged',
): Promise<Buffer> {
  const buffer = Buffer.alloc(size);
  let filled = 0;
  while (filled < size) {
    const { bytesRead } = await source.read(buffer, filled, size - filled, position + filled);
    if (bytesRead === 0) {
      throw new BackupError(short);
    }
    filled += bytesRead;
  }
  return buffer;
}

async function withFile<T>(
  opening: Promise<FileHandle>,
  work: (file: FileHandle) => Promise<T>,
): Promise<T> {
  const file = await opening;
  return work(file).finally(() => file.close());
}

/** The chunks of so many bytes; there is always one, so that the header is proven. */
function chunksOf(bytes: number): { index: number; size: number; last: boolean }[] {
  const count = Math.max(1, Math.ceil(bytes / CHUNK_BYTES));
  return Array.from({ length: count }, (_, index) => {
    const last = index === count - 1;
    return { index, last, size: last ? bytes - index * CHUNK_BYTES : CHUNK_BYTES };
  });
}

function chunkNonce(prefix: Buffer, index: number, last: boolean): Buffer {
  const tail = Buffer.alloc(5);
  tail.writeUInt32BE(index);
  tail.writeUInt8(last ? 1 : 0, 4);
  return Buffer.concat([prefix, tail]);
}

async function deriveKey(phrase: string, salt: Buffer): Promise<{ key: Buffer; check: string }> {
  const derived = await new Promise<Buffer>((resolve, reject) => {
    scrypt(phrase, salt, 40, SCRYPT, (error, bytes) => (error ? reject(error) : resolve(bytes)));
  });
  return { key: derived.subarray(0, 32), check: derived.subarray(32).toString('base64') };
}
