import { readdir } from 'node:fs/promises';
import { dayOf } from '../days.ts';
import type { KeptBackup } from '../rules/backup-rotation.ts';

/** What is backed up, where to, and under which key phrase. */
export type BackupPlace = {
  databaseUrl: string;
  folder: string;
  key: string;
  /** The key is the configured one; else it was made at the first start and lies beside the data. */
  ownKey: boolean;
  /** A shell command that takes a finished file elsewhere; it gets the path as its last argument. */
  hook: string | null;
};

/** Who asked for a backup. */
export type BackupKind = 'nightly' | 'console' | 'chat' | 'panel';

const NAME = /^journal-(\d{4})(\d{2})(\d{2})T(\d{2})(\d{2})(\d{2}\.\d{3})Z\.backup$/;

/** A copy made before restoring is named otherwise: rotation never removes it. */
export function backupName(kind: BackupKind | 'before-restore', madeAt: Date): string {
  const prefix = kind === 'before-restore' ? 'before-restore' : 'journal';
  return `${prefix}-${stampOf(madeAt)}.backup`;
}

/** An instant as a part of a file's name, UTC. */
export function stampOf(instant: Date): string {
  return instant.toISOString().replaceAll(/[-:]/g, '');
}

/** The backups that lie in a folder, by their names. */
export async function listBackups(folder: string, timezone: string): Promise<KeptBackup[]> {
  return (await readdir(folder)).flatMap((file) => {
    const [, year, month, day, hour, minute, second] = NAME.exec(file) ?? [];
    if (second === undefined) {
      return [];
    }
    const madeAt = new Date(`${year}-${month}-${day}T${hour}:${minute}:${second}Z`);
    return [{ file, madeAt, day: dayOf(madeAt, timezone) }];
  });
}
