import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { closeTermPress, reopenTermPress } from '../../bot/dialogue/closing-presses.ts';
import { editRecord } from '../../db/actions/edit-record.ts';
import { openTermWorld, type TermWorld } from '../term-world.ts';
import type { TestChat } from './chat.ts';

let world: TermWorld;
let deputy: TestChat;
let administrator: TestChat;
beforeEach(async () => {
  world = await openTermWorld();
  // The Monday after the quarter.
  world.clock.advance({ days: 3 });
  deputy = world.chats('tg:5');
  administrator = world.chats('tg:6');
});
afterEach(() => world.close());

const stateOf = async (number: number) =>
  (await world.db.models.Term.findByPk(world.quarter(number)))?.state;
const termChanges = () =>
  world.db.select<{ before: string; after: string; reason: string | null }>(
    `SELECT before, after, reason FROM change WHERE record = 'term' ORDER BY id`,
  );
const openClosing = async (who: TestChat) => {
  await who.says('/control');
  return who.presses('Закрытие периодов');
};
const closeAnyway = async (who: TestChat) => {
  await openClosing(who);
  await who.presses('Закрыть: 1-я четверть');
  await who.presses('Закрыть всё равно');
  return who.presses('Да, закрыть');
};

describe('closing a term', () => {
  it('shows by teacher what is missing, and asks once more', async () => {
    expect((await openClosing(deputy)).text).toBe(
      'Закрытие периодов\n1-я четверть: период открыт, до 25 октября',
    );
    const { text, buttons } = await deputy.presses('Закрыть: 1-я четверть');
    expect(text).toBe(
      [
        'Закрытие периодов: 1-я четверть',
        'Не хватает: уроков без темы или переклички 7, итогов 6, долгов 1.',
        'Не утверждены отчёты: учителей 1, классов 1, по школе.',
        '',
        'Королёв П. И.',
        '7А Алгебра: уроков без темы или переклички 7, итогов 6, долгов 1',
      ].join('\n'),
    );
    expect(buttons).toEqual(['Закрыть всё равно', '‹ Назад']);
    expect((await deputy.presses('Закрыть всё равно')).text).toContain('закрыть период неполным?');
    expect(await stateOf(1)).toBe('open');
    const closed = await deputy.presses('Да, закрыть');
    expect(closed.toast).toBe('Период закрыт');
    expect(closed.text).toContain('1-я четверть: период закрыт');
    expect(deputy.messages()).toHaveLength(1);
    expect(await stateOf(1)).toBe('closed');
    expect(await termChanges()).toEqual([
      { before: '{"state":"open"}', after: '{"state":"closed","missing":14}', reason: null },
    ]);
  });

  it('is one tap where nothing is missing', async () => {
    const { db } = world;
    await db.write(async ({ db: { models }, transaction, now }) => {
      await models.Lesson.update({ topic: 'Дроби', attendanceAt: now }, { where: {}, transaction });
      await models.Mark.update({ value: 3 }, { where: { value: null }, transaction });
      const pupils = await models.Pupil.findAll({ transaction });
      const given = { courseId: world.courses.algebra, termId: world.quarter(1) };
      const by = { authorId: world.people.teacher, value: '4' as const };
      const rows = pupils.map(({ id }) => ({ ...given, ...by, pupilId: id }));
      await models.TermMark.bulkCreate(rows, { transaction });
    });
    await openClosing(deputy);
    expect((await deputy.presses('Закрыть: 1-я')).text).toContain('Всё заполнено.');
    expect((await deputy.presses('Закрыть')).toast).toBe('Период закрыт');
    expect(await stateOf(1)).toBe('closed');
  });

  it('tells of reports nobody has approved, and not of those that are', async () => {
    const { db } = world;
    const [year] = await db.models.AcademicYear.findAll();
    await db.write(({ db: { models }, transaction, now }) =>
      models.Report.bulkCreate(
        (['teacher', 'school'] as const).map((kind) => ({
          kind,
          teacherId: kind === 'teacher' ? world.people.teacher : null,
          academicYearId: year?.id ?? 0,
          termId: world.quarter(1),
          data: '{}',
          ...(kind === 'school' ? { state: 'draft' as const } : { state: 'approved' as const }),
          madeAt: now,
        })),
        { transaction },
      ),
    );
    await openClosing(deputy);
    const { text } = await deputy.presses('Закрыть: 1-я');
    expect(text).toContain('Не утверждены отчёты: классов 1, по школе.');
  });

  it('is refused by a sentence before its last day, and a second time', async () => {
    world.clock.advance({ days: -3 });
    await openClosing(deputy);
    const { text, buttons } = await deputy.presses('Закрыть: 1-я');
    expect(text).toContain('Учебный период идёт до 25 октября.');
    expect(buttons).toEqual(['‹ Назад']);
    const payload = closeTermPress(world.quarter(1), 99);
    expect((await deputy.replays(payload)).toast).toContain('идёт до 25 октября');
    expect(await stateOf(1)).toBe('open');
    world.clock.advance({ days: 2 });
    await deputy.replays(payload);
    expect((await deputy.replays(payload)).toast).toBe('Этот учебный период уже закрыт.');
    expect(await termChanges()).toHaveLength(1);
  });

  it('shows anew what is missing where it has become more', async () => {
    const { toast } = await deputy.replays(closeTermPress(world.quarter(1), 13));
    expect(toast).toContain('Запись уже изменилась');
    expect(await stateOf(1)).toBe('open');
  });

  it('names a course without a teacher, and asks nothing of a class without pupils', async () => {
    const { make } = world;
    const music = await make.aCourse({ class: '8Б', subject: 'Физика' });
    await make.aLesson({ course: music, date: '2026-09-08' });
    await openClosing(deputy);
    expect((await deputy.presses('Закрыть: 1-я')).text).toContain(
      'Без учителя\n8Б Физика: уроков без темы или переклички 1',
    );
  });

  it('is for deputy heads and administrators alone', async () => {
    const teacher = world.chats('tg:1');
    await teacher.says('/lesson');
    const payload = closeTermPress(world.quarter(1), 99);
    expect((await teacher.replays(payload)).toast).toContain('нет права');
    expect((await teacher.replays('close1')).toast).toContain('нет права');
    expect((await deputy.replays(closeTermPress(9999, 0))).toast).toContain('Такой записи нет');
    expect(await stateOf(1)).toBe('open');
  });
});

describe('a closed term', () => {
  it('is opened again by the administrator, with a reason', async () => {
    await closeAnyway(deputy);
    expect(
      deputy
        .screen()
        .buttons.flat()
        .map(({ text }) => text),
    ).toEqual(['‹ Контроль']);
    expect((await deputy.replays(reopenTermPress(world.quarter(1)))).toast).toContain('нет права');
    await openClosing(administrator);
    const asked = await administrator.presses('Открыть снова: 1-я четверть');
    expect(asked.text).toContain('Правка вносится только с причиной');
    await administrator.says('Болел учитель');
    expect(await stateOf(1)).toBe('open');
    expect((await termChanges()).at(-1)).toMatchObject({
      after: '{"state":"open"}',
      reason: 'Болел учитель',
    });
    const again = await administrator.replays(reopenTermPress(world.quarter(1)));
    expect(again.toast).toContain('открывать его не нужно');
  });

  it('has its days changed by nobody', async () => {
    await closeAnyway(deputy);
    const edit = { model: 'Term' as const, id: world.quarter(1), values: { endsOn: '2026-10-20' } };
    await expect(
      world.as(world.people.administrator, (tx, by) => editRecord(tx, by, edit)),
    ).rejects.toMatchObject({ reason: 'term-closed' });
  });
});

describe('the terms of a year', () => {
  it.each([
    ['overlap in the same grades', { startsOn: '2026-10-25' }, 'terms-overlap'],
    ['lie outside the year', { endsOn: '2027-06-02' }, 'term-outside-year'],
  ])('are refused where they %s', async (_, values, reason) => {
    const edit = { model: 'Term' as const, id: world.quarter(2), values };
    await expect(
      world.as(world.people.administrator, (tx, by) => editRecord(tx, by, edit)),
    ).rejects.toMatchObject({ reason });
    const { startsOn } = (await world.db.models.Term.findByPk(world.quarter(2))) ?? {};
    expect(startsOn).toBe('2026-11-02');
  });

  it('may overlap where the grades differ, and years may not overlap at all', async () => {
    const year = await world.db.models.AcademicYear.findOne();
    const half = { kind: 'half_year', number: 1, startsOn: '2026-09-01', endsOn: '2026-12-29' };
    const values = { academicYearId: year?.id ?? 0, ...half, minGrade: 10, maxGrade: 11 };
    const make = (model: 'Term' | 'AcademicYear', fields: Record<string, string | number>) =>
      world.as(world.people.administrator, (tx, by) =>
        editRecord(tx, by, { model, id: null, values: fields }),
      );
    await expect(make('Term', values)).rejects.toMatchObject({ reason: 'terms-overlap' });
    for (const number of [1, 2, 3, 4]) {
      const edit = { model: 'Term' as const, id: world.quarter(number), values: { maxGrade: 9 } };
      await world.as(world.people.administrator, (tx, by) => editRecord(tx, by, edit));
    }
    await expect(make('Term', values)).resolves.toBeTypeOf('number');
    const next = { name: '2027/28', startsOn: '2027-05-31', endsOn: '2028-05-31' };
    await expect(make('AcademicYear', next)).rejects.toMatchObject({ reason: 'years-overlap' });
  });
});
