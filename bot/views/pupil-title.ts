import type { RosterPupil } from '../../db/reports/roster.ts';
import type { DialogueConfig } from '../dialogue/turn.ts';
import { pupilName } from './pupil-name.ts';

/** How the school's messages name a pupil: «Иванов Артём», «Иванов А.», or «№ 12» with no names. */
export function pupilTitle(pupil: RosterPupil, names: DialogueConfig['names']): string {
  return names === 'full' ? `${pupil.lastName} ${pupil.firstName}` : pupilName(pupil, names);
}

// A class is 40 at most; longer lists are cut so that a message never outgrows its limit.
const NAMES_SHOWN = 40;

/** «Иванов А., Козлов Д.» */
export function pupilList(pupils: readonly RosterPupil[], names: DialogueConfig['names']): string {
  const listed = pupils.slice(0, NAMES_SHOWN).map((pupil) => pupilName(pupil, names));
  return listed.join(', ') + (pupils.length > NAMES_SHOWN ? '…' : '');
}
