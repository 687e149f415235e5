import { createRequire } from 'node:module';
import { indexedPng } from './indexed-png.ts';

// Twice the points of the screen it is drawn for: sharp on a phone, and still small to send.
const DENSITY = 2;

// The faces the pictures are set in. The machine's own fonts are never asked, so that every server
// draws the same and none needs a Cyrillic font installed.
const FACES = [
  'DejaVuSans.ttf',
  'DejaVuSans-Bold.ttf',
  'DejaVuSansCondensed.ttf',
  'DejaVuSansCondensed-Bold.ttf',
];

/** Draws an SVG without transparency as PNG, two pixels a point. */
export async function pngOf(svg: string): Promise<Uint8Array> {
  // Loaded with the first picture: most of what the bot says has none.
  const { renderAsync } = await import('@resvg/resvg-js');
  const image = await renderAsync(svg, {
    fitTo: { mode: 'zoom', value: DENSITY },
    font: { loadSystemFonts: false, fontFiles: facesOnDisk(), defaultFontFamily: 'DejaVu Sans' },
  });
  return indexedPng(image, image.pixels);
}

function facesOnDisk(): string[] {
  const { resolve } = createRequire(import.meta.url);
  return FACES.map((face) => resolve(`dejavu-fonts-ttf/ttf/${face}`));
}
