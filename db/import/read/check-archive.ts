import { promisify } from 'node:util';
import { inflateRaw } from 'node:zlib';
import type { ProblemData, ProblemKey } from '../problem.ts';

const inflate = promisify(inflateRaw);

const MEGABYTE = 1024 * 1024;
export const FILE_LIMIT_MB = 20;
// What a workbook may weigh unpacked: a school of 2,000 pupils with all its plans takes about 30.
const UNPACKED_LIMIT_MB = 80;
const ENTRY_LIMIT = 1_000;
// Every merged cell becomes an object, and a file can merge millions in one line.
const MERGED_LIMIT = 200_000;

const END_OF_DIRECTORY = 0x06054b50;
const DIRECTORY_ENTRY = 0x02014b50;
const LOCAL_ENTRY = 0x04034b50;
// Older Excel files, and new ones under a password, are OLE containers.
const OLE = Buffer.from('D0CF11E0A1B11AE1', 'hex');

type Trouble = { problem: ProblemKey; data: ProblemData };
type Entry = { name: string; method: number; packed: Buffer; encrypted: boolean };

/** Why the bytes can't be a workbook that is safe to open, or null. Nothing is parsed yet. */
export async function checkArchive(bytes: Uint8Array): Promise<Trouble | null> {
  const buffer = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  if (buffer.length > FILE_LIMIT_MB * MEGABYTE) {
    return trouble('too-big', { megabytes: FILE_LIMIT_MB });
  }
  if (buffer.subarray(0, OLE.length).equals(OLE)) {
    const encrypted = buffer.includes(Buffer.from('EncryptedPackage', 'utf16le'));
    return trouble(encrypted ? 'encrypted' : 'old-format');
  }
  const entries = listEntries(buffer);
  if (entries && entries.length > ENTRY_LIMIT) {
    return trouble('too-big', { megabytes: FILE_LIMIT_MB });
  }
  if (!entries?.some(({ name }) => name === 'xl/workbook.xml')) {
    return trouble('not-a-workbook');
  }
  if (entries.some(({ encrypted }) => encrypted)) {
    return trouble('encrypted');
  }
  return unpack(entries);
}

/** Unpacks for real, as the sizes an archive tells of itself may be lies. */
async function unpack(entries: readonly Entry[]): Promise<Trouble | null> {
  let left = UNPACKED_LIMIT_MB * MEGABYTE;
  let merged = 0;
  for (const { name, method, packed } of entries) {
    let content = packed;
    if (method !== 0) {
      try {
        content = await inflate(packed, { maxOutputLength: left });
      } catch (error) {
        const tooBig = error instanceof RangeError;
        return tooBig ? trouble('too-big', { megabytes: FILE_LIMIT_MB }) : trouble('broken-file');
      }
    }
    left -= content.length;
    merged += name.startsWith('xl/worksheets/') ? countMerged(content.toString('latin1')) : 0;
    if (left <= 0 || merged > MERGED_LIMIT) {
      return trouble('too-big', { megabytes: FILE_LIMIT_MB });
    }
  }
  return null;
}

/** The files within a ZIP by its directory; null if it is none or is cut off. */
function listEntries(buffer: Buffer): Entry[] | null {
  const end = buffer.lastIndexOf(Buffer.from([0x50, 0x4b, 0x05, 0x06]));
  if (end < 0 || end + 22 > buffer.length || buffer.readUInt32LE(end) !== END_OF_DIRECTORY) {
    return null;
  }
  const entries: Entry[] = [];
  let at = buffer.readUInt32LE(end + 16);
  for (let left = buffer.readUInt16LE(end + 10); left > 0; left -= 1) {
    if (at + 46 > buffer.length || buffer.readUInt32LE(at) !== DIRECTORY_ENTRY) {
      return null;
    }
    const nameLength = buffer.readUInt16LE(at + 28);
    const start = contentStart(buffer, buffer.readUInt32LE(at + 42));
    if (start === null) {
      return null;
    }
    entries.push({
      name: buffer.toString('utf8', at + 46, at + 46 + nameLength),
      method: buffer.readUInt16LE(at + 10),
      packed: buffer.subarray(start, start + buffer.readUInt32LE(at + 20)),
      encrypted: (buffer.readUInt16LE(at + 8) & 1) === 1,
    });
    at += 46 + nameLength + buffer.readUInt16LE(at + 30) + buffer.readUInt16LE(at + 32);
  }
  return entries;
}

function contentStart(buffer: Buffer, at: number): number | null {
  if (at + 30 > buffer.length || buffer.readUInt32LE(at) !== LOCAL_ENTRY) {
    return null;
  }
  return at + 30 + buffer.readUInt16LE(at + 26) + buffer.readUInt16LE(at + 28);
}

function countMerged(xml: string): number {
  let cells = 0;
  for (const [, left = '', top, right = '', bottom] of xml.matchAll(
    /<mergeCell [^>]*?ref="([A-Z]+)(\d+):([A-Z]+)(\d+)"/g,
  )) {
    const columns = Math.abs(columnNumber(right) - columnNumber(left)) + 1;
    cells += columns * (Math.abs(Number(bottom) - Number(top)) + 1);
  }
  return cells;
}

function columnNumber(letters: string): number {
  return [...letters].reduce((number, letter) => number * 26 + letter.charCodeAt(0) - 64, 0);
}

function trouble(problem: ProblemKey, data: ProblemData = {}): Trouble {
  return { problem, data };
}
