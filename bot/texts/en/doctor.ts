import type { Texts } from '../ru.ts';

export const doctor: Texts['doctor'] = {
  usage: 'npm run doctor',
  verdict: (broken, advised) =>
    broken === 0 && advised === 0 ? 'All is well.' : `Broken: ${broken}, advice: ${advised}.`,
  settingsGood: 'The settings can be read.',
  demo: 'BOT_TOKEN is not set: npm start will run the demo. Get a token from @BotFather.',
  timezone: (zone, time) =>
    `The time zone is ${zone}, it is ${time} now. If the school has another time, set TIMEZONE.`,
  sessionSecretGood: 'SESSION_SECRET is set.',
  sessionSecretOwn:
    'SESSION_SECRET is not set: the secret lies beside the database, in the file secret. Keep a copy: without it no access code that was given out will fit.',
  backupKeyGood: 'BACKUP_KEY is set.',
  backupKeyOwn:
    'BACKUP_KEY is not set: the key lies beside the database, in the file backup-key. Keep it elsewhere too: without it no backup can be read.',
  publicUrlGood: 'PUBLIC_URL is an https address.',
  publicUrlPlain:
    'PUBLIC_URL has no https: passwords of the panel travel openly. Put a proxy with a certificate in front.',
  publicUrlMissing:
    'PUBLIC_URL is not set: the panel opens on this server only. Set an https address to log in from elsewhere.',
  tokenGood: (username) => `Telegram has accepted the token: it is the bot @${username}.`,
  tokenRefused: 'Telegram refused BOT_TOKEN. Check the token with @BotFather.',
  telegramSilent: "Telegram does not answer. Check the server's network and TELEGRAM_API_ROOT.",
  pollingGood: 'Messages go nowhere else: the journal fetches them itself.',
  webhook:
    "The bot's messages go to another program (a webhook). Switch it off; the journal removes that address when it starts.",
  running: (url) =>
    `The journal is running (${url}) and fetches messages; no second program has this token.`,
  stopped: (url) => `The journal does not answer at ${url}. Start it: npm start`,
  alarms: (names) => `The journal is running, but reports: ${names}.`,
  clockGood: "The server's clock is right.",
  clockOff: (seconds) =>
    `The server's clock is ${seconds} s off. Switch on its synchronisation (NTP).`,
  clockBehind:
    'The newest audit line is from the future: the clock of the server was set back. Check it.',
  noDatabase: 'There is no database yet. The first start makes it: npm start',
  databaseSilent: 'The database does not answer. Check DATABASE_URL and the rights to the file.',
  databaseDamaged:
    'The database is damaged. Stop the journal and restore a backup: npm run restore -- FILE',
  databaseReferences:
    'Rows of the database point to rows that are not there. Restore a backup: npm run restore -- FILE',
  databaseGood: 'The database is whole: pages and references were checked.',
  schemaGood: 'The schema of the database is of this version.',
  schemaOld: 'The schema of the database is older than the program. A start updates it: npm start',
  schemaNew: 'The schema of the database is newer than the program. Update the program.',
  auditGood: (lines, head) =>
    `The audit is whole: ${lines} ${lines === 1 ? 'line' : 'lines'}, the last is ${head}`,
  auditBroken: 'The audit is broken. npm run verify shows where.',
  writable: 'The database can be written to.',
  notWritable: {
    'read-only':
      "The database can only be read. Give the journal's user the right to write to the file and its folder.",
    'disk-full': 'The disk is full. Free some space: nothing is saved until then.',
    unreachable: 'A write to the database failed. Check whether another process holds it.',
  },
  walGood: (megabytes) => `The write-ahead log of the database takes ${megabytes} MB.`,
  walBig: (megabytes) =>
    `The write-ahead log of the database has grown to ${megabytes} MB. Restart the journal: it will shrink.`,
  diskGood: (megabytes) => `Free on the disk: ${megabytes} MB.`,
  diskLow: (megabytes) =>
    `${megabytes} MB are left on the disk. Free some space: backups and the database will need it.`,
  modeGood: "The journal's files are closed to other users.",
  modeOpen: (files) =>
    `Other users of the server can read these files: ${files}. Close them: chmod 600`,
  backupFolderGood: 'The folder of backups can be written to.',
  backupFolderClosed: (folder) =>
    `The folder of backups can't be written to: ${folder}. Create it or give rights to it.`,
  backupFresh: (hours) => `The newest backup is ${hours} h old.`,
  backupOld: (hours) =>
    `The newest backup is ${hours} h old by now. Make a new one: npm run backup`,
  backupNone: 'There is no backup yet. Make the first one: npm run backup',
  toolsGood: 'pg_dump, pg_restore and psql are there.',
  toolMissing: (tool) =>
    `The program ${tool} is missing: no backup can be made. Install PostgreSQL's client.`,
};
