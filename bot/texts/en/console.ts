import type { Texts } from '../ru.ts';

export const console: Texts['console'] = {
  demo: 'This is a demo: an invented school, nothing goes to Telegram. For a real school set BOT_TOKEN (see README.md).',
  chatPage: (url) => `Chat:   ${url}`,
  panel: (url) => `Panel:  ${url}`,
  panelLink: 'Panel',
  login: (role, login, password) => `        ${role}: login ${login}, password ${password}`,
  ready: (seconds) => `Ready in ${seconds} s. Stop with Ctrl+C.`,
  bot: (username) => `The bot @${username} is receiving messages.`,
  setup: (url) =>
    `The panel has no administrator yet. Create one by this one-time link (valid for a day):\n${url}`,
  stopping: 'Stopping…',
  badToken: 'Telegram did not accept BOT_TOKEN. Check the token with @BotFather.',
  secondBot: 'Another process works with this BOT_TOKEN. Stop it and start again.',
  noTelegram: 'Telegram does not answer, trying again. The panel and the database work.',
  badConfig: (lines) => `Wrong configuration:\n${lines}`,
  badRoles:
    'Start with: npm start or npm start -- --only=bot,admin,jobs (one role or several with commas).',
  rolesNeedPostgres:
    '--only needs BOT_TOKEN and PostgreSQL: DATABASE_URL=postgres://… One process works with an SQLite file.',
  portTaken: (port) => `Port ${port} is taken. Free it or choose another: PORT=4000 npm start`,
  chainWhole: (lines, head) => `The audit is whole: ${lines} lines, the last is ${head}`,
  chainBroken: (id) => `The audit is broken at line ${id}.`,
  inviteUsage: 'npm run invite -- "Full Name" [--key KEY]',
  inviteHelp:
    'Shows a one-time access code for a member of staff. An unused former code is revoked.',
  inviteNobody: (name) => `There is no “${name}” on the staff.`,
  inviteNearest: (names) => `Similar names: ${names}`,
  inviteSeveral: 'There are several of this name. Repeat the command with a key: --key KEY',
  inviteNoKey: 'no key, give one in the panel',
  inviteCode: (name, code) => `${name}\nCode: ${code}`,
  inviteHowTo: 'They open the bot of the school, press Start and send it this code.',
  usage: (line) => `Usage: ${line}`,
  demoReset: 'The database of the demo is removed, the next start makes it anew.',
};
