import type { Tx } from '../open.ts';
import { writeChanges } from './audit.ts';
import type { By } from './by.ts';

/** Ties a chat to a person, instead of anybody it was tied to before. A step of other actions. */
export async function linkChat(
  tx: Tx,
  by: By,
  { chat, personId }: { chat: string; personId: number },
): Promise<void> {
  const { ChatLink } = tx.db.models;
  const { transaction } = tx;
  const before = await ChatLink.findOne({ where: { address: chat }, transaction });
  const next = { personId, state: 'active' as const, linkedAt: tx.now };
  const link = before ?? (await ChatLink.create({ ...next, address: chat }, { transaction }));
  if (before) {
    await ChatLink.update(next, { where: { id: before.id }, transaction });
  }
  await writeChanges(tx, by, [
    {
      record: 'chat_link',
      recordId: link.id,
      before: before && { personId: before.personId, state: before.state },
      after: { personId, state: 'active' },
    },
  ]);
}
