import { parseArgs } from 'node:util';
import { createRandom } from '../../../db/demo/random.ts';
import { LIBRARIES } from '../../libraries.ts';
import { DATABASES, type Databases, openDatabases } from './databases.ts';
import { POINTS } from './points.ts';
import { runSeed, type SeedResult } from './run-seed.ts';

// The parent mostly waits for its children: two of them keep two cores busy.
const AT_ONCE = 2;
const POSTGRES = 'postgres://postgres@127.0.0.1:5432/postgres';
const USAGE =
  'npm run crash -- [--seeds 10] [--from 1] [--library grammY|Telegraf] [--database sqlite|postgres]';

const print = (line: string) => process.stdout.write(`${line}\n`);

process.exitCode = await main();

async function main(): Promise<number> {
  const { seeds, from, library, database } = parseArgs({
    options: {
      seeds: { type: 'string', default: '10' },
      from: { type: 'string', default: '1' },
      library: { type: 'string' },
      database: { type: 'string' },
    },
  }).values;
  const libraries = LIBRARIES.map((one) => one.library).filter(
    (name) => !library || name === library,
  );
  const kinds = DATABASES.filter((kind) => !database || kind === database);
  const numbers = Array.from({ length: Number(seeds) }, (_, index) => Number(from) + index);
  if (libraries.length === 0 || kinds.length === 0 || numbers.length === 0) {
    print(USAGE);
    return 2;
  }
  const started = performance.now();
  const results: SeedResult[] = [];
  const summaries: string[] = [];
  for (const kind of kinds) {
    const databases = await openDatabases(kind, process.env.TEST_POSTGRES_URL ?? POSTGRES);
    try {
      for (const name of libraries) {
        const ofPair = await runPair(name, kind, databases, numbers);
        summaries.push(summaryOf(`${name} on ${kind}`, ofPair));
        results.push(...ofPair);
      }
    } finally {
      await databases.close();
    }
  }
  printPoints(results);
  summaries.forEach(print);
  return printEnd(results, performance.now() - started);
}

/** All seeds of a library on a database; a failure is a line that says how to see it again. */
async function runPair(
  library: string,
  kind: string,
  databases: Databases,
  seeds: readonly number[],
): Promise<SeedResult[]> {
  const waiting = [...seeds];
  const results: SeedResult[] = [];
  const work = async () => {
    for (let seed = waiting.shift(); seed !== undefined; seed = waiting.shift()) {
      const result = await runSeed({ seed, library, databases }).catch(
        (error: unknown): SeedResult => ({
          problems: [String(error instanceof Error ? error.stack : error)],
          duplicates: 0,
          kills: [],
        }),
      );
      results.push(result);
      const points = result.kills.map(({ point }) => point).join(', ');
      const [first, ...more] = result.problems;
      if (first !== undefined) {
        const again = `npm run crash -- --from ${seed} --seeds 1 --library ${library} --database ${kind}`;
        print(
          `FAILED (${points}): ${first.replaceAll('\n', ' ')} (and ${more.length} more); ${again}`,
        );
      }
    }
  };
  await Promise.all(Array.from({ length: AT_ONCE }, work));
  return results;
}

function summaryOf(title: string, results: readonly SeedResult[]): string {
  const failed = results.filter(({ problems }) => problems.length > 0).length;
  const duplicates = results.reduce((sum, result) => sum + result.duplicates, 0);
  const kills = results.flatMap((result) => result.kills);
  const reached = kills.filter((kill) => kill.reached).length;
  const all = `${title}: ${results.length} seeds, ${failed} failed`;
  const killed = `${kills.length} kills, ${reached} of them at their point`;
  return `${all}; ${killed}; ${duplicates} messages came twice`;
}

/** How often each point was really met. */
function printPoints(results: readonly SeedResult[]): void {
  const kills = results.flatMap((result) => result.kills);
  for (const { name } of POINTS.map((point) => point(createRandom(0)))) {
    const ofPoint = kills.filter(({ point }) => point === name);
    const reached = ofPoint.filter((kill) => kill.reached).length;
    print(`  ${String(reached).padStart(4)} of ${String(ofPoint.length).padStart(4)}  ${name}`);
  }
}

/** The closing line is spelled as Vitest's, so that both are counted alike. */
function printEnd(results: readonly SeedResult[], ms: number): number {
  const failed = results.filter(({ problems }) => problems.length > 0).length;
  const counts = [
    ...(failed > 0 ? [`${failed} failed`] : []),
    `${results.length - failed} passed (${results.length})`,
  ];
  print(`      Tests  ${counts.join(' | ')}`);
  print(`   Duration  ${(ms / 1000).toFixed(1)}s`);
  return failed === 0 ? 0 : 1;
}
