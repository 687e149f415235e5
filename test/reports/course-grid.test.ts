import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { type GridCell, readCourseGrid } from '../../db/reports/course-grid.ts';
import type { Actor } from '../../db/rules/access.ts';
import { type JournalWorld, openJournalWorld } from '../actions/journal-world.ts';
import { countStatements } from '../statements.ts';
import { selectsOf, slowReads } from './query-plan.ts';

let world: JournalWorld;
beforeEach(async () => {
  world = await openJournalWorld();
});
afterEach(() => world.close());

const teacher = (): Actor => ({
  personId: world.people.teacher,
  roles: ['teacher'],
  classIds: [],
  childIds: [],
});

const read = (termId: number | null = null, courseId = world.course) =>
  readCourseGrid(world.db, teacher(), { courseId, termId });

const mark = (
  date: string,
  pupil: number,
  value: number | null,
  options: { weight?: number; number?: number } = {},
) =>
  world.make.aMark({
    course: world.course,
    number: 2,
    author: world.people.teacher,
    date,
    pupil,
    value,
    ...options,
  });

/** A pupil's row as it would be read aloud: «5/4», «н», «-» for nothing, «x» for not there. */
function rowOf(cells: readonly (GridCell | 'off')[]): string {
  return cells
    .map((cell) => {
      if (cell === 'off') {
        return 'x';
      }
      const marks = cell.marks.map(({ value }) => value ?? '.').join('/');
      return `${marks}${cell.absence ?? ''}` || '-';
    })
    .join(' ');
}

const rows = async (termId: number | null = null, courseId = world.course) =>
  (await read(termId, courseId)).pupils.map(({ lastName, cells }) => [lastName, rowOf(cells)]);

describe('the table of a course', () => {
  it('has a column for each lesson of the term so far, written at or not', async () => {
    const { lessons, term } = await read();
    expect(term).toMatchObject({ number: 1, startsOn: '2026-09-01', until: '2026-10-12' });
    expect(lessons.map(({ date }) => date)).toEqual([
      '2026-09-07',
      '2026-09-14',
      '2026-09-21',
      '2026-09-28',
      '2026-10-05',
      '2026-10-12',
    ]);
    expect(lessons.every(({ number, lessonId }) => number === 2 && lessonId === null)).toBe(true);
  });

  it('leaves out days off and other weekdays, keeps lessons moved and taken over', async () => {
    const { make, course } = world;
    await make.aDayOff('2026-09-14', {});
    await make.aLesson({ course, date: '2026-09-16', number: 4 });
    const colleague = await make.aTeacher('Зуев Олег');
    await make.aSubstitution({ course, date: '2026-09-18', number: 1, teacher: colleague });
    const { lessons } = await read();
    expect(lessons.slice(0, 4).map(({ date, number }) => `${date} ${number}`)).toEqual([
      '2026-09-07 2',
      '2026-09-16 4',
      '2026-09-18 1',
      '2026-09-21 2',
    ]);
    expect(lessons.map(({ lessonId }) => lessonId !== null).slice(0, 3)).toEqual([
      false,
      true,
      false,
    ]);
  });

  it('shows two lessons of one day as two columns', async () => {
    await world.make.aSlot(world.course, 1, 3, { from: '2026-10-05' });
    const { lessons } = await read();
    expect(lessons.slice(-4).map(({ date, number }) => `${date} ${number}`)).toEqual([
      '2026-10-05 2',
      '2026-10-05 3',
      '2026-10-12 2',
      '2026-10-12 3',
    ]);
  });

  it('holds marks with their weights, work owed, absences; cancelled ones nowhere', async () => {
    const { ivanov, petrova } = world.pupils;
    await mark('2026-09-07', ivanov, 5);
    await mark('2026-09-07', ivanov, 4, { weight: 2 });
    await mark('2026-09-14', ivanov, null);
    const wrong = await mark('2026-09-21', ivanov, 2);
    const at = { course: world.course, number: 2, author: world.people.teacher };
    await world.make.anAbsence({ ...at, date: '2026-09-21', pupil: petrova, code: 'ill' });
    await mark('2026-09-28', petrova, 3);
    await world.make.anAbsence({ ...at, date: '2026-09-28', pupil: petrova, code: 'late' });
    await world.db.write(({ transaction }) =>
      world.db.models.Mark.update({ state: 'cancelled' }, { where: { id: wrong }, transaction }),
    );
    expect(await rows()).toEqual([
      ['Иванов', '5/4 . - - - -'],
      ['Петрова', '- - ill 3late - -'],
      ['Козлов', '- - - - - -'],
    ]);
    const { pupils } = await read();
    expect(pupils.map(({ mean, count }) => [mean, count])).toEqual([
      [4.33, 2],
      [3, 1],
      [null, 0],
    ]);
    const [first] = pupils[0]?.cells ?? [];
    expect(first !== 'off' && first?.marks).toEqual([
      { value: 5, weight: 1 },
      { value: 4, weight: 2 },
    ]);
  });

  it('shows whoever came or left during the term for their own days', async () => {
    const { make } = world;
    const gone = await make.aPupil('Ушедший Пётр', { to: '2026-09-20' });
    await make.aPupil('Новая Анна', { from: '2026-09-28' });
    await make.aPupil('Прошлый Глеб', { to: '2026-08-31' });
    await make.aPupil('Будущий Лев', { from: '2026-10-20' });
    await mark('2026-09-14', gone, 4);
    expect((await rows()).slice(3)).toEqual([
      ['Ушедший', '- 4 x x x x'],
      ['Новая', 'x x x - - -'],
    ]);
  });

  it('joins the two stays of one who came back', async () => {
    const { make, db } = world;
    const back = await make.aPupil('Вернувшийся Ян', { to: '2026-09-10' });
    const stay = await db.models.Enrolment.findOne({ where: { pupilId: back } });
    await db.write(({ transaction }) =>
      db.models.Enrolment.create(
        { pupilId: back, classId: stay?.classId ?? 0, number: 9, startsOn: '2026-10-01' },
        { transaction },
      ),
    );
    expect((await rows()).slice(3)).toEqual([['Вернувшийся', '- x x x - -']]);
  });

  it('of a subgroup has its own pupils alone', async () => {
    const { make, people, pupils } = world;
    const group = { name: '1 группа', pupils: [pupils.kozlov] };
    const english = await make.aCourse({ subject: 'Английский', teacher: people.teacher, group });
    await make.aSlot(english, 5, 1);
    const names = (await rows(null, english)).map(([name]) => name);
    expect(names).toEqual(['Козлов']);
  });

  it('of grade 1 and of a mark-free course is attendance alone', async () => {
    const { make, people } = world;
    const little = await make.aPupil('Малышев Петя', { class: '1А' });
    const reading = await make.aCourse({ class: '1А', subject: 'Чтение', teacher: people.teacher });
    const at = { course: reading, date: '2026-10-12', pupil: little, author: people.teacher };
    await make.aMark({ ...at, value: 5 });
    await make.anAbsence({ ...at, code: 'late' });
    const { course, pupils } = await read(null, reading);
    expect(course.marked).toBe(false);
    expect(pupils[0]).toMatchObject({
      cells: [{ marks: [], absence: 'late' }],
      mean: null,
      count: 0,
    });
    const free = await make.aCourse({ subject: 'ОБЖ', teacher: people.teacher, markFree: true });
    expect((await read(null, free)).course.marked).toBe(false);
  });

  it('is of the running term, of the last one in holidays, or of an earlier one', async () => {
    await mark('2026-09-07', world.pupils.ivanov, 5);
    world.clock.advance({ days: 16 }); // Wednesday 28.10, holidays
    expect((await read()).term).toMatchObject({ number: 1, until: '2026-10-25' });
    world.clock.advance({ days: 10 }); // Saturday 07.11
    const now = await read();
    expect(now.term?.number).toBe(2);
    expect(now.lessons.map(({ date }) => date)).toEqual(['2026-11-02']);
    expect(now.pupils[0]?.count).toBe(0);
    const [first, second, third] = now.terms;
    expect([second?.number, third]).toEqual([2, undefined]);
    expect((await rows(first?.id ?? 0))[0]?.[1]).toMatch(/^5 /);
  });

  it('is nothing before the first term', async () => {
    world.clock.advance({ days: -60 });
    expect(await read()).toMatchObject({ term: null, terms: [], lessons: [], pupils: [] });
  });

  it('is read by five queries, by indexes, however large the class', async () => {
    for (let index = 0; index < 30; index += 1) {
      const pupil = await world.make.aPupil(`Ученик${index} Имя`);
      await mark('2026-09-07', pupil, 4);
    }
    expect(await countStatements(world.db, () => read())).toBe(5);
    expect(await slowReads(world.db, await selectsOf(world.db, () => read()))).toEqual([]);
  });
});
