import { hashToken, newToken } from '../code-hash.ts';
import { Refusal } from '../errors.ts';
import type { Tx } from '../open.ts';
import { can } from '../rules/access.ts';
import { writeChanges } from './audit.ts';
import type { By } from './by.ts';

const NAME_LENGTH = 60;
// By this a scanner for leaked secrets knows whose it is.
const PREFIX = 'zhurnal_';

/**
 * A token by which another system reads the export of the journal (`/api/v1`) until it is revoked.
 * `name` says which system. The token is in the answer and nowhere else: only its hash is kept. For
 * the administrator.
 */
export async function createApiToken(tx: Tx, by: By, name: string): Promise<string> {
  if (!can(by.actor, 'school.write', null)) {
    throw new Refusal('not-allowed');
  }
  const named = name.trim();
  if (named === '') {
    throw new Refusal('text-empty');
  }
  if (named.length > NAME_LENGTH) {
    throw new Refusal('text-too-long', { limit: NAME_LENGTH });
  }
  const token = `${PREFIX}${newToken()}`;
  const { id } = await tx.db.models.ApiToken.create(
    {
      name: named,
      tokenHash: hashToken(token),
      madeById: by.actor.personId,
      madeAt: tx.now,
    },
    { transaction: tx.transaction },
  );
  await writeChanges(tx, by, [
    { record: 'api_token', recordId: id, before: null, after: { name: named } },
  ]);
  return token;
}
