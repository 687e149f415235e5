import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { verifyChain } from '../../db/reports/verify-chain.ts';
import { type FamilyWorld, openFamilyWorld } from './family-world.ts';

describe('who comes into a class and leaves it', () => {
  let world: FamilyWorld;
  let colleague: number;

  beforeEach(async () => {
    world = await openFamilyWorld();
    const { make } = world;
    colleague = await make.aTeacher('Королёв Пётр', { chat: 'tg:11' });
    await make.aClass('7Б', { teacher: colleague });
  });
  afterEach(() => world.close());

  async function openCard(number: string) {
    const teacher = world.chat('tg:10');
    await teacher.says('/class');
    await teacher.presses('Список');
    await teacher.presses(number);
    return teacher;
  }
  const stays = async (pupilId: number) =>
    (await world.db.models.Enrolment.findAll({ where: { pupilId }, order: ['startsOn'] })).map(
      ({ classId, number, startsOn, endsOn, orderIn, orderOut }) => ({
        classId,
        number,
        startsOn,
        endsOn,
        orderIn,
        orderOut,
      }),
    );

  it('moves a pupil by an order, keeps the old stay and tells the other class teacher', async () => {
    const { make, chat, db, pupils, courses, classTeacher: author } = world;
    await make.aPupil('Орлова Ольга', { class: '7Б' });
    const at = { course: courses.algebra, date: '2026-10-12', author };
    await make.aMark({ ...at, pupil: pupils.artyom, value: 5 });
    const teacher = await openCard('1');
    await teacher.presses('Перевести');
    expect((await teacher.presses('7Б')).text).toContain('Перевод: Иванов А., 7А → 7Б');
    expect((await teacher.says('завтра')).text).toContain('не распознаны, ничего не записано');
    await teacher.says('15 от 09.10.2026 с 14.10.2026');
    const old = teacher.payload('Записать');
    const card = await teacher.says('15-у от 09.10.2026 с 15.10.2026');
    expect(card.text).toContain('Первый день в 7Б: 15 октября.\nПриказ 15-у от 09.10.2026.');
    expect((await stays(pupils.artyom)).length).toBe(1);
    expect((await teacher.replays(old)).toast).toContain('устарела');

    const done = await teacher.presses('Записать');
    expect(done.toast).toBe('Записано.');
    expect(done.text).toContain('− 14.10 Иванов А. в 7Б, приказ 15-у от 09.10.2026');
    const order = '15-у от 09.10.2026';
    expect(await stays(pupils.artyom)).toEqual([
      {
        classId: await make.aClass('7А'),
        number: 1,
        startsOn: '2026-09-01',
        endsOn: '2026-10-14',
        orderIn: null,
        orderOut: order,
      },
      {
        classId: await make.aClass('7Б'),
        number: 2,
        startsOn: '2026-10-15',
        endsOn: null,
        orderIn: order,
        orderOut: null,
      },
    ]);
    const [told] = await db.models.OutboxMessage.findAll({ where: { chat: 'tg:11', lane: 1 } });
    expect(told?.payload).toContain('В Ваш класс 7Б с 15 октября переведён ученик: Иванов А.');
    expect(await db.models.Mark.count()).toBe(1);
    expect((await verifyChain(db)).brokenAt).toBeNull();
    const audit = JSON.stringify(
      await db.models.Change.findAll({ where: { record: 'enrolment' } }),
    );
    expect(audit.match(/15-у от 09\.10\.2026/g)).toHaveLength(2);
    const other = chat('tg:11');
    await other.says('/class');
    expect((await other.presses('Движение')).text).toContain(
      '+ 15.10 Иванов А. из 7А, приказ 15-у',
    );
    expect((await teacher.replays(old)).toast).toContain('устарела');
  });

  it('refuses a day that the journal of the old class has passed, and can be put right', async () => {
    const { make, pupils, courses, classTeacher: author } = world;
    const at = { course: courses.algebra, date: '2026-10-12', author };
    await make.aMark({ ...at, pupil: pupils.artyom, value: 5 });
    const teacher = await openCard('1');
    await teacher.presses('Перевести');
    await teacher.presses('7Б');
    await teacher.says('15 от 05.10.2026');
    expect((await teacher.presses('Записать')).toast).toContain('Укажите день с 13 октября');
    expect(await stays(pupils.artyom)).toHaveLength(1);
    await teacher.says('15 от 05.10.2026 с 13.10.2026');
    expect((await teacher.presses('Записать')).toast).toBe('Записано.');
    expect(await stays(pupils.artyom)).toHaveLength(2);
  });

  it('records a departure, and who comes back keeps the own history', async () => {
    const { chat, db, pupils } = world;
    const teacher = await openCard('3');
    await teacher.presses('Выбытие');
    await teacher.says('16 от 10.10.2026');
    expect(teacher.screen().text).toContain('Последний день в классе: 10 октября');
    expect((await teacher.presses('Записать')).text).toContain('− 10.10 Козлов Д., приказ 16');
    expect((await chat('tg:10').says('/class')).buttons).not.toContain('3');
    expect((await stays(pupils.denis))[0]).toMatchObject({
      endsOn: '2026-10-10',
      orderOut: '16 от 10.10.2026',
    });

    await teacher.presses('Записать прибытие');
    await teacher.says('Козлов Денис Олегович, 20 от 12.10.2026');
    await teacher.presses('Вернулся: Козлов Денис Олегович, 7А до 10.10');
    expect(await stays(pupils.denis)).toMatchObject([
      { startsOn: '2026-09-01', endsOn: '2026-10-10' },
      { startsOn: '2026-10-12', endsOn: null, orderIn: '20 от 12.10.2026' },
    ]);
    expect(await db.models.Pupil.count()).toBe(3);
  });

  it('records an arrival of somebody new, once', async () => {
    const { db } = world;
    const teacher = world.chat('tg:10');
    await teacher.says('/class');
    await teacher.presses('Движение');
    await teacher.presses('Записать прибытие');
    expect((await teacher.says('Новиков, 20 от 12.10.2026')).text).toContain('имя не распознаны');
    await teacher.says('Новиков Лев Ильич, 20 от 12.10.2026');
    const yes = teacher.payload('Записать');
    expect((await teacher.replays(yes)).text).toContain('+ 12.10 Новиков Л., приказ 20');
    expect((await teacher.replays(yes)).toast).toContain('устарела');
    const pupil = await db.models.Pupil.findOne({ where: { lastName: 'Новиков' } });
    expect(await stays(pupil?.id ?? 0)).toMatchObject([{ number: 4, startsOn: '2026-10-12' }]);
    expect(await db.models.Pupil.count()).toBe(4);
  });

  it('is the class teacher’s own and the administrator’s, to the very last tap', async () => {
    const { make, chat, pupils, db } = world;
    await make.aPerson('Завуч Зоя', { roles: ['deputy_head'], chat: 'tg:20' });
    await make.aPerson('Орлов Олег', { roles: ['administrator'], chat: 'tg:21' });
    const [classId, other] = [await make.aClass('7А'), await make.aClass('7Б')];
    for (const address of ['tg:11', 'tg:2', 'tg:20', 'tg:999']) {
      for (const payload of [
        `clswhere1:${classId}:${pupils.artyom}`,
        `clsmove1:${classId}:${pupils.artyom}:${other}`,
        `clsleave1:${classId}:${pupils.artyom}`,
        `clsarrive1:${classId}`,
      ]) {
        expect((await chat(address).replays(payload)).toast).toContain('нет права');
      }
    }
    const teacher = await openCard('1');
    await teacher.presses('Выбытие');
    await teacher.says('16 от 12.10.2026');
    await make.aClass('7А', { teacher: colleague });
    expect((await teacher.presses('Записать')).toast).toContain('нет права');
    expect(await db.models.Enrolment.count({ where: { endsOn: null } })).toBe(3);

    const administrator = chat('tg:21');
    await administrator.says('/class 7А');
    await administrator.presses('Список');
    await administrator.presses('1');
    await administrator.presses('Выбытие');
    await administrator.says('16 от 12.10.2026');
    await administrator.presses('Записать');
    expect(await db.models.Enrolment.count({ where: { endsOn: null } })).toBe(2);
  });

  it('is dropped without a trace', async () => {
    const teacher = await openCard('1');
    await teacher.presses('Выбытие');
    await teacher.says('16 от 12.10.2026');
    const yes = teacher.payload('Записать');
    expect((await teacher.presses('Не записывать')).text).toBe('Ничего не записано.');
    expect((await teacher.replays(yes)).toast).toContain('устарела');
    expect(await world.db.models.Enrolment.count({ where: { endsOn: null } })).toBe(3);
  });
});
