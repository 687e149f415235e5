import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { writeSchoolWorkbook } from '../../db/import/write/write-workbook.ts';
import { verifyChain } from '../../db/reports/verify-chain.ts';
import { type ImportWorld, openImportWorld, school, told } from './import-world.ts';

describe('a school in one workbook', () => {
  let world: ImportWorld;

  beforeEach(async () => {
    world = await openImportWorld();
  });
  afterEach(() => world.close());

  for (const language of ['ru', 'en'] as const) {
    it(`is loaded whole (${language})`, async () => {
      const counts = await world.loaded(school(), { language });
      expect(Object.values(counts).map(({ added }) => added)).toEqual([
        1, 4, 3, 3, 3, 2, 4, 3, 3, 4, 3, 5, 4,
      ]);
      expect(await world.rows('SELECT name, starts_on, ends_on, state FROM academic_year')).toEqual(
        ['2026/27 2026-09-01 2027-05-31 open'],
      );
      expect(
        await world.rows('SELECT kind, number, starts_on, max_grade FROM term ORDER BY number'),
      ).toContain('quarter 2 2026-11-02 11');
      expect(
        await world.rows('SELECT starts_on, ends_on, name, grade FROM day_off ORDER BY starts_on'),
      ).toEqual([
        '2026-10-26 2026-11-01 осенние каникулы -',
        '2027-02-15 2027-02-21 каникулы первых классов 1',
        '2027-03-08 2027-03-08 праздник -',
      ]);
      expect(await world.rows('SELECT starts_at, ends_at FROM bell ORDER BY number')).toEqual([
        '08:30 09:15',
        '09:25 10:10',
        '10:25 11:10',
      ]);
      expect(
        await world.rows(
          `SELECT p.key, p.name_key, r.role FROM person p JOIN role r ON r.person_id = p.id
            ORDER BY p.key, r.role`,
        ),
      ).toEqual([
        '001 королев петр ильич teacher',
        '002 соколова вера ивановна deputy_head',
        '002 соколова вера ивановна teacher',
        '003 орлов олег олегович administrator',
      ]);
      expect(
        await world.rows(
          `SELECT c.grade, c.letter, p.last_name FROM school_class c
             JOIN person p ON p.id = c.class_teacher_id ORDER BY c.grade`,
        ),
      ).toEqual(['1 Б Соколова', '7 А Королёв']);
      expect(
        await world.rows(
          `SELECT p.last_name, p.born_on, c.grade, e.number, e.starts_on, e.ends_on FROM pupil p
             JOIN enrolment e ON e.pupil_id = p.id JOIN school_class c ON c.id = e.class_id
            ORDER BY p.key`,
        ),
      ).toEqual([
        'Иванов 2013-04-05 7 1 2026-09-01 -',
        'Петрова 2013-04-05 7 2 2026-09-01 -',
        'Козлов 2013-04-05 7 3 2026-09-01 -',
        'Белова 2013-04-05 1 1 2026-09-01 -',
      ]);
      expect(
        await world.rows(
          `SELECT a.last_name, p.last_name AS child, g.relation, g.state, g.consent_version
             FROM guardianship g JOIN person a ON a.id = g.person_id
             JOIN pupil p ON p.id = g.pupil_id ORDER BY p.key`,
        ),
      ).toEqual([
        'Иванова Иванов мать active -',
        'Королёв Петрова - active -',
        'Иванова Белова тётя active -',
      ]);
      expect(
        await world.rows(
          `SELECT s.name, c.group_name, t.last_name FROM course c
             JOIN subject s ON s.id = c.subject_id LEFT JOIN person t ON t.id = c.teacher_id
            WHERE c.group_name <> '' ORDER BY c.group_name`,
        ),
      ).toEqual(['Английский язык вторая -', 'Английский язык первая Соколова']);
      expect(
        await world.rows(
          `SELECT c.group_name, p.last_name FROM course_pupil g JOIN course c ON c.id = g.course_id
             JOIN pupil p ON p.id = g.pupil_id ORDER BY p.key`,
        ),
      ).toEqual(['первая Иванов', 'вторая Петрова', 'вторая Козлов']);
      expect(
        await world.rows(
          `SELECT t.weekday, t.number, t.room, t.starts_on, t.ends_on FROM timetable_slot t
             JOIN course c ON c.id = t.course_id JOIN subject s ON s.id = c.subject_id
            WHERE s.name = 'Алгебра' ORDER BY t.weekday`,
        ),
      ).toEqual(['1 1 12 2026-09-01 -', '3 2 12 2026-09-01 -']);
      expect(
        await world.rows(
          `SELECT number, section, topic, hours, control_works, practical_works, homework,
                  planned_on FROM plan_item ORDER BY id`,
        ),
      ).toEqual([
        '1 Повторение Множества 1 0 0 № 1, 2 -',
        '2 - Контрольная работа 1 1 0 - 2026-09-10',
        '3 - Дроби 3 0 1 - -',
        '1 - Азбука 1 0 0 - -',
      ]);
    });
  }

  it('is written down in the audit, a line for each record, and nothing else is touched', async () => {
    await world.loaded(school());
    const { change, ...records } = await world.size();
    const all = Object.values(records).reduce((sum, rows) => sum + rows, 0);
    expect(change).toBe(all);
    expect((await verifyChain(world.db)).brokenAt).toBeNull();
    expect(await world.rows('SELECT DISTINCT door, operation, actor_id FROM change')).toEqual([
      'import import:1 -',
    ]);
    expect(
      await world.rows(`SELECT after FROM change WHERE record = 'enrolment' ORDER BY id`),
    ).toContain(
      '{"pupilId":1,"classId":1,"number":1,"startsOn":"2026-09-01","endsOn":null,"orderIn":null,"orderOut":null}',
    );
  });

  it('tells what each plan comes to', async () => {
    const { plans } = await world.load(school());
    expect(plans).toEqual([
      { course: '7А Алгебра', lines: 3, hours: 5 },
      { course: '1Б Чтение', lines: 1, hours: 1 },
    ]);
  });

  it('is checked without a write by a dry run', async () => {
    const before = await world.size();
    const counts = await world.loaded(school(), { dryRun: true });
    expect(counts.pupils).toEqual({ added: 4, changed: 0, left: 0, removed: 0 });
    expect(await world.size()).toEqual(before);
  });

  it('is loaded by nobody but the administrator', async () => {
    const { db, make } = world;
    const deputy = await make.aPerson('Завьялова Анна', { roles: ['deputy_head'] });
    const actor = { personId: deputy, roles: ['deputy_head' as const], classIds: [], childIds: [] };
    const bytes = await writeSchoolWorkbook(school(), 'ru');
    for (const dryRun of [false, true]) {
      await expect(world.importBytes(bytes, { by: { actor }, dryRun })).rejects.toMatchObject({
        reason: 'not-allowed',
      });
    }
    expect(await db.models.Pupil.count()).toBe(0);
  });

  it('leaves nothing behind if its last sheet is wrong', async () => {
    const before = await world.size();
    const { plans } = school();
    const { problems } = await world.load(
      school({ plans: plans.map((line) => ({ ...line, controlWorks: 9 })) }),
    );
    expect(told(problems)).toHaveLength(4);
    expect(await world.size()).toEqual(before);
  });

  it('leaves nothing behind if the database refuses its last table', async () => {
    const before = await world.size();
    await world.db.write(({ db, transaction }) =>
      db.sequelize.query(
        'CREATE UNIQUE INDEX one_topic_of_three_hours ON plan_item (hours, control_works)',
        { transaction },
      ),
    );
    await expect(world.load(school())).rejects.toThrow();
    expect(await world.size()).toEqual(before);
  });
});
