import { createRequire } from 'node:module';
import type { TDocumentDefinitions } from 'pdfmake/interfaces.js';

const { resolve } = createRequire(import.meta.url);
const face = (name: string) => resolve(`dejavu-fonts-ttf/ttf/${name}.ttf`);

// The same faces as in pictures: the machine's own fonts are never asked.
const FONTS = {
  DejaVu: { normal: face('DejaVuSansCondensed'), bold: face('DejaVuSansCondensed-Bold') },
  DejaVuMono: { normal: face('DejaVuSansMono'), bold: face('DejaVuSansMono-Bold') },
};
const FILES = new Set(Object.values(FONTS).flatMap((font) => Object.values(font)));

export type PdfFont = keyof typeof FONTS;

/** Told how much of a document is done, from 0 to 1; not at all where nobody can say. */
export type Progress = (part: number) => void;

/** Sets a document as PDF. It reads nothing but its fonts: no address, no other file. */
export async function pdfOf(
  document: TDocumentDefinitions,
  tell: Progress = () => undefined,
): Promise<Uint8Array> {
  // Loaded with the first print: it is heavy, and most of what the bot says needs none.
  const pdfmake = (await import('pdfmake')).default;
  pdfmake.setFonts(FONTS);
  pdfmake.setProgressCallback(tell);
  pdfmake.setUrlAccessPolicy(() => false);
  pdfmake.setLocalAccessPolicy((path) => FILES.has(path));
  return new Uint8Array(await pdfmake.createPdf(document).getBuffer());
}
