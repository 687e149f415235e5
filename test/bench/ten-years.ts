import { pino } from 'pino';
import { journalPress } from '../../bot/dialogue/journal-presses.ts';
import { reportPress } from '../../bot/dialogue/report-presses.ts';
import { en } from '../../bot/texts/en.ts';
import { ru } from '../../bot/texts/ru.ts';
import { type Db, openDb } from '../../db/open.ts';
import { termReports } from '../../jobs/term-reports.ts';
import { DIALOGUE } from '../bot-facts.ts';
import { testClock } from '../clock.ts';
import { type Asked, askerOf } from './asker.ts';
import {
  buildLargeSchool,
  DEPUTY_CHAT,
  type LargeSchool,
  NOW,
  PARENT_CHAT,
} from './large-school.ts';

const YEARS = 10;
const LETTERS = 4;
const ROUNDS = 40;
const WARM = 5;
const AIM = 1.5;

type Side = { years: string; db: Db; school: LargeSchool };

/**
 * The same school after one term and after ten years: how long four screens take, and the reports of
 * its whole term. A `scale` below 1 makes it smaller, to see that it works.
 */
export async function benchTenYears(
  folder: string,
  scale: number,
  print: (line: string) => void,
): Promise<void> {
  const letters = Math.max(1, Math.round(LETTERS * scale));
  const sides: Side[] = [];
  for (const [years, name] of [
    [1, 'one term'],
    [YEARS, 'ten years'],
  ] as const) {
    const began = performance.now();
    const db = await openDb({
      url: `sqlite:${folder}/${years}.sqlite`,
      clock: testClock(NOW),
      timezone: 'Europe/Moscow',
    });
    const school = await buildLargeSchool(db, { years, letters });
    sides.push({ years: name, db, school });
    print(`${name}: ${school.marks} marks, written in ${seconds(began)} s`);
  }
  await printScreens(sides, print);
  const newest = sides.at(-1);
  if (newest) {
    await printReports(newest, print);
  }
  for (const { db } of sides) {
    await db.close();
  }
}

async function printScreens(sides: readonly Side[], print: (line: string) => void): Promise<void> {
  print(`\nmedian of ${ROUNDS}, ms; aim of ten years ÷ one term: ≤ ${AIM}`);
  for (const screen of ['/marks', '/diary', 'the grid', 'the class report'] as const) {
    const asks = sides.map(({ db, school }) => {
      const { chat, asked } = questionOf(screen, school);
      return { ask: askerOf(db, chat), asked, times: [] as number[] };
    });
    for (let round = 0; round < WARM + ROUNDS; round += 1) {
      for (const { ask, asked, times } of asks) {
        const began = performance.now();
        const { replies } = await ask(asked);
        times.push(performance.now() - began);
        if (replies.length === 0) {
          throw new Error(`${screen} said nothing`);
        }
      }
    }
    const [term = 0, years = 0] = asks.map(({ times }) => median(times.slice(WARM)));
    const figures = [term, years].map((value) => value.toFixed(1).padStart(8));
    print(`${screen.padEnd(18)}${figures.join('')}${(years / term).toFixed(2).padStart(8)}`);
  }
}

function questionOf(screen: string, school: LargeSchool): { chat: string; asked: Asked } {
  switch (screen) {
    case 'the grid':
      return { chat: DEPUTY_CHAT, asked: { press: journalPress(school.courseId) } };
    case 'the class report': {
      const ref = { kind: 'class' as const, teacherId: null, classId: school.classId };
      return { chat: DEPUTY_CHAT, asked: { press: reportPress({ ...ref, termId: 'due' }) } };
    }
    default:
      return { chat: PARENT_CHAT, asked: { text: screen } };
  }
}

/** The drafts of every teacher's, class's and the school's report, as the job makes them. */
async function printReports({ db, years }: Side, print: (line: string) => void): Promise<void> {
  const deps = { db, log: pino({ level: 'error' }), texts: { ru, en }, config: DIALOGUE };
  const [before, began] = [process.memoryUsage().rss, performance.now()];
  await termReports.run(deps, { slot: 'bench', day: db.today(), at: db.now() });
  const [row] = await db.select<{ count: number }>('SELECT COUNT(*) AS count FROM report');
  const peak = process.resourceUsage().maxRSS / 1024;
  print(
    `\na term's reports of the whole school after ${years}: ${row?.count ?? 0} in ` +
      `${seconds(began)} s; memory ${Math.round(before / 1024 ** 2)} MB before, ` +
      `${Math.round(peak)} MB at the most`,
  );
}

function median(times: readonly number[]): number {
  return [...times].sort((left, right) => left - right)[Math.floor(times.length / 2)] ?? 0;
}

function seconds(began: number): string {
  return ((performance.now() - began) / 1000).toFixed(1);
}
