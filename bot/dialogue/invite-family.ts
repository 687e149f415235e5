import type { By } from '../../db/actions/by.ts';
import { createInvite } from '../../db/actions/create-invite.ts';
import { revokeInvite } from '../../db/actions/revoke-invite.ts';
import { dayOf } from '../../db/days.ts';
import { Refusal } from '../../db/errors.ts';
import type { Tx } from '../../db/open.ts';
import { codeTargets, type FamilyAccess, readClassCodes } from '../../db/reports/class-codes.ts';
import { can } from '../../db/rules/access.ts';
import { batchMessages, codeMessages, type FamilyCode } from '../views/given-codes.ts';
import { escapeHtml } from '../views/html.ts';
import { classScreen, familyScreen } from '../views/invite.ts';
import { type PressTable, readId } from './press.ts';
import type { Answer, PressTurn, Screen, Turn } from './turn.ts';
import { redraw } from './turn.ts';

export const familyInvitePresses: PressTable = {
  iclass1: openClass,
  ifamily1: openFamily,
  ifcode1: giveCode,
  ibatch1: giveToAll,
  irevoke1: revoke,
};

/** A class with the state of each family's access. Refuses a class that isn't the caller's. */
export async function classScreenOf(turn: Turn, classId: number, page: number): Promise<Screen> {
  checkClass(turn, classId);
  const families = await readClassCodes(turn.db, { classId });
  return classScreen({ classId, families, page }, turn.texts, turn.config.names);
}

async function openClass(turn: PressTurn, [classId, page]: string[]): Promise<Answer> {
  return redraw(turn, await classScreenOf(turn, readId(classId) ?? 0, readId(page) ?? 0));
}

/** A family nobody has asked for yet gets its code at once; any other is shown first. */
async function openFamily(turn: PressTurn, [classArg, pupil]: string[]): Promise<Answer> {
  const classId = readId(classArg) ?? 0;
  const family = await readFamilyAccess(turn, classId, readId(pupil) ?? 0);
  const [target, ...others] = codeTargets(family);
  if (family.state === 'none' && others.length === 0) {
    return give(turn, classId, family, target?.personId ?? null);
  }
  return redraw(turn, familyScreen({ classId, family }, turn.texts, turn.config.names));
}

async function giveCode(turn: PressTurn, args: string[]): Promise<Answer> {
  const [classId, pupilId, personId, seen] = args.map((arg) => readId(arg) ?? 0);
  const family = await readFamilyAccess(turn, classId ?? 0, pupilId ?? 0);
  if (family.lastInviteId !== seen) {
    return redraw(
      turn,
      familyScreen({ classId: classId ?? 0, family }, turn.texts, turn.config.names),
    );
  }
  return give(turn, classId ?? 0, family, personId === 0 ? null : (personId ?? null));
}

function give(
  turn: PressTurn,
  classId: number,
  family: FamilyAccess,
  personId: number | null,
): Answer {
  return {
    write: async (tx, by) => {
      const given = await create(turn, tx, by, classId, family, personId);
      return { replies: codeMessages(given, turn.texts, turn.config) };
    },
  };
}

/** Codes for every family of the class that has none and is not linked. */
async function giveToAll(turn: PressTurn, [classArg]: string[]): Promise<Answer> {
  const { db, texts, config } = turn;
  const classId = readId(classArg) ?? 0;
  checkClass(turn, classId);
  return {
    write: async (tx, by) => {
      const families = await readClassCodes(db, { classId }, tx);
      const waiting = families.filter(({ state }) => state === 'none');
      if (waiting.length === 0) {
        return { replies: [], toast: texts.invites.nobodyWithout };
      }
      const given: FamilyCode[] = [];
      for (const family of waiting) {
        for (const target of codeTargets(family)) {
          given.push(await create(turn, tx, by, classId, family, target?.personId ?? null));
        }
      }
      return { replies: batchMessages(given, texts, config) };
    },
  };
}

async function revoke(turn: PressTurn, [invite]: string[]): Promise<Answer> {
  return {
    write: async (tx, by) => {
      await revokeInvite(tx, by, readId(invite) ?? 0);
      return redraw(turn, { text: escapeHtml(turn.texts.invites.revoked) });
    },
  };
}

async function create(
  { config, db }: Turn,
  tx: Tx,
  by: By,
  classId: number,
  family: FamilyAccess,
  personId: number | null,
): Promise<FamilyCode> {
  const { pupilId } = family;
  const invite = await createInvite(tx, by, { kind: 'family', pupilId, personId }, config.pepper);
  const parent = family.parents.find((one) => one.personId === personId) ?? null;
  return {
    ...invite,
    lastDay: dayOf(invite.expiresAt, db.timezone),
    for: { classId, family, parent },
  };
}

async function readFamilyAccess(
  turn: Turn,
  classId: number,
  pupilId: number,
): Promise<FamilyAccess> {
  checkClass(turn, classId);
  const [family] = await readClassCodes(turn.db, { classId, pupilId });
  if (!family) {
    throw new Refusal('not-found');
  }
  return family;
}

function checkClass({ caller }: Turn, classId: number): void {
  if (!caller || !can(caller.actor, 'invite.family', { classId })) {
    throw new Refusal('not-allowed');
  }
}
