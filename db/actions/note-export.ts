import { Refusal } from '../errors.ts';
import type { Tx } from '../open.ts';
import { can } from '../rules/access.ts';
import { EXPORT_LIMIT } from '../rules/privacy.ts';
import { writeChanges } from './audit.ts';
import type { By } from './by.ts';

/**
 * Notes that a person takes out their own data, or with `pupilId` those of a child. For everybody who
 * is linked, and for a parent who has agreed to read of that child. Refuses more than a few times in
 * a few minutes.
 */
export async function noteExport(
  tx: Tx,
  by: By,
  { pupilId }: { pupilId: number | null },
): Promise<void> {
  const { personId } = by.actor;
  if (personId === 0 || (pupilId !== null && !(await mayReadChild(tx, by, pupilId)))) {
    throw new Refusal('not-allowed');
  }
  const { count, minutes } = EXPORT_LIMIT;
  const since = new Date(tx.now.getTime() - minutes * 60_000);
  const lately = await tx.db.select(
    `SELECT id FROM change
      WHERE actor_id = :personId AND at > :since AND record = 'export' LIMIT :count`,
    { personId, since, count },
    tx,
  );
  if (lately.length >= count) {
    throw new Refusal('export-limit', { minutes });
  }
  await writeChanges(tx, by, [
    { record: 'export', recordId: personId, pupilId, before: null, after: { pupilId } },
  ]);
}

async function mayReadChild(tx: Tx, by: By, pupilId: number): Promise<boolean> {
  const tie = await tx.db.models.Guardianship.findOne({
    where: { personId: by.actor.personId, pupilId, state: 'active' },
    transaction: tx.transaction,
  });
  return can(by.actor, 'child.read', { pupilId }) && tie !== null && tie.consentVersion !== null;
}
