import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { readPupilCourseCard } from '../../db/reports/pupil-course-card.ts';
import type { Actor } from '../../db/rules/access.ts';
import { type JournalWorld, openJournalWorld } from '../actions/journal-world.ts';
import { countStatements } from '../statements.ts';
import { selectsOf, slowReads } from './query-plan.ts';

let world: JournalWorld;
beforeEach(async () => {
  world = await openJournalWorld();
});
afterEach(() => world.close());

const actor = (): Actor => ({
  personId: world.people.teacher,
  roles: ['teacher'],
  classIds: [],
  childIds: [],
});

const read = (pupilId = world.pupils.ivanov, day = '2026-10-12') =>
  readPupilCourseCard(world.db, actor(), { courseId: world.course, pupilId, when: { day } });

const at = (date: string) => ({
  course: world.course,
  date,
  number: 2,
  pupil: world.pupils.ivanov,
  author: world.people.teacher,
});

describe('a pupil’s card in a subject', () => {
  it('has marks in time, each with the mean as it then was', async () => {
    await world.make.aMark({ ...at('2026-09-14'), value: 3, kind: 'test', weight: 2 });
    await world.make.aMark({ ...at('2026-09-07'), value: 5 });
    await world.make.aMark({ ...at('2026-09-21'), value: null });
    await world.make.aMark({ ...at('2026-09-28'), value: 4 });
    const card = await read();
    expect(card.marks.map(({ comment: _, ...mark }) => mark)).toEqual([
      { date: '2026-09-07', value: 5, kind: 'answer', weight: 1, meanThen: 5 },
      { date: '2026-09-14', value: 3, kind: 'test', weight: 2, meanThen: 3.67 },
      { date: '2026-09-21', value: null, kind: 'answer', weight: 1, meanThen: 3.67 },
      { date: '2026-09-28', value: 4, kind: 'answer', weight: 1, meanThen: 3.75 },
    ]);
    expect(card).toMatchObject({ mean: 3.75, count: 3, term: { number: 1 } });
    // 4.5·4 − 15 = 3 → 6 answers, or 3 tests of weight 2
    expect(card.next).toEqual([
      { mark: 4, answers: 0, tests: 0 },
      { mark: 5, answers: 6, tests: 3 },
    ]);
  });

  it('takes thresholds and weights as the school has set them', async () => {
    await world.make.aMark({ ...at('2026-09-07'), value: 4 });
    const settings = { 'term.threshold.5': '4.65', 'term.threshold.4': '3.6', 'weight.test': '3' };
    await world.db.write(({ transaction }) =>
      world.db.models.Setting.bulkCreate(
        Object.entries(settings).map(([key, value]) => ({ key, value })),
        { transaction },
      ),
    );
    const { next, thresholds } = await read();
    expect(thresholds).toEqual({ 4: 3.6, 5: 4.65 });
    // 0.65 / 0.35 → 2 answers, 0.65 / 1.05 → 1 test
    expect(next[1]).toEqual({ mark: 5, answers: 2, tests: 1 });
  });

  it('counts absences by reason, and nothing cancelled or of another course or term', async () => {
    const { make, db, people } = world;
    await make.anAbsence({ ...at('2026-09-07'), code: 'ill' });
    await make.anAbsence({ ...at('2026-09-14'), code: 'ill' });
    await make.anAbsence({ ...at('2026-09-21'), code: 'late' });
    const wrong = await make.anAbsence({ ...at('2026-09-28'), code: 'absent' });
    await db.write(({ transaction }) =>
      db.models.Absence.update({ state: 'cancelled' }, { where: { id: wrong }, transaction }),
    );
    const other = await make.aCourse({ subject: 'Геометрия', teacher: people.teacher });
    await make.anAbsence({ ...at('2026-10-05'), course: other, code: 'excused' });
    await make.aMark({ ...at('2026-10-06'), course: other, value: 2 });
    const card = await read();
    expect(card.absences).toEqual({ absent: 0, ill: 2, excused: 0, late: 1 });
    expect(card).toMatchObject({ marks: [], mean: null, next: [] });
  });

  it('is refused to another teacher, and of a pupil who isn’t taught here', async () => {
    const stranger: Actor = { ...actor(), personId: 4242 };
    const of = { courseId: world.course, pupilId: world.pupils.ivanov };
    await expect(
      readPupilCourseCard(world.db, stranger, { ...of, when: { termId: 1 } }),
    ).rejects.toMatchObject({ reason: 'not-allowed' });
    const foreign = await world.make.aPupil('Чужой Ян', { class: '7Б' });
    await expect(read(foreign)).rejects.toMatchObject({ reason: 'not-in-class' });
    const group = { name: '1', pupils: [world.pupils.kozlov] };
    const teacher = world.people.teacher;
    const courseId = await world.make.aCourse({ subject: 'Английский', teacher, group });
    await expect(
      readPupilCourseCard(world.db, actor(), { ...of, courseId, when: { termId: 1 } }),
    ).rejects.toMatchObject({ reason: 'not-in-class' });
  });

  it('is read by five queries, by indexes', async () => {
    expect(await countStatements(world.db, () => read())).toBe(5);
    expect(await slowReads(world.db, await selectsOf(world.db, () => read()))).toEqual([]);
  });
});
