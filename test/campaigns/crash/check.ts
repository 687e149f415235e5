import type { Db } from '../../../db/open.ts';
import { verifyChain } from '../../../db/reports/verify-chain.ts';
import type { Saying } from './story.ts';

/** What was seen from outside while a bot lived and died. */
export type Evidence = {
  /** All that people said, in order. */
  said: readonly Saying[];
  /** The bot's words in each chat as the messenger accepted them, oldest first. */
  heard: ReadonlyMap<number, readonly string[]>;
  /** For each kill, the newest of them in each chat at that moment. */
  lastAtKill: readonly ReadonlyMap<number, string | undefined>[];
};

type Row = { chat: string; lane: number; state: string; payload: string };

/** What was promised and is not so, a sentence each; and how many messages came twice. */
export async function check(
  db: Db,
  evidence: Evidence,
): Promise<{ problems: string[]; duplicates: number }> {
  const outbox = await db.select<Row>('SELECT chat, lane, state, payload FROM outbox ORDER BY id');
  const chats = [...evidence.heard.keys()].map((chat) => chatCheck(chat, outbox, evidence));
  const { brokenAt } = await verifyChain(db);
  return {
    problems: [
      ...(await lostUpdates(db, evidence)),
      ...(await wrongMarks(db, evidence)),
      ...(await lostNotices(db)),
      ...outbox
        .filter(({ state }) => state !== 'sent')
        .map(({ chat, state }) => `a message to ${chat} is ${state}`),
      ...chats.flatMap(({ problems }) => problems),
      ...(brokenAt === null ? [] : [`the audit is broken at line ${brokenAt}`]),
    ],
    duplicates: chats.reduce((sum, { duplicates }) => sum + duplicates, 0),
  };
}

/** Each update is stored once, in the order of its chat, and answered. */
async function lostUpdates(db: Db, { said, heard }: Evidence): Promise<string[]> {
  const rows = await db.select<{ chat: string; payload: string; state: string; answers: number }>(
    `SELECT i.chat, i.payload, i.state, CAST(COUNT(o.id) AS INTEGER) AS answers
       FROM inbox i LEFT JOIN outbox o ON o.dedupe_key LIKE 'reply:' || i.id || ':%'
      GROUP BY i.id, i.chat, i.payload, i.state ORDER BY i.id`,
  );
  const problems = rows
    .filter(({ state, answers }) => state !== 'done' || answers === 0)
    .map(({ chat, state }) => `an update of ${chat} is ${state} and has no answer`);
  for (const chat of heard.keys()) {
    const stored = rows
      .filter((row) => row.chat === `tg:${chat}`)
      .map(({ payload }) => (JSON.parse(payload) as { text: string }).text);
    const expected = said.filter((saying) => saying.chat === chat).map(({ text }) => text);
    if (JSON.stringify(stored) !== JSON.stringify(expected)) {
      problems.push(`chat ${chat} said ${expected.join(' | ')}, stored is ${stored.join(' | ')}`);
    }
  }
  return problems;
}

/** Each mark that was entered stands once in the journal, and once in the audit. */
async function wrongMarks(db: Db, { said }: Evidence): Promise<string[]> {
  const rows = await db.select<{ name: string; value: number; births: number }>(
    `SELECT p.last_name AS name, m.value, CAST(COUNT(c.id) AS INTEGER) AS births
       FROM mark m JOIN pupil p ON p.id = m.pupil_id
       LEFT JOIN change c ON c.record = 'mark' AND c.record_id = m.id AND c.before IS NULL
      WHERE m.state = 'active' GROUP BY m.id, p.last_name, m.value`,
  );
  const stored = rows.map(({ name, value }) => `${name} ${value}`).sort();
  const entered = said.flatMap(({ text }) => /^7А алгебра: (.+)$/.exec(text)?.[1] ?? []).sort();
  return [
    ...(JSON.stringify(stored) === JSON.stringify(entered)
      ? []
      : [`entered is ${entered.join(', ')}; the journal has ${stored.join(', ')}`]),
    ...rows
      .filter(({ births }) => births !== 1)
      .map(({ name, births }) => `a mark of ${name} has ${births} births in the audit`),
  ];
}

/** The parent of each marked pupil was told of each mark. */
async function lostNotices(db: Db): Promise<string[]> {
  const rows = await db.select<{ id: number; told: string | null; messages: number }>(
    `SELECT m.id, n.told, CAST(COUNT(o.id) AS INTEGER) AS messages
       FROM mark m LEFT JOIN notice n ON n.kind = 'mark' AND n.record_id = m.id
       LEFT JOIN outbox o ON o.dedupe_key LIKE 'notice:%mark' || m.id || 'v%'
      GROUP BY m.id, n.told`,
  );
  return rows
    .filter(({ told, messages }) => told === null || messages !== 1)
    .map(({ id, told, messages }) => `mark ${id}: told is ${told}, in ${messages} messages`);
}

/**
 * What was to be said in a chat was accepted, in its order; what came twice was, each time, the
 * newest message of the chat when a process was killed.
 */
function chatCheck(chat: number, outbox: readonly Row[], { heard, lastAtKill }: Evidence) {
  const problems: string[] = [];
  const words = heard.get(chat) ?? [];
  const rows = outbox
    .filter((row) => row.chat === `tg:${chat}`)
    .map(({ lane, payload }) => ({ lane, text: (JSON.parse(payload) as { text: string }).text }));
  const texts = new Set([...rows.map(({ text }) => text), ...words]);
  let duplicates = 0;
  for (const text of texts) {
    const meant = rows.filter((row) => row.text === text).length;
    const came = words.filter((word) => word === text).length;
    const inFlight = lastAtKill.filter((last) => last.get(chat) === text).length;
    duplicates += Math.max(0, came - meant);
    if (came < meant) {
      problems.push(`chat ${chat}: lost «${text}»`);
    } else if (came - meant > inFlight) {
      problems.push(`chat ${chat}: ${came} times «${text}», ${meant} meant, ${inFlight} in flight`);
    }
  }
  for (const lane of new Set(rows.map((row) => row.lane))) {
    const meant = rows.filter((row) => row.lane === lane).map(({ text }) => text);
    const came = words.filter((word) => meant.includes(word));
    if (JSON.stringify(withoutRepeats(meant)) !== JSON.stringify(withoutRepeats(came))) {
      problems.push(`chat ${chat}: another order: ${came.join(' | ')} for ${meant.join(' | ')}`);
    }
  }
  return { problems, duplicates };
}

function withoutRepeats(texts: readonly string[]): string[] {
  return texts.filter((text, index) => text !== texts[index - 1]);
}
