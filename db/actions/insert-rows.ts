import type { Tx } from '../open.ts';

// Both databases parse a statement of this many rows quickly; a longer one only costs memory.
const CHUNK = 500;

/**
 * Inserts rows by one statement per chunk and returns their ids in the order given. Column names
 * must come from code, never from a user; values are escaped.
 */
export async function insertRows(
  tx: Tx,
  table: string,
  columns: readonly string[],
  rows: readonly (readonly unknown[])[],
): Promise<number[]> {
  const ids: number[] = [];
  for (let from = 0; from < rows.length; from += CHUNK) {
    const inserted = await tx.run<{ id: number }>(
      `INSERT INTO ${table} (${columns.join(', ')}) VALUES :rows RETURNING id`,
      { rows: rows.slice(from, from + CHUNK) },
    );
    ids.push(...inserted.map(({ id }) => id));
  }
  return ids.sort((left, right) => left - right);
}
