import { CHAIN_START, chainHash } from '../audit-chain.ts';
import type { Db } from '../open.ts';
import { type RawInstant, toInstant } from '../values.ts';

const PAGE = 5_000;

type Row = {
  id: number;
  operation: string;
  record: string;
  recordId: number;
  pupilId: number | null;
  lessonId: number | null;
  actorId: number | null;
  door: string;
  at: RawInstant;
  before: string | null;
  after: string | null;
  reason: string | null;
  undoes: string | null;
  prevHash: string;
  hash: string;
};

export type ChainReport = { lines: number; brokenAt: number | null; head: string };

/** Walks the whole audit and says at which line, if any, it is not what was written. */
export async function verifyChain(db: Pick<Db, 'select'>): Promise<ChainReport> {
  let lines = 0;
  let lastId = 0;
  let head = CHAIN_START;
  for (;;) {
    const rows = await db.select<Row>(
      `SELECT id, operation, record, record_id AS "recordId", pupil_id AS "pupilId",
              lesson_id AS "lessonId", actor_id AS "actorId", door, at, before, after, reason,
              undoes, prev_hash AS "prevHash", hash
         FROM change WHERE id > :lastId ORDER BY id LIMIT :limit`,
      { lastId, limit: PAGE },
    );
    for (const row of rows) {
      const line = { ...row, at: toInstant(row.at).toISOString() };
      if (row.prevHash !== head || chainHash(head, line) !== row.hash) {
        return { lines, brokenAt: row.id, head };
      }
      head = row.hash;
      lastId = row.id;
      lines += 1;
    }
    if (rows.length < PAGE) {
      return { lines, brokenAt: null, head };
    }
  }
}
