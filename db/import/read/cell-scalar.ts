import type { CellValue } from 'exceljs';

/** What a cell shows, without its dress. A text has no spaces around and single ones within. */
export type Scalar = string | number | boolean | Date | null;

export type CellTrouble = { problem: 'cell-error' | 'no-result'; data: { value?: string } };

/** The value of a cell, of a formula its result; or why there is none. */
export function cellScalar(value: CellValue): { scalar: Scalar } | CellTrouble {
  if (value === null || value === undefined) {
    return { scalar: null };
  }
  if (typeof value === 'string') {
    return { scalar: cleanText(value) };
  }
  if (typeof value !== 'object' || value instanceof Date) {
    return { scalar: value };
  }
  if ('richText' in value) {
    return { scalar: cleanText(value.richText.map(({ text }) => text).join('')) };
  }
  if ('error' in value) {
    return { problem: 'cell-error', data: { value: value.error } };
  }
  if ('text' in value) {
    // exceljs types the text of a link as a string, yet it may be rich.
    return cellScalar(value.text as CellValue);
  }
  if ('formula' in value || 'sharedFormula' in value) {
    return value.result === undefined
      ? { problem: 'no-result', data: {} }
      : cellScalar(value.result as CellValue);
  }
  return { scalar: null };
}

function cleanText(text: string): string | null {
  const clean = text
    .normalize('NFC')
    .replace(/[\u200B-\u200D\u2060\uFEFF\u00AD]/g, '')
    .replace(/[\s\p{Cc}]+/gu, ' ')
    .trim();
  return clean === '' ? null : clean;
}
