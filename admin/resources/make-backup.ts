import type { Action, ActionContext, ActionRequest, RecordActionResponse } from 'adminjs';
import { asBackupError } from '../../db/backup/backup-error.ts';
import { makeBackup } from '../../db/backup/make-backup.ts';
import type { BackupPlace } from '../../db/backup/place.ts';
import type { Db } from '../../db/open.ts';
import { userOf } from '../current-admin.ts';
import { panelLocale } from '../locale/locale.ts';

/**
 * The «new» of the backups: a GET shows the button, a POST makes one now and says what came of it.
 * `place` is null where no backups are made.
 */
export function makeBackupNow(
  db: Db,
  place: BackupPlace | null,
): Partial<Action<RecordActionResponse>> {
  return {
    component: 'MakeBackup',
    handler: async (request: ActionRequest, _response: unknown, context: ActionContext) => {
      // AdminJS expects the record of a form; this one stays empty.
      const record = (await context.resource.build({})).toJSON(context.currentAdmin);
      if (request.method !== 'post') {
        return { record };
      }
      const { messages } = panelLocale(userOf(context.currentAdmin).language);
      if (place === null) {
        return { record, notice: { message: messages.backupNotHere, type: 'error' } };
      }
      try {
        await makeBackup(db, place, 'panel');
        return { record, notice: { message: messages.backupMade, type: 'success' } };
      } catch (error) {
        const busy = asBackupError(error).problem === 'busy';
        const message = busy ? messages.backupBusy : messages.backupFailed;
        return { record, notice: { message, type: 'error' } };
      }
    },
  };
}
