import type { RosterPupil } from '../../db/reports/roster.ts';
import type { DialogueConfig } from '../dialogue/turn.ts';

/** «Петрова А.» for a class list, or the list number alone where messages may hold no names. */
export function pupilName(pupil: RosterPupil, names: DialogueConfig['names']): string {
  return names === 'none' ? `№ ${pupil.number}` : shortName(pupil);
}

/** «12. Петрова А.»; with no names «№ 12». */
export function numberedName(pupil: RosterPupil, names: DialogueConfig['names']): string {
  return names === 'none' ? `№ ${pupil.number}` : `${pupil.number}. ${shortName(pupil)}`;
}

/** «Смирнов А.», or «23. Смирнов А.» where another of the list is written so too. */
export function nameAmong(
  pupil: RosterPupil,
  list: readonly RosterPupil[],
  names: DialogueConfig['names'],
): string {
  const alike = list.filter((one) => shortName(one) === shortName(pupil));
  return alike.length > 1 ? numberedName(pupil, names) : pupilName(pupil, names);
}

/** «Петрова А.» */
export function shortName({ lastName, firstName }: RosterPupil): string {
  const [initial] = firstName;
  return initial === undefined ? lastName : `${lastName} ${initial}.`;
}
