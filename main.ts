import { once } from 'node:events';
import { existsSync } from 'node:fs';
import { rm } from 'node:fs/promises';
import { createServer, type Server } from 'node:http';
import { dirname, join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import express from 'express';
import { type Logger, pino } from 'pino';
import { createApi } from './admin/api/api.ts';
import { createPanel } from './admin/app.ts';
import { createOps } from './admin/ops/routes.ts';
import { createDocuments } from './bot/delivery/documents.ts';
import { beOneOfMany, type Elected } from './bot/delivery/one-of-many.ts';
import { createReportPrinter } from './bot/delivery/print-report.ts';
import { type Bot, startBot } from './bot/delivery/start-bot.ts';
import { menuFor } from './bot/dialogue/commands.ts';
import { CONSENT_VERSION } from './bot/dialogue/consent-version.ts';
import { DeliveryFailure, type Messenger } from './bot/messengers/messenger.ts';
import { en } from './bot/texts/en.ts';
import { ru, type Texts } from './bot/texts/ru.ts';
import { createSetupLink } from './db/actions/create-setup-link.ts';
import { dialectOf, fileOf } from './db/backup/content.ts';
import type { BackupPlace } from './db/backup/place.ts';
import { type Config, ConfigError, readConfig } from './db/config.ts';
import { errorFacts } from './db/error-facts.ts';
import { createMeter, type Meter } from './db/meter.ts';
import { type Db, openDb } from './db/open.ts';
import { type Role, readRoles } from './db/roles.ts';
import { keyFor, serverSecret } from './db/secret.ts';
import { controlMonday } from './jobs/control-monday.ts';
import { eveningDigest } from './jobs/evening-digest.ts';
import { eveningReminder } from './jobs/evening-reminder.ts';
import { journalControl } from './jobs/journal-control.ts';
import { nightlyBackup } from './jobs/nightly-backup.ts';
import { restoreDrill } from './jobs/restore-drill.ts';
import { startSchedule } from './jobs/schedule.ts';
import { sweep } from './jobs/sweep.ts';
import { termReports } from './jobs/term-reports.ts';
import { startWatch } from './jobs/watch-troubles.ts';
import { weeklySummary } from './jobs/weekly-summary.ts';

const TEXTS = { ru, en };
const LOOPBACK = '127.0.0.1';
// Only the sandbox of the demo knows this one, and it listens on the loopback alone.
const DEMO_TOKEN = '1:token-of-the-demo';
const INTRODUCE_AGAIN_MS = 5_000;
// Less than a stop may take: an alarm that hangs holds nobody up.
const TELL_MS = 5_000;

const clock = () => new Date();
const print = (line: string) => process.stdout.write(`${line}\n`);

/** What every command stands on. */
type Ground = {
  config: Config;
  texts: Texts;
  log: Logger;
  secret: string;
  /** The database of the real school. */
  databaseUrl: string;
  /** Its backups. */
  backups: BackupPlace;
};

// The files of a school are its own: nobody else on the machine reads what this process creates.
process.umask(0o077);
process.exitCode = await main(process.argv.slice(2));

async function main(given: string[]): Promise<number> {
  // `npm start -- --only=bot` gives the option alone.
  const [command = 'start', ...args] = given[0]?.startsWith('--') ? ['start', ...given] : given;
  if (existsSync('.env')) {
    process.loadEnvFile('.env');
  }
  const texts = process.env.LANGUAGE === 'en' ? en : ru;
  let config: Config;
  try {
    config = readConfig(process.env);
  } catch (error) {
    if (error instanceof ConfigError) {
      print(texts.console.badConfig(error.message));
      return 2;
    }
    throw error;
  }
  const databaseUrl = config.DATABASE_URL ?? `sqlite:${join(config.DATA_DIR, 'journal.sqlite')}`;
  const ground: Ground = {
    config,
    texts,
    log: pino({ level: config.LOG_LEVEL, base: null }),
    secret: await serverSecret(config.SESSION_SECRET, config.DATA_DIR),
    databaseUrl,
    backups: {
      databaseUrl,
      folder: config.BACKUP_DIR ?? join(config.DATA_DIR, 'backups'),
      key: await serverSecret(config.BACKUP_KEY, config.DATA_DIR, 'backup-key'),
      ownKey: config.BACKUP_KEY !== undefined,
      hook: config.BACKUP_HOOK ?? null,
    },
  };
  if (command === 'start') {
    return start(ground, args);
  }
  if (command === 'demo:reset') {
    await rm(demoFolder(config), { recursive: true, force: true });
    print(texts.console.demoReset);
    return 0;
  }
  return runByHand(ground, command, args);
}

async function start(ground: Ground, args: string[]): Promise<number> {
  const { config, texts, databaseUrl } = ground;
  const roles = readRoles(args);
  if (roles === null) {
    print(texts.console.badRoles);
    return 2;
  }
  const token = config.BOT_TOKEN;
  // A file has one process; only a server of its own can be shared.
  if (args.length > 0 && (token === undefined || dialectOf(databaseUrl) === 'sqlite')) {
    print(texts.console.rolesNeedPostgres);
    return 2;
  }
  return token === undefined ? startDemo(ground, roles) : startSchool(ground, token, roles);
}

// === The server of a real school

type Roles = ReadonlySet<Role>;

async function startSchool(ground: Ground, token: string, roles: Roles): Promise<number> {
  const { config, texts } = ground;
  const db = await openDb({ url: ground.databaseUrl, clock, timezone: config.TIMEZONE });
  const origin = config.PUBLIC_URL ?? `http://${config.HOST}:${config.PORT}`;
  const setup = roles.has('admin') ? await db.write(createSetupLink) : null;
  if (setup) {
    print(texts.console.setup(`${origin}/admin/setup/${setup}`));
  }
  if (roles.has('jobs') && !ground.backups.ownKey) {
    print(texts.backup.ownKeyMissing);
  }
  return serve(ground, db, await messengerOf(config, token), {
    host: config.HOST,
    origin,
    roles,
    demo: false,
    folder: dialectOf(ground.databaseUrl) === 'sqlite' ? dirname(fileOf(ground.databaseUrl)) : null,
  });
}

async function messengerOf(config: Config, token: string): Promise<Messenger> {
  if (config.TELEGRAM_LIBRARY === 'telegraf') {
    const { telegrafMessenger } = await import('./bot/messengers/telegraf.ts');
    return telegrafMessenger(token, config.TELEGRAM_API_ROOT);
  }
  const { grammyMessenger } = await import('./bot/messengers/grammy.ts');
  return grammyMessenger(token, config.TELEGRAM_API_ROOT);
}

// === The demo: an invented school, and our sandbox instead of a messenger

async function startDemo(ground: Ground, roles: Roles): Promise<number> {
  const { config, texts } = ground;
  print(texts.console.demo);
  // Asked first: the demo that is running there must not be made anew under its feet.
  const taken = await firstTaken(config.PORT === 0 ? [] : [config.PORT, config.PORT + 1]);
  if (taken !== null) {
    print(texts.console.portTaken(taken));
    return 1;
  }
  const { openDemo } = await import('./db/demo/open-demo.ts');
  const { startSandbox } = await import('./bot/sandbox/start-sandbox.ts');
  const { demoPeople } = await import('./bot/views/demo-people.ts');
  const origin = `http://${LOOPBACK}:${config.PORT}`;
  const { db, people, logins } = await openDemo({
    folder: demoFolder(config),
    clock,
    timezone: config.TIMEZONE,
    pepper: keyFor(ground.secret, 'codes'),
    consentVersion: CONSENT_VERSION,
  });
  const sandbox = await startSandbox({
    token: DEMO_TOKEN,
    port: config.PORT === 0 ? 0 : config.PORT + 1,
    people: demoPeople(people, texts),
    clock,
    links: [{ label: texts.console.panelLink, href: `${origin}/admin` }],
  });
  const messenger = await messengerOf(
    { ...config, TELEGRAM_API_ROOT: sandbox.apiRoot },
    DEMO_TOKEN,
  );
  print(texts.console.chatPage(sandbox.url));
  print(texts.console.panel(`${origin}/admin`));
  for (const { role, login, password } of logins) {
    print(texts.console.login(texts.school.roles[role], login, password));
  }
  const code = await serve(ground, db, messenger, {
    host: LOOPBACK,
    origin,
    roles,
    demo: true,
    folder: demoFolder(config),
  });
  await sandbox.close();
  return code;
}

async function firstTaken(ports: readonly number[]): Promise<number | null> {
  for (const port of ports) {
    const probe = createServer();
    if (!(await listen(probe, port, LOOPBACK))) {
      return port;
    }
    await new Promise((resolve) => probe.close(resolve));
  }
  return null;
}

function demoFolder(config: Config): string {
  return join(config.DATA_DIR, 'demo');
}

// === What both have in common

type Place = {
  host: string;
  origin: string;
  roles: Roles;
  demo: boolean;
  /** Where the database lies; null if it is a server of its own. */
  folder: string | null;
};

/** Runs those of the panel, the bot and the jobs that are asked for until the process is told to stop; gives the exit code. */
async function serve(ground: Ground, db: Db, messenger: Messenger, place: Place): Promise<number> {
  const { config, texts, log, secret } = ground;
  const { roles } = place;
  const documents = createDocuments();
  const duty: Duty = { mine: () => false };
  const stop = new AbortController();
  const meter = createMeter(() => performance.now());
  const ops = createOps({
    db,
    meter,
    token: config.METRICS_TOKEN ?? null,
    folder: place.folder,
    backups: !place.demo,
    bot: () => duty.mine(),
    serving: () => !stop.signal.aborted,
  });
  const site = express().disable('x-powered-by').use(ops);
  if (roles.has('admin')) {
    const secure = place.origin.startsWith('https:');
    const panel = createPanel({
      db,
      clock,
      log,
      secret: keyFor(secret, 'sessions'),
      factorKey: keyFor(secret, 'second-factor'),
      origin: place.origin,
      secure,
      language: config.LANGUAGE,
      backups: place.demo ? null : ground.backups,
      reportFile: createReportPrinter(TEXTS, documents),
      demo: place.demo,
    });
    site.use('/admin', panel.app).use('/api', createApi({ db, log, secure }));
  }
  const web = createServer(site);
  if (!(await listen(web, config.PORT, place.host))) {
    print(texts.console.portTaken(config.PORT));
    await db.close();
    return 1;
  }
  const ended = new Promise<number>((resolve) => {
    process.once('SIGINT', () => resolve(0));
    process.once('SIGTERM', () => resolve(0));
    stop.signal.addEventListener('abort', () => resolve(1));
  });
  const bot = roles.has('bot') ? runOneBot(ground, db, messenger, stop, meter, place, duty) : null;
  const jobConfig = { language: config.LANGUAGE, names: config.MESSAGE_NAMES };
  const jobDeps = { db, log, texts: TEXTS, config: jobConfig };
  const watch = roles.has('jobs')
    ? startWatch({
        ...jobDeps,
        folder: place.folder,
        backups: !place.demo,
        deliver: (chat, text) => messenger.deliver(chat, { text }, AbortSignal.timeout(TELL_MS)),
      })
    : null;
  const jobs = roles.has('jobs')
    ? startSchedule(jobDeps, [
        eveningDigest,
        weeklySummary,
        eveningReminder,
        journalControl,
        controlMonday,
        termReports,
        sweep,
        ...(place.demo ? [] : [nightlyBackup(ground.backups), restoreDrill(ground.backups)]),
      ])
    : null;
  print(texts.console.ready(process.uptime().toFixed(1)));

  const code = await ended;
  print(texts.console.stopping);
  stop.abort();
  web.close();
  web.closeAllConnections();
  await Promise.all([jobs?.stop(), watch?.stop()]);
  await bot;
  await documents.close();
  await db.close();
  return code;
}

/** Whether this process is the bot at this moment. */
type Duty = { mine: () => boolean };

/** Is the bot, or waits beside another process until that one ends; then it takes over. */
async function runOneBot(
  ground: Ground,
  db: Db,
  messenger: Messenger,
  stop: AbortController,
  meter: Meter,
  place: Place,
  duty: Duty,
): Promise<void> {
  if (db.dialect === 'postgres') {
    const { log } = ground;
    await beOneOfMany(
      { db, log },
      (elected) => {
        duty.mine = elected.maySend;
        return runBot(ground, elected, messenger, stop, meter, place);
      },
      stop.signal,
    );
    return;
  }
  const alone = { db, maySend: () => true, standDown: () => undefined };
  duty.mine = alone.maySend;
  const bot = await runBot(ground, alone, messenger, stop, meter, place);
  await aborted(stop.signal);
  await bot?.stop();
}

/** Meets the messenger, however long it takes to answer, and starts the bot. */
async function runBot(
  { config, texts, log, secret, backups }: Ground,
  { db, maySend, standDown }: Elected,
  messenger: Messenger,
  stop: AbortController,
  meter: Meter,
  { demo, origin }: Place,
): Promise<Bot | null> {
  const sentences = { unauthorised: texts.console.badToken, conflict: texts.console.secondBot };
  const onFatal = (reason: keyof typeof sentences) => {
    if (reason === 'conflict' && !maySend()) {
      // The other one is ours: it took over while this process was held up.
      standDown();
      return;
    }
    meter.refused(reason);
    print(sentences[reason]);
    stop.abort();
  };
  while (!stop.signal.aborted) {
    try {
      const { username } = await messenger.introduce(menuFor([], texts));
      print(texts.console.bot(username));
      return await startBot({
        db,
        messenger,
        log,
        meter,
        maySend,
        onFatal,
        texts: TEXTS,
        config: {
          language: config.LANGUAGE,
          names: config.MESSAGE_NAMES,
          pepper: keyFor(secret, 'codes'),
          botUsername: username,
          panelOrigin: origin,
          ...(demo ? {} : { backups }),
        },
      });
    } catch (error) {
      const kind = error instanceof DeliveryFailure ? error.failure.kind : null;
      if (kind === 'unauthorised' || kind === 'conflict') {
        onFatal(kind);
        return null;
      }
      log.error({ error: errorFacts(error) }, 'could not meet the messenger');
      print(texts.console.noTelegram);
      await sleep(INTRODUCE_AGAIN_MS, undefined, { signal: stop.signal }).catch(() => undefined);
    }
  }
  return null;
}

function aborted(signal: AbortSignal): Promise<unknown> {
  return signal.aborted ? Promise.resolve() : once(signal, 'abort');
}

function listen(web: Server, port: number, host: string): Promise<boolean> {
  return new Promise((resolve, reject) => {
    web.once('error', (error: NodeJS.ErrnoException) =>
      error.code === 'EADDRINUSE' ? resolve(false) : reject(error),
    );
    web.listen(port, host, () => resolve(true));
  });
}

// === What an operator does by hand

async function runByHand(ground: Ground, command: string, args: string[]): Promise<number> {
  const { config, texts, databaseUrl, secret, backups } = ground;
  if (command === 'restore') {
    const { restoreByHand } = await import('./jobs/by-hand/restore.ts');
    return restoreByHand({ texts, print, place: backups, clock, timezone: config.TIMEZONE }, args);
  }
  if (command === 'migrate-db') {
    const { migrateDbByHand } = await import('./jobs/by-hand/migrate-db.ts');
    const { TIMEZONE: timezone } = config;
    return migrateDbByHand({ texts, print, databaseUrl, clock, timezone }, args);
  }
  if (command === 'doctor') {
    const { doctorByHand } = await import('./jobs/by-hand/doctor/doctor.ts');
    const { askTelegram } = await import('./bot/messengers/telegram-check.ts');
    const askMessenger = (token: string) => askTelegram(token, config.TELEGRAM_API_ROOT);
    return doctorByHand({ config, place: backups, texts, print, clock, askMessenger }, args);
  }
  const { commandsByHand } = await import('./jobs/by-hand/commands.ts');
  const { backupByHand } = await import('./jobs/by-hand/backup.ts');
  const run = command === 'backup' ? backupByHand(backups) : commandsByHand[command];
  if (!run) {
    const commands =
      'npm start | npm run import | invite | backup | restore | migrate-db | verify | doctor | demo:reset';
    print(texts.console.usage(commands));
    return 2;
  }
  // Without `--` npm keeps this option to itself, and a check would become an import.
  const kept = process.env.npm_config_dry_run === 'true' ? ['--dry-run'] : [];
  const db = await openDb({ url: databaseUrl, clock, timezone: config.TIMEZONE });
  try {
    const deps = { db, clock, texts, print, pepper: keyFor(secret, 'codes') };
    return await run(deps, [...args, ...kept]);
  } finally {
    await db.close();
  }
}
