import { createRequire } from 'node:module';

type Square = { x: number; y: number; w: number; h: number; color: string };
type Encoder = {
  default: { measure: (node: { qr: string }) => { _canvas: Square[]; _width: number } };
};

/** A text as the SVG of its QR code. */
export function qrSvg(text: string): string {
  // The encoder of the library that prints our documents.
  const encoder: Encoder = createRequire(import.meta.url)('pdfmake/js/qrEnc.js');
  const { _canvas: squares, _width: size } = encoder.default.measure({ qr: text });
  const margin = 20; // four modules
  const whole = size + 2 * margin;
  const drawn = squares.map(
    ({ x, y, w, h, color }) =>
      `<rect x="${x}" y="${y}" width="${w}" height="${h}" fill="${color}"/>`,
  );
  return `<svg xmlns="http://www.w3.org/2000/svg" role="img" viewBox="${-margin} ${-margin} ${whole} ${whole}" shape-rendering="crispEdges">${drawn.join('')}</svg>`;
}
