import type { Cell, ExportRow } from './endpoints.ts';

/**
 * Rows as RFC 4180 has it: UTF-8, a heading, commas, CRLF. A text that a spreadsheet would take for a
 * formula gets an apostrophe before it. Nothing is an empty field.
 */
export function csvOf(columns: readonly string[], rows: readonly ExportRow[]): string {
  const lines = [columns, ...rows.map((row) => columns.map((name) => field(row[name] ?? null)))];
  return lines.map((line) => `${line.join(',')}\r\n`).join('');
}

function field(value: Cell): string {
  if (typeof value !== 'string') {
    return value === null ? '' : String(value);
  }
  const safe = /^[=+\-@\t\r]/.test(value) ? `'${value}` : value;
  return /[",\r\n]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}
