import type { Examination } from './examine.ts';
import type { Reading } from './meter.ts';
import type { WriteTrouble } from './write-probe.ts';

/** Nobody can work: the answer of /healthz is 503. */
export type Grave = `database-${WriteTrouble}` | 'token-refused' | 'second-bot';

/** Work goes on, and somebody has to look. */
export type Warning =
  | 'disk-low'
  | 'messenger-silent'
  | 'inbox-late'
  | 'outbox-late'
  | `job-late:${string}`
  | 'backup-missing'
  | 'backup-late'
  | 'backup-failed';

/** An alarm that people can be told of, as it doesn't keep the messenger from telling. */
export type Trouble = Exclude<
  Grave | Warning,
  'token-refused' | 'second-bot' | 'messenger-silent' | 'backup-failed'
>;

// A fetch is held open for 25 seconds and repeated after half a minute at most.
const SILENT_S = 120;
// An answer takes milliseconds, so one that waits has failed and is being tried again.
const INBOX_LATE_S = 60;
// A digest for a whole school takes minutes at the messenger's pace.
const OUTBOX_LATE_S = 30 * 60;
// Jobs are looked for every minute; five attempts of ten minutes are an hour.
const JOB_LATE_S = 60 * 60;
// They are made every night; a night that failed is tried again until the evening.
const BACKUP_LATE_S = 36 * 60 * 60;
// A night's backup of a school takes several of its copies for a while.
const DISK_LOW_BYTES = 200 * 1024 * 1024;

/** What is wrong with a running journal, the gravest first. */
export function alarmsOf(
  { trouble, operations, free }: Examination,
  { refusal, silence }: Pick<Reading, 'refusal' | 'silence'>,
  { backups, bot }: { backups: boolean; bot: boolean },
): { grave: Grave[]; warnings: Warning[] } {
  const grave: Grave[] = [
    ...(trouble ? [`database-${trouble}` as const] : []),
    ...(refusal
      ? [refusal === 'conflict' ? ('second-bot' as const) : ('token-refused' as const)]
      : []),
  ];
  const warnings: Warning[] = [];
  const warn = (warning: Warning, is: boolean) => is && warnings.push(warning);
  warn('disk-low', free !== null && free < DISK_LOW_BYTES);
  warn('messenger-silent', bot && silence > SILENT_S);
  if (operations) {
    const { inbox, outbox, jobs, backup } = operations;
    warn('inbox-late', inbox.oldest > INBOX_LATE_S);
    warn(
      'outbox-late',
      outbox.some(({ oldest }) => oldest > OUTBOX_LATE_S),
    );
    for (const { job, done, late } of jobs) {
      warn(`job-late:${job}`, !done && late > JOB_LATE_S);
    }
    warn('backup-missing', backups && backup.age === null);
    warn('backup-late', backups && backup.age !== null && backup.age > BACKUP_LATE_S);
    warn('backup-failed', backups && backup.failed);
  }
  return { grave, warnings };
}
