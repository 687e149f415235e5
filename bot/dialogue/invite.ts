import { isNamed, readClassCodes } from '../../db/reports/class-codes.ts';
import { readClassNames } from '../../db/reports/class-names.ts';
import { readStaffCodes } from '../../db/reports/staff-codes.ts';
import { can } from '../../db/rules/access.ts';
import { escapeHtml } from '../views/html.ts';
import { chooseScreen, foundScreen } from '../views/invite.ts';
import { staffScreen } from '../views/invite-staff.ts';
import { cutFamilyChatPresses } from './cut-family-chat.ts';
import { batchInvitePresses } from './invite-batch.ts';
import { classScreenOf, familyInvitePresses } from './invite-family.ts';
import { staffInvitePresses } from './invite-staff.ts';
import type { PressTable } from './press.ts';
import type { Answer, Screen, TextTurn } from './turn.ts';
import { say } from './turn.ts';

/**
 * /invite: a class teacher's own class, an administrator's staff, whoever is both chooses; with a
 * name, the pupils and colleagues so named.
 */
export async function invite(turn: TextTurn, argument: string): Promise<Answer> {
  return say(argument === '' ? await firstScreen(turn) : await foundBy(turn, argument));
}

export const invitePresses: PressTable = {
  ...familyInvitePresses,
  ...batchInvitePresses,
  ...cutFamilyChatPresses,
  ...staffInvitePresses,
};

async function firstScreen(turn: TextTurn): Promise<Screen> {
  const { caller, db, texts, config } = turn;
  const classes = await readClassNames(db, caller?.actor.classIds ?? []);
  const staff = caller !== null && can(caller.actor, 'invite.staff', null);
  const [only] = classes;
  if (only && classes.length === 1 && !staff) {
    return classScreenOf(turn, only.classId, 0);
  }
  if (classes.length === 0 && staff) {
    return staffScreen({ staff: await readStaffCodes(db), page: 0 }, texts, config.names);
  }
  return classes.length === 0
    ? { text: escapeHtml(texts.invites.nobody) }
    : chooseScreen({ classes, staff }, texts);
}

async function foundBy(turn: TextTurn, searched: string): Promise<Screen> {
  const { caller, db, texts, config } = turn;
  const families = [];
  for (const classId of caller?.actor.classIds ?? []) {
    const all = await readClassCodes(db, { classId });
    const named = all.filter((family) => isNamed(family, searched));
    families.push(...named.map((family) => ({ ...family, classId })));
  }
  const mayInviteStaff = caller !== null && can(caller.actor, 'invite.staff', null);
  const staff = mayInviteStaff
    ? (await readStaffCodes(db)).filter((person) => isNamed(person, searched))
    : [];
  return foundScreen({ searched, families, staff }, texts, config.names);
}
