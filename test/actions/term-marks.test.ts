import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import {
  acceptTermMarks,
  decideTermMarks,
  type TermMarkChoice,
} from '../../db/actions/decide-term-marks.ts';
import { giveMarks } from '../../db/actions/give-marks.ts';
import { undoLast } from '../../db/actions/undo-last.ts';
import { callerOfPerson } from '../../db/reports/caller.ts';
import { readTermSheet, sureOf } from '../../db/reports/term-sheet.ts';
import { verifyChain } from '../../db/reports/verify-chain.ts';
import { acceptKey } from '../../db/rules/accept-key.ts';
import type { TermValue } from '../../db/rules/term-mark.ts';
import { openTermWorld, type TermWorld } from '../term-world.ts';

let world: TermWorld;
beforeEach(async () => {
  world = await openTermWorld();
});
afterEach(() => world.close());

type Options = { who?: number; reason?: string; course?: number; termId?: number | null };

const decide = (decisions: TermMarkChoice[], options: Options = {}) => {
  const { who = world.people.teacher, reason = null, course = world.courses.algebra } = options;
  const termId = options.termId === undefined ? world.quarter(1) : options.termId;
  return world.as(who, (tx, by) =>
    decideTermMarks(tx, { ...by, reason }, { courseId: course, termId, decisions }),
  );
};
const choice = (pupilId: number, value: TermValue | null, version = 0): TermMarkChoice => ({
  pupilId,
  value,
  version,
});
const shownKey = async (termId: number | null = world.quarter(1)) => {
  const caller = await callerOfPerson(world.db, world.people.teacher);
  const at = { courseId: world.courses.algebra, choice: termId ?? ('year' as const) };
  const actor = caller?.actor ?? { personId: 0, roles: [], classIds: [], childIds: [] };
  return acceptKey(sureOf(await readTermSheet(world.db, actor, at)));
};
const accept = (seen: string, who = world.people.teacher) =>
  world.as(who, (tx, by) =>
    acceptTermMarks(tx, by, { courseId: world.courses.algebra, termId: world.quarter(1), seen }),
  );
const undo = () => world.as(world.people.teacher, (tx, by) => undoLast(tx, by));

describe('deciding a term mark', () => {
  it('keeps the value beside what was proposed, with one audit line a change', async () => {
    const { kozlov, petrova, orlova } = world.pupil;
    await decide([choice(kozlov, '4'), choice(petrova, '4'), choice(orlova, 'na')]);
    expect(await world.termMarks()).toEqual(['Козлов 4 (5)', 'Орлова na (none)', 'Петрова 4']);
    expect(await world.changes()).toHaveLength(3);
    await decide([choice(kozlov, '5', 1)]);
    await decide([choice(kozlov, null, 2)]);
    expect(await world.termMarks()).toEqual([
      'Козлов 5 cancelled',
      'Орлова na (none)',
      'Петрова 4',
    ]);
    const lines = (await world.changes()).slice(3).map(({ before, after }) => ({
      before: JSON.parse(before ?? 'null') as unknown,
      after: JSON.parse(after) as unknown,
    }));
    const record = { proposal: '5', mean: 4.5 };
    expect(lines).toEqual([
      {
        before: { ...record, value: '4', state: 'active', version: 1 },
        after: { ...record, value: '5', state: 'active', version: 2 },
      },
      {
        before: { ...record, value: '5', state: 'active', version: 2 },
        after: { ...record, value: '5', state: 'cancelled', version: 3 },
      },
    ]);
    expect(await verifyChain(world.db)).toMatchObject({ lines: 5, brokenAt: null });
  });

  it('gives a mark that was taken away anew, in the same row', async () => {
    const { petrova } = world.pupil;
    await decide([choice(petrova, '4')]);
    await decide([choice(petrova, null, 1)]);
    await decide([choice(petrova, '5', 2)]);
    expect(await world.termMarks()).toEqual(['Петрова 5 (4)']);
    expect(await world.changes()).toHaveLength(3);
  });

  it('changes nothing where the same already stands', async () => {
    const { petrova, orlova } = world.pupil;
    await decide([choice(petrova, '4')]);
    expect(await decide([choice(petrova, '4', 1), choice(orlova, null)])).toEqual({ changed: 0 });
    expect(await world.changes()).toHaveLength(1);
  });

  it('is stale by an older view, and then writes nothing of the list', async () => {
    const { petrova, ivanov } = world.pupil;
    await decide([choice(petrova, '4')]);
    await expect(decide([choice(ivanov, '5'), choice(petrova, '3')])).rejects.toMatchObject({
      reason: 'stale',
    });
    expect(await world.termMarks()).toEqual(['Петрова 4']);
    expect(await world.changes()).toHaveLength(1);
  });

  it('refuses зач where there are marks, whoever isn’t on the list, and a term to come', async () => {
    const { petrova } = world.pupil;
    const stranger = await world.make.aPupil('Чужой Пётр', { class: '7Б' });
    const gone = await world.make.aPupil('Бывший Лев', { to: '2026-10-20' });
    await expect(decide([choice(petrova, 'pass')])).rejects.toMatchObject({
      reason: 'wrong-term-mark',
    });
    for (const pupil of [stranger, gone, 99_999]) {
      await expect(decide([choice(pupil, '5')])).rejects.toMatchObject({ reason: 'not-in-class' });
    }
    for (const termId of [world.quarter(2), null]) {
      await expect(decide([choice(petrova, '4')], { termId })).rejects.toMatchObject({
        reason: 'future-date',
      });
    }
    await expect(decide([choice(petrova, '4')], { termId: 99_999 })).rejects.toMatchObject({
      reason: 'not-found',
    });
    expect(await world.termMarks()).toEqual([]);
  });

  it('refuses grade 1, and takes зач, незач and осв alone where there are no marks', async () => {
    const { make, people, pupil } = world;
    const reading = await make.aCourse({ class: '1А', subject: 'Чтение', teacher: people.teacher });
    const child = await make.aPupil('Ёлкин Олег', { class: '1А' });
    await expect(decide([choice(child, '5')], { course: reading })).rejects.toMatchObject({
      reason: 'grade-one-no-marks',
    });
    const music = await make.aCourse({
      subject: 'Музыка',
      teacher: people.teacher,
      markFree: true,
    });
    for (const value of ['5', '2', 'na'] as const) {
      await expect(decide([choice(pupil.ivanov, value)], { course: music })).rejects.toMatchObject({
        reason: 'wrong-term-mark',
      });
    }
    await decide(
      [choice(pupil.ivanov, 'pass'), choice(pupil.kozlov, 'fail'), choice(pupil.orlova, 'exempt')],
      { course: music },
    );
    expect(await world.termMarks()).toHaveLength(3);
  });
});

describe('who decides', () => {
  const table = [
    ['the course’s teacher', 'teacher', 'yes', 'term-closed', 'term-closed'],
    ['a substitute', 'substitute', 'not-allowed', 'not-allowed', 'not-allowed'],
    ['the class teacher', 'classTeacher', 'not-allowed', 'not-allowed', 'not-allowed'],
    ['a parent', 'mother', 'not-allowed', 'not-allowed', 'not-allowed'],
    ['the deputy head', 'deputy', 'not-allowed', 'reason-closed', 'yes'],
    ['the administrator', 'administrator', 'yes', 'reason-closed', 'yes'],
  ] as const;

  it.each(table)('%s', async (_name, who, open, closed, withReason) => {
    const by = world.people[who];
    const outcome = (reason?: string) =>
      decide([choice(world.pupil.petrova, '4')], { who: by, ...(reason ? { reason } : {}) }).then(
        () => 'yes',
        (error: { reason: string }) => error.reason,
      );
    expect(await outcome()).toBe(open);
    await world.db.write((tx) =>
      world.db.models.TermMark.destroy({ where: {}, transaction: tx.transaction }),
    );
    await world.make.aClosedQuarter(1);
    expect(await outcome()).toBe(closed);
    expect(await outcome('  ')).toBe(closed);
    expect(await outcome('по заявлению')).toBe(withReason);
    const stands = withReason === 'yes' ? ['Петрова 4'] : [];
    expect(await world.termMarks()).toEqual(stands);
    const reasons = (await world.changes()).map(({ reason }) => reason).filter(Boolean);
    expect(reasons).toEqual(withReason === 'yes' ? ['по заявлению'] : []);
  });

  it('loses it with the course, and all of it with a closed year', async () => {
    await world.db.write(async ({ db, transaction }) => {
      await db.models.AcademicYear.update({ state: 'closed' }, { where: {}, transaction });
    });
    await expect(decide([choice(world.pupil.petrova, '4')])).rejects.toMatchObject({
      reason: 'term-closed',
    });
    await world.db.write(async ({ db, transaction }) => {
      await db.models.AcademicYear.update({ state: 'open' }, { where: {}, transaction });
      const where = { id: world.courses.algebra };
      await db.models.Course.update({ teacherId: null }, { where, transaction });
    });
    await expect(decide([choice(world.pupil.petrova, '4')])).rejects.toMatchObject({
      reason: 'not-allowed',
    });
  });
});

describe('accepting the sure ones', () => {
  it('takes the undecided sure marks and nothing else, as one operation', async () => {
    await decide([choice(world.pupil.ivanov, '4')]);
    expect(await accept(await shownKey())).toEqual({ changed: 1 });
    expect(await world.termMarks()).toEqual(['Иванов 4 (5)', 'Петрова 4']);
    expect(await world.changes()).toHaveLength(2);
  });

  it('is stale the second time, and when something else became sure meanwhile', async () => {
    const seen = await shownKey();
    await world.grade(world.pupil.orlova, [5, 5, 5]);
    await expect(accept(seen)).rejects.toMatchObject({ reason: 'stale' });
    expect(await world.termMarks()).toEqual([]);
    const fresh = await shownKey();
    expect(await accept(fresh)).toEqual({ changed: 3 });
    await expect(accept(fresh)).rejects.toMatchObject({ reason: 'stale' });
    expect(await world.changes()).toHaveLength(3);
  });

  it('is refused to whoever may not decide, and in a closed term', async () => {
    const seen = await shownKey();
    const { substitute, classTeacher, deputy, mother } = world.people;
    for (const who of [substitute, classTeacher, deputy, mother]) {
      await expect(accept(seen, who)).rejects.toMatchObject({ reason: 'not-allowed' });
    }
    await world.make.aClosedQuarter(1);
    await expect(accept(seen)).rejects.toMatchObject({ reason: 'term-closed' });
    await expect(accept(seen, world.people.administrator)).rejects.toMatchObject({
      reason: 'reason-closed',
    });
    expect(await world.termMarks()).toEqual([]);
  });
});

describe('undo', () => {
  it('takes back the last decision, and all that were accepted at once', async () => {
    await accept(await shownKey());
    await decide([choice(world.pupil.petrova, '5', 1)]);
    expect(await undo()).toMatchObject({
      term: { courseId: world.courses.algebra, termId: world.quarter(1) },
      records: [{ record: 'term_mark', pupilId: world.pupil.petrova }],
    });
    expect(await world.termMarks()).toEqual(['Иванов 5', 'Петрова 4']);
    expect((await undo()).records).toHaveLength(2);
    expect(await world.termMarks()).toEqual(['Иванов 5 cancelled', 'Петрова 4 cancelled']);
    await expect(undo()).rejects.toMatchObject({ reason: 'nothing-to-undo' });
    expect((await world.changes()).filter(({ undoes }) => undoes)).toHaveLength(3);
    expect(await verifyChain(world.db)).toMatchObject({ brokenAt: null });
  });

  it('takes back lessons and term marks in the order they were done', async () => {
    const { make, people, pupil, courses } = world;
    await make.aSlot(courses.algebra, 5, 1);
    await world.as(people.teacher, (tx, by) =>
      giveMarks(tx, by, {
        lesson: { courseId: courses.algebra, date: '2026-10-23', number: 1 },
        marks: [{ pupilId: pupil.petrova, value: 5, kind: 'answer' }],
      }),
    );
    await decide([choice(pupil.petrova, '4')]);
    expect(await undo()).toHaveProperty('term');
    expect(await undo()).toHaveProperty('lesson');
  });

  it('is refused once somebody else changed the mark, and in a term closed since', async () => {
    const { petrova, ivanov } = world.pupil;
    await decide([choice(petrova, '4')]);
    await decide([choice(petrova, '5', 1)], { who: world.people.administrator });
    await expect(undo()).rejects.toMatchObject({ reason: 'undo-overtaken' });
    await decide([choice(ivanov, '5')]);
    await world.make.aClosedQuarter(1);
    await expect(undo()).rejects.toMatchObject({ reason: 'term-closed' });
    expect(await world.termMarks()).toEqual(['Иванов 5', 'Петрова 5 (4)']);
  });
});
