import { createInvite } from '../../db/actions/create-invite.ts';
import { dayOf } from '../../db/days.ts';
import { Refusal } from '../../db/errors.ts';
import { readStaffCodes, type StaffAccess } from '../../db/reports/staff-codes.ts';
import { can } from '../../db/rules/access.ts';
import { codeMessages } from '../views/given-codes.ts';
import { colleagueScreen, staffScreen } from '../views/invite-staff.ts';
import { type PressTable, readId } from './press.ts';
import type { Answer, PressTurn, Turn } from './turn.ts';
import { redraw } from './turn.ts';

export const staffInvitePresses: PressTable = {
  istaff1: openStaff,
  iperson1: openPerson,
  iscode1: giveCode,
};

async function openStaff(turn: PressTurn, [page]: string[]): Promise<Answer> {
  checkStaff(turn);
  const staff = await readStaffCodes(turn.db);
  return redraw(
    turn,
    staffScreen({ staff, page: readId(page) ?? 0 }, turn.texts, turn.config.names),
  );
}

/** A colleague without a code gets one at once; any other is shown first. */
async function openPerson(turn: PressTurn, [person]: string[]): Promise<Answer> {
  const colleague = await readColleague(turn, readId(person) ?? 0);
  return colleague.state === 'none'
    ? give(turn, colleague)
    : redraw(turn, colleagueScreen(colleague, turn.texts, turn.config.names));
}

async function giveCode(turn: PressTurn, [person, seen]: string[]): Promise<Answer> {
  const colleague = await readColleague(turn, readId(person) ?? 0);
  return colleague.lastInviteId === readId(seen)
    ? give(turn, colleague)
    : redraw(turn, colleagueScreen(colleague, turn.texts, turn.config.names));
}

function give({ db, texts, config }: PressTurn, colleague: StaffAccess): Answer {
  const { personId } = colleague;
  return {
    write: async (tx, by) => {
      const invite = await createInvite(tx, by, { kind: 'staff', personId }, config.pepper);
      const lastDay = dayOf(invite.expiresAt, db.timezone);
      return { replies: codeMessages({ ...invite, lastDay, for: { colleague } }, texts, config) };
    },
  };
}

async function readColleague(turn: Turn, personId: number): Promise<StaffAccess> {
  checkStaff(turn);
  const [colleague] = await readStaffCodes(turn.db, { personId });
  if (!colleague) {
    throw new Refusal('not-found');
  }
  return colleague;
}

function checkStaff({ caller }: Turn): void {
  if (!caller || !can(caller.actor, 'invite.staff', null)) {
    throw new Refusal('not-allowed');
  }
}
