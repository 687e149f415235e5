import { problemText } from '../../bot/views/backup.ts';
import { asBackupError } from '../../db/backup/backup-error.ts';
import { type RestoreOptions, restoreBackup } from '../../db/backup/restore-backup.ts';
import { dayOf, timeOf } from '../../db/days.ts';
import { type ByHandDeps, wrongCall } from './by-hand.ts';
import { readOptions } from './read-options.ts';

const OPTIONS = { 'other-school': { type: 'boolean' }, help: { type: 'boolean' } } as const;

/** What restoring stands on: no open database, as it is replaced. */
export type RestoreDeps = Pick<ByHandDeps, 'texts' | 'print'> &
  Pick<RestoreOptions, 'place' | 'clock' | 'timezone'>;

/** `npm run restore`: puts a backup in the place of the database of a stopped server. */
export async function restoreByHand(deps: RestoreDeps, args: string[]): Promise<number> {
  const { texts, print, timezone } = deps;
  const { backup, console, importing, school } = texts;
  const call = readOptions(args, OPTIONS);
  if ('wrong' in call) {
    return wrongCall(deps, importing.unknownOption(call.wrong), backup.restoreUsage);
  }
  const { values, positionals } = call;
  const [file, ...more] = positionals;
  if (values.help) {
    print(console.usage(backup.restoreUsage));
    print(backup.restoreHelp);
    return 0;
  }
  if (file === undefined || more.length > 0) {
    return wrongCall(deps, backup.oneFile, backup.restoreUsage);
  }
  try {
    const otherSchool = values['other-school'] === true;
    const { header, safetyCopy } = await restoreBackup({ ...deps, file, otherSchool });
    const at = new Date(header.madeAt);
    print(backup.restored(school.date(dayOf(at, timezone)), timeOf(at, timezone)));
    if (safetyCopy !== null) {
      print(backup.safetyCopy(safetyCopy));
    }
    return 0;
  } catch (error) {
    print(backup.notRestored(problemText(asBackupError(error), texts)));
    return 1;
  }
}
