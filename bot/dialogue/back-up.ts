import { asBackupError } from '../../db/backup/backup-error.ts';
import { makeBackup } from '../../db/backup/make-backup.ts';
import { Refusal } from '../../db/errors.ts';
import { readBackups } from '../../db/reports/backups.ts';
import { can } from '../../db/rules/access.ts';
import { backupScreen, noBackupScreen } from '../views/backup.ts';
import { escapeHtml } from '../views/html.ts';
import { type Answer, say, type TextTurn } from './turn.ts';

const LISTED = 8;

/** /backup: makes one now, outside of any transaction, and says what came of it. */
export async function backUp({ caller, db, texts, config }: TextTurn): Promise<Answer> {
  if (!caller || !can(caller.actor, 'school.write', null)) {
    throw new Refusal('not-allowed');
  }
  const { backups: place } = config;
  if (!place) {
    return say({ text: escapeHtml(texts.backup.notHere) });
  }
  try {
    const made = await makeBackup(db, place, 'chat');
    const stored = await readBackups(db, LISTED);
    const { timezone } = db;
    return say(backupScreen(made, { stored, ownKey: place.ownKey, timezone }, texts));
  } catch (error) {
    return say(noBackupScreen(asBackupError(error), texts));
  }
}
