import { createInvite } from '../../db/actions/create-invite.ts';
import { cutLink } from '../../db/actions/cut-link.ts';
import { dayOf } from '../../db/days.ts';
import { Refusal } from '../../db/errors.ts';
import type { Tx } from '../../db/open.ts';
import { readChatLinks } from '../../db/reports/chat-links.ts';
import { readStaffCodes, type StaffAccess } from '../../db/reports/staff-codes.ts';
import { can } from '../../db/rules/access.ts';
import { codeMessages } from '../views/given-codes.ts';
import {
  askStaffCutScreen,
  colleagueScreen,
  type StaffChat,
  staffScreen,
} from '../views/invite-staff.ts';
import { idOf, type PressTable, readId } from './press.ts';
import { tellCutChat } from './tell-of-cut.ts';
import type { Answer, PressTurn, Screen, Turn } from './turn.ts';
import { redraw } from './turn.ts';

export const staffInvitePresses: PressTable = {
  istaff1: openStaff,
  iperson1: openPerson,
  iscode1: giveCode,
  iscut1: askCut,
  iscutyes1: cut,
};

async function openStaff(turn: PressTurn, [page]: string[]): Promise<Answer> {
  checkStaff(turn);
  const staff = await readStaffCodes(turn.db);
  return redraw(turn, staffScreen({ staff, page: idOf(page) }, turn.texts, turn.config.names));
}

/** A colleague without a code gets one at once; any other is shown first. */
async function openPerson(turn: PressTurn, [person]: string[]): Promise<Answer> {
  const colleague = await readColleague(turn, idOf(person));
  return colleague.state === 'none'
    ? give(turn, colleague)
    : redraw(turn, await colleagueScreenOf(turn, colleague));
}

async function giveCode(turn: PressTurn, [person, seen]: string[]): Promise<Answer> {
  const colleague = await readColleague(turn, idOf(person));
  return colleague.lastInviteId === readId(seen)
    ? give(turn, colleague)
    : redraw(turn, await colleagueScreenOf(turn, colleague));
}

async function askCut(turn: PressTurn, [person, link]: string[]): Promise<Answer> {
  const colleague = await readColleague(turn, idOf(person));
  const chats = await readStaffChats(turn, colleague.personId);
  const chat = chats.find(({ linkId }) => linkId === readId(link));
  return redraw(
    turn,
    chat
      ? askStaffCutScreen(colleague, chat, turn.texts, turn.config.names)
      : await colleagueScreenOf(turn, colleague),
  );
}

async function cut(turn: PressTurn, [person, link]: string[]): Promise<Answer> {
  const personId = idOf(person);
  await readColleague(turn, personId);
  return {
    write: async (tx, by) => {
      const gone = await cutLink(tx, by, idOf(link));
      await tellCutChat(turn, tx, by, gone);
      const screen = await colleagueScreenOf(turn, await readColleague(turn, personId, tx), tx);
      return { ...redraw(turn, screen), toast: turn.texts.links.done };
    },
    refused: async ({ reason }) =>
      reason === 'stale'
        ? redraw(turn, await colleagueScreenOf(turn, await readColleague(turn, personId)))
        : null,
  };
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

async function colleagueScreenOf(turn: Turn, colleague: StaffAccess, tx?: Tx): Promise<Screen> {
  const chats = await readStaffChats(turn, colleague.personId, tx);
  return colleagueScreen(colleague, chats, turn.texts, turn.config.names);
}

async function readStaffChats({ db }: Turn, personId: number, tx?: Tx): Promise<StaffChat[]> {
  const chats = await readChatLinks(db, personId, tx);
  return chats.map(({ linkId, linkedAt }) => ({ linkId, since: dayOf(linkedAt, db.timezone) }));
}

async function readColleague(turn: Turn, personId: number, tx?: Tx): Promise<StaffAccess> {
  checkStaff(turn);
  const [colleague] = await readStaffCodes(turn.db, { personId }, tx);
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
