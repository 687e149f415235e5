import type { Tx } from '../open.ts';

// As many as insertRows sends at once.
const CHUNK = 500;

/**
 * Updates stored rows by one statement per chunk. `columns` are all that may not be empty, `id` the
 * first; of them `touched` are written. Names must come from code; values are escaped.
 */
export async function updateRows(
  tx: Tx,
  table: string,
  columns: readonly string[],
  touched: readonly string[],
  rows: readonly (readonly unknown[])[],
): Promise<void> {
  // An UPDATE from a list of values would have to cast each one, differently on the two databases.
  const set = touched.map((column) => `${column} = excluded.${column}`).join(', ');
  for (let from = 0; from < rows.length; from += CHUNK) {
    await tx.run(
      `INSERT INTO ${table} (${columns.join(', ')}) VALUES :rows
        ON CONFLICT (id) DO UPDATE SET ${set}`,
      { rows: rows.slice(from, from + CHUNK) },
    );
  }
}
