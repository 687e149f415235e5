/** A statement with `?` in the place of its parameters, and their values in that order. */
export type Statement = { sql: string; values: unknown[] };

/** The text around the parameters, and their names: one fewer than texts. */
type Template = { texts: string[]; names: string[] };

// What may stand around a parameter and must not be taken for one: strings, quoted names, comments.
const PARTS = /'(?:[^']|'')*'|"(?:[^"]|"")*"|--[^\n]*|\/\*[\s\S]*?\*\/|(?<![:\w]):([a-zA-Z]\w*)/g;

/**
 * Gives a function that binds `:name` parameters as SQLite keeps values: instants are UTC text, flags
 * 0 or 1. A list becomes as many values as it has (`IN (:ids)`), a list of lists becomes rows
 * (`VALUES :rows`). It remembers the statements it has read, which are those of the code.
 */
export function createBinder(): (sql: string, params: Record<string, unknown>) => Statement {
  const templates = new Map<string, Template>();
  return (sql, params) => {
    const template = templates.get(sql) ?? readTemplate(sql);
    templates.set(sql, template);
    const values: unknown[] = [];
    const [first = '', ...rest] = template.texts;
    const bound = rest.map((text, index) => {
      const name = template.names[index] ?? '';
      const value = params[name];
      if (value === undefined) {
        throw new Error(`the parameter :${name} has no value`);
      }
      return placeholders(value, values) + text;
    });
    return { sql: first + bound.join(''), values };
  };
}

function readTemplate(sql: string): Template {
  const texts: string[] = [];
  const names: string[] = [];
  let from = 0;
  for (const match of sql.matchAll(PARTS)) {
    const [part, name] = match;
    if (name !== undefined) {
      texts.push(sql.slice(from, match.index));
      names.push(name);
      from = match.index + part.length;
    }
  }
  texts.push(sql.slice(from));
  return { texts, names };
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
