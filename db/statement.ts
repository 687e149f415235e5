/** A statement with `?` in the place of its parameters, and their values in that order. */
export type Statement = { sql: string; values: unknown[] };

// What may stand around a parameter and must not be taken for one: strings, quoted names, comments.
const PARTS = /'(?:[^']|'')*'|"(?:[^"]|"")*"|--[^\n]*|\/\*[\s\S]*?\*\/|(?<![:\w]):([a-zA-Z]\w*)/g;

/**
 * Binds `:name` parameters as SQLite keeps values: instants are UTC text, flags 0 or 1. A list
 * becomes as many values as it has (`IN (:ids)`), a list of lists becomes rows (`VALUES :rows`).
 */
export function bindSqlite(sql: string, params: Record<string, unknown>): Statement {
  const values: unknown[] = [];
  const bound = sql.replace(PARTS, (part, name?: string) => {
    if (name === undefined) {
      return part;
    }
    const value = params[name];
    if (value === undefined) {
      throw new Error(`the parameter :${name} has no value`);
    }
    return placeholders(value, values);
  });
  return { sql: bound, values };
}

function placeholders(value: unknown, values: unknown[]): string {
  if (!Array.isArray(value)) {
    values.push(stored(value));
    return '?';
  }
  return value
    .map((item) =>
      Array.isArray(item) ? `(${placeholders(item, values)})` : placeholders(item, values),
    )
    .join(', ');
}

function stored(value: unknown): unknown {
  if (value instanceof Date) {
    return value.toISOString().replace('T', ' ').replace('Z', ' +00:00');
  }
  return typeof value === 'boolean' ? Number(value) : value;
}
