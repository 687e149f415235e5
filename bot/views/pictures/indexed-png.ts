import { promisify } from 'node:util';
import { crc32, deflate } from 'node:zlib';

const SIGNATURE = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]);
const COLOURS = 256;

/**
 * Writes opaque pixels (four bytes each, red first) as a PNG of at most 256 colours. Our pictures
 * are lines and letters in a few colours: a third of the bytes of a PNG with all of them.
 */
export async function indexedPng(
  { width, height }: { width: number; height: number },
  pixels: Uint8Array,
): Promise<Uint8Array> {
  const colours = new Uint32Array(pixels.slice().buffer);
  const { palette, indexes } = paletteOf(colours);
  const rows = Buffer.alloc(height * (width + 1));
  let last = -1;
  let index = 0;
  for (let y = 0; y < height; y += 1) {
    // The first byte of a row names its filter: 0 is none, the best one for indexes.
    const row = y * (width + 1) + 1;
    for (let x = 0; x < width; x += 1) {
      const colour = colours[y * width + x] ?? 0;
      if (colour !== last) {
        last = colour;
        index = indexes.get(colour) ?? 0;
      }
      rows[row + x] = index;
    }
  }
  const packed = await promisify(deflate)(rows, { level: 8 });
  const header = Buffer.alloc(13);
  header.writeUInt32BE(width, 0);
  header.writeUInt32BE(height, 4);
  header.set([8, 3, 0, 0, 0], 8); // 8 bits an index, with a palette
  return Buffer.concat([
    SIGNATURE,
    chunk('IHDR', header),
    chunk('PLTE', palette),
    chunk('IDAT', packed),
    chunk('IEND', Buffer.alloc(0)),
  ]);
}

/** The commonest colours, and the place of each colour, or of the one nearest to it, among them. */
function paletteOf(colours: Uint32Array): { palette: Uint8Array; indexes: Map<number, number> } {
  const used = [...countsOf(colours)].sort(([, left], [, right]) => right - left);
  const kept = used.slice(0, COLOURS).map(([colour]) => channelsOf(colour));
  const indexes = new Map<number, number>();
  for (const [index, [colour]] of used.entries()) {
    indexes.set(colour, index < COLOURS ? index : nearest(kept, channelsOf(colour)));
  }
  return { palette: Uint8Array.from(kept.flat()), indexes };
}

function countsOf(colours: Uint32Array): Map<number, number> {
  const counts = new Map<number, number>();
  let run = 0;
  for (let pixel = 0; pixel < colours.length; pixel += 1) {
    run += 1;
    const colour = colours[pixel] ?? 0;
    // Most pixels are like their neighbour: a run of them is counted at once.
    if (colour !== colours[pixel + 1]) {
      counts.set(colour, (counts.get(colour) ?? 0) + run);
      run = 0;
    }
  }
  return counts;
}

/** Red, green and blue of a pixel read as one number, the first byte lowest. */
function channelsOf(colour: number): number[] {
  return [colour & 0xff, (colour >> 8) & 0xff, (colour >> 16) & 0xff];
}

function nearest(palette: readonly number[][], colour: readonly number[]): number {
  let best = 0;
  let least = Number.POSITIVE_INFINITY;
  for (const [index, candidate] of palette.entries()) {
    const away = candidate.reduce((sum, part, at) => sum + (part - (colour[at] ?? 0)) ** 2, 0);
    if (away < least) {
      least = away;
      best = index;
    }
  }
  return best;
}

function chunk(type: string, data: Uint8Array): Buffer {
  const body = Buffer.concat([Buffer.from(type, 'latin1'), data]);
  const framed = Buffer.alloc(body.length + 8);
  framed.writeUInt32BE(data.length, 0);
  framed.set(body, 4);
  framed.writeUInt32BE(crc32(body), body.length + 4);
  return framed;
}
