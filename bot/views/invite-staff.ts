import type { StaffAccess } from '../../db/reports/staff-codes.ts';
import {
  askStaffCutPress,
  revokePress,
  staffCodePress,
  staffCutPress,
  staffPagePress,
  staffPress,
} from '../dialogue/invite-presses.ts';
import type { Button } from '../dialogue/reply.ts';
import type { DialogueConfig, Screen } from '../dialogue/turn.ts';
import type { Texts } from '../texts/ru.ts';
import { bold, escapeHtml } from './html.ts';
import { arrowRow, pageOf } from './pages.ts';
import { personName } from './person-name.ts';
import { rowsOf } from './rows.ts';

type Names = DialogueConfig['names'];

/** Colleagues whose chat isn't linked yet. */
export function staffScreen(
  { staff, page }: { staff: readonly StaffAccess[]; page: number },
  texts: Texts,
  names: Names,
): Screen {
  const { invites } = texts;
  const waiting = staff.filter(({ state }) => state !== 'linked');
  const lines = [
    bold(invites.staffTitle),
    ...(waiting.length === 0
      ? [escapeHtml(invites.everybodyLinked)]
      : [escapeHtml(invites.legend)]),
    escapeHtml(invites.findStaff),
  ];
  const buttons = pageOf(waiting, page).map((person) => staffButton(person, texts, names));
  const arrows = arrowRow(waiting.length, page, invites, staffPagePress);
  return { text: lines.join('\n'), buttons: [...rowsOf(buttons, 2), ...arrows] };
}

/** A chat of a colleague's, by the school's day it was linked on. */
export type StaffChat = { linkId: number; since: string };

/** A colleague who has a code or a chat already. */
export function colleagueScreen(
  person: StaffAccess,
  chats: readonly StaffChat[],
  { invites, links, school, start }: Texts,
  names: Names,
): Screen {
  const name = personName(person, names) ?? start.noName;
  const text = person.state === 'linked' ? invites.staffLinked(name) : invites.staffGiven(name);
  const code = {
    text: invites.newCode,
    press: staffCodePress(person.personId, person.lastInviteId),
  };
  const revoke =
    person.state === 'given'
      ? [[{ text: invites.revoke, press: revokePress(person.lastInviteId) }]]
      : [];
  const cuts = chats.map(({ linkId, since }) => [
    {
      text: links.cut(links.staffChat(school.date(since))),
      press: askStaffCutPress(person.personId, linkId),
    },
  ]);
  const back = { text: invites.staff, press: staffPagePress(0) };
  return { text: escapeHtml(text), buttons: [[code], ...revoke, ...cuts, [back]] };
}

/** Asks the administrator before a colleague's chat is cut off. */
export function askStaffCutScreen(
  person: StaffAccess,
  { linkId, since }: StaffChat,
  { links, school, start }: Texts,
  names: Names,
): Screen {
  const name = personName(person, names) ?? start.noName;
  return {
    text: escapeHtml(links.askStaff(name, school.date(since))),
    buttons: [
      [{ text: links.yes, press: staffCutPress(person.personId, linkId) }],
      [{ text: links.no, press: staffPress(person.personId) }],
    ],
  };
}

/** A colleague's button: the state of their access and the name. */
export function staffButton(person: StaffAccess, { invites, start }: Texts, names: Names): Button {
  const name = personName(person, names === 'none' ? 'none' : 'short');
  const label = name ?? `${start.noName} (№ ${person.personId})`;
  return { text: `${invites.signs[person.state]} ${label}`, press: staffPress(person.personId) };
}
