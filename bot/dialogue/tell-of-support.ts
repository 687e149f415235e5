import { noteToldAnswers } from '../../db/actions/note-told-answers.ts';
import { LANES, queueMessages } from '../../db/actions/queue-messages.ts';
import type { Tx } from '../../db/open.ts';
import { readStaffWatchers } from '../../db/reports/link-watchers.ts';
import { readUntoldAnswers, type SupportCard } from '../../db/reports/support.ts';
import type { Texts } from '../texts/ru.ts';
import { answerMessage, questionMessage } from '../views/support.ts';
import type { DialogueConfig, Turn } from './turn.ts';

/** Brings what was asked to the administrators' chats. Returns whether there is anybody to have it. */
export async function tellOffice(
  { allTexts, config }: Turn,
  tx: Tx,
  card: SupportCard,
): Promise<boolean> {
  const watchers = await readStaffWatchers(tx.db, card.asker.personId, tx);
  await queueMessages(
    tx,
    watchers.map(({ address, language }) => ({
      dedupeKey: `support:${card.requestId}:${card.words.length}:${address}`,
      chat: address,
      lane: LANES.urgent,
      payload: questionMessage(card, allTexts[language ?? config.language]),
    })),
  );
  return watchers.length > 0;
}

/** Brings answers that are untold yet to whoever asked. Returns how many messages it queued. */
export async function tellAskers(
  { texts, config }: { texts: Record<'ru' | 'en', Texts>; config: DialogueConfig },
  tx: Tx,
): Promise<number> {
  const answers = await readUntoldAnswers(tx);
  const queued = await queueMessages(
    tx,
    answers.flatMap((answer) =>
      answer.address === null
        ? []
        : [
            {
              dedupeKey: `answer:${answer.messageId}:${answer.address}`,
              chat: answer.address,
              lane: LANES.urgent,
              payload: answerMessage(answer, texts[answer.language ?? config.language]),
            },
          ],
    ),
  );
  await noteToldAnswers(tx, [...new Set(answers.map(({ messageId }) => messageId))]);
  return queued.length;
}
