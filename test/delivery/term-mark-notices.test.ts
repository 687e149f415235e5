import { afterEach, beforeEach, expect, it } from 'vitest';
import { decideTermMarks } from '../../db/actions/decide-term-marks.ts';
import { undoLast } from '../../db/actions/undo-last.ts';
import type { TermValue } from '../../db/rules/term-mark.ts';
import { postOf, ripen } from '../dialogue/post.ts';
import { openTermWorld, type TermWorld } from '../term-world.ts';

let world: TermWorld;
beforeEach(async () => {
  world = await openTermWorld();
});
afterEach(() => world.close());

const decide = (value: TermValue | null, version = 0, termId: number | null = world.quarter(1)) =>
  world.as(world.people.teacher, (tx, by) =>
    decideTermMarks(tx, by, {
      courseId: world.courses.algebra,
      termId,
      decisions: [{ pupilId: world.pupil.ivanov, value, version }],
    }),
  );

/** What Ivanov's mother has read so far, a line a fact. */
const told = async () => {
  world.clock.advance({ minutes: 6 });
  await ripen(world.db);
  const posts = await postOf(world.db, 'tg:4');
  return posts.flatMap(({ text }) => text.split('\n').slice(2));
};

it('a term mark is told after the delay, and so is its correction', async () => {
  await decide('5');
  await ripen(world.db);
  expect(await postOf(world.db, 'tg:4')).toEqual([]);
  expect(await told()).toEqual(['1-я четверть, Алгебра: 5']);
  await decide('4', 1);
  await decide(null, 2);
  await decide('na', 3);
  expect((await told()).slice(1)).toEqual(['1-я четверть, Алгебра: не аттестован(а) вместо 5']);
  await decide(null, 4);
  expect((await told()).at(-1)).toBe(
    '1-я четверть, Алгебра: итоговая отметка снята (не аттестован(а))',
  );
});

it('one that is taken back within the delay is not told', async () => {
  await decide('5');
  await world.as(world.people.teacher, (tx, by) => undoLast(tx, by));
  expect(await told()).toEqual([]);
  await decide('4', 2);
  await decide('5', 3);
  expect(await told()).toEqual(['1-я четверть, Алгебра: 5']);
});

it('several are one message, with the year among them', async () => {
  const { make, pupil, people, db, clock } = world;
  clock.advance({ days: 200 });
  const subject = 'Геометрия';
  const geometry = await make.aCourse({ class: '7А', subject, teacher: people.teacher });
  await decide('5');
  await decide('4', 0, null);
  await world.as(people.teacher, (tx, by) =>
    decideTermMarks(tx, by, {
      courseId: geometry,
      termId: world.quarter(1),
      decisions: [{ pupilId: pupil.ivanov, value: '3', version: 0 }],
    }),
  );
  clock.advance({ minutes: 6 });
  await ripen(db);
  const posts = await postOf(db, 'tg:4');
  expect(posts.map(({ text, lane }) => [lane, ...text.split('\n')])).toEqual([
    [
      2,
      'Новое в дневнике',
      'Иванов Семён',
      '1-я четверть, Алгебра: 5',
      'Год, Алгебра: 4',
      '1-я четверть, Геометрия: 3',
    ],
  ]);
});
