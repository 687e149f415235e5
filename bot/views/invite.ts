import type { FamilyAccess } from '../../db/reports/class-codes.ts';
import type { LinkedParent } from '../../db/reports/family-links.ts';
import type { StaffAccess } from '../../db/reports/staff-codes.ts';
import { classPress, codesPress, familyPress, staffPagePress } from '../dialogue/invite-presses.ts';
import type { DialogueConfig, Screen } from '../dialogue/turn.ts';
import type { Texts } from '../texts/ru.ts';
import { bold, escapeHtml } from './html.ts';
import { staffButton } from './invite-staff.ts';
import { arrowRow, PER_PAGE, pageOf } from './pages.ts';
import { personName } from './person-name.ts';
import { pupilName } from './pupil-name.ts';
import { rowsOf } from './rows.ts';

type Names = DialogueConfig['names'];

/** For somebody with several classes, or with a class and the staff. */
export function chooseScreen(
  of: { classes: readonly { classId: number; className: string }[]; staff: boolean },
  { invites }: Texts,
): Screen {
  const classes = of.classes.map(({ classId, className }) => ({
    text: className,
    press: classPress(classId, 0),
  }));
  const staff = of.staff ? [[{ text: invites.staff, press: staffPagePress(0) }]] : [];
  return { text: escapeHtml(invites.choose), buttons: [...rowsOf(classes, 3), ...staff] };
}

/** A class list with the state of each family's access. */
export function classScreen(
  { classId, families, page }: { classId: number; families: readonly FamilyAccess[]; page: number },
  { invites }: Texts,
  names: Names,
): Screen {
  const [first] = families;
  if (!first) {
    return { text: escapeHtml(invites.emptyClass) };
  }
  const count = (state: FamilyAccess['state']) =>
    families.filter((family) => family.state === state).length;
  const counts = invites.classCounts(
    families.length,
    count('linked'),
    count('given'),
    count('none'),
  );
  const text = [
    bold(invites.classTitle(first.className)),
    escapeHtml(counts),
    escapeHtml(invites.legend),
  ].join('\n');
  const buttons = pageOf(families, page).map((family) => ({
    text: `${invites.signs[family.state]} ${familyName(family, names)}`,
    press: familyPress(classId, family.pupilId),
  }));
  const codes = [[{ text: invites.codes, press: codesPress(classId) }]];
  const arrows = arrowRow(families.length, page, invites, (to) => classPress(classId, to));
  return { text, buttons: [...rowsOf(buttons, 2), ...arrows, ...codes] };
}

/** Who is named as somebody searched for. */
export function foundScreen(
  of: { searched: string; families: readonly FoundFamily[]; staff: readonly StaffAccess[] },
  texts: Texts,
  names: Names,
): Screen {
  const { invites } = texts;
  const families = of.families.map((family) => ({
    text: `${invites.signs[family.state]} ${familyName(family, names)}, ${family.className}`,
    press: familyPress(family.classId, family.pupilId),
  }));
  const staff = of.staff.map((person) => staffButton(person, texts, names));
  const found = [...families, ...staff];
  if (found.length === 0) {
    return { text: escapeHtml(invites.notFound(of.searched.slice(0, 60))) };
  }
  const buttons = rowsOf(found.slice(0, PER_PAGE), 1);
  return { text: escapeHtml(invites.found(found.length)), buttons };
}

export type FoundFamily = FamilyAccess & { classId: number };

/** How a class teacher's screens name a family: by its child, as the class list does. */
export function familyName(family: FamilyAccess, names: Names): string {
  return pupilName({ ...family, middleName: null }, names);
}

/** «Иванова Мария (мать)», or the relation alone where messages may hold no names. */
export function parentName(parent: LinkedParent, names: Names): string {
  const name = personName({ ...parent, middleName: null }, names);
  const { relation } = parent;
  if (name === null) {
    return relation ?? `№ ${parent.personId}`;
  }
  return relation ? `${name} (${relation})` : name;
}
