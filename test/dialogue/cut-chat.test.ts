import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { verifyChain } from '../../db/reports/verify-chain.ts';
import { countSelects, type FamilyWorld, openFamilyWorld } from './family-world.ts';

describe('a linked chat', () => {
  let world: FamilyWorld;

  beforeEach(async () => {
    world = await openFamilyWorld();
  });
  afterEach(() => world.close());

  const secondPhone = (address: string, personId: number) =>
    world.db.write(({ transaction, now }) =>
      world.db.models.ChatLink.create({ personId, address, linkedAt: now }, { transaction }),
    );
  const stateOf = async (address: string) =>
    (await world.db.models.ChatLink.findOne({ where: { address } }))?.state;
  const told = async (address: string) => {
    const rows = await world.db.models.OutboxMessage.findAll({
      where: { chat: address, lane: 1 },
      order: ['id'],
    });
    return rows.map(({ payload }) => payload).join('\n');
  };

  it('is cut off by the class teacher in two taps, and the family is told', async () => {
    const { chat, make, pupils, db } = world;
    await make.aParent('Иванов Пётр', { of: [pupils.artyom], chat: 'tg:5' });
    const teacher = chat('tg:10');
    await teacher.says('/invite Иванов');
    await teacher.presses('✓ Иванов А.');
    expect(teacher.screen().text).toContain('Чат: Иванова Мария, с 12 октября');
    const asked = await teacher.presses('Отключить: Иванова Мария');
    expect(asked.text).toContain('Отключить чат: Иванова Мария');
    const done = await teacher.presses('Да, отключить');
    expect(done.toast).toBe('Чат отключён.');
    expect(done.text).not.toContain('Чат: Иванова');
    expect(await stateOf('tg:2')).toBe('cut');
    expect((await chat('tg:2').says('/diary')).text).toContain('не подключён');
    expect(await told('tg:2')).toContain('Этот чат отключён от журнала');
    expect(await told('tg:5')).toContain('отключила от дневника один из чатов: Артём И., 7А');
    expect(await told('tg:3')).toBe('');
    expect((await verifyChain(db)).brokenAt).toBeNull();
    const audit = JSON.stringify(await db.models.Change.findAll());
    expect(audit).toContain('"record":"chat_link"');
  });

  it('gets nothing any more that waited for it', async () => {
    const { chat, db } = world;
    await db.write(({ transaction, now }) =>
      db.models.OutboxMessage.create(
        {
          dedupeKey: 'notice',
          chat: 'tg:2',
          lane: 2,
          payload: '{"text":"отметка"}',
          notBefore: now,
          createdAt: now,
        },
        { transaction },
      ),
    );
    const teacher = chat('tg:10');
    await teacher.says('/invite Иванов');
    await teacher.presses('✓ Иванов А.');
    await teacher.presses('Отключить: Иванова Мария');
    await teacher.presses('Да, отключить');
    const notice = await db.models.OutboxMessage.findOne({ where: { dedupeKey: 'notice' } });
    expect(notice?.state).toBe('dead');
  });

  it('is seen and cut off by its own parent, here or elsewhere', async () => {
    const { chat, parents } = world;
    await secondPhone('tg:22', parents.mother);
    const mother = chat('tg:2');
    await mother.says('/me');
    const list = await mother.presses('Мои подключения');
    expect(list.text).toContain('Этот чат, с 12 октября');
    expect(list.text).toContain('Другой чат, с 12 октября');
    await mother.presses('Отключить: Другой чат');
    const done = await mother.presses('Да, отключить');
    expect(done.text).not.toContain('Другой чат');
    expect(await stateOf('tg:22')).toBe('cut');
    expect(await told('tg:22')).toContain('Этот чат отключён');

    await mother.presses('Отключить: Этот чат');
    const gone = await mother.presses('Да, отключить');
    expect(gone.text).toContain('Этот чат отключён от журнала');
    expect(mother.menu().map(({ command }) => command)).not.toContain('diary');
    expect((await mother.says('/me')).text).toContain('не подключён к журналу');
    expect(await told('tg:2')).toBe('');
  });

  it('is cut off by nobody else, whatever they send', async () => {
    const { chat, make, pupils, db } = world;
    const other = await make.aTeacher('Королёв Пётр', { chat: 'tg:11' });
    await make.aClass('8Б', { teacher: other });
    const links = await db.models.ChatLink.findAll();
    const classId = await make.aClass('7А');
    for (const { id } of links) {
      for (const address of ['tg:3', 'tg:11', 'tg:999']) {
        const own = links.find((link) => link.id === id)?.address === address;
        await chat(address).replays(`ifcutyes1:${classId}:${pupils.artyom}:${id}`);
        if (!own) {
          await chat(address).replays(`linkcutyes1:${id}`);
        }
      }
    }
    // A colleague's chat is the administrator's, though their child is in the class.
    const colleague = await make.aTeacher('Белова Анна', { chat: 'tg:12' });
    await db.write(({ transaction, now }) =>
      db.models.Guardianship.create(
        { personId: colleague, pupilId: pupils.artyom, createdAt: now },
        { transaction },
      ),
    );
    const hers = await db.models.ChatLink.findOne({ where: { personId: colleague } });
    const teacher = chat('tg:10');
    const heard = await teacher.replays(`ifcutyes1:${classId}:${pupils.artyom}:${hers?.id}`);
    expect(heard.toast).toContain('нет права');
    // Whoever led the class before has lost it all.
    await teacher.says('/invite Иванов');
    await teacher.presses('✓ Иванов А.');
    await teacher.presses('Отключить: Иванова Мария');
    await make.aClass('7А', { teacher: other });
    expect((await teacher.presses('Да, отключить')).toast).toContain('нет права');
    expect(await db.models.ChatLink.count({ where: { state: 'cut' } })).toBe(0);
  });

  it('of staff is cut off by the administrator, who also takes a code back', async () => {
    const { chat, make } = world;
    await make.aPerson('Орлов Олег Олегович', { roles: ['administrator'], chat: 'tg:20' });
    await make.aTeacher('Белова Анна Львовна');
    const administrator = chat('tg:20');
    await administrator.says('/invite Соколова');
    await administrator.presses('✓ Соколова');
    await administrator.presses('Отключить: чат с 12 октября');
    const done = await administrator.presses('Да, отключить');
    expect(done.toast).toBe('Чат отключён.');
    expect(await stateOf('tg:10')).toBe('cut');
    expect(await told('tg:10')).toContain('Этот чат отключён');

    await administrator.says('/invite Белова');
    await administrator.presses('+ Белова');
    await administrator.says('/invite Белова');
    await administrator.presses('… Белова');
    expect((await administrator.presses('Отозвать код')).text).toContain('Код отозван');
  });

  it('stands on a screen that three questions read', async () => {
    const teacher = world.chat('tg:10');
    await teacher.says('/invite Иванов');
    const count = await countSelects(world, () => teacher.presses('✓ Иванов А.'));
    expect(count).toBeLessThanOrEqual(3);
  });
});
