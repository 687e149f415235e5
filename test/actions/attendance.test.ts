import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { callRoll } from '../../db/actions/call-roll.ts';
import { giveMarks } from '../../db/actions/give-marks.ts';
import { noteAbsences } from '../../db/actions/note-absences.ts';
import { setHomework } from '../../db/actions/set-homework.ts';
import { setTopic } from '../../db/actions/set-topic.ts';
import type { AbsenceCode } from '../../db/rules/absence-code.ts';
import { type JournalWorld, openJournalWorld } from './journal-world.ts';

let world: JournalWorld;
beforeEach(async () => {
  world = await openJournalWorld();
});
afterEach(() => world.close());

const note = (pupilId: number, code: AbsenceCode | null, replace = false) =>
  world.as(world.people.teacher, (tx, by) =>
    noteAbsences(tx, by, { lesson: world.lesson, absences: [{ pupilId, code }], replace }),
  );

describe('noting absences', () => {
  it('sets, corrects, clears and sets again one record of a pupil', async () => {
    const { ivanov } = world.pupils;
    await note(ivanov, 'absent');
    await note(ivanov, 'ill');
    await note(ivanov, 'ill');
    await note(ivanov, null);
    await note(ivanov, null);
    await note(ivanov, 'excused');
    expect(await world.absences()).toEqual(['Иванов excused active']);
    // Saying again what already stands leaves no line in the audit.
    expect((await world.changes()).map(({ after }) => JSON.parse(after))).toEqual([
      { code: 'absent', state: 'active', version: 1 },
      { code: 'ill', state: 'active', version: 2 },
      { code: 'ill', state: 'cancelled', version: 3 },
      { code: 'excused', state: 'active', version: 4 },
    ]);
  });

  it('clears nothing where nothing stands, and takes one pupil named twice by the last word', async () => {
    const { ivanov, petrova } = world.pupils;
    await note(petrova, null);
    await world.as(world.people.teacher, (tx, by) =>
      noteAbsences(tx, by, {
        lesson: world.lesson,
        absences: [
          { pupilId: ivanov, code: 'absent' },
          { pupilId: ivanov, code: 'ill' },
        ],
      }),
    );
    expect(await world.absences()).toEqual(['Иванов ill active']);
  });

  it('tells the parent of an absence at once and of being late with the rest', async () => {
    await note(world.pupils.ivanov, 'absent');
    await note(world.pupils.petrova, 'absent');
    expect(await world.notices()).toEqual([{ kind: 'absence', lane: 1 }]);
    await note(world.pupils.ivanov, 'late');
    expect(await world.notices()).toEqual([{ kind: 'absence', lane: 2 }]);
  });

  it('is told to no parent who has not agreed to hear of that child', async () => {
    const { ivanov, petrova } = world.pupils;
    await world.make.aParent('Петрова Инна', { of: [petrova], consent: null, chat: 'tg:77' });
    await note(petrova, 'absent');
    expect(await world.notices()).toEqual([]);
    await note(ivanov, 'absent');
    expect(await world.notices()).toHaveLength(1);
  });

  it('is refused beside a mark unless it is to replace it; being late is not', async () => {
    const { ivanov } = world.pupils;
    const marks = [5, 4].map((value) => ({ pupilId: ivanov, value, kind: 'answer' as const }));
    await world.as(world.people.teacher, (tx, by) =>
      giveMarks(tx, by, { lesson: world.lesson, marks }),
    );
    await expect(note(ivanov, 'absent')).rejects.toMatchObject({ reason: 'mark-and-absence' });
    await note(ivanov, 'late');
    await note(ivanov, 'excused', true);
    expect(await world.absences()).toEqual(['Иванов excused active']);
    expect(await world.marks()).toEqual(['Иванов 5 answer cancelled', 'Иванов 4 answer cancelled']);
  });

  it('is open to grade 1', async () => {
    const { teacher } = world.people;
    const course = await world.make.aCourse({ class: '1А', subject: 'Чтение', teacher });
    await world.make.aSlot(course, 1, 1);
    const pupilId = await world.make.aPupil('Ёлкин Олег', { class: '1А' });
    const lesson = { courseId: course, date: '2026-10-12', number: 1 };
    await world.as(teacher, (tx, by) =>
      noteAbsences(tx, by, { lesson, absences: [{ pupilId, code: 'ill' }] }),
    );
    expect(await world.absences()).toEqual(['Ёлкин ill active']);
  });
});

describe('the lesson’s own fields', () => {
  const stored = () =>
    world.db.select<{ topic: string; homework: string; attendance_at: unknown; version: number }>(
      'SELECT topic, homework, attendance_at, version FROM lesson',
    );

  it('calls the roll once', async () => {
    const call = () =>
      world.as(world.people.teacher, (tx, by) => callRoll(tx, by, { lesson: world.lesson }));
    await call();
    await call();
    const [lesson] = await stored();
    expect(lesson).toMatchObject({ version: 2, topic: null });
    expect(lesson?.attendance_at).not.toBeNull();
    expect(await world.changes()).toHaveLength(1);
  });

  it('keeps topic and homework apart, up to their limits', async () => {
    const { teacher } = world.people;
    const { lesson } = world;
    const topic = (text: string | null) =>
      world.as(teacher, (tx, by) => setTopic(tx, by, { lesson, topic: text }));
    const homework = (text: string | null) =>
      world.as(teacher, (tx, by) => setHomework(tx, by, { lesson, homework: text }));
    await topic('Дроби');
    await homework('§ 12, № 3');
    await expect(topic('я'.repeat(501))).rejects.toMatchObject({
      reason: 'text-too-long',
      data: { limit: 500 },
    });
    await expect(homework('я'.repeat(1001))).rejects.toMatchObject({
      reason: 'text-too-long',
      data: { limit: 1000 },
    });
    expect(await stored()).toMatchObject([{ topic: 'Дроби', homework: '§ 12, № 3' }]);
    await homework(null);
    expect(await stored()).toMatchObject([{ topic: 'Дроби', homework: null }]);
  });

  it('takes a topic and no homework in grade 1', async () => {
    const { teacher } = world.people;
    const course = await world.make.aCourse({ class: '1А', subject: 'Чтение', teacher });
    await world.make.aSlot(course, 1, 1);
    const lesson = { courseId: course, date: '2026-10-12', number: 1 };
    await world.as(teacher, (tx, by) => setTopic(tx, by, { lesson, topic: 'Буква Ё' }));
    await expect(
      world.as(teacher, (tx, by) => setHomework(tx, by, { lesson, homework: 'прописи' })),
    ).rejects.toMatchObject({ reason: 'grade-one-no-homework' });
    expect(await stored()).toMatchObject([{ topic: 'Буква Ё', homework: null }]);
  });
});
