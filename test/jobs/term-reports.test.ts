import { pino } from 'pino';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { en } from '../../bot/texts/en.ts';
import { ru } from '../../bot/texts/ru.ts';
import { verifyChain } from '../../db/reports/verify-chain.ts';
import type { JobDeps } from '../../jobs/job.ts';
import { runDue } from '../../jobs/run-due.ts';
import { termReports } from '../../jobs/term-reports.ts';
import { openTermWorld, type TermWorld } from '../term-world.ts';

let world: TermWorld;
let deps: JobDeps;
const errors: string[] = [];

beforeAll(async () => {
  world = await openTermWorld();
  deps = {
    db: world.db,
    log: pino({ level: 'error' }, { write: (line: string) => errors.push(line) }),
    texts: { ru, en },
    config: { language: 'ru', names: 'full' },
  };
});
afterAll(async () => {
  expect(errors).toEqual([]);
  await world.close();
});

const messages = async () => {
  const rows = await world.db.select<{ chat: string; payload: string }>(
    'SELECT chat, payload FROM outbox ORDER BY chat, id',
  );
  return rows.map(({ chat, payload }) => {
    const { text, buttons = [] } = JSON.parse(payload) as {
      text: string;
      buttons?: { text: string; press: string }[][];
    };
    return { chat, text, buttons: buttons.flat() };
  });
};
const kept = () =>
  world.db.select<{ kind: string; state: string }>(
    'SELECT kind, state FROM report ORDER BY kind, id',
  );
/** The next morning at nine. */
const morning = async (days: number) => {
  world.clock.advance({ days });
  await runDue(deps, [termReports]);
};

it('makes nothing while the term runs, nor of marks that nobody has decided', async () => {
  await runDue(deps, [termReports]);
  await morning(3);
  expect(world.db.today()).toBe('2026-10-26');
  expect(await kept()).toEqual([]);
  expect(await messages()).toEqual([]);
});

it('makes drafts once there are marks, and tells whoever answers for them, once', async () => {
  const { db, pupil, courses, quarter, people } = world;
  await db.write(({ db: { models }, transaction }) =>
    models.TermMark.bulkCreate(
      Object.values(pupil).map((pupilId) => ({
        ...{ pupilId, courseId: courses.algebra, termId: quarter(1), value: '4' },
        authorId: people.teacher,
      })),
      { transaction },
    ),
  );
  await morning(1);
  const drafts = [
    { kind: 'class', state: 'draft' },
    { kind: 'school', state: 'draft' },
    { kind: 'teacher', state: 'draft' },
  ];
  expect(await kept()).toEqual(drafts);
  const told = await messages();
  expect(told.map(({ chat, text }) => `${chat} ${text.replace(/<\/?b>|\n.*/g, '')}`)).toEqual([
    ...['tg:1 Итоги: 1-я четверть.', 'tg:3 Итоги: 1-я четверть.', 'tg:5 Итоги: 1-я четверть.'],
  ]);
  expect(told.map(({ buttons }) => buttons.map(({ text }) => text))).toEqual([
    ['Отчёт учителя'],
    ['Отчёт классного руководителя 7А'],
    ['Сводка по школе'],
  ]);
  expect(told[2]?.text).toContain('Сводка по школе готова');
  await morning(1);
  await db.write((tx) => tx.run('DELETE FROM job_run', {}));
  await runDue(deps, [termReports]);
  expect(await kept()).toEqual(drafts);
  expect(await messages()).toEqual(told);
  expect((await verifyChain(db)).brokenAt).toBeNull();
});

it('leads by its button to the draft, which its author approves', async () => {
  const [first] = await messages();
  const chat = world.chats('tg:1');
  const { text } = await chat.replays(first?.buttons[0]?.press ?? '');
  expect(text).toContain('7А Алгебра');
  await chat.presses('Утвердить');
  expect(await kept()).toContainEqual({ kind: 'teacher', state: 'approved' });
  await morning(1);
  expect(await kept()).toHaveLength(3);
});

it('leaves alone a term that ended long ago', async () => {
  await world.db.write((tx) => tx.run("DELETE FROM report WHERE kind = 'school'", {}));
  await morning(14);
  expect((await kept()).map(({ kind }) => kind)).toEqual(['class', 'teacher']);
});
