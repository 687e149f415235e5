/** What may be logged of an error. */
export type ErrorFacts = { name: string; code?: string; at: string[] };

/**
 * The facts of an error without its words: messages of a database or a library quote the values they
 * choked on, and those are names, marks and tokens.
 */
export function errorFacts(error: unknown): ErrorFacts {
  if (!(error instanceof Error)) {
    return { name: typeof error, at: [] };
  }
  const code = codeOf(error);
  const frames = (error.stack ?? '').split('\n').filter((line) => /^\s+at /.test(line));
  return {
    name: error.name,
    ...(code === null ? {} : { code }),
    at: frames.slice(0, 6).map((line) => line.trim()),
  };
}

/** The code of an error or of what caused it, as SQLITE_FULL. Sequelize keeps that as `original`. */
export function codeOf(error: unknown): string | null {
  const { original, cause } = (error ?? {}) as { original?: unknown; cause?: unknown };
  const { code } = (original ?? cause ?? error ?? {}) as { code?: unknown };
  return typeof code === 'string' ? code : null;
}
