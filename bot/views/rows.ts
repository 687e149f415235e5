import type { Button } from '../dialogue/reply.ts';

/** Lays buttons out in rows of this many. */
export function rowsOf(buttons: readonly Button[], perRow: number): Button[][] {
  const rows: Button[][] = [];
  for (let from = 0; from < buttons.length; from += perRow) {
    rows.push(buttons.slice(from, from + perRow));
  }
  return rows;
}
