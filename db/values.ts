/** An instant read by raw SQL: a Date on PostgreSQL, UTC text on SQLite. */
export type RawInstant = Date | string;

export function toInstant(raw: RawInstant): Date {
  return raw instanceof Date ? raw : new Date(raw);
}

/** A flag read by raw SQL: a boolean on PostgreSQL, 0 or 1 on SQLite. */
export type RawFlag = boolean | 0 | 1;

export function toFlag(raw: RawFlag): boolean {
  return raw === true || raw === 1;
}
