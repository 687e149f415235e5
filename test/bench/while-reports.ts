import type { Bot } from '../../bot/delivery/start-bot.ts';
import type { Reply } from '../../bot/dialogue/reply.ts';
import { LANES, queueMessages } from '../../db/actions/queue-messages.ts';
import type { Db } from '../../db/open.ts';
import type { CrowdResult } from './crowd.ts';
import type { Child } from './processes.ts';

/** What a user waits for a reply, p99 in ms: nothing else to do, and while reports are made. */
export type WhileReports = { idle: number; busy: number };

/** What the process of the bot is told: to queue so many reports, or to end them all. */
export type ReportOrder = { queue: number; chat: string } | { end: true };

const ROUNDS = 5;
const ASKED = { users: 8, rounds: 40, delay: 0 };
// They take longer than the crowd is answered, so that there is always one under way.
const REPORTS = 6;
const PUPILS = 1_000;
const SUBJECTS = 14;

/**
 * The same question of a few users, round by round: with nothing else to do, and while the bot makes
 * prints of a whole school for somebody else. Throws if the prints ended before the questions.
 */
export async function benchWhileReports(
  crowd: Child,
  bot: Child,
  { text, chat }: { text: string; chat: string },
): Promise<WhileReports[]> {
  const ask = async () => (await crowd.ask<CrowdResult>({ ...ASKED, text })).p99;
  // Not counted: the thread starts and loads its libraries.
  await bot.ask({ queue: 1, chat });
  await bot.ask({ end: true });
  const rounds: WhileReports[] = [];
  for (let round = 0; round < ROUNDS; round += 1) {
    const idle = await ask();
    await bot.ask({ queue: REPORTS, chat });
    const busy = await ask();
    const { waiting } = await bot.ask<{ waiting: number }>({ end: true });
    if (waiting === 0) {
      throw new Error('the reports were made before the crowd was answered');
    }
    rounds.push({ idle, busy });
  }
  return rounds;
}

/** Runs an order in the process of the bot. */
export async function obey(db: Db, bot: Bot, order: ReportOrder): Promise<object> {
  if ('queue' in order) {
    const { queue, chat } = order;
    const began = performance.now();
    const payload: Reply = { text: 'x', file: largePrint() };
    const messages = Array.from({ length: queue }, (_, index) => {
      return { dedupeKey: `report:${began}:${index}`, chat, lane: LANES.digest, payload };
    });
    await db.write((tx) => queueMessages(tx, messages));
    return {};
  }
  const where = { lane: LANES.digest, state: 'waiting' as const };
  const waiting = await db.models.OutboxMessage.count({ where });
  await bot.idle();
  return { waiting };
}

function largePrint() {
  const titles = Array.from({ length: SUBJECTS }, (_, index) => `Предмет ${index + 1}`);
  return {
    kind: 'document' as const,
    name: 'summary.pdf',
    as: 'pdf' as const,
    paper: {
      title: 'Сводная ведомость',
      lines: [],
      tables: [
        {
          name: '7',
          columns: [
            { title: 'Ученик', kind: 'text' as const, width: 24 },
            ...titles.map((title) => ({ title, kind: 'mark' as const, width: 4 })),
          ],
          rows: Array.from({ length: PUPILS }, (_, row) => [
            `Иванов Семён ${row}`,
            ...titles.map((_title, column) => 2 + ((row + column) % 4)),
          ]),
          frozen: 1,
        },
      ],
      notes: [],
      mark: null,
      pageNumber: '{page} / {pages}',
      landscape: true,
    },
  };
}
