import { BackupError } from '../../db/backup/backup-error.ts';
import type { Drill } from '../../db/backup/drill-restore.ts';
import type { MadeBackup } from '../../db/backup/make-backup.ts';
import { dayOf, timeOf } from '../../db/days.ts';
import type { StoredBackup } from '../../db/reports/backups.ts';
import type { Screen } from '../dialogue/turn.ts';
import type { Texts } from '../texts/ru.ts';
import { bold, escapeHtml, pre } from './html.ts';

const KILOBYTE = 1024;

type Shown = Pick<MadeBackup, 'bytes' | 'header' | 'offSite'>;

/** What was just made, and the others that are kept. `stored` begins with the one just made. */
export function backupScreen(
  made: Shown,
  { stored, ownKey, timezone }: { stored: StoredBackup[]; ownKey: boolean; timezone: string },
  texts: Texts,
): Screen {
  const { backup, school } = texts;
  const at = new Date(made.header.madeAt);
  const [, ...others] = stored;
  const lines = [
    `${school.date(dayOf(at, timezone))}, ${timeOf(at, timezone)} · ${sizeText(made.bytes, texts)}`,
    backup.changes(made.header.facts?.audit.lines ?? 0),
    ...(made.offSite ? [backup.offSite[made.offSite]] : []),
    ...(ownKey ? [] : ['', backup.ownKeyMissing]),
  ];
  const table = others.map(({ at: then, bytes }) => {
    const when = `${school.shortDate(dayOf(then, timezone))} ${timeOf(then, timezone)}`;
    return `${when}  ${sizeText(bytes, texts)}`;
  });
  return {
    text: [
      bold(backup.made),
      ...lines.map(escapeHtml),
      '',
      ...(table.length > 0
        ? [bold(backup.last), pre(table.join('\n'))]
        : [escapeHtml(backup.noneYet)]),
    ].join('\n'),
  };
}

/** Why there is none. */
export function noBackupScreen(error: BackupError, texts: Texts): Screen {
  const { backup } = texts;
  const sentence = problemText(error, texts);
  return { text: [backup.notMade(sentence), backup.earlierStay].map(escapeHtml).join('\n') };
}

/** What every administrator is told when a night leaves no backup. */
export function nightlyAlarm(error: BackupError, texts: Texts): Screen {
  const { backup } = texts;
  return alarm(backup.nightlyFailed, [problemText(error, texts), backup.repeated]);
}

/** The file is here, but nowhere else. */
export function offSiteAlarm({ backup }: Texts): Screen {
  return alarm(backup.nightlyNotSent, [backup.checkHook]);
}

/** The monthly report: what the drill found, or why it failed. */
export function drillReport(drill: Drill | BackupError, timezone: string, texts: Texts): Screen {
  const { backup, school } = texts;
  if (drill instanceof BackupError) {
    return alarm(backup.drillFailed, [problemText(drill, texts), backup.drillAdvice]);
  }
  const at = new Date(drill.header.madeAt);
  const rows = Object.values(drill.facts.rows).reduce((sum, count) => sum + count, 0);
  return {
    text: [
      bold(backup.drillPassed),
      escapeHtml(backup.drillFrom(school.date(dayOf(at, timezone)), timeOf(at, timezone))),
      escapeHtml(backup.drillRows(rows)),
    ].join('\n'),
  };
}

/** The sentence of a problem. */
export function problemText({ problem, data }: BackupError, { backup }: Texts): string {
  return backup.problems[problem](data);
}

/** A file's size in the unit that suits it: «84 КБ», «4,2 МБ». */
export function sizeText(bytes: number, { backup }: Texts): string {
  const kilobytes = bytes / KILOBYTE;
  return kilobytes < KILOBYTE
    ? backup.kilobytes(kilobytes)
    : backup.megabytes(kilobytes / KILOBYTE);
}

function alarm(title: string, lines: string[]): Screen {
  return { text: [bold(title), ...lines.map(escapeHtml)].join('\n') };
}
