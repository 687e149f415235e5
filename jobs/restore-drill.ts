import { drillReport } from '../bot/views/backup.ts';
import { asBackupError } from '../db/backup/backup-error.ts';
import { drillRestore } from '../db/backup/drill-restore.ts';
import type { BackupPlace } from '../db/backup/place.ts';
import type { Job } from './job.ts';
import { tellAdministrators } from './tell-administrators.ts';

/**
 * Once a month, an hour after the nightly backup: the newest one is restored into a scratch database
 * and compared; the administrators hear how it went. A drill that failed is not repeated by itself.
 */
export function restoreDrill(place: BackupPlace): Job {
  return {
    name: 'restore-drill',
    due: () => ({ dayOfMonth: 1, hour: 5 }),
    // A month without one is caught up at any time before the next.
    catchUpHours: 27 * 24,
    run: async (deps, { slot }) => {
      const { db } = deps;
      const drill = await drillRestore(db, place).catch(asBackupError);
      if (drill) {
        await tellAdministrators(deps, `restore-drill:${slot}`, (texts) =>
          drillReport(drill, db.timezone, texts),
        );
      }
    },
  };
}
