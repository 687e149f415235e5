import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { SheetRows } from '../../db/import/sheets.ts';
import { type ImportWorld, openImportWorld, school, told } from './import-world.ts';

type Rows<S extends keyof SheetRows> = SheetRows[S][number];

const NOTHING = { added: 0, changed: 0, removed: 0 };

describe('a second import', () => {
  let world: ImportWorld;

  beforeEach(async () => {
    world = await openImportWorld();
    await world.loaded(school());
  });
  afterEach(() => world.close());

  /** A sheet with one row changed. */
  function withRow<S extends keyof SheetRows>(sheet: S, index: number, change: Partial<Rows<S>>) {
    const rows: readonly Rows<S>[] = school()[sheet];
    return { [sheet]: rows.map((row, at) => (at === index ? { ...row, ...change } : row)) };
  }
  const enrolments = (lastName: string) =>
    world.rows(
      `SELECT c.grade, c.letter, e.number, e.starts_on, e.ends_on FROM enrolment e
         JOIN school_class c ON c.id = e.class_id JOIN pupil p ON p.id = e.pupil_id
        WHERE p.last_name = '${lastName}' ORDER BY e.starts_on, e.id`,
    );
  const slots = () =>
    world.rows(
      `SELECT s.name, t.weekday, t.number, t.room, t.starts_on, t.ends_on FROM timetable_slot t
         JOIN course c ON c.id = t.course_id JOIN subject s ON s.id = c.subject_id
        ORDER BY s.name, t.weekday, t.number, t.starts_on`,
    );

  describe('of the same file', () => {
    for (const language of ['ru', 'en'] as const) {
      it(`makes no doubles and writes nothing (${language})`, async () => {
        const before = await world.size();
        const counts = await world.loaded(school(), { language });
        for (const count of Object.values(counts)) {
          expect(count).toMatchObject(NOTHING);
        }
        expect(counts.pupils?.left).toBe(4);
        expect(await world.size()).toEqual(before);
      });
    }

    it('knows classes, subjects and names however they are written', async () => {
      const before = await world.size();
      const counts = await world.loaded({
        classes: [{ grade: 7, letter: '«a»', teacherKey: '001' }],
        courses: [
          { class: '7-A', subject: 'АЛГЕБРА', group: null, teacherKey: '001', markFree: null },
          {
            class: '7 "а"',
            subject: 'английский  язык',
            group: 'Первая',
            teacherKey: '002',
            markFree: null,
          },
        ],
      });
      expect([counts.classes, counts.courses]).toEqual([
        { ...NOTHING, left: 1 },
        { ...NOTHING, left: 2 },
      ]);
      expect(await world.size()).toEqual(before);
    });
  });

  describe('of a changed file', () => {
    it('writes what differs, with its audit line', async () => {
      const { change: before } = await world.size();
      const counts = await world.loaded(
        school({
          ...withRow('staff', 0, { lastName: 'Королёва', phone: '+7 912', roles: ['deputy_head'] }),
          ...withRow('bells', 2, { endsAt: '11:05' }),
          ...withRow('plans', 0, { homework: null, hours: 2 }),
          ...withRow('parents', 0, { relation: 'мачеха' }),
          ...withRow('courses', 3, { teacherKey: null, markFree: null }),
          ...withRow('subjects', 0, { shortName: 'Алг.' }),
        }),
      );
      expect(counts).toMatchObject({
        staff: { added: 0, changed: 1, left: 2 },
        bells: { changed: 1, left: 2 },
        plans: { changed: 1, left: 3 },
        parents: { changed: 2, left: 1 },
        courses: { changed: 1, left: 3 },
        subjects: { changed: 1, left: 2 },
        pupils: { ...NOTHING, left: 4 },
      });
      expect(
        await world.rows(`SELECT last_name, name_key, phone FROM person WHERE key = '001'`),
      ).toEqual(['Королёва королева петр ильич +7 912']);
      expect(
        await world.rows(
          `SELECT r.role FROM role r JOIN person p ON p.id = r.person_id WHERE p.key = '001'
            ORDER BY r.role`,
        ),
      ).toEqual(['deputy_head', 'teacher']);
      expect((await world.size()).change).toBe((before ?? 0) + 7);
      expect(
        await world.rows(
          `SELECT before, after FROM change WHERE record = 'bell' ORDER BY id DESC LIMIT 1`,
        ),
      ).toEqual([
        '{"number":3,"startsAt":"10:25","endsAt":"11:10"} {"number":3,"startsAt":"10:25","endsAt":"11:05"}',
      ]);
    });

    it('keeps what a column that is not there would say', async () => {
      const counts = await world.loaded(
        { plans: school().plans, staff: school().staff },
        {
          edit: (workbook) => {
            workbook.getWorksheet('КТП')?.spliceColumns(10, 1);
            workbook.getWorksheet('КТП')?.spliceColumns(5, 1);
          },
        },
      );
      expect(counts.plans).toEqual({ ...NOTHING, left: 4 });
      expect(await world.rows('SELECT homework, section FROM plan_item WHERE id = 1')).toEqual([
        '№ 1, 2 Повторение',
      ]);
    });

    it('moves holidays and adds those that are new', async () => {
      const [autumn, first, day] = school().daysOff;
      if (!autumn || !first || !day) {
        throw new Error('three days off');
      }
      const counts = await world.loaded({
        daysOff: [
          { ...autumn, startsOn: '2026-10-25', endsOn: '2026-11-02' },
          { ...day, name: 'Международный женский день' },
          { ...day, startsOn: '2027-05-03' },
        ],
      });
      expect(counts.daysOff).toEqual({ added: 1, changed: 2, left: 0, removed: 0 });
      expect(
        await world.rows('SELECT starts_on, ends_on, name FROM day_off ORDER BY starts_on'),
      ).toEqual([
        '2026-10-25 2026-11-02 осенние каникулы',
        '2027-02-15 2027-02-21 каникулы первых классов',
        '2027-03-08 2027-03-08 Международный женский день',
        '2027-05-03 2027-05-03 праздник',
      ]);
    });
  });

  describe('moves a pupil', () => {
    it('from today, and the former class stays as history', async () => {
      const moved = withRow('pupils', 0, { class: '1Б', number: 7 });
      const counts = await world.loaded(moved);
      expect(counts.pupils).toEqual({ added: 0, changed: 1, left: 3, removed: 0 });
      const history = ['7 А 1 2026-09-01 2026-10-11', '1 Б 7 2026-10-12 -'];
      expect(await enrolments('Иванов')).toEqual(history);
      expect((await world.loaded(moved)).pupils).toEqual({ ...NOTHING, left: 4 });
      world.clock.advance({ days: 3 });
      await world.loaded(moved);
      expect(await enrolments('Иванов')).toEqual(history);
    });

    it('from the day that is given, and back', async () => {
      await world.loaded(withRow('pupils', 0, { class: '1Б', number: 7, startsOn: '2026-10-20' }));
      world.clock.advance({ days: 20 });
      await world.loaded(withRow('pupils', 0, { startsOn: '2026-10-27' }));
      expect(await enrolments('Иванов')).toEqual([
        '7 А 1 2026-09-01 2026-10-19',
        '1 Б 7 2026-10-20 2026-10-26',
        '7 А 1 2026-10-27 -',
      ]);
    });

    it('whom somebody moved by mistake, back on the same day', async () => {
      await world.loaded(withRow('pupils', 0, { class: '1Б', number: 7 }));
      await world.loaded(withRow('pupils', 0, {}));
      expect(await enrolments('Иванов')).toEqual([
        '7 А 1 2026-09-01 2026-10-11',
        '7 А 1 2026-10-12 -',
      ]);
    });

    it('but not to a day before the former class', async () => {
      const { problems } = await world.load(
        withRow('pupils', 0, { class: '1Б', number: 7, startsOn: '2026-09-01' }),
      );
      expect(told(problems)).toEqual(['Ученики 2 H: move-date']);
      expect(problems[0]?.data).toEqual({ class: '7А', after: '2026-09-01' });
    });

    it('who has left only when they come back', async () => {
      await world.loaded(withRow('pupils', 0, { endsOn: '2026-10-05' }));
      await world.loaded(school());
      expect(await enrolments('Иванов')).toEqual(['7 А 1 2026-09-01 2026-10-05']);
      await world.loaded(withRow('pupils', 0, { startsOn: '2026-10-19' }));
      expect(await enrolments('Иванов')).toEqual([
        '7 А 1 2026-09-01 2026-10-05',
        '7 А 1 2026-10-19 -',
      ]);
    });

    it('to the next year, and ends the year that is over', async () => {
      world.clock.advance({ days: 320 });
      const next = {
        years: [{ name: '2027/28', startsOn: '2027-09-01', endsOn: '2028-05-31' }],
        classes: [{ grade: 8, letter: 'А', teacherKey: '001' }],
        pupils: school()
          .pupils.slice(0, 3)
          .map((pupil) => ({ ...pupil, class: '8А' })),
      };
      await world.loaded(next);
      expect((await world.loaded(next)).pupils).toEqual({ ...NOTHING, left: 3 });
      expect(await enrolments('Иванов')).toEqual([
        '7 А 1 2026-09-01 2027-05-31',
        '8 А 1 2027-09-01 -',
      ]);
    });
  });

  it('numbers whoever has no number after the last one, newcomers from today', async () => {
    const [ivanov] = school().pupils;
    if (!ivanov) {
      throw new Error('a pupil');
    }
    const pupils = ['П-10', 'П-11'].map((key) => ({
      ...ivanov,
      key,
      lastName: `Новый${key}`,
      number: null,
    }));
    await world.loaded({ pupils: [{ ...ivanov, number: null }, ...pupils] });
    expect(await enrolments('Иванов')).toEqual(['7 А 1 2026-09-01 -']);
    expect(await enrolments('НовыйП-10')).toEqual(['7 А 4 2026-10-12 -']);
    expect(await enrolments('НовыйП-11')).toEqual(['7 А 5 2026-10-12 -']);
  });

  describe('of the timetable', () => {
    it('ends lessons that are gone yesterday and begins new ones today', async () => {
      const [monday, , ...others] = school().timetable;
      if (!monday) {
        throw new Error('a lesson');
      }
      const timetable = [{ ...monday, room: '14' }, { ...monday, weekday: 5 }, ...others];
      const counts = await world.loaded({ timetable });
      expect(counts.timetable).toEqual({ added: 1, changed: 1, left: 3, removed: 1 });
      const changed = [
        'Алгебра 1 1 14 2026-09-01 -',
        'Алгебра 3 2 12 2026-09-01 2026-10-11',
        'Алгебра 5 1 12 2026-10-12 -',
      ];
      expect((await slots()).slice(0, 3)).toEqual(changed);
      expect((await world.loaded({ timetable })).timetable).toEqual({ ...NOTHING, left: 5 });
      world.clock.advance({ days: 7 });
      await world.loaded({ timetable });
      expect((await slots()).slice(0, 3)).toEqual(changed);
    });

    it('leaves alone the classes it does not name', async () => {
      const timetable = school().timetable.filter(({ class: name }) => name === '1Б');
      await world.loaded({ timetable });
      expect((await slots()).filter((slot) => slot.endsWith('-'))).toHaveLength(5);
    });

    it('ends the lessons of a course that has none any more', async () => {
      const timetable = school().timetable.filter(({ subject }) => subject !== 'Алгебра');
      const { courses } = school();
      expect((await world.loaded({ courses, timetable })).timetable).toMatchObject({ removed: 2 });
      expect((await slots()).slice(0, 2)).toEqual([
        'Алгебра 1 1 12 2026-09-01 2026-10-11',
        'Алгебра 3 2 12 2026-09-01 2026-10-11',
      ]);
    });

    it('takes out what has not begun, and keeps both halves of a year', async () => {
      const [monday, ...others] = school().timetable;
      if (!monday) {
        throw new Error('a lesson');
      }
      const halves = [
        { ...monday, startsOn: '2026-09-01', endsOn: '2026-12-29' },
        { ...monday, startsOn: '2027-01-11', room: '30' },
      ];
      await world.loaded({ timetable: [...halves, ...others] });
      expect((await slots()).slice(0, 2)).toEqual([
        'Алгебра 1 1 12 2026-09-01 2026-12-29',
        'Алгебра 1 1 30 2027-01-11 -',
      ]);
      const counts = await world.loaded({ timetable: [...halves.slice(0, 1), ...others] });
      expect(counts.timetable).toEqual({ ...NOTHING, left: 5, removed: 1 });
      expect((await slots()).slice(0, 2)).toEqual([
        'Алгебра 1 1 12 2026-09-01 2026-12-29',
        'Алгебра 3 2 12 2026-09-01 -',
      ]);
    });

    it('replaces a lesson from a day that is given', async () => {
      const [monday, ...others] = school().timetable;
      if (!monday) {
        throw new Error('a lesson');
      }
      const timetable = [{ ...monday, startsOn: '2026-10-05', room: '40' }, ...others];
      await world.loaded({ timetable });
      expect((await slots()).slice(0, 2)).toEqual([
        'Алгебра 1 1 12 2026-09-01 2026-10-04',
        'Алгебра 1 1 40 2026-10-05 -',
      ]);
      const ended = [{ ...monday, endsOn: '2026-10-01' }, ...others];
      expect(told((await world.load({ timetable: ended })).problems)).toEqual([
        'Расписание 2 H: ends-before-start',
      ]);
    });
  });

  it('takes whoever is no longer listed out of a subgroup', async () => {
    const groups = school().groups.map((row) =>
      row.pupilKey === 'П-03' ? { ...row, group: 'первая' } : row,
    );
    const counts = await world.loaded({ groups });
    expect(counts.groups).toEqual({ added: 1, changed: 0, left: 2, removed: 1 });
    expect(
      await world.rows(
        `SELECT c.group_name, p.last_name FROM course_pupil g JOIN course c ON c.id = g.course_id
           JOIN pupil p ON p.id = g.pupil_id ORDER BY p.key`,
      ),
    ).toEqual(['первая Иванов', 'вторая Петрова', 'первая Козлов']);
    expect(
      await world.rows(`SELECT after FROM change WHERE record = 'course_pupil' ORDER BY id`),
    ).toContain('-');
  });

  it('leaves the states, consents and chats of people as they are', async () => {
    await world.db.write(async ({ db, transaction, now }) => {
      const { Guardianship, Person, ChatLink } = db.models;
      const mother = await Person.findOne({ where: { key: 'Р-01' }, transaction });
      await Person.update(
        { state: 'inactive', language: 'en' },
        { where: { key: 'Р-01' }, transaction },
      );
      await Guardianship.update(
        { state: 'cut', consentVersion: '1', consentAt: now },
        { where: { personId: mother?.id ?? 0 }, transaction },
      );
      const link = { personId: mother?.id ?? 0, address: 'tg:5', linkedAt: now };
      await ChatLink.create(link, { transaction });
    });
    const ties = 'SELECT state, consent_version, consent_at FROM guardianship ORDER BY id';
    const before = await world.rows(ties);
    const parents = school().parents.map((row) =>
      row.key === 'Р-01' ? { ...row, phone: '+7 999' } : row,
    );
    await world.loaded({ parents });
    expect(await world.rows(ties)).toEqual(before);
    expect(
      await world.rows(`SELECT state, language, phone FROM person WHERE key = 'Р-01'`),
    ).toEqual(['inactive en +7 999']);
    expect(await world.rows('SELECT state FROM chat_link')).toEqual(['active']);
  });
});

describe('people who were there before the first import', () => {
  let world: ImportWorld;

  beforeEach(async () => {
    world = await openImportWorld();
  });
  afterEach(() => world.close());

  it('are known by their names: the first administrator, a parent and a pupil', async () => {
    const { make } = world;
    await make.aPerson('Орлов Олег Олегович', { roles: ['administrator'], chat: 'tg:1' });
    const pupil = await make.aPupil('Иванов Семён Игоревич', { class: '7А' });
    await make.aParent('Иванова Мария Сергеевна', { of: [pupil] });
    await world.loaded(school());
    expect(await world.rows('SELECT key FROM person ORDER BY id')).toEqual([
      '003',
      'Р-01',
      '001',
      '002',
    ]);
    expect(await world.rows('SELECT key FROM pupil ORDER BY id')).toEqual([
      'П-01',
      'П-02',
      'П-03',
      'П-04',
    ]);
    expect(await world.rows('SELECT consent_version FROM guardianship ORDER BY id')).toEqual([
      '1',
      '-',
      '-',
    ]);
  });

  it('are not taken for a namesake: a parent is no colleague, another class no proof', async () => {
    const { make } = world;
    const stranger = await make.aPupil('Иванов Семён Игоревич', { class: '9В' });
    await make.aParent('Орлов Олег Олегович', { of: [stranger], chat: 'tg:1' });
    await world.loaded(school());
    expect(await world.rows('SELECT last_name FROM person WHERE key IS NULL')).toEqual(['Орлов']);
    expect(await world.rows('SELECT last_name FROM pupil WHERE key IS NULL')).toEqual(['Иванов']);
    expect(
      await world.rows(`SELECT p.key FROM chat_link l JOIN person p ON p.id = l.person_id`),
    ).toEqual(['-']);
  });
});
