import type { LessonKey } from '../../db/actions/by.ts';
import { REASON_LIMIT } from '../../db/actions/open-lesson.ts';
import type { Refusal } from '../../db/errors.ts';
import { reasonQuestion } from '../views/ask-reason.ts';
import { escapeHtml } from '../views/html.ts';
import { saveComment } from './comment.ts';
import { closeDialog, openDialog } from './dialogs.ts';
import { enterMarks } from './enter.ts';
import type { Event } from './event.ts';
import { readLessonArg, readPress } from './press.ts';
import { PRESSES } from './presses.ts';
import type { Wanted } from './reason-dialog.ts';
import { recordMessage } from './record-message.ts';
import type { Said } from './reply.ts';
import { type Answer, type PressTurn, say, type TextTurn, type Turn } from './turn.ts';
import { whichLesson } from './which-lesson.ts';
import { saveText } from './write-lesson.ts';

/** The answer that asks for the reason of a change if it is refused for want of one. */
export function withReason(turn: Turn, answer: Answer): Answer {
  if (!('write' in answer)) {
    return answer;
  }
  const { event } = turn;
  const wanted = answer.wanted ?? (event.kind === 'press' ? { press: event.data } : null);
  return {
    ...answer,
    refused: async (refusal) =>
      wanted && isForReason(refusal)
        ? askReason(turn, wanted, refusal)
        : ((await answer.refused?.(refusal)) ?? null),
  };
}

/** The text that was asked for is the reason: does what waits for it, everything checked anew. */
export async function answerReason(turn: TextTurn, data: unknown): Promise<Answer> {
  const { event, texts } = turn;
  const reason = event.text.trim();
  if (reason.length > REASON_LIMIT) {
    const tooLong = texts.refusals['text-too-long']({ limit: REASON_LIMIT });
    return say({ text: escapeHtml(tooLong) });
  }
  // «7А алгебра: Иванов 5» is no reason: the question was forgotten over the next message.
  if (reason.includes(':') && (await whichLesson(turn, reason)).found === 'lesson') {
    return enterMarks(turn, reason);
  }
  const answer = await again(turn, data as Wanted);
  if (!('write' in answer)) {
    return forgotten(turn, answer);
  }
  return {
    write: async (tx, by) => {
      await closeDialog(tx, event.chat.address);
      return asMessages(await answer.write(tx, { ...by, reason }));
    },
    refused: async (refusal) => {
      const better = await answer.refused?.(refusal);
      const sentence = texts.refusals[refusal.reason](refusal.data);
      return better && 'write' in better
        ? better
        : forgotten(turn, better ?? say({ text: escapeHtml(sentence) }));
    },
  };
}

function isForReason({ reason }: Refusal): boolean {
  return reason === 'reason-late' || reason === 'reason-closed';
}

function askReason(turn: Turn, wanted: Wanted, refusal: Refusal): Answer {
  const { event, texts } = turn;
  const sentence = texts.refusals[refusal.reason](refusal.data);
  const question = reasonQuestion(sentence, lessonOf(wanted), texts);
  return {
    write: async (tx) => {
      await openDialog(tx, event.chat.address, { name: 'reason', data: wanted });
      return event.kind === 'press'
        ? say({ ...question, replace: event.messageId })
        : say(question);
    },
  };
}

function lessonOf(wanted: Wanted): LessonKey | null {
  if ('press' in wanted) {
    return readLessonArg(readPress(wanted.press).args[0]);
  }
  if ('comment' in wanted) {
    return wanted.comment.lesson;
  }
  return 'entry' in wanted ? wanted.entry.lesson : wanted.lesson;
}

/** The same change once more, as it was first asked for. */
async function again(turn: TextTurn, wanted: Wanted): Promise<Answer> {
  if ('entry' in wanted) {
    return recordMessage(turn, wanted.entry, say);
  }
  if ('comment' in wanted) {
    return saveComment(turn, wanted.comment, wanted.text);
  }
  if ('part' in wanted) {
    return saveText(turn, wanted.part, wanted, wanted.text);
  }
  const { verb, args } = readPress(wanted.press);
  const { id, chat, messageId } = turn.event;
  const event: Event & { kind: 'press' } = {
    ...{ id, chat, messageId, kind: 'press', data: wanted.press, pressId: '' },
  };
  const pressTurn: PressTurn = { ...turn, event };
  const run = PRESSES[verb];
  return run ? run(pressTurn, args) : say({ text: escapeHtml(turn.texts.common.buttonOutdated) });
}

/** Says it and asks no more. */
function forgotten({ event }: Turn, said: Said): Answer {
  return {
    write: async (tx) => {
      await closeDialog(tx, event.chat.address);
      return asMessages(said);
    },
  };
}

/** What would have been drawn over a button's screen, as new messages under the reason. */
function asMessages({ replies, toast }: Said): Said {
  const shown = replies.map((reply) => {
    if (!('text' in reply)) {
      return reply;
    }
    const { replace: _, ...message } = reply;
    return message;
  });
  return { replies: [...(toast ? [{ text: escapeHtml(toast) }] : []), ...shown] };
}
