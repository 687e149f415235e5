import { type RawInstant, toInstant } from '../../values.ts';

/**
 * One page of an export: the school's days `from`–`to`, both included, past the place where the page
 * before ended. What has a day of its own goes by day and id, everything else by id.
 */
export type ExportSlice = {
  from: string;
  to: string;
  /** `day` is `from` and `id` 0 at the beginning. */
  after: { day: string; id: number };
  limit: number;
};

/** Values of the parameters that the SQL of the export names. */
export function sliceParams({ from, to, after, limit }: ExportSlice): Record<string, unknown> {
  return { from, to, day: after.day, id: after.id, limit };
}

/** SQL that keeps the rows of a slice, of a table with a day of its own, and their order. */
export function byDay(alias: string, condition = 'TRUE'): string {
  return `WHERE (${alias}.date, ${alias}.id) > (:day, :id) AND ${alias}.date <= :to
    AND ${condition} ORDER BY ${alias}.date, ${alias}.id LIMIT :limit`;
}

/** SQL that keeps the rows of a slice whose period touches its days, and their order. */
export function byPeriod(alias: string, startsOn: string, endsOn: string): string {
  return `WHERE ${alias}.id > :id AND ${startsOn} <= :to
    AND (${endsOn} IS NULL OR ${endsOn} >= :from) ORDER BY ${alias}.id LIMIT :limit`;
}

/** An instant as the export writes it: UTC, ISO 8601. */
export function utc(raw: RawInstant): string {
  return toInstant(raw).toISOString();
}
