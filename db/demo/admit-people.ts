import { type By, SYSTEM_ACTOR } from '../actions/by.ts';
import { createInvite, type NewInvite } from '../actions/create-invite.ts';
import { redeemInvite } from '../actions/redeem-invite.ts';
import { setLinkState } from '../actions/set-link-state.ts';
import type { Tx } from '../open.ts';
import { castingOf } from './casting.ts';
import { STAGE } from './content/cast.ts';
import { RELATIONS } from './content/names.ts';
import { addressOf, type DemoPerson } from './people.ts';
import type { DemoSchool } from './school.ts';
import type { SchoolIds } from './school-ids.ts';

/** What codes and consent rest on. */
export type Access = { pepper: string; consentVersion: string };

/** The seed acts as the operator at the console would. */
export const SEED: By = { actor: SYSTEM_ACTOR, door: 'import', operation: 'demo' };

const FIRST_CHAT = 1001;
// Mothers of the stage's class: some have a chat, a few a code; the rest is left to the visitor.
const FIRST_OUTSIDE_CHAT = 2001;
const WITH_CHAT = 9;
const WITH_CODE = 3;

/** Lets the people of the demo in, by codes as anybody; the father has his code yet to send. */
export async function admitPeople(
  tx: Tx,
  school: DemoSchool,
  ids: SchoolIds,
  access: Access,
): Promise<DemoPerson[]> {
  const people: DemoPerson[] = [];
  for (const [index, { key, name, pupilKeys, part }] of castingOf(school).entries()) {
    const chat = FIRST_CHAT + index;
    const personId = ids.person(key);
    const invites: NewInvite[] =
      pupilKeys.length === 0
        ? [{ kind: 'staff', personId }]
        : pupilKeys.map((pupilKey) => ({ kind: 'family', personId, pupilId: ids.pupil(pupilKey) }));
    const [invite] = invites;
    if (part.is === 'father' && invite) {
      people.push({ ...part, ...name, chat, code: await giveCode(tx, invite, access) });
    } else {
      await admit(tx, invites, chat, access);
      people.push({ ...part, ...name, chat });
    }
  }
  await admitOtherMothers(tx, school, ids, access);
  await dropQuietHours(tx, school, ids);
  return people;
}

/** Whoever visits the demo at night is to see what a parent is sent. */
async function dropQuietHours(tx: Tx, school: DemoSchool, ids: SchoolIds): Promise<void> {
  const families = castingOf(school).filter(({ pupilKeys }) => pupilKeys.length > 0);
  await tx.run('INSERT INTO preference (person_id, key, value) VALUES :rows', {
    rows: families.map(({ key }) => [ids.person(key), 'quiet.hours', 'off']),
  });
}

async function admit(tx: Tx, invites: readonly NewInvite[], chat: number, access: Access) {
  for (const invite of invites) {
    const { inviteId } = await createInvite(tx, SEED, invite, access.pepper);
    await redeemInvite(tx, SEED, {
      inviteId,
      chat: addressOf(chat),
      consentVersion: invite.kind === 'family' ? access.consentVersion : null,
      // Everybody invited here has a name.
      newParent: '',
    });
  }
}

async function giveCode(tx: Tx, invite: NewInvite, { pepper }: Access): Promise<string> {
  return (await createInvite(tx, SEED, invite, pepper)).code;
}

async function admitOtherMothers(
  tx: Tx,
  { pupils, parents }: DemoSchool,
  ids: SchoolIds,
  access: Access,
): Promise<void> {
  const staged = pupils.filter((pupil) => pupil.class === STAGE.class).map(({ key }) => key);
  const [, ...others] = parents
    .filter(({ relation }) => relation === RELATIONS.mother)
    .flatMap(({ key, pupilKeys }) =>
      pupilKeys
        .filter((pupilKey) => staged.includes(pupilKey))
        .map((pupilKey) => ({ personId: ids.person(key), pupilId: ids.pupil(pupilKey) })),
    );
  for (const [index, mother] of others.slice(0, WITH_CHAT + WITH_CODE).entries()) {
    const invite: NewInvite = { kind: 'family', ...mother };
    if (index < WITH_CHAT) {
      const chat = FIRST_OUTSIDE_CHAT + index;
      await admit(tx, [invite], chat, access);
      // No phone of the sandbox has this number, so nothing may be sent there.
      await setLinkState(tx, addressOf(chat), 'blocked');
    } else {
      await giveCode(tx, invite, access);
    }
  }
}
