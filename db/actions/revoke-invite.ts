import { Refusal } from '../errors.ts';
import type { Tx } from '../open.ts';
import { openClassIds } from '../reports/pupil-classes.ts';
import { can } from '../rules/access.ts';
import { writeChanges } from './audit.ts';
import type { By } from './by.ts';

/**
 * Makes an unused code worthless. For whoever may make such a code; refused as stale once it was
 * used or revoked.
 */
export async function revokeInvite(tx: Tx, by: By, inviteId: number): Promise<void> {
  const { Invite } = tx.db.models;
  const { transaction } = tx;
  const invite = await Invite.findByPk(inviteId, { transaction });
  if (!invite) {
    throw new Refusal('not-found');
  }
  const { pupilId } = invite;
  const classIds = pupilId === null ? [] : await openClassIds(tx.db, pupilId, tx);
  const allowed =
    can(by.actor, 'invite.staff', null) ||
    classIds.some((classId) => can(by.actor, 'invite.family', { classId }));
  if (!allowed) {
    throw new Refusal('not-allowed');
  }
  const [revoked] = await Invite.update(
    { revokedAt: tx.now },
    { where: { id: inviteId, usedAt: null, revokedAt: null }, transaction },
  );
  if (revoked !== 1) {
    throw new Refusal('stale');
  }
  await writeChanges(tx, by, [
    { record: 'invite', recordId: inviteId, pupilId, before: {}, after: { revokedAt: tx.now } },
  ]);
}
