import { Op } from 'sequelize';
import { Refusal } from '../errors.ts';
import type { Invite } from '../models/invite.ts';
import type { Tx } from '../open.ts';
import { callerOfChat } from '../reports/caller.ts';
import { isStaff } from '../reports/staff.ts';
import { nameKey } from '../rules/name-key.ts';
import { writeChanges } from './audit.ts';
import type { By } from './by.ts';
import { tieChild } from './give-consent.ts';
import { linkChat } from './link-chat.ts';
import { mergePeople } from './merge-people.ts';

export type RedeemInvite = {
  inviteId: number;
  /** The address that gets the rights; a private chat. */
  chat: string;
  /** What a parent agreed to; null for a staff code. */
  consentVersion: string | null;
  /** The word a parent whom nobody named is called by until the school writes their name. */
  newParent: string;
};

export type Redeemed =
  | { result: 'linked'; personId: number; pupilId: number | null }
  /** The chat belongs to another member of staff: nothing was changed, the code is still good. */
  | { result: 'chat-taken' };

/**
 * Uses an invitation up, exactly once however many press at the same time, and links the chat. Only
 * for a chat that has shown the code (see `checkCode` and `consentProof`). Refuses what is used,
 * revoked or expired by now, and a family's code without consent.
 */
export async function redeemInvite(tx: Tx, by: By, given: RedeemInvite): Promise<Redeemed> {
  const { Invite } = tx.db.models;
  const { transaction } = tx;
  const invite = await Invite.findByPk(given.inviteId, { transaction });
  const caller = await callerOfChat(tx.db, given.chat, tx);
  const holder = caller?.actor.personId ?? null;
  if (!invite || (invite.kind === 'family' && given.consentVersion === null)) {
    throw new Refusal('code-invalid');
  }
  const moving = invite.kind === 'staff' && holder !== null && holder !== invite.personId;
  if (moving && (await isStaff(tx.db, holder, tx))) {
    return { result: 'chat-taken' };
  }
  const [used] = await Invite.update(
    { usedAt: tx.now },
    {
      where: { id: invite.id, usedAt: null, revokedAt: null, expiresAt: { [Op.gt]: tx.now } },
      transaction,
    },
  );
  if (used !== 1) {
    throw new Refusal('code-invalid');
  }
  const personId =
    invite.kind === 'staff'
      ? await activePerson(tx, invite.personId)
      : (holder ??
        (await whoWithdrew(tx, invite, given.chat)) ??
        (await parentOf(tx, by, invite, given.newParent)));
  // From here on the one who holds the chat acts, whoever that was before.
  const self: By = { ...by, actor: { personId, roles: [], classIds: [], childIds: [] } };
  await Invite.update({ usedById: personId }, { where: { id: invite.id }, transaction });
  if (holder !== personId) {
    await linkChat(tx, self, { chat: given.chat, personId });
  }
  if (moving) {
    await mergePeople(tx, self, { from: holder, into: personId });
  }
  if (invite.pupilId !== null && given.consentVersion !== null) {
    const version = given.consentVersion;
    await tieChild(tx, self, { personId, pupilId: invite.pupilId, version });
  }
  await writeChanges(tx, self, [
    {
      record: 'invite',
      recordId: invite.id,
      pupilId: invite.pupilId,
      before: {},
      after: { usedAt: tx.now, usedById: personId },
    },
  ]);
  return { result: 'linked', personId, pupilId: invite.pupilId };
}

/**
 * The parent of that child who read from this chat until they withdrew their consent: with a new code
 * that names nobody they are themselves again. Nobody who has another child or works here, as the chat was cut off.
 */
async function whoWithdrew(tx: Tx, invite: Invite, chat: string): Promise<number | null> {
  if (invite.personId !== null) {
    return null;
  }
  const [row] = await tx.db.select<{ personId: number }>(
    `SELECT p.id AS "personId"
       FROM chat_link a JOIN person p ON p.id = a.person_id AND p.state = 'active'
       JOIN guardianship g ON g.person_id = p.id AND g.pupil_id = :pupilId AND g.state = 'cut'
      WHERE a.address = :chat AND a.state = 'cut'
        AND NOT EXISTS (SELECT 1 FROM guardianship o
                         WHERE o.person_id = p.id AND o.state = 'active')`,
    { chat, pupilId: invite.pupilId ?? 0 },
    tx,
  );
  return row && !(await isStaff(tx.db, row.personId, tx)) ? row.personId : null;
}

async function activePerson(tx: Tx, personId: number | null): Promise<number> {
  const { transaction } = tx;
  const person = await tx.db.models.Person.findByPk(personId ?? 0, { transaction });
  if (person?.state !== 'active') {
    throw new Refusal('code-invalid');
  }
  return person.id;
}

/**
 * The imported parent the code names, or a new one. A family's code never leads to somebody who has
 * become staff since: they link by a staff code, and this one only adds the child to their chat.
 */
async function parentOf(tx: Tx, by: By, invite: Invite, newParent: string): Promise<number> {
  if (invite.personId !== null && !(await isStaff(tx.db, invite.personId, tx))) {
    return activePerson(tx, invite.personId);
  }
  const { transaction } = tx;
  const child = await tx.db.models.Pupil.findByPk(invite.pupilId ?? 0, { transaction });
  const name = {
    lastName: newParent,
    firstName: child ? `(${child.firstName} ${child.lastName.slice(0, 1)}.)` : '',
  };
  const key = nameKey(`${name.lastName} ${name.firstName}`);
  const person = await tx.db.models.Person.create({ ...name, nameKey: key }, { transaction });
  await writeChanges(tx, by, [
    { record: 'person', recordId: person.id, before: null, after: name },
  ]);
  return person.id;
}
