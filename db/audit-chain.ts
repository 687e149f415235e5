import { createHash } from 'node:crypto';

/** What one line of the audit says; the hash covers all of it and the line before. */
export type AuditLine = {
  operation: string;
  record: string;
  recordId: number;
  pupilId: number | null;
  lessonId: number | null;
  actorId: number | null;
  door: string;
  /** ISO 8601, UTC, milliseconds. */
  at: string;
  before: string | null;
  after: string | null;
  reason: string | null;
  undoes: string | null;
};

/** The hash that the first line continues. */
export const CHAIN_START = '0'.repeat(64);

/** SHA-256 over the previous hash and every field, in a fixed order. */
export function chainHash(prevHash: string, line: AuditLine): string {
  const fields = [
    prevHash,
    line.operation,
    line.record,
    line.recordId,
    line.pupilId,
    line.lessonId,
    line.actorId,
    line.door,
    line.at,
    line.before,
    line.after,
    line.reason,
    line.undoes,
  ];
  return createHash('sha256').update(JSON.stringify(fields)).digest('hex');
}
