import type { Logger } from 'pino';
import type { BackupPlace } from '../db/backup/place.ts';
import type { Clock, Db } from '../db/open.ts';
import type { ReportSheet } from '../db/reports/periodic/report-sheet.ts';
import type { WeeklyMean } from '../db/reports/periodic/weekly-means.ts';

export type Language = 'ru' | 'en';

export type PanelDeps = {
  db: Db;
  clock: Clock;
  log: Logger;
  /** Signs session cookies; at least 32 characters. */
  secret: string;
  /** Encrypts the secrets of authenticators: 64 hex digits. */
  factorKey: string;
  /** Where browsers reach the panel: scheme, host and port, as https://journal.school.ru. */
  origin: string;
  /** The public origin is https. */
  secure: boolean;
  /** Of those who have chosen none. */
  language: Language;
  /** Where backups are made; null where none are. */
  backups: BackupPlace | null;
  /** Prints a report as the chat does; a sentence says why there is nothing to print. */
  reportFile: (wanted: {
    sheet: ReportSheet;
    as: 'xlsx' | 'pdf' | 'svg';
    weeks: readonly WeeklyMean[];
    language: Language;
  }) => Promise<{ name: string; bytes: Uint8Array } | { sentence: string }>;
  /** The data are a made-up school's, and the login page says so. */
  demo: boolean;
};
