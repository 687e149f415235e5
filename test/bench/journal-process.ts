import { pino } from 'pino';
import { startBot } from '../../bot/delivery/start-bot.ts';
import { grammyMessenger } from '../../bot/messengers/grammy.ts';
import { en } from '../../bot/texts/en.ts';
import { ru } from '../../bot/texts/ru.ts';
import { openDb } from '../../db/open.ts';
import { DIALOGUE } from '../bot-facts.ts';
import { testClock } from '../clock.ts';
import { CROWD_TOKEN, crowdIds } from './crowd.ts';
import { buildSchool, NOW } from './school.ts';
import { obey, type ReportOrder } from './while-reports.ts';

// Our bot as main.ts runs it, all guarantees on, in a process of its own.
const [apiRoot = '', url = '', users = ''] = process.argv.slice(2);
const db = await openDb({ url, clock: testClock(NOW), timezone: 'Europe/Moscow' });
await buildSchool(db, crowdIds(Number(users)));
const bot = await startBot({
  db,
  messenger: grammyMessenger(CROWD_TOKEN, apiRoot),
  log: pino({ level: 'warn' }),
  texts: { ru, en },
  config: DIALOGUE,
  onFatal: (reason) => {
    throw new Error(reason);
  },
});
process.send?.({ ready: true });
process.on('message', async (order: ReportOrder | { cpu: true }) => {
  process.send?.('cpu' in order ? process.cpuUsage() : await obey(db, bot, order));
});
process.on('disconnect', () =>
  bot
    .stop()
    .then(() => db.close())
    .then(() => process.exit()),
);
