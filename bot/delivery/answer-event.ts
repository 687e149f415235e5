import { noteViews } from '../../db/actions/note-views.ts';
import {
  LANES,
  type Lease,
  type QueuedMessage,
  queueMessages,
} from '../../db/actions/queue-messages.ts';
import { finishEvents } from '../../db/actions/receive-events.ts';
import { reopenLinks } from '../../db/actions/set-link-state.ts';
import { errorFacts } from '../../db/error-facts.ts';
import { Refusal } from '../../db/errors.ts';
import { callerOfChat } from '../../db/reports/caller.ts';
import type { Actor } from '../../db/rules/access.ts';
import type { Event } from '../dialogue/event.ts';
import { handle } from '../dialogue/handle.ts';
import type { Said } from '../dialogue/reply.ts';
import type { Answer, Writing } from '../dialogue/turn.ts';
import { escapeHtml } from '../views/html.ts';
import { createBatcher } from './batcher.ts';
import type { AnswerDeps } from './deps.ts';

/** An event with its row in the inbox. */
export type StoredEvent = { inboxId: number; event: Event };

const STRANGER: Actor = { personId: 0, roles: [], classIds: [], childIds: [] };
const NOTHING: Said = { replies: [] };

type Finish = { stored: StoredEvent; said: Said; queued: QueuedMessage[] };

/**
 * Answers stored events. What an answer writes, the event's `done` and the replies to send are one
 * transaction; answers that only read share one with whatever else is being finished. An event that
 * is done already, whoever did it, changes nothing and says nothing. `lease` claims the replies for
 * the sender they are handed to, from the moment they exist.
 */
export function createAnswerer(
  deps: AnswerDeps,
  lease: () => Lease,
): (stored: StoredEvent) => Promise<{ said: Said; queued: QueuedMessage[] }> {
  const { db } = deps;

  const finishTogether = createBatcher<Finish>((finishes) =>
    db.write(async (tx) => {
      const open = await finishEvents(
        tx,
        finishes.map(({ stored }) => stored.inboxId),
      );
      const answered = finishes.filter(({ stored }) => open.has(stored.inboxId));
      await reopenLinks(
        tx,
        answered.flatMap(({ stored }) => speakerOf(stored.event)),
      );
      await noteViews(
        tx,
        answered.flatMap(({ said }) => said.views ?? []),
      );
      const messages = answered.flatMap(({ stored, said }) => messagesOf(stored, said));
      const queued = await queueMessages(tx, messages, lease());
      for (const finish of answered) {
        const prefix = replyKey(finish.stored, '');
        finish.queued = queued.filter(({ dedupeKey }) => dedupeKey.startsWith(prefix));
      }
    }),
  );

  async function finishRead(stored: StoredEvent, said: Said) {
    const finish: Finish = { stored, said, queued: [] };
    await finishTogether(finish);
    return { said, queued: finish.queued };
  }

  function finishWriting(stored: StoredEvent, { write }: Writing) {
    return db.write(async (tx) => {
      const open = await finishEvents(tx, [stored.inboxId]);
      if (!open.has(stored.inboxId)) {
        return { said: NOTHING, queued: [] };
      }
      const caller = await callerOfChat(db, stored.event.chat.address, tx);
      const operation = `chat:${stored.inboxId}`;
      const said = await write(tx, { actor: caller?.actor ?? STRANGER, door: 'chat', operation });
      await reopenLinks(tx, speakerOf(stored.event));
      await noteViews(tx, said.views ?? []);
      const queued = await queueMessages(tx, messagesOf(stored, said), lease());
      return { said, queued };
    });
  }

  const finish = (stored: StoredEvent, answer: Answer) =>
    'write' in answer ? finishWriting(stored, answer) : finishRead(stored, answer);

  /** Says a refusal as the dialogue would; if that is refused in its turn, as a plain sentence. */
  async function finishRefused(stored: StoredEvent, refusal: Refusal, answer: Answer | null) {
    try {
      const better = answer && 'write' in answer ? await answer.refused?.(refusal) : null;
      return await finish(stored, better ?? (await refused(deps, stored.event, refusal)));
    } catch (error) {
      const sentence =
        error instanceof Refusal
          ? await refused(deps, stored.event, error)
          : failed(deps, stored, error);
      return finishRead(stored, sentence);
    }
  }

  return async (stored) => {
    const begun = performance.now();
    let answer: Answer | null = null;
    try {
      answer = await handle(stored.event, deps);
      return await finish(stored, answer);
    } catch (error) {
      return error instanceof Refusal
        ? await finishRefused(stored, error, answer)
        : await finishRead(stored, failed(deps, stored, error));
    } finally {
      deps.meter?.answered((performance.now() - begun) / 1000);
    }
  };
}

async function refused(deps: AnswerDeps, event: Event, refusal: Refusal): Promise<Said> {
  const caller = await callerOfChat(deps.db, event.chat.address);
  const { refusals } = deps.texts[caller?.language ?? deps.config.language];
  return plainly(event, refusals[refusal.reason](refusal.data));
}

function failed(
  { log, meter, texts, config }: AnswerDeps,
  { inboxId, event }: StoredEvent,
  error: unknown,
): Said {
  meter?.failed();
  log.error(
    { inboxId, chat: event.chat.address, kind: event.kind, error: errorFacts(error) },
    'answer failed',
  );
  return plainly(event, texts[config.language].common.internalError);
}

/** A sentence over the screen after a press, a message after anything else. */
function plainly(event: Event, sentence: string): Said {
  return event.kind === 'press'
    ? { replies: [], toast: sentence }
    : { replies: [{ text: escapeHtml(sentence) }] };
}

/** Whoever writes to the bot or presses its buttons can be written to, whatever happened before. */
function speakerOf({ kind, chat }: Event): string[] {
  return kind === 'blocked' ? [] : [chat.address];
}

function messagesOf(stored: StoredEvent, said: Said) {
  return said.replies.map((payload, index) => ({
    dedupeKey: replyKey(stored, String(index)),
    chat: stored.event.chat.address,
    lane: LANES.reply,
    payload,
    secret: 'secret' in payload,
  }));
}

function replyKey({ inboxId }: StoredEvent, part: string): string {
  return `reply:${inboxId}:${part}`;
}
