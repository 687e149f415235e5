import { run } from '@grammyjs/runner';
import { Bot } from 'grammy';
import { CROWD_TOKEN } from './crowd.ts';

// The bare bot ours is measured against: it stores nothing, checks nothing and answers at once.
const bot = new Bot(CROWD_TOKEN, { client: { apiRoot: process.argv[2] ?? '' } });
bot.on('message:text', (ctx) => ctx.reply(ctx.message.text));
const runner = run(bot);
process.send?.({ ready: true });
process.on('message', () => process.send?.(process.cpuUsage()));
process.on('disconnect', () => runner.stop().then(() => process.exit()));
