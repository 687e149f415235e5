import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { closeYearPress, fatePress } from '../../bot/dialogue/closing-presses.ts';
import { closeYear } from '../../db/actions/close-year.ts';
import { openTermWorld, type TermWorld } from '../term-world.ts';
import type { TestChat } from './chat.ts';

const ORDER_AND_DAYS = '45-у от 29.05.2027; 01.09.2027–26.05.2028';

let world: TermWorld;
let administrator: TestChat;
let yearId: number;
beforeEach(async () => {
  world = await openTermWorld();
  // The first of June: the year and its four quarters are over.
  world.clock.advance({ days: 221 });
  administrator = world.chats('tg:6');
  for (const number of [1, 2, 3, 4]) {
    await world.make.aClosedQuarter(number);
  }
  yearId = (await world.db.models.AcademicYear.findOne())?.id ?? 0;
});
afterEach(() => world.close());

const openYear = async (who = administrator) => {
  await who.says('/control');
  await who.presses('Закрытие периодов');
  return who.presses('Год 2026/27');
};
/** «7А 1 Иванов 2026-09-01–2027-05-31 …» of every enrolment, by year and class. */
const enrolments = async () => {
  const rows = await world.db.select<Record<string, string | number | null>>(
    `SELECT k.grade || k.letter AS class, e.number, p.last_name AS name, e.starts_on AS "startsOn",
            e.ends_on AS "endsOn", e.order_in AS "orderIn", e.order_out AS "orderOut"
       FROM enrolment e JOIN pupil p ON p.id = e.pupil_id JOIN school_class k ON k.id = e.class_id
      ORDER BY e.starts_on, k.grade, k.letter, e.number`,
  );
  return rows.map((row) =>
    Object.values(row)
      .map((value) => value ?? '')
      .join(' '),
  );
};
const years = async () =>
  (await world.db.models.AcademicYear.findAll({ order: ['startsOn'] })).map(
    ({ name, state }) => `${name} ${state}`,
  );

describe('closing a year', () => {
  it('shows what becomes of each class and what is missing', async () => {
    const { make, pupil } = world;
    await make.aClass('8В');
    await make.aPupil('Яшин Олег', { class: '11А' });
    const { text, buttons } = await openYear();
    expect(text).toContain('Учебный год 2026/27\nНе хватает: итогов 6.');
    expect(text).toContain(
      '7А: в 8А 6\n8В: учеников нет, дальше класс не создаётся\n11А: выбывают 1',
    );
    expect(buttons).toContain('7А');
    expect(buttons).not.toContain('8В');
    expect((await administrator.presses('Нет годовых')).text).toContain(
      'Королёв П. И.\n7А Алгебра: итогов 6',
    );
    await administrator.presses('‹ Назад');
    const klass = await administrator.presses('7А');
    expect(klass.buttons.slice(0, 2)).toEqual(['→ Иванов С.', '→ Козлов Д.']);
    expect((await administrator.presses('→ Козлов')).buttons).toContain('↻ Козлов Д.');
    const twice = await administrator.presses('↻ Козлов');
    expect(twice.buttons).toContain('× Козлов Д.');
    expect(twice.text).toContain('7А: в 8А 5, выбывают 1');
    expect(await world.db.models.PromotionChoice.count()).toBe(1);
    expect(pupil.kozlov).toBeGreaterThan(0);
  });

  it('moves classes, repeaters and leavers into a new year by one order, all or nothing', async () => {
    const { make, people, pupil, courses } = world;
    await make.aPupil('Белов Яков', { class: '6А' });
    const german = await make.aCourse({
      ...{ class: '7А', subject: 'Немецкий язык', teacher: people.teacher },
      group: { name: '1', pupils: [pupil.ivanov, pupil.kozlov] },
    });
    await openYear();
    await administrator.presses('7А');
    await administrator.presses('→ Козлов');
    await administrator.presses('→ Уткин');
    await administrator.presses('↻ Уткин');
    await administrator.presses('‹ Назад');
    const asked = await administrator.presses('Закрыть год, перенести предметы');
    expect(asked.text).toContain('В новом году 2 класса, 6 учеников. Выбывают: 1.');
    expect(asked.text).toContain('не раньше 01.06.2027');
    const before = await enrolments();
    expect((await administrator.says('45-у от 29.05.2027')).text).toContain('Не прочитано.');
    const early = await administrator.says('45-у от 29.05.2027; 30.05.2027–26.05.2028');
    expect(early.text).toContain('не раньше 1 июня');
    expect(await enrolments()).toEqual(before);
    expect(await years()).toEqual(['2026/27 open']);
    const done = await administrator.says(ORDER_AND_DAYS);
    expect(done.text).toContain('Год закрыт, классы переведены в 2027/28');
    expect(done.text).toContain('Перенесено предметов: 2.');
    expect(await years()).toEqual(['2026/27 closed', '2027/28 open']);
    const order = '45-у от 29.05.2027';
    const all = await enrolments();
    expect(all.slice(0, 7).every((line) => line.includes(`2027-05-31  ${order}`))).toBe(true);
    expect(all.slice(7)).toEqual(
      [
        '7А 1 Белов 2027-09-01',
        '7А 2 Козлов 2027-09-01',
        '8А 1 Иванов 2027-09-01',
        '8А 2 Орлова 2027-09-01',
        '8А 3 Петрова 2027-09-01',
        '8А 4 Сидоров 2027-09-01',
      ].map((line) => `${line}   `),
    );
    const eight = await world.db.models.SchoolClass.findOne({ where: { grade: 8 } });
    expect(eight?.classTeacherId).toBe(people.classTeacher);
    const copied = await world.db.models.Course.findAll({ where: { classId: eight?.id ?? 0 } });
    expect(copied.map(({ teacherId }) => teacherId)).toEqual([people.teacher, people.teacher]);
    const group = await world.db.models.CoursePupil.findAll({
      where: { courseId: copied.find(({ groupName }) => groupName === '1')?.id ?? 0 },
    });
    expect(group.map(({ pupilId }) => pupilId)).toEqual([pupil.ivanov]);
    expect([courses.algebra, german]).not.toContain(copied[0]?.id);
    const audit = await world.db.select<{ record: string; count: number }>(
      `SELECT record, CAST(COUNT(*) AS INTEGER) AS count FROM change GROUP BY record ORDER BY record`,
    );
    expect(audit).toEqual([
      { record: 'academic_year', count: 2 },
      { record: 'course', count: 2 },
      { record: 'enrolment', count: 13 },
      { record: 'promotion_choice', count: 3 },
      { record: 'school_class', count: 2 },
    ]);
  });

  it('fills the next year where it stands already, and keeps who has a place there', async () => {
    const { db, pupil } = world;
    await db.write(async ({ db: { models }, transaction }) => {
      const days = { startsOn: '2027-09-01', endsOn: '2028-05-26' };
      const next = await models.AcademicYear.create({ name: '2027/28', ...days }, { transaction });
      const klass = { academicYearId: next.id, grade: 8, letter: 'А' };
      const { id: classId } = await models.SchoolClass.create(klass, { transaction });
      const stay = { pupilId: pupil.utkin, classId, number: 1, startsOn: days.startsOn };
      await models.Enrolment.create(stay, { transaction });
    });
    await openYear();
    const asked = await administrator.presses('Закрыть год без предметов');
    expect(asked.text).toContain('Классы переводятся в 2027/28.');
    expect((await administrator.says('45-у от 29.05.2027')).text).toContain(
      'Предметы не переносились.',
    );
    expect(
      (await enrolments()).slice(6).map((line) => line.split(' ').slice(0, 3).join(' ')),
    ).toEqual([
      '8А 1 Уткин',
      '8А 2 Иванов',
      '8А 3 Козлов',
      '8А 4 Орлова',
      '8А 5 Петрова',
      '8А 6 Сидоров',
    ]);
  });

  it('is refused with open terms, and a second time, by a sentence', async () => {
    const close = { yearId, order: '№ 1', next: null, withCourses: false, missing: 99 };
    const run = () => world.as(world.people.administrator, (tx, by) => closeYear(tx, by, close));
    await expect(run()).rejects.toMatchObject({ reason: 'year-days' });
    await openYear();
    await administrator.presses('Закрыть год без предметов');
    await administrator.says(ORDER_AND_DAYS);
    await expect(run()).rejects.toMatchObject({ reason: 'year-closed' });
    const again = await administrator.replays(closeYearPress(yearId, 99, false));
    expect(again.toast).toBe('Учебный год 2026/27 уже закрыт, ничего не изменено.');
    expect(await years()).toEqual(['2026/27 closed', '2027/28 open']);
  });

  it('is dropped by going back: no later text closes it', async () => {
    await openYear();
    await administrator.presses('Закрыть год без предметов');
    await administrator.presses('‹ Назад');
    expect((await administrator.says(ORDER_AND_DAYS)).text).toContain('не распознано');
    expect(await years()).toEqual(['2026/27 open']);
  });

  it('waits for its terms', async () => {
    await world.db.write(({ db: { models }, transaction }) =>
      models.Term.update({ state: 'open' }, { where: { number: 4 }, transaction }),
    );
    const { text, buttons } = await openYear();
    expect(text).toContain('В этом году ещё не закрыто: 1 период.');
    expect(buttons).not.toContain('Закрыть год без предметов');
    const close = { yearId, order: '№ 1', next: null, withCourses: false, missing: 99 };
    await expect(
      world.as(world.people.administrator, (tx, by) => closeYear(tx, by, close)),
    ).rejects.toMatchObject({ reason: 'terms-open' });
  });

  it('is for the administrator alone', async () => {
    const deputy = world.chats('tg:5');
    await deputy.says('/control');
    expect((await deputy.presses('Закрытие периодов')).buttons).not.toContain('Год 2026/27');
    const fate = fatePress({ yearId, classId: 1, pupilId: world.pupil.ivanov }, 'leaves', 0);
    for (const payload of [`year1:${yearId}`, closeYearPress(yearId, 99, false), fate]) {
      expect((await deputy.replays(payload)).toast).toContain('нет права');
    }
    expect(await world.db.models.PromotionChoice.count()).toBe(0);
  });
});
