import { Refusal } from '../errors.ts';
import type { Tx } from '../open.ts';
import type { MessageFile } from '../reports/thread.ts';
import { CAPTION_LIMIT, MESSAGE_TEXT_LIMIT } from '../rules/message-limits.ts';
import { writeChanges } from './audit.ts';
import type { By } from './by.ts';
import { insertRows } from './insert-rows.ts';

/** What is said: a text, a photo, or a photo with a text under it. */
export type Content = { text: string; file: MessageFile | null };

/** One message to store, and the persons it goes to. */
export type Outgoing = { pupilId: number; personIds: readonly number[] };

/** Refuses what is too long for one message. */
export function checkContent({ text, file }: Content): void {
  const limit = file ? CAPTION_LIMIT : MESSAGE_TEXT_LIMIT;
  if (text.length > limit) {
    throw new Refusal('text-too-long', { limit });
  }
}

/**
 * Stores one message for each pupil's thread with a receipt for each person, and gives their ids in
 * order. The audit keeps who wrote to whom and when, never what. The caller has checked the right.
 */
export async function storeMessages(
  tx: Tx,
  by: By,
  {
    classId,
    side,
    content,
    outgoing,
  }: {
    classId: number;
    side: 'school' | 'family';
    content: Content;
    outgoing: readonly Outgoing[];
  },
): Promise<number[]> {
  if (outgoing.length === 0) {
    return [];
  }
  const threads = await threadsOf(
    tx,
    classId,
    outgoing.map(({ pupilId }) => pupilId),
  );
  const { text, file } = content;
  const messageIds = await insertRows(
    tx,
    'message',
    [
      'thread_id',
      'author_id',
      'side',
      'text',
      'file_kind',
      'file_id',
      'file_name',
      'operation',
      'sent_at',
    ],
    outgoing.map(({ pupilId }) => [
      threads.get(pupilId),
      by.actor.personId,
      side,
      text,
      file?.kind ?? null,
      file?.fileId ?? null,
      file?.name ?? null,
      by.operation,
      tx.now,
    ]),
  );
  await insertRows(
    tx,
    'message_receipt',
    ['message_id', 'person_id'],
    outgoing.flatMap(({ personIds }, index) =>
      [...new Set(personIds)].map((personId) => [messageIds[index], personId]),
    ),
  );
  await writeChanges(
    tx,
    by,
    outgoing.map(({ pupilId, personIds }, index) => ({
      record: 'message',
      recordId: messageIds[index] ?? 0,
      pupilId,
      before: null,
      after: { side, classId, to: [...new Set(personIds)], photo: file !== null },
    })),
  );
  return messageIds;
}

/** The threads of these pupils in a class, begun where there are none yet. */
async function threadsOf(
  tx: Tx,
  classId: number,
  pupilIds: readonly number[],
): Promise<Map<number, number>> {
  await tx.run(
    `INSERT INTO thread (pupil_id, class_id, created_at) VALUES :rows
     ON CONFLICT (pupil_id, class_id) DO NOTHING`,
    { rows: pupilIds.map((pupilId) => [pupilId, classId, tx.now]) },
  );
  const rows = await tx.db.select<{ id: number; pupilId: number }>(
    `SELECT id, pupil_id AS "pupilId" FROM thread
      WHERE class_id = :classId AND pupil_id IN (:pupilIds)`,
    { classId, pupilIds },
    tx,
  );
  return new Map(rows.map(({ id, pupilId }) => [pupilId, id]));
}
