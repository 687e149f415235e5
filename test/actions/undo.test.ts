import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { callRoll } from '../../db/actions/call-roll.ts';
import { cancelMark } from '../../db/actions/cancel-mark.ts';
import { changeMark } from '../../db/actions/change-mark.ts';
import { giveMarks } from '../../db/actions/give-marks.ts';
import { noteAbsences } from '../../db/actions/note-absences.ts';
import { recordEntry } from '../../db/actions/record-entry.ts';
import { setHomework } from '../../db/actions/set-homework.ts';
import { setTopic } from '../../db/actions/set-topic.ts';
import { undoLast } from '../../db/actions/undo-last.ts';
import { verifyChain } from '../../db/reports/verify-chain.ts';
import type { AbsenceCode } from '../../db/rules/absence-code.ts';
import { type JournalWorld, openJournalWorld } from './journal-world.ts';

let world: JournalWorld;
beforeEach(async () => {
  world = await openJournalWorld();
});
afterEach(() => world.close());

const give = (pupilId: number, value: number, operation?: string) =>
  world.as(
    world.people.teacher,
    (tx, by) =>
      giveMarks(tx, by, { lesson: world.lesson, marks: [{ pupilId, value, kind: 'answer' }] }),
    operation ? { operation } : {},
  );
const note = (pupilId: number, code: AbsenceCode | null, replace = false) =>
  world.as(world.people.teacher, (tx, by) =>
    noteAbsences(tx, by, { lesson: world.lesson, absences: [{ pupilId, code }], replace }),
  );
const undo = (operation?: string, who = world.people.teacher) =>
  world.as(who, (tx, by) => undoLast(tx, by, operation ? { operation } : {}));
const lesson = async () => {
  const [row] = await world.db.select<{ topic: string; homework: string; at: unknown }>(
    'SELECT topic, homework, attendance_at AS at FROM lesson',
  );
  return row && { topic: row.topic, homework: row.homework, roll: row.at !== null };
};

describe('undo', () => {
  it('takes back each kind of action, last first, down to nothing', async () => {
    const { teacher } = world.people;
    const { ivanov, petrova } = world.pupils;
    const key = { lesson: world.lesson };
    const [markId = 0] = (await give(ivanov, 3)).markIds;
    await world.as(teacher, (tx, by) => changeMark(tx, by, { markId, version: 1, value: 4 }));
    await world.as(teacher, (tx, by) => cancelMark(tx, by, { markId, version: 2 }));
    await note(petrova, 'ill');
    await note(petrova, null);
    await world.as(teacher, (tx, by) => setTopic(tx, by, { ...key, topic: 'Дроби' }));
    await world.as(teacher, (tx, by) => setHomework(tx, by, { ...key, homework: '§ 1' }));
    await world.as(teacher, (tx, by) => callRoll(tx, by, key));

    await undo();
    expect(await lesson()).toEqual({ topic: 'Дроби', homework: '§ 1', roll: false });
    await undo();
    await undo();
    expect(await lesson()).toEqual({ topic: null, homework: null, roll: false });
    await undo();
    expect(await world.absences()).toEqual(['Петрова ill active']);
    await undo();
    expect(await world.absences()).toEqual(['Петрова ill cancelled']);
    await undo();
    expect(await world.marks()).toEqual(['Иванов 4 answer active']);
    await undo();
    expect(await world.marks()).toEqual(['Иванов 3 answer active']);
    await undo();
    expect(await world.marks()).toEqual(['Иванов 3 answer cancelled']);
    await expect(undo()).rejects.toMatchObject({ reason: 'nothing-to-undo' });
    expect(await verifyChain(world.db)).toMatchObject({ brokenAt: null });
  });

  it('takes back a whole message at once', async () => {
    const { ivanov, petrova, kozlov } = world.pupils;
    await world.as(world.people.teacher, (tx, by) =>
      recordEntry(tx, by, {
        lesson: world.lesson,
        marks: [ivanov, petrova].map((pupilId) => ({ pupilId, value: 5, kind: 'test' as const })),
        absences: [{ pupilId: kozlov, code: 'absent' }],
      }),
    );
    const { records } = await undo();
    expect(records.map(({ record }) => record).sort()).toEqual([
      'absence',
      'lesson',
      'mark',
      'mark',
    ]);
    expect(await world.marks()).toEqual(['Иванов 5 test cancelled', 'Петрова 5 test cancelled']);
    expect(await world.absences()).toEqual(['Козлов absent cancelled']);
    expect(await lesson()).toMatchObject({ roll: false });
  });

  it('takes back a named operation under later ones, once', async () => {
    const { ivanov, petrova } = world.pupils;
    await give(ivanov, 5, 'chat:100');
    await give(petrova, 4, 'chat:101');
    await undo('chat:100');
    expect(await world.marks()).toEqual(['Иванов 5 answer cancelled', 'Петрова 4 answer active']);
    await expect(undo('chat:100')).rejects.toMatchObject({ reason: 'undo-overtaken' });
    await undo();
    expect(await world.marks()).toEqual([
      'Иванов 5 answer cancelled',
      'Петрова 4 answer cancelled',
    ]);
  });

  it('takes back a message though the topic was written after it, and the topic alone', async () => {
    const { teacher } = world.people;
    const { kozlov } = world.pupils;
    await world.as(
      teacher,
      (tx, by) =>
        recordEntry(tx, by, {
          lesson: world.lesson,
          marks: [],
          absences: [{ pupilId: kozlov, code: 'absent' }],
        }),
      { operation: 'chat:200' },
    );
    const topic = (text: string, operation: string) =>
      world.as(teacher, (tx, by) => setTopic(tx, by, { lesson: world.lesson, topic: text }), {
        operation,
      });
    await topic('Дроби', 'chat:201');
    await undo('chat:200');
    expect(await lesson()).toEqual({ topic: 'Дроби', homework: null, roll: false });
    await topic('Степени', 'chat:202');
    await expect(undo('chat:201')).rejects.toMatchObject({ reason: 'undo-overtaken' });
  });

  it('takes back several changes of one record within one operation', async () => {
    const { ivanov } = world.pupils;
    const [markId = 0] = (await give(ivanov, 3, 'chat:300')).markIds;
    await world.as(
      world.people.teacher,
      (tx, by) => changeMark(tx, by, { markId, version: 1, value: 5 }),
      { operation: 'chat:300' },
    );
    await undo('chat:300');
    expect(await world.marks()).toEqual(['Иванов 5 answer cancelled']);
  });

  it('is refused when somebody changed the record since', async () => {
    const administrator = await world.make.aPerson('Щёголева Анна', { roles: ['administrator'] });
    const [markId = 0] = (await give(world.pupils.ivanov, 3)).markIds;
    await world.as(
      administrator,
      (tx, by) => changeMark(tx, by, { markId, version: 1, value: 4 }),
      { door: 'panel', reason: 'описка' },
    );
    await expect(undo()).rejects.toMatchObject({ reason: 'undo-overtaken' });
    expect(await world.marks()).toEqual(['Иванов 4 answer active']);
  });

  it('never leaves a mark beside an absence', async () => {
    const { ivanov } = world.pupils;
    const [markId = 0] = (await give(ivanov, 5)).markIds;
    await world.as(world.people.teacher, (tx, by) => cancelMark(tx, by, { markId, version: 1 }), {
      operation: 'chat:400',
    });
    await note(ivanov, 'absent');
    await expect(undo('chat:400')).rejects.toMatchObject({ reason: 'undo-overtaken' });
    expect(await world.marks()).toEqual(['Иванов 5 answer cancelled']);
    // The replacement itself can be taken back: both sides change together.
    await undo();
    await give(ivanov, 4);
    await note(ivanov, 'ill', true);
    await undo();
    expect(await world.marks()).toEqual(['Иванов 5 answer cancelled', 'Иванов 4 answer active']);
    expect(await world.absences()).toEqual(['Иванов absent cancelled']);
  });

  it('is for one’s own actions of today in the chat', async () => {
    const colleague = await world.make.aTeacher('Зуев Олег');
    await give(world.pupils.ivanov, 5, 'chat:500');
    await expect(undo('chat:500', colleague)).rejects.toMatchObject({ reason: 'nothing-to-undo' });
    await expect(undo(undefined, colleague)).rejects.toMatchObject({ reason: 'nothing-to-undo' });
    world.clock.advance({ days: 1 });
    await expect(undo()).rejects.toMatchObject({ reason: 'nothing-to-undo' });
    // A card's own button still knows what it means.
    await undo('chat:500');
    expect(await world.marks()).toEqual(['Иванов 5 answer cancelled']);
  });

  it('is refused in a term that was closed since, and to who teaches there no more', async () => {
    await give(world.pupils.ivanov, 5);
    await world.make.aClosedQuarter(1);
    await expect(undo()).rejects.toMatchObject({ reason: 'term-closed' });
    await world.db.write((tx) =>
      world.db.models.Course.update(
        { teacherId: null },
        { where: { id: world.course }, transaction: tx.transaction },
      ),
    );
    await expect(undo()).rejects.toMatchObject({ reason: 'not-allowed' });
  });
});
