import { inflateSync } from 'node:zlib';
import { describe, expect, it } from 'vitest';
import { indexedPng } from '../../bot/views/pictures/indexed-png.ts';
import { pngOf } from '../../bot/views/pictures/png.ts';
import { el, picture, words } from '../../bot/views/pictures/svg.ts';
import { fitText, textWidth } from '../../bot/views/pictures/text-width.ts';

type Chunk = { type: string; data: Buffer };

function chunksOf(png: Uint8Array): Chunk[] {
  const bytes = Buffer.from(png);
  const chunks: Chunk[] = [];
  for (let at = 8; at < bytes.length; at += chunks.at(-1)?.data.length ?? 0, at += 12) {
    const length = bytes.readUInt32BE(at);
    const data = bytes.subarray(at + 8, at + 8 + length);
    chunks.push({ type: bytes.toString('latin1', at + 4, at + 8), data });
  }
  return chunks;
}

/** The colours of a picture by pixel, as «rrggbb». */
function pixelsOf(png: Uint8Array): string[] {
  const chunks = chunksOf(png);
  const of = (type: string) => chunks.find((chunk) => chunk.type === type)?.data ?? Buffer.alloc(0);
  const width = of('IHDR').readUInt32BE(0);
  const rows = inflateSync(of('IDAT'));
  const indexes = [...rows].filter((_, at) => at % (width + 1) !== 0);
  return indexes.map((index) => of('PLTE').toString('hex', index * 3, index * 3 + 3));
}

const size = { width: 60, height: 30 };
const drawn = (...inside: string[]) => pngOf(picture(size, 'text{font-size:14px}', ...inside));
const dark = (pixels: string[]) => pixels.filter((colour) => colour < '808080').length;

describe('a picture', () => {
  it('has two pixels a point, white where nothing stands', async () => {
    const png = await drawn(el('rect', { width: 10, height: 10, fill: '#c0392b' }));
    const header = chunksOf(png)[0]?.data ?? Buffer.alloc(0);
    expect([header.readUInt32BE(0), header.readUInt32BE(4)]).toEqual([120, 60]);
    const pixels = pixelsOf(png);
    expect(pixels.filter((colour) => colour === 'c0392b')).toHaveLength(400);
    expect(pixels.filter((colour) => colour === 'ffffff')).toHaveLength(120 * 60 - 400);
  });

  it('writes Russian letters, each its own', async () => {
    const [zh, sh, no] = await Promise.all(
      ['Ж', 'Ш', '\u{F8FF}'].map(async (letter) => pixelsOf(await drawn(words(letter, 5, 20, {})))),
    );
    expect(dark(zh ?? [])).toBeGreaterThan(50);
    expect(zh).not.toEqual(sh);
    expect(zh).not.toEqual(no);
  });

  it('shows signs of markup as they are, and survives letters that XML forbids', async () => {
    const plain = await drawn(words("<b> & 'x'", 2, 20, {}));
    expect(dark(pixelsOf(plain))).toBeGreaterThan(50);
    expect(await drawn(words("<b>\u{0}\u{b}\u{FFFF} & 'x'", 2, 20, {}))).toEqual(plain);
  });

  it('of more than 256 colours takes the nearest of the commonest', async () => {
    const pixels = new Uint8Array(300 * 4).fill(255);
    for (let pixel = 0; pixel < 300; pixel += 1) {
      pixels.set([pixel % 256, pixel < 256 ? 0 : 100, 0], pixel * 4);
    }
    const back = pixelsOf(await indexedPng({ width: 300, height: 1 }, pixels));
    expect(back).toHaveLength(300);
    expect(new Set(back).size).toBeLessThanOrEqual(256);
    const reds = back.slice(0, 200).map((colour) => Number.parseInt(colour.slice(0, 2), 16));
    expect(reds).toEqual(reds.map((_, pixel) => pixel));
  });
});

describe('a text in a picture', () => {
  it('is cut to its width with «…», and left whole where it fits', () => {
    expect(fitText('Иванов', 100, 12)).toBe('Иванов');
    const cut = fitText('Константинопольский', 60, 12);
    expect(cut).toMatch(/^Конст.*…$/);
    expect(textWidth(cut, 12)).toBeLessThanOrEqual(60);
  });

  it.each(['Щербаков Ш.', 'iill', 'Ёлкина Ю.', 'WWW @ №'])(
    '«%s» is never drawn wider',
    async (text) => {
      const width = 120;
      const svg = picture({ width, height: 20 }, 'text{font-size:10px}', words(text, 0, 15, {}));
      const pixels = pixelsOf(await pngOf(svg));
      const right = Math.max(
        ...pixels.map((colour, at) => (colour < 'f0f0f0' ? at % (2 * width) : 0)),
      );
      expect(right / 2).toBeLessThanOrEqual(textWidth(text, 10) + 1);
      expect(right / 2).toBeGreaterThan(textWidth(text, 10) * 0.85);
    },
  );
});
