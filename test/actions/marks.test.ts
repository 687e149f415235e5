import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { cancelMark } from '../../db/actions/cancel-mark.ts';
import { changeMark } from '../../db/actions/change-mark.ts';
import { giveMarks, type NewMark } from '../../db/actions/give-marks.ts';
import { noteAbsences } from '../../db/actions/note-absences.ts';
import { verifyChain } from '../../db/reports/verify-chain.ts';
import { type JournalWorld, openJournalWorld } from './journal-world.ts';

let world: JournalWorld;
beforeEach(async () => {
  world = await openJournalWorld();
});
afterEach(() => world.close());

const answer = (pupilId: number, value: number | null): NewMark => ({
  pupilId,
  value,
  kind: 'answer',
});
const give = (marks: NewMark[], who = world.people.teacher) =>
  world.as(who, (tx, by) => giveMarks(tx, by, { lesson: world.lesson, marks }));

describe('giving marks', () => {
  it('keeps several marks of one pupil, owed work, weights, audit and notices', async () => {
    const { ivanov, petrova } = world.pupils;
    const { markIds } = await give([
      answer(ivanov, 5),
      { pupilId: ivanov, value: 2, kind: 'test' },
      answer(petrova, null),
    ]);
    expect(markIds).toHaveLength(3);
    expect(await world.marks()).toEqual([
      'Иванов 5 answer active',
      'Иванов 2 test active',
      'Петрова null answer active',
    ]);
    const weights = await world.db.select<{ weight: number }>(
      'SELECT weight FROM mark ORDER BY id',
    );
    expect(weights.map(({ weight }) => weight)).toEqual([1, 2, 1]);
    expect((await world.changes()).map(({ record }) => record)).toEqual(['mark', 'mark', 'mark']);
    // Only Иванов has a parent here; a «2» is urgent, a «5» can wait.
    expect((await world.notices()).map(({ lane }) => lane).sort()).toEqual([1, 2]);
    expect(await verifyChain(world.db)).toMatchObject({ lines: 3, brokenAt: null });
  });

  it.each([
    ['a six', 6, 'wrong-mark'],
    ['a one, off by default', 1, 'wrong-mark'],
    ['half a mark', 4.5, 'wrong-mark'],
    ['a zero', 0, 'wrong-mark'],
  ])('refuses %s and writes nothing of the whole list', async (_name, value, reason) => {
    const { ivanov, petrova } = world.pupils;
    await expect(give([answer(ivanov, 5), answer(petrova, value)])).rejects.toMatchObject({
      reason,
    });
    expect(await world.marks()).toEqual([]);
    expect(await world.changes()).toEqual([]);
    expect(await world.db.select('SELECT id FROM lesson')).toEqual([]);
  });

  it('takes a one where the school allows it', async () => {
    await world.db.write((tx) =>
      world.db.models.Setting.create(
        { key: 'marks.lowest', value: '1' },
        { transaction: tx.transaction },
      ),
    );
    await give([answer(world.pupils.ivanov, 1)]);
    expect(await world.marks()).toEqual(['Иванов 1 answer active']);
  });

  it('refuses a pupil of another class, of no subgroup, and one who has left', async () => {
    const stranger = await world.make.aPupil('Орлова Вера', { class: '7Б' });
    const gone = await world.make.aPupil('Уткин Лев', { to: '2026-10-01' });
    for (const pupil of [stranger, gone, 99_999]) {
      await expect(give([answer(pupil, 5)])).rejects.toMatchObject({ reason: 'not-in-class' });
    }
    const english = await world.make.aCourse({
      subject: 'Английский',
      teacher: world.people.teacher,
      group: { name: '1', pupils: [world.pupils.ivanov] },
    });
    await world.make.aSlot(english, 1, 3);
    const lesson = { courseId: english, date: '2026-10-12', number: 3 };
    const giveEnglish = (pupil: number) =>
      world.as(world.people.teacher, (tx, by) =>
        giveMarks(tx, by, { lesson, marks: [answer(pupil, 5)] }),
      );
    await expect(giveEnglish(world.pupils.petrova)).rejects.toMatchObject({
      reason: 'not-in-class',
    });
    await giveEnglish(world.pupils.ivanov);
    expect(await world.marks()).toEqual(['Иванов 5 answer active']);
  });

  it('refuses grade 1 and a mark-free course', async () => {
    const { teacher } = world.people;
    const reading = await world.make.aCourse({ class: '1А', subject: 'Чтение', teacher });
    const music = await world.make.aCourse({ subject: 'Музыка', teacher, markFree: true });
    const child = await world.make.aPupil('Ёлкин Олег', { class: '1А' });
    for (const [course, pupil, reason] of [
      [reading, child, 'grade-one-no-marks'],
      [music, world.pupils.ivanov, 'mark-free-course'],
    ] as const) {
      await world.make.aSlot(course, 1, 4);
      const lesson = { courseId: course, date: '2026-10-12', number: 4 };
      await expect(
        world.as(teacher, (tx, by) => giveMarks(tx, by, { lesson, marks: [answer(pupil, 5)] })),
      ).rejects.toMatchObject({ reason });
    }
    expect(await world.marks()).toEqual([]);
  });

  it('refuses the second of two taps on one button', async () => {
    const tap = () => give([{ ...answer(world.pupils.ivanov, 5), seen: 0 }]);
    await tap();
    await expect(tap()).rejects.toMatchObject({ reason: 'stale' });
    expect(await world.marks()).toHaveLength(1);
  });

  it('refuses a mark beside н, б, у, puts it in their place when asked, and goes with о', async () => {
    const { ivanov, petrova } = world.pupils;
    await world.as(world.people.teacher, (tx, by) =>
      noteAbsences(tx, by, {
        lesson: world.lesson,
        absences: [
          { pupilId: ivanov, code: 'ill' },
          { pupilId: petrova, code: 'late' },
        ],
      }),
    );
    await expect(give([answer(ivanov, 5)])).rejects.toMatchObject({
      reason: 'mark-and-absence',
      data: { pupilId: ivanov, code: 'ill' },
    });
    await give([answer(petrova, 4)]);
    await world.as(world.people.teacher, (tx, by) =>
      giveMarks(tx, by, { lesson: world.lesson, marks: [answer(ivanov, 5)], replace: true }),
    );
    expect(await world.absences()).toEqual(['Иванов ill cancelled', 'Петрова late active']);
    expect(await world.marks()).toEqual(['Петрова 4 answer active', 'Иванов 5 answer active']);
  });
});

describe('the day of a lesson', () => {
  const giveOn = (date: string, number = 2) =>
    world.as(world.people.teacher, (tx, by) =>
      giveMarks(tx, by, {
        lesson: { ...world.lesson, date, number },
        marks: [answer(world.pupils.ivanov, 5)],
      }),
    );

  it.each([
    ['tomorrow', '2026-10-19', 2, 'future-date'],
    ['a day without this lesson', '2026-10-09', 2, 'no-such-lesson'],
    ['a lesson number that is not taught', '2026-10-12', 5, 'no-such-lesson'],
    ['summer', '2026-08-31', 2, 'no-term'],
  ])('refuses %s', async (_name, date, number, reason) => {
    await expect(giveOn(date, number)).rejects.toMatchObject({ reason });
    expect(await world.marks()).toEqual([]);
  });

  it('refuses a day off of the school or of the grade alone', async () => {
    await world.make.aDayOff('2026-10-05', { name: 'День учителя', grade: 7 });
    await expect(giveOn('2026-10-05')).rejects.toMatchObject({
      reason: 'not-a-school-day',
      data: { date: '2026-10-05', name: 'День учителя' },
    });
  });

  it('opens a closed term to administrator and deputy head with a reason, to nobody else', async () => {
    await world.make.aClosedQuarter(1);
    const administrator = await world.make.aPerson('Щёголева Анна', { roles: ['administrator'] });
    const deputy = await world.make.aPerson('Зимина Вера', { roles: ['deputy_head'] });
    const marks = [answer(world.pupils.ivanov, 5)];
    const giveAs = (who: number, reason: string | null) =>
      world.as(who, (tx, by) => giveMarks(tx, by, { lesson: world.lesson, marks }), { reason });
    await expect(giveAs(world.people.teacher, 'надо')).rejects.toMatchObject({
      reason: 'term-closed',
    });
    for (const who of [administrator, deputy]) {
      await expect(giveAs(who, null)).rejects.toMatchObject({ reason: 'reason-closed' });
      await expect(giveAs(who, '  ')).rejects.toMatchObject({ reason: 'reason-closed' });
      await giveAs(who, 'ошибка в журнале');
    }
    expect(await world.marks()).toHaveLength(2);
  });

  it('knows the timetable of the time and the school’s own midnight', async () => {
    // 21:30 UTC on Sunday the 18th is already Monday in Moscow.
    world.clock.advance({ days: 6, hours: 14, minutes: 30 });
    await giveOn('2026-10-19');
    expect(await world.marks()).toHaveLength(1);
  });
});

describe('correcting and cancelling', () => {
  it('corrects a mark, keeps what is not said, and refuses an older view of it', async () => {
    const { teacher } = world.people;
    const [markId = 0] = (
      await give([{ pupilId: world.pupils.ivanov, value: 3, kind: 'test', comment: 'вариант 2' }])
    ).markIds;
    const change = (version: number, value: number) =>
      world.as(teacher, (tx, by) => changeMark(tx, by, { markId, version, value }));
    await change(1, 4);
    await expect(change(1, 5)).rejects.toMatchObject({ reason: 'stale' });
    await expect(change(2, 7)).rejects.toMatchObject({ reason: 'wrong-mark' });
    const [row] = await world.db.select('SELECT value, kind, weight, comment, version FROM mark');
    expect(row).toEqual({ value: 4, kind: 'test', weight: 2, comment: 'вариант 2', version: 2 });
  });

  it('cancels a mark once, for good, and keeps it on record', async () => {
    const { teacher } = world.people;
    const [markId = 0] = (await give([answer(world.pupils.ivanov, 3)])).markIds;
    const cancel = (version: number) =>
      world.as(teacher, (tx, by) => cancelMark(tx, by, { markId, version }));
    await cancel(1);
    await expect(cancel(1)).rejects.toMatchObject({ reason: 'stale' });
    await expect(cancel(2)).rejects.toMatchObject({ reason: 'stale' });
    await expect(
      world.as(teacher, (tx, by) => changeMark(tx, by, { markId, version: 2, value: 5 })),
    ).rejects.toMatchObject({ reason: 'stale' });
    expect(await world.marks()).toEqual(['Иванов 3 answer cancelled']);
    await expect(
      world.as(teacher, (tx, by) => cancelMark(tx, by, { markId: 4242, version: 1 })),
    ).rejects.toMatchObject({ reason: 'not-found' });
  });
});
