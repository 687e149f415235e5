import type { Tx } from '../open.ts';

/** Keeps the question that waits in a chat, instead of any earlier one. Called by the dialogue. */
export async function keepDialog(
  tx: Tx,
  dialog: { chat: string; name: string; data: string; version: number; expiresAt: Date },
): Promise<void> {
  await tx.run(
    `INSERT INTO dialog (chat, name, data, version, expires_at)
     VALUES (:chat, :name, :data, :version, :expiresAt)
     ON CONFLICT (chat) DO UPDATE SET name = excluded.name, data = excluded.data,
       version = excluded.version, expires_at = excluded.expires_at`,
    dialog,
  );
}

/** Forgets the question that waits in a chat. */
export async function forgetDialog(tx: Tx, chat: string): Promise<void> {
  await tx.db.models.Dialog.destroy({ where: { chat }, transaction: tx.transaction });
}
