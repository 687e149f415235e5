import { z } from 'zod';
import { daysBetween } from '../../db/days.ts';
import type { ExportSlice } from '../../db/reports/export/slice.ts';
import type { ExportRow } from './endpoints.ts';
import { Problem } from './problem.ts';

/** A term with its holidays: no answer needs more, and a mistaken year doesn't read it all. */
export const MOST_DAYS = 92;
const ROWS = 500;
const MOST_ROWS = 1_000;

const day = z.iso.date('must be a day of the calendar, as 2026-09-01');

/** What an endpoint is asked; the document of the API is made of it too. */
export const exportQuery = z.strictObject({
  from: day.describe('First day of the school, included'),
  to: day.describe(`Last day, included; at most ${MOST_DAYS} days`),
  limit: z
    .string()
    .regex(/^[1-9]\d{0,8}$/, 'must be a whole number from 1')
    .optional()
    .describe(`Rows in a page: ${ROWS} if not given, ${MOST_ROWS} at most`),
  cursor: z
    .string()
    .regex(/^[\w-]+$/, 'must be `next` of the page before, unchanged')
    .optional()
    .describe('`next` of the page before; from and to stay as they were'),
  format: z.enum(['json', 'csv'], 'must be json or csv').optional(),
});

export type ExportQuery = ExportSlice & { format: 'json' | 'csv' | null };

/** Reads the parameters of a request; a Problem says which of them is wrong and how it should be. */
export function readQuery(query: unknown): ExportQuery {
  const read = exportQuery.safeParse(query);
  if (!read.success) {
    throw new Problem(400, sentenceOf(read.error.issues[0]));
  }
  const { from, to, limit, cursor, format } = read.data;
  const days = daysBetween(from, to) + 1;
  if (days < 1) {
    throw new Problem(400, 'The day of "to" is before that of "from": swap them.');
  }
  if (days > MOST_DAYS) {
    throw new Problem(400, `These are ${days} days: ask for ${MOST_DAYS} at most at a time.`);
  }
  return {
    from,
    to,
    after: cursor === undefined ? { day: from, id: 0 } : readCursor(cursor, from, to),
    limit: Math.min(Number(limit ?? ROWS), MOST_ROWS),
    format: format ?? null,
  };
}

/** The place after a row, as the next request names it. */
export function cursorAfter({ date = '', id }: ExportRow): string {
  return Buffer.from(`${date}/${id}`).toString('base64url');
}

function readCursor(cursor: string, from: string, to: string): ExportSlice['after'] {
  const text = Buffer.from(cursor, 'base64url').toString();
  const [, day = '', id] = /^(\d{4}-\d{2}-\d{2})?\/(\d{1,10})$/.exec(text) ?? [];
  const dated = day !== '';
  const known = id !== undefined && Number(id) <= MOST_ID;
  if (!known || (dated && (!z.iso.date().safeParse(day).success || day < from || day > to))) {
    throw new Problem(400, 'The parameter "cursor" must be `next` of the page before, unchanged.');
  }
  return { day: dated ? day : from, id: Number(id) };
}

// What a column of ids can hold on PostgreSQL.
const MOST_ID = 2 ** 31 - 1;

function sentenceOf(issue: z.core.$ZodIssue | undefined): string {
  if (issue?.code === 'unrecognized_keys') {
    const known = Object.keys(exportQuery.shape).join(', ');
    return `A parameter of the request is unknown: there are ${known}.`;
  }
  const [name = ''] = issue?.path ?? [];
  return `The parameter "${String(name)}" ${issue?.message}.`;
}
