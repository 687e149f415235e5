import { createHash } from 'node:crypto';
import type { Db } from '../../../db/open.ts';

/**
 * Tables that hostile updates may well write to, and why: that they came and what was answered
 * (inbox, outbox), which question waits for words (dialog), that a parent's own screen was shown
 * (view_event), and that a code was tried (code_attempt).
 */
export const EXEMPT: readonly string[] = [
  'inbox',
  'outbox',
  'dialog',
  'view_event',
  'code_attempt',
];

/** A digest of all rows of each table but the exempt ones. */
export async function fingerprintOf(db: Db): Promise<Map<string, string>> {
  const tables = Object.values(db.models).map((model) => String(model.getTableName()));
  const prints = new Map<string, string>();
  for (const table of tables.filter((name) => !EXEMPT.includes(name))) {
    const rows = await db.select(`SELECT * FROM ${table}`);
    const lines = rows.map((row) => JSON.stringify(row)).sort();
    prints.set(table, createHash('sha256').update(lines.join('\n')).digest('hex'));
  }
  return prints;
}
