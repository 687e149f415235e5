import { codeTargets, type FamilyAccess, type KnownParent } from '../../db/reports/class-codes.ts';
import type { FamilyChat, FamilyLinks, OpenCode } from '../../db/reports/family-links.ts';
import {
  askCutPress,
  classPress,
  familyCodePress,
  revokeOfPress,
  slipPress,
} from '../dialogue/invite-presses.ts';
import type { Button } from '../dialogue/reply.ts';
import type { DialogueConfig, Screen } from '../dialogue/turn.ts';
import type { Texts } from '../texts/ru.ts';
import { bold, escapeHtml } from './html.ts';
import { familyName, parentName } from './invite.ts';

type Names = DialogueConfig['names'];

/** A family's access; `dayOf` tells the school's day of an instant. */
export type FamilyState = {
  classId: number;
  family: FamilyAccess;
  links: FamilyLinks;
  dayOf: (instant: Date) => string;
};

/** One family: who is linked, since when, which codes are out, and what can be done about it. */
export function familyScreen(
  { classId, family, links, dayOf }: FamilyState,
  { invites, school }: Texts,
  names: Names,
): Screen {
  const { pupilId, lastInviteId, className } = family;
  const on = (instant: Date) => school.date(dayOf(instant));
  const text = [
    bold(invites.familyTitle(familyName(family, names), className)),
    ...[
      invites.familyState[family.state],
      ...family.parents.map((parent) => parentLine(parent, invites, names)),
      ...links.chats.map(({ parent, state, linkedAt }) => {
        const line = invites.chatLine(parentName(parent, names), on(linkedAt));
        return state === 'blocked' ? invites.chatBlocked(line) : line;
      }),
      ...links.codes.map((code) =>
        invites.openCode(codeName(code, invites, names), on(code.expiresAt)),
      ),
    ].map(escapeHtml),
  ].join('\n');
  const known = codeTargets(family).flatMap((parent) =>
    parent ? [giveButton(parent.personId, invites.codeFor(parentName(parent, names)))] : [],
  );
  const buttons: Button[] = [
    ...known,
    giveButton(null, invites.codeForAnyone),
    { text: invites.codeAsSlip, press: slipPress(classId, pupilId, lastInviteId) },
    ...links.codes.map((code) => ({
      text: invites.revokeOf(codeName(code, invites, names)),
      press: revokeOfPress(classId, pupilId, code.inviteId),
    })),
    ...links.chats.filter(({ staff }) => !staff).map(cutButton),
    { text: invites.toClass, press: classPress(classId, 0) },
  ];
  return { text, buttons: buttons.map((button) => [button]) };

  function giveButton(personId: number | null, label: string): Button {
    return { text: label, press: familyCodePress({ classId, pupilId, lastInviteId }, personId) };
  }

  function cutButton({ linkId, parent, linkedAt }: FamilyChat): Button {
    const name = `${parentName(parent, names)}, ${on(linkedAt)}`;
    return { text: invites.cutOf(name), press: askCutPress(classId, pupilId, linkId) };
  }
}

function parentLine(parent: KnownParent, invites: Texts['invites'], names: Names): string {
  const name = parentName(parent, names);
  return parent.staff && !parent.linked
    ? invites.parentStaff(name)
    : invites.parentLine(name, parent.linked);
}

function codeName({ parent }: OpenCode, invites: Texts['invites'], names: Names): string {
  return parent ? parentName(parent, names) : invites.whoever;
}
