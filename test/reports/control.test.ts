import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { writeFindings } from '../../db/actions/write-findings.ts';
import { readControl } from '../../db/reports/control/control.ts';
import { openTeacherWorld, type TeacherWorld } from '../dialogue/teacher-world.ts';
import { countStatements } from '../statements.ts';

let world: TeacherWorld;
beforeEach(async () => {
  world = await openTeacherWorld();
});
afterEach(() => world.close());

/** What is found, as «unfilled 05.10 2» or «mid_term – 7». */
async function found(...rules: string[]): Promise<string[]> {
  const { findings } = await readControl(world.db);
  return findings
    .filter(({ rule, courseId }) => rules.includes(rule) && courseId === world.courses.algebra)
    .map(({ rule, lesson, amount }) =>
      [rule, lesson ? `${lesson.date}.${lesson.number}` : '–', amount ?? ''].join(' ').trim(),
    );
}
const filled = (date: string, number = 2) => ({
  ...{ course: world.courses.algebra, date, number, topic: 'Дроби', rollCalled: true },
});
const write = async () => {
  const control = await readControl(world.db);
  return world.db.write((tx) => writeFindings(tx, control));
};
const stored = async (rule: string) => {
  const rows = await world.db.select<{ date: string; state: string; closed: string | null }>(
    `SELECT date, state, found_on AS found, closed_on AS closed FROM finding
      WHERE rule = :rule AND course_id = :course ORDER BY date`,
    { rule, course: world.courses.algebra },
  );
  return rows.map((row) => Object.values(row).map(String).join(' '));
};

describe('the control of a school', () => {
  it('finds lessons of the timetable that nobody opened, up to the last working day', async () => {
    const { make } = world;
    await make.aLesson(filled('2026-09-07'));
    await make.aDayOff('2026-09-21', { name: 'карантин' });
    await make.aTimetableChange({ course: world.courses.algebra, date: '2026-09-28', number: 2 });
    // Monday the 5th is due by the end of Thursday, the next day with lessons.
    expect(await found('unfilled')).toEqual(['unfilled 2026-09-14.2', 'unfilled 2026-10-05.2']);
  });

  it('never speaks of grade 1 and of courses without marks', async () => {
    const { make, db, teacher } = world;
    const chess = await make.aCourse({ subject: 'Шахматы', teacher, markFree: true });
    await make.aSlot(chess, 2, 3);
    const { findings } = await readControl(db);
    const courses = new Set(findings.map(({ courseId }) => courseId));
    expect(courses).toEqual(new Set([world.courses.algebra, world.courses.geometry]));
  });

  it('counts the marks of a lesson, and those who were there', async () => {
    const { make, pupil, teacher } = world;
    await make.aLesson(filled('2026-09-07'));
    await make.aLesson(filled('2026-09-14'));
    const mark = { course: world.courses.algebra, number: 2, author: teacher, value: 4 };
    await make.aMark({ ...mark, date: '2026-09-07', pupil: pupil('Иванов Семён') });
    await make.aMark({ ...mark, date: '2026-09-07', pupil: pupil('Козлов Денис') });
    for (const name of ['Орлова Вера', 'Петрова Алёна', 'Сидоров Лев']) {
      await make.aMark({ ...mark, date: '2026-09-14', pupil: pupil(name) });
    }
    expect(await found('few_marks')).toEqual(['few_marks 2026-09-07.2 2']);
    expect(await found('no_marks')).toEqual(['no_marks 2026-10-05.2 3']);
  });

  it('finds a «2» by what came before and after it', async () => {
    const { make, pupil, teacher } = world;
    const at = { course: world.courses.algebra, number: 2, author: teacher };
    const [ivanov, kozlov] = [pupil('Иванов Семён'), pupil('Козлов Денис')];
    await make.aMark({ ...at, date: '2026-09-07', value: 2, pupil: ivanov });
    await make.anAbsence({ ...at, date: '2026-09-14', pupil: kozlov, code: 'ill' });
    await make.aMark({ ...at, date: '2026-09-21', value: 2, pupil: kozlov });
    await make.aMark({ ...at, date: '2026-10-05', value: 4, pupil: kozlov });
    expect(await found('two_edge', 'two_uncorrected', 'two_after_absence')).toEqual([
      'two_uncorrected 2026-09-07.2',
      'two_edge 2026-09-07.2',
      'two_after_absence 2026-09-21.2',
    ]);
  });

  it('finds control works without their marks, and a plan that is behind', async () => {
    const { make, db } = world;
    const { algebra } = world.courses;
    const work = await make.aPlanItem(algebra, 'Контрольная № 1');
    await db.write(({ transaction }) =>
      db.models.PlanItem.update({ controlWorks: 1 }, { where: { id: work }, transaction }),
    );
    await make.aLesson({ ...filled('2026-09-07'), plan: work });
    for (const topic of ['Дроби', 'Степени', 'Корни', 'Функции']) {
      await make.aPlanItem(algebra, topic, { hours: 12 });
    }
    expect(await found('control_work')).toEqual(['control_work 2026-09-07.2']);
    expect(await found('plan_behind')).toEqual(['plan_behind – 4']);
    await make.aMark({
      ...{ course: algebra, date: '2026-09-07', number: 2, author: world.teacher },
      ...{ pupil: world.pupil('Иванов Семён'), value: 4, kind: 'test' },
    });
    expect(await found('control_work')).toEqual([]);
  });

  it('finds a mark that was changed after the edit window, not work that was owed', async () => {
    const { make, db, chat, clock, pupil, teacher } = world;
    const at = { course: world.courses.algebra, number: 2, author: teacher, date: '2026-10-05' };
    await make.aMark({ ...at, value: 3, pupil: pupil('Иванов Семён') });
    await make.aMark({ ...at, value: null, pupil: pupil('Козлов Денис') });
    clock.advance({ days: 3 });
    await chat.says('7А алгебра 05.10: Иванов не 3 а 5');
    await chat.says('Пересмотр работы');
    await chat.says('7А алгебра 05.10: Козлов 4');
    const changed = await db.select("SELECT id FROM change WHERE record = 'mark'");
    expect(changed.length).toBeGreaterThan(1);
    expect(await found('late_change')).toEqual(['late_change 2026-10-05.2 10']);
  });

  it('looks at a whole school by as many statements as at one course', async () => {
    const { make, db, teacher } = world;
    await make.aPlanItem(world.courses.algebra, 'Введение');
    const few = await countStatements(db, () => readControl(db));
    for (const subject of ['Физика', 'Химия', 'Биология']) {
      const course = await make.aCourse({ class: '8Б', subject, teacher });
      await make.aSlot(course, 2, 3);
      await make.aPlanItem(course, 'Введение');
      await make.aLesson({ ...filled('2026-09-08', 3), course });
    }
    expect(await countStatements(db, () => readControl(db))).toBe(few);
  });
});

describe('a finding', () => {
  it('is written once, closes when it is mended and opens again', async () => {
    const { make, clock, db } = world;
    await make.aLesson(filled('2026-09-07'));
    await write();
    const [first] = await stored('unfilled');
    expect(first).toBe('2026-09-14 open 2026-10-12 null');
    expect(await write()).toEqual({ opened: 0, closed: 0 });

    clock.advance({ days: 6 });
    await make.aLesson(filled('2026-09-14'));
    await write();
    expect((await stored('unfilled'))[0]).toBe('2026-09-14 closed 2026-10-12 2026-10-18');

    clock.advance({ days: 1 });
    await db.write(({ transaction }) =>
      db.models.Lesson.update({ topic: null }, { where: { date: '2026-09-14' }, transaction }),
    );
    await write();
    expect((await stored('unfilled'))[0]).toBe('2026-09-14 open 2026-10-19 null');
  });

  it('of a term that is looked at no more stays as it was', async () => {
    const { clock, make } = world;
    await write();
    const before = await stored('unfilled');
    await make.aClosedQuarter(1);
    clock.advance({ days: 50 });
    await write();
    expect((await stored('unfilled')).slice(0, before.length)).toEqual(before);
  });
});
