import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { noteAbsences } from '../../db/actions/note-absences.ts';
import { type RecordEntry, recordEntry } from '../../db/actions/record-entry.ts';
import { countStatements } from '../statements.ts';
import { type JournalWorld, openJournalWorld } from './journal-world.ts';

let world: JournalWorld;
beforeEach(async () => {
  world = await openJournalWorld();
});
afterEach(() => world.close());

const mark = (pupilId: number, value: number | null) => ({
  pupilId,
  value,
  kind: 'answer' as const,
});
const record = (entry: Partial<RecordEntry>) =>
  world.as(world.people.teacher, (tx, by) =>
    recordEntry(tx, by, { lesson: world.lesson, marks: [], absences: [], ...entry }),
  );
const rollCalled = async () => {
  const [row] = await world.db.select<{ at: unknown }>('SELECT attendance_at AS at FROM lesson');
  return (row?.at ?? null) !== null;
};

describe('a whole message', () => {
  it('is one operation: marks, absences and the roll', async () => {
    const { ivanov, petrova, kozlov } = world.pupils;
    const result = await record({
      marks: [mark(ivanov, 5), mark(ivanov, 4), mark(petrova, null)],
      absences: [{ pupilId: kozlov, code: 'absent' }],
    });
    expect(result).toMatchObject({ conflicts: [], rollCalled: true });
    expect(await world.marks()).toEqual([
      'Иванов 5 answer active',
      'Иванов 4 answer active',
      'Петрова null answer active',
    ]);
    expect(await world.absences()).toEqual(['Козлов absent active']);
    const operations = await world.db.select('SELECT DISTINCT operation FROM change');
    expect(operations).toHaveLength(1);
    expect(await rollCalled()).toBe(true);
  });

  it('calls the roll by an absence, by «all present», or by naming everybody, not by a mark', async () => {
    const { ivanov, petrova, kozlov } = world.pupils;
    expect(await record({ marks: [mark(ivanov, 5)] })).toMatchObject({ rollCalled: false });
    expect(await rollCalled()).toBe(false);
    await record({ marks: [mark(petrova, 5)] });
    // The third of three: now everybody has something.
    expect(await record({ marks: [mark(kozlov, 5)] })).toMatchObject({ rollCalled: true });
  });

  it('calls the roll with nobody absent', async () => {
    expect(await record({ allPresent: true })).toMatchObject({ rollCalled: true });
    expect(await rollCalled()).toBe(true);
  });

  it('leaves out whoever’s record stands in the way and keeps the rest', async () => {
    const { ivanov, petrova, kozlov } = world.pupils;
    await record({ marks: [mark(ivanov, 5)], absences: [{ pupilId: petrova, code: 'ill' }] });
    const result = await record({
      marks: [mark(petrova, 4), mark(kozlov, 3)],
      absences: [{ pupilId: ivanov, code: 'absent' }],
    });
    expect(result.conflicts).toEqual([
      { pupilId: petrova, standing: 'ill' },
      { pupilId: ivanov, standing: 'mark' },
    ]);
    expect(await world.marks()).toEqual(['Иванов 5 answer active', 'Козлов 3 answer active']);
    expect(await world.absences()).toEqual(['Петрова ill active']);
  });

  it('replaces what stands in the way when asked', async () => {
    const { ivanov, petrova } = world.pupils;
    await record({ marks: [mark(ivanov, 5)], absences: [{ pupilId: petrova, code: 'ill' }] });
    await record({
      marks: [mark(petrova, 4)],
      absences: [{ pupilId: ivanov, code: 'absent' }],
      replace: true,
    });
    expect(await world.marks()).toEqual(['Иванов 5 answer cancelled', 'Петрова 4 answer active']);
    expect(await world.absences()).toEqual(['Петрова ill cancelled', 'Иванов absent active']);
  });

  it('turns an absence into being late together with a mark', async () => {
    const { ivanov } = world.pupils;
    for (const replace of [false, true]) {
      await world.as(world.people.teacher, (tx, by) =>
        noteAbsences(tx, by, {
          lesson: world.lesson,
          absences: [{ pupilId: ivanov, code: 'absent' }],
          replace: true,
        }),
      );
      const late = { pupilId: ivanov, code: 'late' as const };
      await record({ marks: [mark(ivanov, 4)], absences: [late], replace });
      expect(await world.absences()).toEqual(['Иванов late active']);
    }
  });

  it.each<[string, { value?: number; seen?: number; both?: true; stranger?: true }, string]>([
    ['a wrong mark', { value: 6 }, 'wrong-mark'],
    ['a mark and an absence of one pupil', { both: true }, 'mark-and-absence'],
    ['a pupil of another class', { stranger: true }, 'not-in-class'],
    ['a count that has changed', { seen: 1 }, 'stale'],
  ])('is refused whole for %s', async (_name, { value = 4, seen, both, stranger }, reason) => {
    const { ivanov, petrova } = world.pupils;
    const outsider = await world.make.aPupil('Орлова Вера', { class: '7Б' });
    const bad = mark(stranger ? outsider : ivanov, value);
    const entry = record({
      marks: [mark(petrova, 5), seen === undefined ? bad : { ...bad, seen }],
      absences: both ? [{ pupilId: ivanov, code: 'absent' }] : [],
    });
    await expect(entry).rejects.toMatchObject({ reason });
    expect(await world.marks()).toEqual([]);
    expect(await world.changes()).toEqual([]);
  });

  it('writes a class of 25 in a handful of statements', async () => {
    const pupils = [];
    for (let index = 0; index < 22; index += 1) {
      pupils.push(await world.make.aPupil(`Ученик${index} Имя`));
    }
    const all = [...Object.values(world.pupils), ...pupils];
    const statements = await countStatements(world.db, () =>
      record({ marks: all.map((pupilId) => mark(pupilId, 5)) }),
    );
    expect(await world.marks()).toHaveLength(25);
    expect(statements).toBeLessThanOrEqual(30);
  });
});
