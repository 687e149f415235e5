// Advance widths of DejaVu Sans in hundredths of the font's size. What isn't here counts as broad as
// a capital, so that a text is never taken for narrower than it is drawn.
const WIDTHS: [width: number, letters: string][] = [
  [28, "'ijl"],
  [32, 'IJ .,·'],
  [36, 'f/:;|-\\'],
  [40, 't()[]!‹›r'],
  [50, '"*_`–'],
  [53, 'sz?гзcсэ'],
  [59, 'FkLтvxyвухчь•'],
  [62, 'PRкяTYaoГТУа«»eбеё'],
  [65, 'ESbdghnpquЕрЁ$0123456789{}Злийнп'],
  [69, 'KAVАцBXZБВХЧЬЯд'],
  [73, 'CСЭКъU'],
  [76, 'HNИЙЛНПмDG'],
  [79, '&ДЦOQОы'],
  [86, '#+<=>^~юфMМФwЪ'],
  [94, 'Ыжшщ'],
  [104, '@—…№%mW'],
  [109, 'ШЖЮЩ'],
];
const CAPITAL = 86;
const CONDENSED = 0.9;

/** How much wider the bold face is. */
export const BOLD_BY = 1.12;

const BY_LETTER = new Map(
  WIDTHS.flatMap(([width, letters]) => [...letters].map((letter) => [letter, width] as const)),
);

export type Face = 'plain' | 'condensed';

/** About how wide a text is drawn at a font size, in points; never less than it is. */
export function textWidth(text: string, size: number, face: Face = 'plain'): number {
  let hundredths = 0;
  for (const letter of text.normalize('NFC')) {
    hundredths += BY_LETTER.get(letter) ?? CAPITAL;
  }
  return (hundredths / 100) * size * (face === 'condensed' ? CONDENSED : 1);
}

/** The text, or as much of its beginning as fits into `width` points, with «…». */
export function fitText(text: string, width: number, size: number, face: Face = 'plain'): string {
  if (textWidth(text, size, face) <= width) {
    return text;
  }
  const letters = [...text.normalize('NFC')];
  while (letters.length > 0 && textWidth(`${letters.join('')}…`, size, face) > width) {
    letters.pop();
  }
  return `${letters.join('').trimEnd()}…`;
}
