import { codeOf } from '../error-facts.ts';

/** Every sentence a backup or a restore may be refused with; the texts are keyed by these names. */
export type BackupProblem =
  | 'busy' // another backup is being made in this folder
  | 'integrity' // the database itself is damaged
  | 'foreign-keys' // rows point to rows that aren't there
  | 'audit' // the audit chain is broken
  | 'unreadable' // no such file
  | 'not-a-backup'
  | 'damaged' // torn, or a byte of it has changed
  | 'wrong-key'
  | 'newer-schema' // made by a newer version; data: schema
  | 'other-database' // of PostgreSQL for SQLite, or the other way round
  | 'other-school'
  | 'in-use' // the database to replace is open elsewhere
  | 'differs' // what was restored is not what was backed up
  | 'no-scratch' // no right to create a scratch database
  | 'tool' // a tool of PostgreSQL is missing or has failed; data: tool, detail
  | 'unexpected'; // data: code

/** What a backup was refused with, or failed of: one sentence, and nothing was changed. */
export class BackupError extends Error {
  readonly problem: BackupProblem;
  readonly data: Record<string, string>;

  constructor(problem: BackupProblem, data: Record<string, string> = {}, options?: ErrorOptions) {
    super(problem, options);
    this.name = 'BackupError';
    this.problem = problem;
    this.data = data;
  }
}

const DAMAGE = ['SQLITE_CORRUPT', 'SQLITE_NOTADB'];

/** Any error as one that has a sentence. Of an unforeseen one only its code is told. */
export function asBackupError(error: unknown): BackupError {
  if (error instanceof BackupError) {
    return error;
  }
  const code = codeOf(error) ?? 'unknown';
  return DAMAGE.includes(code)
    ? new BackupError('integrity', {}, { cause: error })
    : new BackupError('unexpected', { code }, { cause: error });
}
