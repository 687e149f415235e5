import { controlMonday } from '../../jobs/control-monday.ts';
import { eveningDigest } from '../../jobs/evening-digest.ts';
import { eveningReminder } from '../../jobs/evening-reminder.ts';
import type { Job } from '../../jobs/job.ts';
import { journalControl } from '../../jobs/journal-control.ts';
import { nightlyBackup } from '../../jobs/nightly-backup.ts';
import { restoreDrill } from '../../jobs/restore-drill.ts';
import { sweep } from '../../jobs/sweep.ts';
import { termReports } from '../../jobs/term-reports.ts';
import { weeklySummary } from '../../jobs/weekly-summary.ts';

const NOWHERE = {
  databaseUrl: 'sqlite:none',
  folder: 'none',
  key: 'none',
  ownKey: false,
  hook: null,
};

/** Every job of the product; those of backups have no place to make them. */
export const PRODUCT_JOBS: readonly Job[] = [
  eveningDigest,
  weeklySummary,
  eveningReminder,
  journalControl,
  controlMonday,
  termReports,
  sweep,
  nightlyBackup(NOWHERE),
  restoreDrill(NOWHERE),
];
