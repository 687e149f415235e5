import { codeTargets, type FamilyAccess, type KnownParent } from '../../db/reports/class-codes.ts';
import { classPress, FORMS, givePress, SCOPES, type Scope } from '../dialogue/invite-presses.ts';
import type { Screen } from '../dialogue/turn.ts';
import type { Texts } from '../texts/ru.ts';
import { bold, escapeHtml } from './html.ts';

/** A code to make: of a family, for a parent the school knows or for whoever comes (null). */
export type Wanted = { family: FamilyAccess; parent: KnownParent | null };

/** Which codes a scope means for a class. */
export function wantedCodes(families: readonly FamilyAccess[], scope: Scope): Wanted[] {
  return families.flatMap((family) =>
    codeTargets(family)
      .map((parent) => ({ family, parent }))
      .filter((wanted) => IN_SCOPE[scope](wanted)),
  );
}

const IN_SCOPE: Record<Scope, (wanted: Wanted) => boolean> = {
  none: ({ family }) => family.state === 'none',
  // Of a family that is linked already only a parent the school knows is still awaited.
  unlinked: ({ family, parent }) => family.state !== 'linked' || parent !== null,
  all: () => true,
};

/** The newest code of a class: a button drawn before it is stale. */
export function newestCode(families: readonly FamilyAccess[]): number {
  return Math.max(0, ...families.map(({ lastInviteId }) => lastInviteId));
}

/** Whom to give codes to, and how: to print or to forward. */
export function codesScreen(
  { classId, families }: { classId: number; families: readonly FamilyAccess[] },
  { invites }: Texts,
): Screen {
  const [first] = families;
  if (!first) {
    return { text: escapeHtml(invites.emptyClass) };
  }
  const scopes = SCOPES.map((scope) => ({ scope, count: wantedCodes(families, scope).length }));
  const text = [
    bold(invites.codesTitle(first.className)),
    escapeHtml(scopes.map(({ scope, count }) => invites.scopes[scope](count)).join('. ')),
    escapeHtml(invites.codesHint),
  ].join('\n');
  const rows = scopes
    .filter(({ count }) => count > 0)
    .map(({ scope }) =>
      FORMS.map((form) => ({
        text: `${invites.giveTo[scope]}: ${invites.forms[form]}`,
        press: givePress(classId, scope, form, newestCode(families)),
      })),
    );
  return { text, buttons: [...rows, [{ text: invites.toClass, press: classPress(classId, 0) }]] };
}
