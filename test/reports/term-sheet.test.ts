import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { callerOfPerson } from '../../db/reports/caller.ts';
import { readMarksSummary } from '../../db/reports/marks-summary.ts';
import { readTermCourses } from '../../db/reports/term-courses.ts';
import { readTermSheet, type TermChoice, type TermPupil } from '../../db/reports/term-sheet.ts';
import { countStatements } from '../statements.ts';
import { LESSONS, openTermWorld, type TermWorld } from '../term-world.ts';

let world: TermWorld;
beforeEach(async () => {
  world = await openTermWorld();
});
afterEach(() => world.close());

const read = async (
  choice: TermChoice = 'due',
  { who = world.people.teacher, course = world.courses.algebra } = {},
) => {
  const caller = await callerOfPerson(world.db, who);
  const actor = caller?.actor ?? { personId: who, roles: [], classIds: [], childIds: [] };
  return readTermSheet(world.db, actor, { courseId: course, choice });
};
const named = (pupils: readonly TermPupil[], lastName: string) => {
  const pupil = pupils.find((one) => one.lastName === lastName);
  if (!pupil) {
    throw new Error(`${lastName} is not on the sheet`);
  }
  return pupil;
};
const aTermMark = (
  pupilId: number,
  value: string,
  termId: number | null,
  courseId = world.courses.algebra,
) =>
  world.db.write(({ db, transaction }) =>
    db.models.TermMark.create(
      { pupilId, courseId, termId, value, authorId: world.people.teacher },
      { transaction },
    ),
  );
const setting = (key: string, value: string) =>
  world.db.write(({ db, transaction }) =>
    db.models.Setting.upsert({ key, value }, { transaction }),
  );

describe('the sheet of a term', () => {
  it('says of each pupil what the mark is decided by, and which are sure', async () => {
    const { pupils, term, taught, closed, writable } = await read();
    expect(term).toMatchObject({ number: 1, lessons: LESSONS.length });
    expect({ taught: taught.length, closed, writable }).toEqual({
      taught: 1,
      closed: false,
      writable: true,
    });
    expect(
      pupils.map(({ lastName, mean, marks, owed, lessons, missed, proposal, doubts }) =>
        [lastName, mean, marks, owed, `${missed}/${lessons}`, proposal, doubts.join()].join(' '),
      ),
    ).toEqual([
      'Иванов 5 3 0 0/7 5 ',
      'Козлов 4.5 4 0 0/7 5 near',
      'Орлова  0 0 0/7  no-marks',
      'Петрова 4 3 0 0/7 4 ',
      'Сидоров 3 3 1 0/7 3 owed',
      'Уткин  0 0 5/7 na no-marks,absent',
    ]);
  });

  it('weighs the marks, and counts neither cancelled ones nor those of other terms', async () => {
    const { make, courses, pupil, people } = world;
    const given = { course: courses.algebra, pupil: pupil.petrova, author: people.teacher };
    await make.aMark({ ...given, date: '2026-10-19', value: 2, kind: 'test', weight: 2 });
    await make.aMark({ ...given, date: '2026-08-31', value: 2 });
    await make.aMark({ ...given, date: '2026-11-02', value: 2 });
    const cancelled = await make.aMark({ ...given, date: '2026-10-12', value: 2 });
    await world.db.write(({ db, transaction }) =>
      db.models.Mark.update({ state: 'cancelled' }, { where: { id: cancelled }, transaction }),
    );
    expect(named((await read()).pupils, 'Петрова')).toMatchObject({ mean: 3.2, marks: 4 });
  });

  it('takes being late for presence, and no cancelled absence for a miss', async () => {
    const { make, courses, pupil, people } = world;
    const noted = { course: courses.algebra, pupil: pupil.petrova, author: people.teacher };
    await make.anAbsence({ ...noted, date: '2026-09-07', code: 'late' });
    await make.anAbsence({ ...noted, date: '2026-09-14', code: 'ill' });
    const cancelled = await make.anAbsence({ ...noted, date: '2026-09-21' });
    await world.db.write(({ db, transaction }) =>
      db.models.Absence.update({ state: 'cancelled' }, { where: { id: cancelled }, transaction }),
    );
    expect(named((await read()).pupils, 'Петрова')).toMatchObject({ missed: 1, lessons: 7 });
  });

  it('lists whoever is there now, and counts a newcomer’s own lessons alone', async () => {
    await world.make.aPupil('Новиков Яков', { from: '2026-10-12' });
    await world.make.aPupil('Бывший Лев', { to: '2026-10-20' });
    const { pupils } = await read();
    expect(pupils.map(({ lastName }) => lastName)).not.toContain('Бывший');
    expect(named(pupils, 'Новиков')).toMatchObject({ lessons: 2, missed: 0 });
  });

  it('lists after the term’s end whoever was there on its last day', async () => {
    await world.make.aPupil('Уехавший Лев', { to: '2026-10-25' });
    await world.make.aPupil('Новиков Яков', { from: '2026-10-26' });
    world.clock.advance({ days: 4 });
    const names = (await read()).pupils.map(({ lastName }) => lastName);
    expect(names).toContain('Уехавший');
    expect(names).not.toContain('Новиков');
  });

  it('brings marks and absences along from another class, as the parent sees them', async () => {
    const { make, people, db, quarter } = world;
    const elsewhere = await make.aCourse({
      class: '7Б',
      subject: 'Алгебра',
      teacher: people.deputy,
    });
    const moved = await make.aPupil('Новиков Яков', { class: '7Б', to: '2026-10-04' });
    const classId = await make.aClass('7А');
    await db.write(({ db: { models }, transaction }) =>
      models.Enrolment.create(
        { pupilId: moved, classId, number: 7, startsOn: '2026-10-05' },
        { transaction },
      ),
    );
    const there = { course: elsewhere, pupil: moved, author: people.deputy };
    await make.aMark({ ...there, date: '2026-09-02', value: 5 });
    await make.aMark({ ...there, date: '2026-09-09', value: 4 });
    await make.anAbsence({ ...there, date: '2026-09-16' });
    await make.aMark({ ...there, course: world.courses.algebra, date: '2026-10-12', value: 3 });
    const pupil = named((await read()).pupils, 'Новиков');
    expect(pupil).toMatchObject({ mean: 4, marks: 3, lessons: 6, missed: 1, proposal: '4' });
    const shown = await readMarksSummary(db, {
      pupilId: moved,
      classId,
      from: '2026-09-01',
      to: '2026-10-25',
    });
    expect(shown.find(({ subject }) => subject === 'Алгебра')?.mean).toBe(pupil.mean);
    await aTermMark(moved, '5', quarter(1), elsewhere);
    expect(named((await read()).pupils, 'Новиков').decided).toBeNull();
  });

  it('is of the subgroup alone', async () => {
    const { make, people, pupil } = world;
    const english = await make.aCourse({
      subject: 'Английский',
      teacher: people.teacher,
      group: { name: '1', pupils: [pupil.petrova, pupil.utkin] },
    });
    await make.aCourse({
      subject: 'Английский',
      group: { name: '2', pupils: [pupil.ivanov] },
    });
    await make.aLesson({ course: english, date: '2026-09-08' });
    const { pupils } = await read('due', { course: english });
    expect(pupils.map(({ lastName, lessons }) => `${lastName} ${lessons}`)).toEqual([
      'Петрова 1',
      'Уткин 1',
    ]);
  });

  it('follows the school’s settings and the subject’s own thresholds', async () => {
    await setting('term.threshold.5', '4.65');
    expect(named((await read()).pupils, 'Козлов')).toMatchObject({ proposal: '4', doubts: [] });
    await world.db.write(({ db, transaction }) =>
      db.models.Subject.update({ thresholdFive: 4.2 }, { where: {}, transaction }),
    );
    expect(named((await read()).pupils, 'Козлов')).toMatchObject({ proposal: '5', doubts: [] });
    await setting('term.min_marks_few', '4');
    expect(named((await read()).pupils, 'Петрова').doubts).toEqual(['few-marks']);
    await setting('term.absent_percent', '75');
    expect(named((await read()).pupils, 'Уткин').proposal).toBeNull();
  });

  it('shows what stands, and what proposal it would have now', async () => {
    await aTermMark(world.pupil.petrova, '3', world.quarter(1));
    expect(named((await read()).pupils, 'Петрова')).toMatchObject({
      decided: '3',
      proposal: '4',
      stored: { version: 1 },
    });
  });
});

describe('which term', () => {
  it.each([
    [0, 1],
    [4, 1],
    [12, 1],
    [17, 2],
    [60, 2],
    [68, 2],
  ])('is due after %s more days: the %s. one', async (days, number) => {
    world.clock.advance({ days });
    expect((await read()).term?.number).toBe(number);
  });

  it('is the running one at once where the last is closed, and any other by its name', async () => {
    await world.make.aClosedQuarter(1);
    world.clock.advance({ days: 12 });
    expect((await read()).term?.number).toBe(2);
    const first = await read(world.quarter(1));
    expect(first).toMatchObject({ closed: true, writable: false });
    expect(first.begun.map(({ number }) => number)).toEqual([1, 2]);
  });

  it('is of the grade: quarters for the seventh, half-years for the tenth', async () => {
    await world.db.write(async ({ db, transaction }) => {
      await db.models.Term.update({ maxGrade: 9 }, { where: {}, transaction });
      const year = await db.models.AcademicYear.findOne({ transaction });
      const half = { kind: 'half_year' as const, minGrade: 10, academicYearId: year?.id ?? 0 };
      await db.models.Term.bulkCreate(
        [
          { ...half, number: 1, startsOn: '2026-09-01', endsOn: '2026-12-29' },
          { ...half, number: 2, startsOn: '2027-01-11', endsOn: '2027-05-31' },
        ],
        { transaction },
      );
    });
    const { teacher } = world.people;
    const tenth = await world.make.aCourse({ class: '10А', subject: 'Алгебра', teacher });
    await world.make.aPupil('Старшова Ева', { class: '10А' });
    expect((await read('due', { course: tenth })).term).toMatchObject({
      kind: 'half_year',
      number: 1,
    });
    expect((await read()).term).toMatchObject({ kind: 'quarter', number: 1 });
    const courses = await readTermCourses(world.db, { teacherId: teacher });
    expect(courses.map(({ className, term, pupils }) => [className, term.kind, pupils])).toEqual([
      ['7А', 'quarter', 6],
      ['10А', 'half_year', 1],
    ]);
    await expect(read(world.quarter(1), { course: tenth })).rejects.toMatchObject({
      reason: 'not-found',
    });
  });
});

describe('the sheet of a year', () => {
  beforeEach(async () => {
    world.clock.advance({ days: 220 });
    for (const date of ['2026-11-09', '2027-01-18', '2027-04-05']) {
      await world.make.aLesson({ course: world.courses.algebra, date });
    }
  });

  it('is the mean of the terms, and asks where one is missing, н/а or just a half', async () => {
    const { pupil, quarter } = world;
    const terms: [number, string[]][] = [
      [pupil.ivanov, ['5', '5', '4', '5']],
      [pupil.kozlov, ['4', '5', '4', '5']],
      [pupil.orlova, ['na', '3', '3', '3']],
      [pupil.petrova, ['exempt', '3', '3', '3']],
      [pupil.sidorov, ['3', '3', '3']],
    ];
    for (const [who, values] of terms) {
      for (const [index, value] of values.entries()) {
        await aTermMark(who, value, quarter(index + 1));
      }
    }
    await aTermMark(pupil.ivanov, '4', null);
    const { term, pupils, taught } = await read('year');
    expect(term).toBeNull();
    expect(taught).toHaveLength(4);
    expect(
      pupils.map(({ lastName, terms: values, mean, proposal, doubts, decided }) =>
        [lastName, values.map((v) => v ?? '·').join(''), mean, proposal, doubts.join(), decided]
          .join(' ')
          .trim(),
      ),
    ).toEqual([
      'Иванов 5545 4.75 5  4',
      'Козлов 4545 4.5 5 near',
      'Орлова na333 3 3 term-not-attested',
      'Петрова exempt333 3 3',
      'Сидоров 333· 3 3 term-missing',
      'Уткин ····   term-missing',
    ]);
  });

  it('leaves out a term the course was not taught in, and takes one from another class', async () => {
    const { make, pupil, people, quarter } = world;
    const drawing = await make.aCourse({ subject: 'Черчение', teacher: people.teacher });
    const elsewhere = await make.aCourse({ class: '7Б', subject: 'Черчение' });
    await make.aLesson({ course: drawing, date: '2027-01-19' });
    await make.aLesson({ course: drawing, date: '2027-04-06' });
    await aTermMark(pupil.ivanov, '5', quarter(3), elsewhere);
    await aTermMark(pupil.ivanov, '4', quarter(4), drawing);
    await aTermMark(pupil.ivanov, '3', quarter(4), elsewhere);
    const { pupils } = await read('year', { course: drawing });
    expect(named(pupils, 'Иванов')).toMatchObject({ terms: ['5', '4'], mean: 4.5 });
  });

  it('is open until the year is closed, whatever its terms are', async () => {
    await world.make.aClosedQuarter(4);
    expect(await read('year')).toMatchObject({ closed: false, writable: true });
    await world.db.write(({ db, transaction }) =>
      db.models.AcademicYear.update({ state: 'closed' }, { where: {}, transaction }),
    );
    expect(await read('year')).toMatchObject({ closed: true, writable: false });
    expect(await read(world.quarter(2))).toMatchObject({ closed: true, writable: false });
  });
});

describe('the list of courses', () => {
  it('counts who has the mark of the term that is due, among whoever is on the list', async () => {
    const { make, pupil, people, quarter, db } = world;
    const gone = await make.aPupil('Бывший Лев', { to: '2026-10-20' });
    await make.aCourse({ class: '1А', subject: 'Чтение', teacher: people.teacher });
    const english = await make.aCourse({
      subject: 'Английский',
      teacher: people.teacher,
      group: { name: '1', pupils: [pupil.petrova, gone] },
    });
    await aTermMark(pupil.petrova, '4', quarter(1));
    await aTermMark(gone, '4', quarter(1));
    await aTermMark(pupil.kozlov, '4', quarter(2));
    await aTermMark(pupil.petrova, '5', quarter(1), english);
    const lines = async (of: Parameters<typeof readTermCourses>[1]) =>
      (await readTermCourses(db, of)).map(
        ({ className, subject, decided, pupils }) => `${className} ${subject} ${decided}/${pupils}`,
      );
    expect(await lines({ teacherId: people.teacher })).toEqual([
      '7А Алгебра 1/6',
      '7А Английский 1/1',
    ]);
    expect(await lines({ teacherId: people.substitute })).toEqual([]);
    expect(await lines({ classId: await make.aClass('7А') })).toHaveLength(2);
  });

  it('is empty before the year begins', async () => {
    world.clock.advance({ days: -60 });
    expect(await readTermCourses(world.db, { teacherId: world.people.teacher })).toEqual([]);
    await expect(read()).rejects.toMatchObject({
      reason: 'future-date',
      data: { date: '2026-09-01' },
    });
  });
});

describe('who reads it', () => {
  it.each([
    ['teacher', true],
    ['substitute', false],
    ['classTeacher', true],
    ['mother', false],
    ['deputy', true],
    ['administrator', true],
  ] as const)('%s: %s', async (who, may) => {
    const reading = read('due', { who: world.people[who] });
    await (may
      ? expect(reading).resolves.toMatchObject({ course: { subject: 'Алгебра' } })
      : expect(reading).rejects.toMatchObject({ reason: 'not-allowed' }));
  });
});

it('reads by few statements, however many pupils there are', async () => {
  const caller = await callerOfPerson(world.db, world.people.teacher);
  const deputy = await callerOfPerson(world.db, world.people.deputy);
  if (!caller || !deputy) {
    throw new Error('nobody reads');
  }
  const at = { courseId: world.courses.algebra, choice: 'due' as const };
  const count = (actor = caller.actor) =>
    countStatements(world.db, () => readTermSheet(world.db, actor, at));
  expect(await count()).toBe(6);
  for (let index = 0; index < 5; index += 1) {
    await world.make.aPupil(`Ученик${index} Имя`);
  }
  expect(await count()).toBe(6);
  expect(await count(deputy.actor)).toBe(5);
  const year = { ...at, choice: 'year' as const };
  world.clock.advance({ days: 200 });
  expect(await countStatements(world.db, () => readTermSheet(world.db, caller.actor, year))).toBe(
    5,
  );
  const { teacher } = world.people;
  const list = () => readTermCourses(world.db, { teacherId: teacher });
  expect(await countStatements(world.db, list)).toBe(2);
});
