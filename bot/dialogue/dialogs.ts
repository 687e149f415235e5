import { forgetDialog, keepDialog } from '../../db/actions/keep-dialog.ts';
import type { Db, Tx } from '../../db/open.ts';
import type { Answer, TextTurn } from './turn.ts';
import { say } from './turn.ts';

/** A question that waits for free text in a chat. Everything else is in the buttons. */
export type Dialog = { name: DialogName; data: unknown };
export type DialogName =
  | 'topic'
  | 'homework'
  | 'entry'
  | 'comment'
  | 'roll'
  | 'reason'
  | 'letter'
  | 'message'
  | 'behaviour'
  | 'excuse'
  | 'plan'
  | 'planReason'
  | 'support'
  | 'year';

// A changed shape of any dialog's data raises this: older rows are then forgotten, never misread.
const VERSION = 1;
const LIFETIME_MINUTES = 60;

/** The question that waits in this chat, unless it has expired or has an older shape. */
export async function readDialog(db: Db, chat: string, tx?: Tx): Promise<Dialog | null> {
  const [row] = await db.select<{ name: DialogName; data: string }>(
    `SELECT name, data FROM dialog
      WHERE chat = :chat AND version = :version AND expires_at > :now`,
    { chat, version: VERSION, now: db.now() },
    tx,
  );
  return row ? { name: row.name, data: JSON.parse(row.data) as unknown } : null;
}

/** Asks: the next free text in this chat is the answer. A chat has one open question at most. */
export async function openDialog(tx: Tx, chat: string, { name, data }: Dialog): Promise<void> {
  const expiresAt = new Date(tx.now.getTime() + LIFETIME_MINUTES * 60_000);
  await keepDialog(tx, { chat, name, data: JSON.stringify(data), version: VERSION, expiresAt });
}

export function closeDialog(tx: Tx, chat: string): Promise<void> {
  return forgetDialog(tx, chat);
}

/** /cancel: forgets the open question. */
export async function cancelDialog(turn: TextTurn): Promise<Answer> {
  const open = await readDialog(turn.db, turn.event.chat.address);
  if (!open) {
    return say({ text: turn.texts.common.nothingToCancel });
  }
  return {
    write: async (tx) => {
      await closeDialog(tx, turn.event.chat.address);
      return say({ text: turn.texts.common.cancelled });
    },
  };
}
