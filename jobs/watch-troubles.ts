import { setTimeout as sleep } from 'node:timers/promises';
import { troubleBegan, troubleOver } from '../bot/views/troubles.ts';
import { LANES, queueMessages } from '../db/actions/queue-messages.ts';
import { alarmsOf, type Trouble } from '../db/alarms.ts';
import { errorFacts } from '../db/error-facts.ts';
import { createExaminer } from '../db/examine.ts';
import type { Db } from '../db/open.ts';
import { readStaffWatchers, type Watcher } from '../db/reports/link-watchers.ts';
import type { JobDeps } from './job.ts';

export type WatchDeps = JobDeps & {
  /** A folder on the disk of the database; null if the database is a server of its own. */
  folder: string | null;
  /** Backups are made here, so that their absence is a trouble. */
  backups: boolean;
  /** Says something at once, past the outbox: there is none in a database that can't be written to. */
  deliver: (chat: string, text: string) => Promise<void>;
};

type End = 'began' | 'over';

/** `look` examines the journal once, and tells of what has changed. */
export type Watch = { look: () => Promise<void> };

const EVERY_MS = 60_000;
const NOBODY = 0;
const KEY = /^trouble:(.+):(\d{4}-[^:]+):(began|over):/;
// Nobody can be told of these by the bot, or is told already by the night's backup itself.
const UNTOLD: readonly string[] = [
  'token-refused',
  'second-bot',
  'messenger-silent',
  'backup-failed',
];
// The bot's own part in health is not to be told through the bot.
const BOT_IS_WELL = { refusal: null, silence: 0 };

/** Looks every minute until it is stopped. */
export function startWatch(deps: WatchDeps): { stop: () => Promise<void> } {
  const watch = createWatch(deps);
  const stopping = new AbortController();
  const { signal } = stopping;
  const watching = (async () => {
    while (!signal.aborted) {
      await watch.look().catch((error) => {
        deps.log.error({ error: errorFacts(error) }, 'could not tell of a trouble');
      });
      await sleep(EVERY_MS, undefined, { signal }).catch(() => undefined);
    }
  })();
  return {
    stop: async () => {
      stopping.abort();
      await watching;
    },
  };
}

/**
 * Tells the administrators of each trouble once, when two looks have found it, and once when two
 * have not: what passes by itself in a minute disturbs nobody. The outbox remembers what was told
 * before a restart, and that a trouble that comes and goes was told today.
 */
export function createWatch(deps: WatchDeps): Watch {
  const { db, backups } = deps;
  const examine = createExaminer(deps);
  const reached = new Set<string>();
  /** Troubles that were told, with the mark that tells one time from another. */
  let told: Map<Trouble, string> | null = null;
  let before: ReadonlySet<Trouble> = new Set();
  // Kept for the time when the database can't be asked.
  let chats: Watcher[] = [];

  async function look(): Promise<void> {
    const examination = await examine();
    const { grave, warnings } = alarmsOf(examination, BOT_IS_WELL, { backups, bot: false });
    const found = new Set([...grave, ...warnings].filter(isTrouble));
    const earlier = before;
    before = found;
    if (examination.operations) {
      chats = await readStaffWatchers(db, NOBODY);
      told ??= await readTold(db);
    }
    told ??= new Map();
    const writable = examination.trouble === null;
    for (const trouble of found) {
      if (earlier.has(trouble) && !told.has(trouble)) {
        const mark = writable ? db.today() : `${db.today()}T${db.now().getTime()}`;
        await (writable ? queue : sayAtOnce)(trouble, mark, 'began');
        told.set(trouble, mark);
      }
    }
    // While nothing can be written nobody knows of the rest.
    for (const [trouble, mark] of writable ? told : []) {
      if (!found.has(trouble) && !earlier.has(trouble)) {
        await queue(trouble, mark, 'over');
        told.delete(trouble);
      }
    }
  }

  function messagesOf(trouble: Trouble, mark: string, end: End) {
    const textOf = end === 'began' ? troubleBegan : troubleOver;
    return chats.map(({ address, language }) => ({
      dedupeKey: `trouble:${trouble}:${mark}:${end}:${address}`,
      chat: address,
      text: textOf(trouble, deps.texts[language ?? deps.config.language]),
    }));
  }

  async function queue(trouble: Trouble, mark: string, end: End): Promise<void> {
    const messages = messagesOf(trouble, mark, end).map(({ text, ...message }) => ({
      ...message,
      lane: LANES.urgent,
      payload: { text },
    }));
    await db.write((tx) => queueMessages(tx, messages));
  }

  /** Whoever is not reached is tried again at the next look, and nobody is told twice. */
  async function sayAtOnce(trouble: Trouble, mark: string, end: End): Promise<void> {
    const messages = messagesOf(trouble, mark, end);
    for (const { chat, text } of messages.filter((one) => !reached.has(`${trouble}:${one.chat}`))) {
      await deps.deliver(chat, text);
      reached.add(`${trouble}:${chat}`);
    }
    for (const { chat } of messages) {
      reached.delete(`${trouble}:${chat}`);
    }
  }

  return { look };
}

function isTrouble(
  alarm: ReturnType<typeof alarmsOf>['grave' | 'warnings'][number],
): alarm is Trouble {
  return !UNTOLD.includes(alarm);
}

/** Troubles whose beginning is the last that was told of them. */
async function readTold(db: Db): Promise<Map<Trouble, string>> {
  const rows = await db.select<{ key: string }>(
    `SELECT dedupe_key AS "key" FROM outbox WHERE dedupe_key LIKE 'trouble:%' ORDER BY id`,
  );
  const told = new Map<Trouble, string>();
  for (const { key } of rows) {
    const [, trouble = '', mark = '', end] = KEY.exec(key) ?? [];
    if (end === 'began') {
      told.set(trouble as Trouble, mark);
    } else {
      told.delete(trouble as Trouble);
    }
  }
  return told;
}
