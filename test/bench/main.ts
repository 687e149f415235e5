import { mkdtemp, rm } from 'node:fs/promises';
import { cpus, loadavg, tmpdir } from 'node:os';
import { join } from 'node:path';
import { type Crowd, type CrowdResult, crowdIds } from './crowd.ts';
import { benchEntry } from './entry.ts';
import { type Child, startProcess } from './processes.ts';
import { benchTenYears } from './ten-years.ts';
import { benchWhileReports } from './while-reports.ts';

const USERS = 64;
const ROUNDS = 5;
const TEXT = '/marks';
const LOADS = [
  { name: 'a crowd of 64, 0 ms', delay: 0, users: USERS, rounds: 30, aim: 0.35 },
  { name: 'a crowd of 64, 50 ms', delay: 50, users: USERS, rounds: 8, aim: 0.95 },
  { name: '8 users, 0 ms', delay: 0, users: 8, rounds: 40, aim: null },
  { name: 'one user, 0 ms', delay: 0, users: 1, rounds: 60, aim: null },
] as const;

/** A bot with the crowd that talks to it, and what was seen in each round, by load. */
type Side = { crowd: Child; bot: Child; seen: Map<string, (CrowdResult & { cpu: number })[]> };

// `npm run bench -- ten-years`: some 5 million marks take minutes to write and 2 GB of disk.
const [only, scale] = process.argv.slice(2);
const print = (line: string) => process.stdout.write(`${line}\n`);
const folder = await mkdtemp(join(tmpdir(), 'zhurnal-bench-'));
try {
  const [load = 0] = loadavg();
  print(`${cpus().length} × ${cpus()[0]?.model ?? 'unknown processor'}, Node ${process.version}`);
  print(`load of the machine before the first round: ${load.toFixed(1)}; ratios need it near 0`);
  if (only === 'ten-years') {
    await benchTenYears(folder, Number(scale ?? 1), print);
  } else {
    await benchReplies();
    await printEntry();
  }
} finally {
  await rm(folder, { recursive: true, force: true });
}

/** (a) and (c): the same question, round by round, to our bot and to one that only echoes. */
async function benchReplies(): Promise<void> {
  const echo = await openSide((apiRoot) => startProcess('echo-process.ts', apiRoot));
  const journal = await openSide((apiRoot) =>
    startProcess('journal-process.ts', apiRoot, `sqlite:${folder}/bot.sqlite`, String(USERS)),
  );
  for (const side of [echo, journal]) {
    // Not counted: compilers and caches warm up.
    await ask(side, { users: USERS, rounds: 30, delay: 0 });
  }
  for (let round = 0; round < ROUNDS; round += 1) {
    for (const load of LOADS) {
      for (const side of [echo, journal]) {
        side.seen.set(load.name, [...(side.seen.get(load.name) ?? []), await ask(side, load)]);
      }
    }
  }
  printReplies(echo, journal);
  await printWhileReports(journal);
  for (const { bot, crowd } of [echo, journal]) {
    await bot.stop();
    await crowd.stop();
  }
}

async function openSide(start: (apiRoot: string) => Promise<Child>): Promise<Side> {
  const crowd = await startProcess('crowd-process.ts', String(USERS));
  return { crowd, bot: await start(String(crowd.ready.apiRoot)), seen: new Map() };
}

async function ask(
  { crowd, bot }: Side,
  { users, rounds, delay }: Pick<Crowd, 'users' | 'rounds'> & { delay: number },
) {
  const before = await bot.ask<NodeJS.CpuUsage>({ cpu: true });
  const result = await crowd.ask<CrowdResult>({ users, rounds, delay, text: TEXT });
  const after = await bot.ask<NodeJS.CpuUsage>({ cpu: true });
  const spent = after.user + after.system - before.user - before.system;
  return { ...result, cpu: spent / 1000 / (users * rounds) };
}

function printReplies(echo: Side, journal: Side): void {
  print(`\n${TEXT}: inbox, authority, reading, reply, all guarantees on ÷ a bare echo (medians)`);
  printRow('', 'echo/s', 'journal/s', 'ratio', 'aim', 'p50 ms', 'p99 ms', 'CPU ms');
  for (const { name, aim } of LOADS) {
    const [bare, ours] = [echo, journal].map(({ seen }) => seen.get(name) ?? []);
    const ratios = (ours ?? []).map(({ perSecond }, round) => {
      return perSecond / (bare?.[round]?.perSecond ?? Number.NaN);
    });
    printRow(
      name,
      median(bare ?? [], 'perSecond').toFixed(0),
      median(ours ?? [], 'perSecond').toFixed(0),
      middle(ratios).toFixed(2),
      aim === null ? '' : `≥ ${aim}`,
      ...(['p50', 'p99', 'cpu'] as const).map(
        (key) => `${median(ours ?? [], key).toFixed(1)} / ${median(bare ?? [], key).toFixed(1)}`,
      ),
    );
  }
  print('p50, p99 and CPU: journal / echo; a reply as its user waits for it, CPU an update');
}

/** (d): what a teacher waits for a reply while somebody's reports are made. */
async function printWhileReports({ crowd, bot }: Side): Promise<void> {
  const chat = `tg:${crowdIds(USERS).at(-1)}`;
  const rounds = await benchWhileReports(crowd, bot, { text: TEXT, chat });
  print(
    '\np99 of a reply to 8 users while large prints are made ÷ with nothing else to do (medians)',
  );
  printRow('', 'idle ms', 'busy ms', 'ratio', 'aim');
  printRow(
    'while reports',
    median(rounds, 'idle').toFixed(1),
    median(rounds, 'busy').toFixed(1),
    middle(rounds.map(({ idle, busy }) => busy / idle)).toFixed(2),
    '≤ 2',
  );
}

/** (b): 25 marks by one message ÷ the same statements by the bare driver. */
async function printEntry(): Promise<void> {
  const rounds = await benchEntry(folder);
  print('\n25 marks by one message: rights, audit, notices, reply ÷ the same SQL alone (medians)');
  printRow('', 'bare/s', 'journal/s', 'ratio', 'aim');
  printRow(
    'marks',
    middle(rounds.map(({ bare }) => bare)).toFixed(0),
    middle(rounds.map(({ bot }) => bot)).toFixed(0),
    middle(rounds.map(({ bot, bare }) => bot / bare)).toFixed(2),
    '≥ 0.3',
  );
}

function printRow(name: string, ...cells: string[]): void {
  print(name.padEnd(22) + cells.map((cell) => cell.padStart(15)).join(''));
}

function median<Key extends string>(rows: readonly Record<Key, number>[], key: Key): number {
  return middle(rows.map((row) => row[key]));
}

function middle(values: readonly number[]): number {
  return (
    values.toSorted((left, right) => left - right)[Math.floor(values.length / 2)] ?? Number.NaN
  );
}
