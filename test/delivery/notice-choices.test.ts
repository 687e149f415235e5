import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { notifyGuardians } from '../../db/actions/notify-guardians.ts';
import { setNoticeChoice } from '../../db/actions/set-notice-choice.ts';
import { setQuietHours } from '../../db/actions/set-quiet-hours.ts';
import type { Tx } from '../../db/open.ts';
import type { NoticeMode, NoticeTopic } from '../../db/rules/notice-choice.ts';
import { countSelects, type FamilyWorld, openFamilyWorld } from '../dialogue/family-world.ts';
import { postOf, ripen } from '../dialogue/post.ts';

const MONDAY = '2026-10-12';
const MOTHER = 'tg:2';
const HALF_DAY = { hours: 12 };

let world: FamilyWorld;
beforeEach(async () => {
  world = await openFamilyWorld();
});
afterEach(() => world.close());

const asMother = (write: (tx: Tx, by: Parameters<typeof setNoticeChoice>[1]) => Promise<void>) =>
  world.db.write((tx) => {
    const childIds = [world.pupils.artyom];
    const actor = { personId: world.parents.mother, roles: [], classIds: [], childIds };
    return write(tx, { actor, door: 'chat', operation: 'chat:1' });
  });
const choose = (topic: NoticeTopic, mode: NoticeMode) =>
  asMother((tx, by) => setNoticeChoice(tx, by, { pupilIds: [world.pupils.artyom], topic, mode }));
const keepsQuiet = (hours: string) => asMother((tx, by) => setQuietHours(tx, by, hours));

const aMark = async (value: number) => {
  const { make, courses, pupils, classTeacher: author, db } = world;
  const at = { course: courses.algebra, date: MONDAY, number: 2 };
  const id = await make.aMark({ ...at, pupil: pupils.artyom, value, author });
  await db.write((tx) => notifyGuardians(tx, 'mark', [id]));
  return id;
};
const anAbsence = async (at: { date: string; number: number }) => {
  const { make, courses, pupils, classTeacher: author, db } = world;
  const course = at.number === 1 ? courses.russian : courses.algebra;
  const id = await make.anAbsence({ ...at, course, pupil: pupils.artyom, author });
  await db.write((tx) => notifyGuardians(tx, 'absence', [id]));
};
const becomes = (markId: number, value: number) =>
  world.db.write(async (tx) => {
    const { transaction } = tx;
    const where = { id: markId };
    await tx.db.models.Mark.update({ value, version: value }, { where, transaction });
    await notifyGuardians(tx, 'mark', [markId]);
  });

/** Lets what is ripe ripen, and gives all the mother has read: a line a fact. */
const told = async (later = { minutes: 6 }) => {
  world.clock.advance(later);
  await ripen(world.db);
  const posts = await postOf(world.db, MOTHER);
  return posts.flatMap(({ text }) => text.split('\n').slice(2));
};
const states = async () => {
  const rows = await world.db.select<{ state: string }>('SELECT state FROM notice ORDER BY id');
  return rows.map(({ state }) => state);
};

describe('what a parent has chosen', () => {
  it('is decided when a notice ripens, and again when the choice changes', async () => {
    await aMark(5);
    await choose('mark', 'digest');
    expect(await told()).toEqual([]);
    expect(await states()).toEqual(['evening']);
    await choose('mark', 'weekly');
    expect(await told()).toEqual([]);
    expect(await states()).toEqual(['week']);
    await choose('mark', 'instant');
    expect(await told()).toEqual(['12.10 Алгебра: 5 (ответ)']);
    expect(await states()).toEqual(['settled']);
  });

  it('silences a kind, its corrections too, and nothing else', async () => {
    await choose('mark', 'off');
    const mark = await aMark(5);
    expect(await told()).toEqual([]);
    await becomes(mark, 4);
    expect(await told()).toEqual([]);
    // A «2» is a thing of its own.
    await becomes(mark, 2);
    expect(await told()).toEqual(['12.10 Алгебра: 2 (ответ)']);
    await choose('low_mark', 'off');
    await aMark(2);
    expect(await told()).toHaveLength(1);
    await anAbsence({ date: MONDAY, number: 2 });
    expect(await told()).toHaveLength(2);
  });

  it('leaves the alarm of the first lesson to a choice of its own', async () => {
    await choose('absence', 'weekly');
    await anAbsence({ date: MONDAY, number: 1 });
    expect((await told()).at(-1)).toContain('Сообщите, пожалуйста, причину');
    const [asked] = await postOf(world.db, MOTHER);
    expect(asked?.buttons).toHaveLength(2);
    await anAbsence({ date: MONDAY, number: 2 });
    expect(await told()).toHaveLength(2);
    expect(await states()).toEqual(['settled', 'week']);
  });

  it('can switch that alarm off, which leaves an ordinary notice', async () => {
    await choose('first_absence', 'off');
    await anAbsence({ date: MONDAY, number: 1 });
    expect(await told()).toEqual(['12.10 Русский язык, 1-й урок: отсутствие (н)']);
    const [post] = await postOf(world.db, MOTHER);
    expect(post?.buttons).toEqual([]);
  });

  it('is nobody’s who is no parent of the child by then', async () => {
    await aMark(5);
    const { mother: personId } = world.parents;
    await world.db.write(({ db, transaction }) =>
      db.models.Guardianship.update({ state: 'cut' }, { where: { personId }, transaction }),
    );
    expect(await told()).toEqual([]);
    expect(await states()).toEqual(['settled']);
  });
});

describe('quiet hours', () => {
  it('put off till the morning what ripens in the night', async () => {
    world.clock.advance(HALF_DAY);
    await aMark(5);
    await aMark(2);
    expect(await told()).toEqual([]);
    world.clock.advance({ hours: 8 });
    expect(await told()).toEqual([]);
    world.clock.advance({ hours: 1 });
    expect(await told()).toEqual(['12.10 Алгебра: 2 (ответ)', '12.10 Алгебра: 5 (ответ)']);
  });

  it('are each parent’s own, and may be none', async () => {
    await keepsQuiet('off');
    world.clock.advance(HALF_DAY);
    await aMark(5);
    expect(await told()).toHaveLength(1);
  });

  it('that are taken back let go what they held', async () => {
    world.clock.advance(HALF_DAY);
    await aMark(2);
    expect(await told()).toEqual([]);
    await keepsQuiet('23-8');
    expect(await told()).toHaveLength(1);
  });

  it('don’t keep back in the morning that a child is not at the first lesson', async () => {
    await keepsQuiet('23-8');
    await aMark(2);
    world.clock.advance({ hours: 14 });
    await ripen(world.db);
    await becomes(1, 1);
    // Tuesday, a quarter to eight: the «2» waits for eight, the alarm for nothing.
    world.clock.advance({ hours: 7, minutes: 45 });
    await anAbsence({ date: '2026-10-13', number: 1 });
    await ripen(world.db);
    expect((await postOf(world.db, MOTHER)).at(-1)?.text).toContain('Ребёнка нет на первом уроке');
    expect(await states()).toEqual(['waiting', 'settled']);
  });

  it('keep the alarm of a past morning as an ordinary notice', async () => {
    world.clock.advance(HALF_DAY);
    await anAbsence({ date: MONDAY, number: 1 });
    expect(await told()).toEqual([]);
    world.clock.advance({ hours: 9 });
    expect(await told()).toEqual(['12.10 Русский язык, 1-й урок: отсутствие (н)']);
  });
});

it('reads no more for many parents', async () => {
  const { make, pupils, db } = world;
  await aMark(5);
  world.clock.advance({ minutes: 6 });
  const few = await countSelects(world, () => ripen(db));
  for (let index = 0; index < 20; index += 1) {
    await make.aParent(`Родитель ${index}`, { of: [pupils.artyom], chat: `tg:8${index}` });
  }
  await aMark(4);
  world.clock.advance({ minutes: 6 });
  expect(await countSelects(world, () => ripen(db))).toBe(few);
  expect(few).toBeLessThanOrEqual(6);
});
