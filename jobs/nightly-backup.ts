import { nightlyAlarm, offSiteAlarm } from '../bot/views/backup.ts';
import { asBackupError, type BackupError } from '../db/backup/backup-error.ts';
import { type MadeBackup, makeBackup } from '../db/backup/make-backup.ts';
import type { BackupPlace } from '../db/backup/place.ts';
import type { Job, JobDeps } from './job.ts';
import { tellAdministrators } from './tell-administrators.ts';

/**
 * Every night, also a first start's: a checked, encrypted backup. A night that leaves none, or leaves
 * it on this disk alone, is told to the administrators; the ledger of jobs tries again.
 */
export function nightlyBackup(place: BackupPlace): Job {
  return {
    name: 'nightly-backup',
    due: () => ({ hour: 4 }),
    // A school that switches its server off for the night gets it in the morning.
    catchUpHours: 20,
    run: async (deps, { slot }) => {
      const made = await makeBackup(deps.db, place, 'nightly').catch((error: unknown) =>
        failed(deps, slot, asBackupError(error)),
      );
      if (made.offSite === 'failed') {
        await tellAdministrators(deps, `backup-not-sent:${slot}`, offSiteAlarm);
      }
    },
  };
}

async function failed(deps: JobDeps, slot: string, error: BackupError): Promise<MadeBackup> {
  // Somebody is making one at this moment; the next try says whether that was so.
  if (error.problem !== 'busy') {
    await tellAdministrators(deps, `backup-failed:${slot}`, (texts) => nightlyAlarm(error, texts));
  }
  throw error;
}
