import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { By } from '../../db/actions/by.ts';
import { callRoll } from '../../db/actions/call-roll.ts';
import { cancelMark } from '../../db/actions/cancel-mark.ts';
import { changeMark } from '../../db/actions/change-mark.ts';
import { giveMarks } from '../../db/actions/give-marks.ts';
import { noteAbsences } from '../../db/actions/note-absences.ts';
import { recordEntry } from '../../db/actions/record-entry.ts';
import { setHomework } from '../../db/actions/set-homework.ts';
import { setTopic } from '../../db/actions/set-topic.ts';
import { undoLast } from '../../db/actions/undo-last.ts';
import type { Tx } from '../../db/open.ts';
import type { AbsenceCode } from '../../db/rules/absence-code.ts';
import { type JournalWorld, openJournalWorld } from './journal-world.ts';

type Verb = (tx: Tx, by: By) => Promise<unknown>;

const LATE = { reason: 'reason-late', data: { date: '2026-10-12', days: 7 } };

let world: JournalWorld;
let markId: number;
beforeEach(async () => {
  world = await openJournalWorld();
  const { lesson, course, pupils, people } = world;
  const at = { course, date: lesson.date, number: lesson.number, author: people.teacher };
  await world.make.aLesson({ ...at, topic: 'Дроби', homework: '§ 1' });
  markId = await world.make.aMark({ ...at, pupil: pupils.ivanov, value: 3 });
  await world.make.anAbsence({ ...at, pupil: pupils.petrova, code: 'absent' });
});
afterEach(() => world.close());

const change: Verb = (tx, by) => changeMark(tx, by, { markId, version: 1, value: 4 });
const give =
  (pupilId: number, value: number | null, replace = false): Verb =>
  (tx, by) =>
    giveMarks(tx, by, {
      lesson: world.lesson,
      marks: [{ pupilId, value, kind: 'answer' }],
      replace,
    });
const note =
  (pupilId: number, code: AbsenceCode | null, replace = false): Verb =>
  (tx, by) =>
    noteAbsences(tx, by, { lesson: world.lesson, absences: [{ pupilId, code }], replace });
const topic =
  (text: string | null): Verb =>
  (tx, by) =>
    setTopic(tx, by, { lesson: world.lesson, topic: text });
const homework =
  (text: string | null): Verb =>
  (tx, by) =>
    setHomework(tx, by, { lesson: world.lesson, homework: text });
const asTeacher = (verb: Verb, reason: string | null = null) =>
  world.as(world.people.teacher, verb, { reason });
const reasons = () =>
  world.db
    .select<{ reason: string | null }>('SELECT reason FROM change ORDER BY id')
    .then((rows) => rows.map(({ reason }) => reason));

/** Every way to change or take away what stands at the lesson. */
const CORRECTIONS: Record<string, () => Verb> = {
  'another mark': () => change,
  'no mark any more': () => (tx, by) => cancelMark(tx, by, { markId, version: 1 }),
  'a mark instead of an absence': () => give(world.pupils.petrova, 5, true),
  'an absence instead of a mark': () => note(world.pupils.ivanov, 'ill', true),
  'another code': () => note(world.pupils.petrova, 'excused'),
  'no absence any more': () => note(world.pupils.petrova, null),
  'another topic': () => topic('Степени'),
  'no topic any more': () => topic(null),
  'another homework': () => homework('§ 2'),
  'a message that changes a code': () => (tx, by) =>
    recordEntry(tx, by, {
      lesson: world.lesson,
      marks: [{ pupilId: world.pupils.kozlov, value: 5, kind: 'answer' }],
      absences: [{ pupilId: world.pupils.petrova, code: 'ill' }],
    }),
};

describe('after the edit window', () => {
  beforeEach(() => world.clock.advance({ days: 8 }));

  it.each(Object.keys(CORRECTIONS))('%s needs a reason, and the audit keeps it', async (name) => {
    const verb = CORRECTIONS[name]?.() ?? change;
    const before = [await world.marks(), await world.absences()];
    await expect(asTeacher(verb)).rejects.toMatchObject(LATE);
    await expect(asTeacher(verb, '   ')).rejects.toMatchObject(LATE);
    expect([await world.marks(), await world.absences()]).toEqual(before);
    expect(await world.changes()).toEqual([]);
    await asTeacher(verb, ' описка в журнале ');
    expect(new Set(await reasons())).toEqual(new Set(['описка в журнале']));
  });

  it('what was never filled in is, without a reason', async () => {
    const { kozlov, ivanov } = world.pupils;
    await asTeacher(give(kozlov, 5));
    await asTeacher(give(ivanov, null));
    await asTeacher(note(kozlov, 'late'));
    await asTeacher((tx, by) => callRoll(tx, by, { lesson: world.lesson }));
    await world.make.aLesson({ course: world.course, date: '2026-10-05', number: 2 });
    const empty = { ...world.lesson, date: '2026-10-05' };
    await asTeacher((tx, by) => setTopic(tx, by, { lesson: empty, topic: 'Корни' }));
    await asTeacher((tx, by) => setHomework(tx, by, { lesson: empty, homework: '§ 3' }));
    expect(await world.marks()).toEqual([
      'Иванов 3 answer active',
      'Козлов 5 answer active',
      'Иванов null answer active',
    ]);
  });

  it('owed work is marked without a reason, and forgiven with one', async () => {
    const { markIds } = (await asTeacher(give(world.pupils.kozlov, null))) as {
      markIds: number[];
    };
    const owed = { markId: markIds[0] ?? 0, version: 1 };
    await expect(asTeacher((tx, by) => cancelMark(tx, by, owed))).rejects.toMatchObject(LATE);
    await asTeacher((tx, by) => changeMark(tx, by, { ...owed, value: 4 }));
    expect(await world.marks()).toContain('Козлов 4 answer active');
  });

  it('an action of today is taken back freely, an earlier one by its button is a correction', async () => {
    await world.as(world.people.teacher, give(world.pupils.kozlov, 5), { operation: 'chat:70' });
    await asTeacher((tx, by) => undoLast(tx, by));
    await world.as(world.people.teacher, give(world.pupils.kozlov, 4), { operation: 'chat:71' });
    world.clock.advance({ days: 1 });
    const undo: Verb = (tx, by) => undoLast(tx, by, { operation: 'chat:71' });
    await expect(asTeacher(undo)).rejects.toMatchObject(LATE);
    expect(await world.marks()).toContain('Козлов 4 answer active');
    await asTeacher(undo, 'не тот ученик');
    expect((await reasons()).at(-1)).toBe('не тот ученик');
  });

  it('a reason is one sentence, not an essay', async () => {
    await expect(asTeacher(change, 'я'.repeat(301))).rejects.toMatchObject({
      reason: 'text-too-long',
      data: { limit: 300 },
    });
  });
});

describe('within the edit window', () => {
  it('corrections are free to its last day', async () => {
    world.clock.advance({ days: 7 });
    await asTeacher(change);
    expect(await world.marks()).toEqual(['Иванов 4 answer active']);
  });

  it('the school says how long it is', async () => {
    await world.db.write(({ transaction }) =>
      world.db.models.Setting.create({ key: 'correction.days', value: '2' }, { transaction }),
    );
    world.clock.advance({ days: 3 });
    await expect(asTeacher(change)).rejects.toMatchObject({ data: { days: 2 } });
  });
});

describe('a closed term', () => {
  beforeEach(() => world.make.aClosedQuarter(1));

  it('takes nothing from a teacher, whatever the reason', async () => {
    for (const verb of [change, give(world.pupils.kozlov, 5), topic('Степени')]) {
      await expect(asTeacher(verb, 'надо')).rejects.toMatchObject({ reason: 'term-closed' });
    }
  });

  it('takes corrections of deputy head and administrator, with a reason alone', async () => {
    const deputy = await world.make.aPerson('Зимина Вера', { roles: ['deputy_head'] });
    const administrator = await world.make.aPerson('Щёголева Анна', { roles: ['administrator'] });
    for (const [who, version] of [
      [deputy, 1],
      [administrator, 2],
    ] as const) {
      const verb: Verb = (tx, by) => changeMark(tx, by, { markId, version, value: 3 + version });
      await expect(world.as(who, verb)).rejects.toMatchObject({ reason: 'reason-closed' });
      await world.as(who, verb, { reason: 'решение педсовета' });
    }
    expect(await world.marks()).toEqual(['Иванов 5 answer active']);
    expect(await reasons()).toEqual(['решение педсовета', 'решение педсовета']);
  });

  it('is the only place where a deputy head writes', async () => {
    const deputy = await world.make.aPerson('Зимина Вера', { roles: ['deputy_head'] });
    const open = { ...world.lesson, date: '2026-11-09' };
    world.clock.advance({ days: 28 });
    const verb: Verb = (tx, by) => setTopic(tx, by, { lesson: open, topic: 'Корни' });
    await expect(world.as(deputy, verb, { reason: 'надо' })).rejects.toMatchObject({
      reason: 'not-allowed',
    });
  });
});
