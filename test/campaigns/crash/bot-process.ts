import { pino } from 'pino';
import { startBot } from '../../../bot/delivery/start-bot.ts';
import { en } from '../../../bot/texts/en.ts';
import { ru } from '../../../bot/texts/ru.ts';
import { openDb } from '../../../db/open.ts';
import { DIALOGUE, TOKEN } from '../../bot-facts.ts';
import { testClock } from '../../clock.ts';
import { LIBRARIES } from '../../libraries.ts';

// The bot in a process of its own, so that a test can kill it. Errors go to the standard output.
const [library, url = '', apiRoot = '', now] = process.argv.slice(2);
const chosen = LIBRARIES.find((candidate) => candidate.library === library);
if (!chosen) {
  throw new Error(`no library ${library}`);
}
await startBot({
  db: await openDb({ url, clock: testClock(now), timezone: 'Europe/Moscow' }),
  messenger: chosen.create(TOKEN, apiRoot),
  log: pino({ level: 'error' }),
  texts: { ru, en },
  config: DIALOGUE,
  onFatal: (reason) => {
    throw new Error(reason);
  },
});
// Whoever asks is told how much memory is held after a collection; it needs --expose-gc.
process.on('message', () => {
  globalThis.gc?.();
  process.send?.(process.memoryUsage().heapUsed);
});
process.on('disconnect', () => process.exit());
