import type { By } from '../../db/actions/by.ts';
import { createInvite } from '../../db/actions/create-invite.ts';
import { revokeInvite } from '../../db/actions/revoke-invite.ts';
import { dayOf } from '../../db/days.ts';
import { Refusal } from '../../db/errors.ts';
import type { Tx } from '../../db/open.ts';
import { codeTargets, type FamilyAccess, readClassCodes } from '../../db/reports/class-codes.ts';
import { readFamilyLinks } from '../../db/reports/family-links.ts';
import { can } from '../../db/rules/access.ts';
import { codeMessages, type FamilyCode, slipsMessage } from '../views/given-codes.ts';
import { escapeHtml } from '../views/html.ts';
import { classScreen } from '../views/invite.ts';
import type { Wanted } from '../views/invite-codes.ts';
import { familyScreen } from '../views/invite-family.ts';
import { idOf, type PressTable } from './press.ts';
import type { Said } from './reply.ts';
import type { Answer, PressTurn, Screen, Turn } from './turn.ts';
import { redraw } from './turn.ts';

export const familyInvitePresses: PressTable = {
  iclass1: openClass,
  ifamily1: openFamily,
  ifshow1: openCard,
  ifcode1: giveCode,
  ifslip1: giveSlips,
  irevoke1: revoke,
  ifrevoke1: revokeOf,
};

/** A class with the state of each family's access. Refuses a class that isn't the caller's. */
export async function classScreenOf(turn: Turn, classId: number, page: number): Promise<Screen> {
  checkClass(turn, classId);
  const families = await readClassCodes(turn.db, { classId });
  return classScreen({ classId, families, page }, turn.texts, turn.config.names);
}

async function openClass(turn: PressTurn, [classId, page]: string[]): Promise<Answer> {
  return redraw(turn, await classScreenOf(turn, idOf(classId), idOf(page)));
}

/** A family nobody has asked for yet gets its code at once; any other is shown first. */
async function openFamily(turn: PressTurn, [classArg, pupil]: string[]): Promise<Answer> {
  const classId = idOf(classArg);
  const family = await readFamilyAccess(turn, classId, idOf(pupil));
  const [target = null, ...others] = codeTargets(family);
  if (family.state === 'none' && others.length === 0) {
    return give(turn, classId, { family, parent: target });
  }
  return showFamily(turn, classId, family);
}

async function openCard(turn: PressTurn, args: string[]): Promise<Answer> {
  const [classId = 0, pupilId = 0] = args.map((arg) => idOf(arg));
  return showFamily(turn, classId, await readFamilyAccess(turn, classId, pupilId));
}

async function giveCode(turn: PressTurn, args: string[]): Promise<Answer> {
  const [classId = 0, pupilId = 0, personId, seen] = args.map((arg) => idOf(arg));
  const family = await readFamilyAccess(turn, classId, pupilId);
  if (family.lastInviteId !== seen) {
    return showFamily(turn, classId, family);
  }
  const parent = family.parents.find((one) => one.personId === personId) ?? null;
  if (parent === null && personId !== 0) {
    throw new Refusal('not-found');
  }
  return give(turn, classId, { family, parent });
}

function give(turn: PressTurn, classId: number, wanted: Wanted): Answer {
  return {
    write: async (tx, by) => {
      const given = await createCode(turn, tx, by, { classId, ...wanted });
      return { replies: codeMessages(given, turn.texts, turn.config) };
    },
  };
}

/** New codes of one family, to print. */
async function giveSlips(turn: PressTurn, args: string[]): Promise<Answer> {
  const [classId = 0, pupilId = 0, seen] = args.map((arg) => idOf(arg));
  const family = await readFamilyAccess(turn, classId, pupilId);
  if (family.lastInviteId !== seen) {
    return showFamily(turn, classId, family);
  }
  return {
    write: async (tx, by) => {
      const given: FamilyCode[] = [];
      for (const parent of codeTargets(family)) {
        given.push(await createCode(turn, tx, by, { classId, family, parent }));
      }
      return { replies: slipsMessage(given, turn.texts, turn.config) };
    },
  };
}

async function revoke(turn: PressTurn, [invite]: string[]): Promise<Answer> {
  return {
    write: async (tx, by) => {
      await revokeInvite(tx, by, idOf(invite));
      return redraw(turn, { text: escapeHtml(turn.texts.invites.revoked) });
    },
  };
}

/** Revokes a code on the family's screen, which stays. */
async function revokeOf(turn: PressTurn, args: string[]): Promise<Answer> {
  const [classId = 0, pupilId = 0, inviteId = 0] = args.map((arg) => idOf(arg));
  return {
    write: async (tx, by) => {
      await revokeInvite(tx, by, inviteId);
      const family = await readFamilyAccess(turn, classId, pupilId, tx);
      const screen = await familyScreenOf(turn, classId, family, tx);
      return { ...redraw(turn, screen), toast: turn.texts.invites.revoked };
    },
    refused: async ({ reason }) =>
      reason === 'stale'
        ? showFamily(turn, classId, await readFamilyAccess(turn, classId, pupilId))
        : null,
  };
}

/** Makes a code of a family and keeps beside it what its note says. */
export async function createCode(
  { config, db }: Turn,
  tx: Tx,
  by: By,
  of: Wanted & { classId: number },
): Promise<FamilyCode> {
  const { pupilId } = of.family;
  const personId = of.parent?.personId ?? null;
  const invite = await createInvite(tx, by, { kind: 'family', pupilId, personId }, config.pepper);
  return { ...invite, lastDay: dayOf(invite.expiresAt, db.timezone), for: of };
}

/** The family's screen in the place of the one a button stands on. */
export async function showFamily(
  turn: PressTurn,
  classId: number,
  family: FamilyAccess,
): Promise<Said> {
  return redraw(turn, await familyScreenOf(turn, classId, family));
}

/** A family's access, its codes and chats. `tx` sees what it has just written. */
export async function familyScreenOf(
  { db, texts, config }: Turn,
  classId: number,
  family: FamilyAccess,
  tx?: Tx,
): Promise<Screen> {
  const links = await readFamilyLinks(db, family.pupilId, tx);
  const day = (instant: Date) => dayOf(instant, db.timezone);
  return familyScreen({ classId, family, links, dayOf: day }, texts, config.names);
}

/** One family of a class. Refuses a class that isn't the caller's and a pupil who isn't in it. */
export async function readFamilyAccess(
  turn: Turn,
  classId: number,
  pupilId: number,
  tx?: Tx,
): Promise<FamilyAccess> {
  checkClass(turn, classId);
  const [family] = await readClassCodes(turn.db, { classId, pupilId }, tx);
  if (!family) {
    throw new Refusal('not-found');
  }
  return family;
}

/** Refuses a class that the caller may not invite families of. */
export function checkClass({ caller }: Turn, classId: number): void {
  if (!caller || !can(caller.actor, 'invite.family', { classId })) {
    throw new Refusal('not-allowed');
  }
}
