import { parseArgs } from 'node:util';
import { LIBRARIES } from '../../libraries.ts';
import { DATABASES, openDatabases } from '../crash/databases.ts';
import { runStorm, type Storm } from './run-storm.ts';

const POSTGRES = 'postgres://postgres@127.0.0.1:5432/postgres';
const USAGE =
  'npm run fuzz -- [--updates 10000] [--seed 1] [--library grammY|Telegraf] [--database sqlite|postgres]';

const print = (line: string) => process.stdout.write(`${line}\n`);

process.exitCode = await main();

async function main(): Promise<number> {
  const { updates, seed, library, database } = parseArgs({
    options: {
      updates: { type: 'string', default: '10000' },
      seed: { type: 'string', default: '1' },
      library: { type: 'string' },
      database: { type: 'string', default: 'sqlite' },
    },
  }).values;
  const libraries = LIBRARIES.map((one) => one.library).filter(
    (name) => !library || name === library,
  );
  const kind = DATABASES.find((one) => one === database);
  if (
    libraries.length === 0 ||
    !kind ||
    !(Number(updates) > 0) ||
    !Number.isInteger(Number(seed))
  ) {
    print(USAGE);
    return 2;
  }
  const started = performance.now();
  const databases = await openDatabases(kind, process.env.TEST_POSTGRES_URL ?? POSTGRES);
  let failed = 0;
  try {
    for (const name of libraries) {
      const { url, drop } = await databases.create(`fuzz_${name.toLowerCase()}`);
      try {
        const storm = await runStorm({
          library: name,
          url,
          updates: Number(updates),
          seed: Number(seed),
        });
        failed += storm.problems.length > 0 ? 1 : 0;
        printStorm(`${name} on ${kind}`, storm);
      } finally {
        await drop();
      }
    }
  } finally {
    await databases.close();
  }
  // The closing line is spelled as Vitest's, so that both are counted alike.
  const counts = [
    ...(failed > 0 ? [`${failed} failed`] : []),
    `${libraries.length - failed} passed (${libraries.length})`,
  ];
  print(`      Tests  ${counts.join(' | ')}`);
  print(`   Duration  ${((performance.now() - started) / 1000).toFixed(1)}s`);
  return failed === 0 ? 0 : 1;
}

function printStorm(where: string, { problems, updates, perSecond, heap, tablesChanged }: Storm) {
  const ends = problems.length > 0 ? 'FAILED' : 'passed';
  print(
    `${where}: ${updates} updates ${ends}, ${perSecond} a second, heap ${heap.early} MB early, ` +
      `${heap.late} MB at the end, tables changed ${tablesChanged}`,
  );
  for (const problem of problems) {
    print(`  ${problem}`);
  }
}
