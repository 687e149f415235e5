import type { Event } from '../../bot/dialogue/event.ts';
import { handle } from '../../bot/dialogue/handle.ts';
import type { Said } from '../../bot/dialogue/reply.ts';
import type { Answer, DialogueDeps } from '../../bot/dialogue/turn.ts';
import { en } from '../../bot/texts/en.ts';
import { ru } from '../../bot/texts/ru.ts';
import { Refusal } from '../../db/errors.ts';
import type { Db } from '../../db/open.ts';
import { callerOfChat } from '../../db/reports/caller.ts';

/** What is said or pressed. */
export type Cue = { text: string } | { press: string };

/** What came of it: the bot's words in that chat, and what was to be sent to any. */
export type Outcome = { said: Said; post: { chat: string; payload: string }[] };

class Undone extends Error {
  readonly outcome: Outcome;

  constructor(outcome: Outcome) {
    super('undone');
    this.outcome = outcome;
  }
}

const STRANGER = { personId: 0, roles: [], classIds: [], childIds: [] };

/**
 * Answers events by the dialogue and takes back whatever they wrote: each event finds the database
 * as it was, so thousands need no world of their own. A failure that is no refusal is thrown.
 */
export function rehearsalOf(db: Db): (chat: string, cue: Cue) => Promise<Outcome> {
  const deps: DialogueDeps = {
    db,
    texts: { ru, en },
    config: {
      language: 'ru',
      names: 'full',
      pepper: 'a pepper of a test',
      botUsername: 'zhurnal_test_bot',
      panelOrigin: 'http://journal.test',
    },
    fetchFile: async () => null,
  };

  async function finish(chat: string, answer: Answer): Promise<Outcome> {
    if (!('write' in answer)) {
      return { said: answer, post: [] };
    }
    try {
      return await db.write(async (tx) => {
        const [newest] = await tx.run<{ id: number }>(
          'SELECT COALESCE(MAX(id), 0) AS id FROM outbox',
          {},
        );
        const caller = await callerOfChat(db, chat, tx);
        const by = { actor: caller?.actor ?? STRANGER, door: 'chat', operation: 'chat:1' } as const;
        const said = await answer.write(tx, by);
        const post = await tx.run<Outcome['post'][number]>(
          'SELECT chat, payload FROM outbox WHERE id > :last',
          { last: newest?.id ?? 0 },
        );
        throw new Undone({ said, post });
      });
    } catch (error) {
      if (error instanceof Undone) {
        return error.outcome;
      }
      throw error;
    }
  }

  return async (chat, cue) => {
    const from = { id: 'rehearsal', chat: { address: chat, private: true } };
    const event: Event =
      'text' in cue
        ? { ...from, kind: 'text', text: cue.text, messageId: 'user:1' }
        : { ...from, kind: 'press', data: cue.press, messageId: 'bot:1', pressId: 'press:1' };
    let answer: Answer | null = null;
    try {
      answer = await handle(event, deps);
      return await finish(chat, answer);
    } catch (error) {
      const refusal = refusalOf(error);
      const better = answer && 'write' in answer ? answer.refused : undefined;
      try {
        const instead = (await better?.(refusal)) ?? plainly(refusal);
        return await finish(chat, instead);
      } catch (again) {
        return { said: plainly(refusalOf(again)), post: [] };
      }
    }
  };
}

function refusalOf(error: unknown): Refusal {
  if (error instanceof Refusal) {
    return error;
  }
  throw error;
}

function plainly({ reason, data }: Refusal): Said {
  return { replies: [], toast: ru.refusals[reason](data) };
}

/** The payloads of all buttons in an outcome. */
export function payloadsOf({ said, post }: Outcome): string[] {
  const written = [JSON.stringify(said), ...post.map(({ payload }) => payload)].join('\n');
  return [...written.matchAll(/"press":"([^"]+)"/g)].map(([, payload = '']) => payload);
}
