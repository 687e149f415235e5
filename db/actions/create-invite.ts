import { hashCode, newCode, newToken } from '../code-hash.ts';
import { Refusal } from '../errors.ts';
import type { Tx } from '../open.ts';
import { openClassIds } from '../reports/pupil-classes.ts';
import { readSettings } from '../reports/settings.ts';
import { isStaff } from '../reports/staff.ts';
import { can } from '../rules/access.ts';
import { formatCode } from '../rules/codes.ts';
import { writeChanges } from './audit.ts';
import type { By } from './by.ts';

/** For a member of staff, or for a parent of a pupil: an imported one, or one not known yet. */
export type NewInvite =
  | { kind: 'staff'; personId: number }
  | { kind: 'family'; pupilId: number; personId?: number | null };

/** The only moment a code can be read: the database keeps hashes. */
export type CreatedInvite = { inviteId: number; code: string; token: string; expiresAt: Date };

/**
 * Makes a one-time code to type (`code`, as XXXX-XXXXX-XXXX) and one for a deep link (`token`) that
 * link a chat. An unused code for the same pupil and person is revoked. Staff codes are made by the
 * administrator, a pupil's by the class teacher or the administrator. Refuses a person who is no
 * parent of the pupil, and one on the staff: a class teacher must not make codes to a colleague.
 */
export async function createInvite(
  tx: Tx,
  by: By,
  wanted: NewInvite,
  pepper: string,
): Promise<CreatedInvite> {
  const target =
    wanted.kind === 'staff'
      ? { kind: wanted.kind, personId: wanted.personId, pupilId: null }
      : { kind: wanted.kind, personId: wanted.personId ?? null, pupilId: wanted.pupilId };
  await (wanted.kind === 'staff'
    ? checkStaff(tx, by, wanted.personId)
    : checkFamily(tx, by, wanted.pupilId, target.personId));
  const { Invite } = tx.db.models;
  const { transaction } = tx;
  await Invite.update(
    { revokedAt: tx.now },
    { where: { ...target, usedAt: null, revokedAt: null }, transaction },
  );
  const days = (await readSettings(tx.db, tx))['invite.days'];
  const expiresAt = new Date(tx.now.getTime() + days * 86_400_000);
  const [code, token] = [newCode(), newToken()];
  const invite = await Invite.create(
    {
      ...target,
      codeHash: hashCode(code, pepper),
      tokenHash: hashCode(token, pepper),
      createdById: by.actor.personId === 0 ? null : by.actor.personId,
      createdAt: tx.now,
      expiresAt,
    },
    { transaction },
  );
  await writeChanges(tx, by, [
    {
      record: 'invite',
      recordId: invite.id,
      pupilId: target.pupilId,
      before: null,
      after: { ...target, expiresAt },
    },
  ]);
  return { inviteId: invite.id, code: formatCode(code), token, expiresAt };
}

async function checkStaff(tx: Tx, by: By, personId: number): Promise<void> {
  if (!can(by.actor, 'invite.staff', null)) {
    throw new Refusal('not-allowed');
  }
  const person = await tx.db.models.Person.findByPk(personId, { transaction: tx.transaction });
  if (person?.state !== 'active' || !(await isStaff(tx.db, personId, tx))) {
    throw new Refusal('not-found');
  }
}

async function checkFamily(
  tx: Tx,
  by: By,
  pupilId: number,
  personId: number | null,
): Promise<void> {
  const classIds = await openClassIds(tx.db, pupilId, tx);
  if (!classIds.some((classId) => can(by.actor, 'invite.family', { classId }))) {
    throw new Refusal('not-allowed');
  }
  if (personId === null) {
    return;
  }
  const [parent] = await tx.db.select(
    `SELECT g.id FROM guardianship g JOIN person p ON p.id = g.person_id AND p.state = 'active'
      WHERE g.person_id = :personId AND g.pupil_id = :pupilId AND g.state = 'active'`,
    { personId, pupilId },
    tx,
  );
  if (!parent || (await isStaff(tx.db, personId, tx))) {
    throw new Refusal('not-found');
  }
}
