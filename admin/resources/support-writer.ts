import { answerSupport } from '../../db/actions/answer-support.ts';
import type { Writer } from './spec.ts';

/** An answer through the verb the chat uses; the bot brings it to whoever asked. */
export const supportWriter: Writer = {
  update: (tx, by, id, { reply }) =>
    answerSupport(tx, by, { requestId: Number(id), text: String(reply ?? '') }),
};
