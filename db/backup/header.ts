import { z } from 'zod';

/** What a database holds, as far as a backup and its restored copy must agree. */
export const FACTS = z.object({
  /** The name of the last migration it has been through. */
  schema: z.string(),
  /** Rows of each table. */
  rows: z.record(z.string(), z.number().int().min(0)),
  audit: z.object({ lines: z.number().int().min(0), head: z.string() }),
  /** The hash of the first line of the audit: all descendants of one school's journal share it. */
  school: z.string().nullable(),
});
export type Facts = z.infer<typeof FACTS>;

/** The beginning of a backup, readable without the key and bound to all that follows. */
export const HEADER = z.object({
  dialect: z.enum(['sqlite', 'postgres']),
  kind: z.enum(['nightly', 'console', 'chat', 'panel', 'before-restore']),
  madeAt: z.iso.datetime(),
  /** Size of the content before it was encrypted. */
  bytes: z.number().int().min(0),
  /** Null only in a copy made before restoring, of a database that had nothing to tell. */
  facts: FACTS.nullable(),
});
export type Header = z.infer<typeof HEADER>;

/** What is needed besides the key phrase; base64. `check` tells a wrong key from a damaged file. */
export const CRYPT = z.object({ salt: z.base64(), nonce: z.base64(), check: z.base64() });
export type Crypt = z.infer<typeof CRYPT>;

/** Whether two databases hold the same. */
export function sameFacts(left: Facts, right: Facts): boolean {
  const sorted = ({ rows, ...rest }: Facts) => [
    rest.schema,
    rest.school,
    rest.audit.lines,
    rest.audit.head,
    Object.entries(rows).sort(([a], [b]) => (a < b ? -1 : 1)),
  ];
  return JSON.stringify(sorted(left)) === JSON.stringify(sorted(right));
}
