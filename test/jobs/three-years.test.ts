import { readdir, readFile } from 'node:fs/promises';
import { pino } from 'pino';
import { describe, expect, it } from 'vitest';
import { en } from '../../bot/texts/en.ts';
import { ru } from '../../bot/texts/ru.ts';
import { type Db, openDb } from '../../db/open.ts';
import { readSettings } from '../../db/reports/settings.ts';
import type { Settings } from '../../db/rules/settings.ts';
import type { Job } from '../../jobs/job.ts';
import { runDue } from '../../jobs/run-due.ts';
import { openTestDb } from '../database.ts';
import { PRODUCT_JOBS } from './product-jobs.ts';

const FROM = '2026-09-01';
// The slots come from the same code on either database; a server far away takes minutes for years.
const TO = process.env.TEST_POSTGRES_URL ? '2026-12-01' : '2029-09-01';
const HOUR_MS = 3_600_000;
// Often enough for the most impatient job, which waits for two hours; seldom enough for a test.
const STEP_MS = 1.5 * HOUR_MS;
const OUTAGE = { from: Date.parse('2027-03-27T12:00Z'), to: Date.parse('2027-03-30T12:10Z') };
// The first changes its clocks twice a year; then one that never does, and one that does in the other
// half of the world: a year tells all of them.
const YEAR = TO < '2027-09-01' ? TO : '2027-09-01';
const ZONES: [zone: string, to: string][] = [
  ['Europe/Berlin', TO],
  ['Europe/Moscow', YEAR],
  ['Australia/Sydney', YEAR],
];
const PATIENCE_MS = 600_000;

type Run = { job: string; slot: string; at: Date; ranAt: Date };

describe('every job of the product over three years', () => {
  it('is among those that are tried here, and has a name that people know', async () => {
    const files = (await readdir('jobs')).filter((file) => file.endsWith('.ts'));
    const texts = await Promise.all(files.map((file) => readFile(`jobs/${file}`, 'utf8')));
    const kept = files.filter((_, at) => /^export .+(: Job =|\): Job \{)/m.test(texts[at] ?? ''));
    const names = PRODUCT_JOBS.map(({ name }) => name).sort();
    expect(kept.map((file) => file.replace('.ts', '')).sort()).toEqual(names);
    expect(Object.keys(ru.troubles.jobs).sort()).toEqual(names);
  });

  it.each(ZONES)(
    'has each slot once in %s until %s',
    async (zone, to) => {
      const { runs, ledger, settings } = await live(zone, 1, () => false, spanUntil(to));
      expect(ledger).toEqual(runs.map(keyOf).sort());
      // A first look catches up what was due the day before.
      const within = runs.filter(({ slot }) => slot >= FROM && slot < to);
      expect(within.map(keyOf).sort()).toEqual(expectedSlots(settings, to));
      for (const { ranAt, at } of within) {
        expect(ranAt.getTime() - at.getTime()).toBeLessThanOrEqual(STEP_MS);
      }
    },
    PATIENCE_MS,
  );

  it(
    'has each slot once for two processes that look at once, while clocks are moved',
    async () => {
      const { runs, ledger } = await live('Europe/Berlin', 2, () => false, {
        from: Date.parse('2026-10-20T00:07Z'),
        to: Date.parse('2026-10-31T00:00Z'),
      });
      expect(runs.map(keyOf).sort()).toEqual(ledger);
      expect(new Set(ledger).size).toBe(ledger.length);
      expect(ledger).toContain('sweep 2026-10-25T04:00');
      expect(ledger.length).toBeGreaterThan(100);
    },
    PATIENCE_MS,
  );

  it(
    'catches up after three days what its policy allows, and nothing else',
    async () => {
      const down = (now: number) => now >= OUTAGE.from && now < OUTAGE.to;
      const { runs, settings } = await live('Europe/Berlin', 1, down, {
        from: OUTAGE.from - 10 * 24 * HOUR_MS,
        to: OUTAGE.to + 3 * HOUR_MS,
      });
      const late = runs
        .filter(({ at, ranAt }) => at.getTime() < OUTAGE.to && ranAt.getTime() >= OUTAGE.to)
        .map(keyOf);
      // Tuesday 14:10 in Berlin, where the clocks were moved on Sunday.
      expect(settings['control.weekday']).toBe(7);
      expect(late.sort()).toEqual([
        'journal-control 2027-03-28T22:00',
        'nightly-backup 2027-03-30T04:00',
        'sweep 2027-03-30T04:00',
        'term-reports 2027-03-30T08:00',
      ]);
    },
    PATIENCE_MS,
  );
});

/** Processes with their clocks at the same hour run what is due, from one end to the other. */
async function live(
  timezone: string,
  processes: 1 | 2,
  down: (now: number) => boolean,
  { from, to }: Span,
) {
  let now = from;
  const clock = () => new Date(now);
  const first = await openTestDb(clock, timezone);
  const second = processes === 2 ? await openDb({ url: first.url, clock, timezone }) : null;
  const handles = [first.db, ...(second ? [second] : [])];
  const runs: Run[] = [];
  const jobs = PRODUCT_JOBS.map(
    (job): Job => ({
      ...job,
      run: async (_deps, { slot, at }) => {
        runs.push({ job: job.name, slot, at, ranAt: clock() });
      },
    }),
  );
  const depsOf = (db: Db) => ({
    db,
    log: pino({ level: 'silent' }),
    texts: { ru, en },
    config: { language: 'ru', names: 'full' } as const,
  });
  try {
    const settings = await readSettings(first.db);
    for (; now < to; now += STEP_MS) {
      if (!down(now)) {
        await Promise.all(handles.map((db) => runDue(depsOf(db), jobs)));
      }
    }
    const rows = await first.db.select<{ job: string; slot: string }>(
      "SELECT job, slot FROM job_run WHERE state = 'done' AND attempts = 1",
    );
    return { runs, settings, ledger: rows.map(keyOf).sort() };
  } finally {
    await second?.close();
    await first.close();
  }
}

type Span = { from: number; to: number };

/** From the day before the first until the last slot is over in every zone. */
function spanUntil(to: string): Span {
  return { from: Date.parse(FROM) - 36 * HOUR_MS, to: Date.parse(to) + 12 * HOUR_MS };
}

/** The slots until that day, counted by the calendar alone. */
function expectedSlots(settings: Settings, to: string): string[] {
  const slots: string[] = [];
  for (let day = Date.parse(FROM); day < Date.parse(to); day += 24 * HOUR_MS) {
    const date = new Date(day).toISOString().slice(0, 10);
    for (const { name, due } of PRODUCT_JOBS) {
      for (const hour of hoursOn(due(settings), date)) {
        slots.push(`${name} ${date}T${String(hour).padStart(2, '0')}:00`);
      }
    }
  }
  return slots.sort();
}

function hoursOn(due: ReturnType<Job['due']>, date: string): readonly number[] {
  if ('dayOfMonth' in due) {
    return Number(date.slice(8)) === due.dayOfMonth ? [due.hour] : [];
  }
  const weekday = new Date(date).getUTCDay() || 7;
  const hours = 'hours' in due ? due.hours : [due.hour];
  return due.weekday === undefined || due.weekday === weekday ? hours : [];
}

function keyOf({ job, slot }: { job: string; slot: string }): string {
  return `${job} ${slot}`;
}
