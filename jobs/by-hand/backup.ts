import { problemText, sizeText } from '../../bot/views/backup.ts';
import { asBackupError } from '../../db/backup/backup-error.ts';
import { makeBackup } from '../../db/backup/make-backup.ts';
import type { BackupPlace } from '../../db/backup/place.ts';
import { type ByHand, wrongCall } from './by-hand.ts';

/** `npm run backup`: makes one now, beside a running server or without it. */
export function backupByHand(place: BackupPlace): ByHand {
  return async (deps, args) => {
    const { db, print, texts } = deps;
    const [option] = args;
    if (option !== undefined) {
      const sentence = texts.importing.unknownOption(option);
      return wrongCall(deps, sentence, texts.backup.backupUsage);
    }
    try {
      const { path, bytes, offSite } = await makeBackup(db, place, 'console');
      print(texts.backup.madeFile(path, sizeText(bytes, texts)));
      if (offSite) {
        print(texts.backup.offSite[offSite]);
      }
      return offSite === 'failed' ? 1 : 0;
    } catch (error) {
      print(texts.backup.notMade(problemText(asBackupError(error), texts)));
      return 1;
    }
  };
}
