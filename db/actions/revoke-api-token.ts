import { Refusal } from '../errors.ts';
import type { Tx } from '../open.ts';
import { can } from '../rules/access.ts';
import { writeChanges } from './audit.ts';
import type { By } from './by.ts';

/**
 * Makes a token of the export worthless from the next request on. Its row stays, so that it can be
 * seen who read the journal and until when. For the administrator; refused as stale when it was
 * revoked before.
 */
export async function revokeApiToken(tx: Tx, by: By, id: number): Promise<void> {
  if (!can(by.actor, 'school.write', null)) {
    throw new Refusal('not-allowed');
  }
  const { ApiToken } = tx.db.models;
  const { transaction } = tx;
  const token = await ApiToken.findByPk(id, { transaction });
  if (!token) {
    throw new Refusal('not-found');
  }
  const [revoked] = await ApiToken.update(
    { revokedAt: tx.now },
    { where: { id, revokedAt: null }, transaction },
  );
  if (revoked !== 1) {
    throw new Refusal('stale');
  }
  await writeChanges(tx, by, [
    {
      record: 'api_token',
      recordId: id,
      before: { revokedAt: null },
      after: { revokedAt: tx.now },
    },
  ]);
}
