import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { SYSTEM_ACTOR } from '../../db/actions/by.ts';
import { mergePeople } from '../../db/actions/merge-people.ts';
import { noteViews } from '../../db/actions/note-views.ts';
import { countStatements } from '../statements.ts';
import { type FamilyWorld, openFamilyWorld } from './family-world.ts';

let world: FamilyWorld;
beforeEach(async () => {
  world = await openFamilyWorld();
});
afterEach(() => world.close());

const log = () =>
  world.db.select<{ who: string; child: string; what: string; date: string; count: number }>(
    `SELECT p.last_name AS who, u.first_name AS child, v.side || ' ' || v.screen AS what, v.date,
            v.count
       FROM view_event v JOIN person p ON p.id = v.person_id JOIN pupil u ON u.id = v.pupil_id
      ORDER BY v.id`,
  );

describe('the log of who looked at a child', () => {
  it('has a row a person, child, screen and day, with how often', async () => {
    const mother = world.chat('tg:2');
    await mother.says('/diary');
    await mother.presses('Неделя');
    await mother.presses('Отметки');
    world.clock.advance({ days: 1 });
    await mother.says('/diary');
    const of = { who: 'Иванова', child: 'Артём' };
    expect(await log()).toEqual([
      { ...of, what: 'family diary', date: '2026-10-12', count: 2 },
      { ...of, what: 'family marks', date: '2026-10-12', count: 1 },
      { ...of, what: 'family diary', date: '2026-10-13', count: 1 },
    ]);
    const [row] = await world.db.models.ViewEvent.findAll({ order: ['id'] });
    expect(row && row.lastAt >= row.firstAt).toBe(true);
  });

  it('notes a look of the school, of one child alone', async () => {
    const { artyom } = world.pupils;
    const teacher = world.chat('tg:10');
    await teacher.says('/class');
    expect(await log()).toEqual([]);
    const [klass] = await world.db.select<{ id: number }>('SELECT id FROM school_class');
    await teacher.replays(`clspupil1:${klass?.id}:${artyom}`);
    await teacher.replays(`wthread1:${klass?.id}:${artyom}:0`);
    await teacher.replays(`bpupil1:${klass?.id}:${artyom}:0`);
    expect((await log()).map(({ who, what }) => `${who} ${what}`)).toEqual([
      'Соколова school card',
      'Соколова school letters',
      'Соколова school behaviour',
    ]);
  });

  it('notes nothing of what was refused, asked or shown to nobody', async () => {
    const { alyona, denis } = world.pupils;
    const mother = world.chat('tg:2');
    await mother.replays(`diary1:${alyona}`);
    await world.make.aParent('Козлова Ольга', { of: [denis], chat: 'tg:6', consent: null });
    await world.chat('tg:6').says('/diary');
    await mother.says('/help');
    expect(await log()).toEqual([]);
  });

  it('costs one statement more, and nothing where no child is shown', async () => {
    const { db } = world;
    const mother = world.chat('tg:2');
    await mother.says('/marks');
    const first = await countStatements(db, () => mother.says('/marks'));
    await db.write((tx) => tx.run('DELETE FROM view_event', {}));
    const noted = await countStatements(db, () => mother.says('/marks'));
    expect(noted).toBe(first);
    const many = Array.from({ length: 40 }, (_, index) => ({
      personId: world.parents.mother,
      pupilId: index % 2 === 0 ? world.pupils.artyom : world.pupils.denis,
      ...({ side: 'family', screen: 'diary' } as const),
    }));
    const one = await countStatements(db, () => db.write((tx) => noteViews(tx, many)));
    const none = await countStatements(db, () => db.write((tx) => noteViews(tx, [])));
    expect(one - none).toBe(1);
    expect((await log()).map(({ what, count }) => [what, count])).toEqual([
      ['family marks', 1],
      ['family diary', 20],
      ['family diary', 20],
    ]);
  });

  it('goes along when a parent turns out to be a member of staff', async () => {
    const { db, make, parents, pupils } = world;
    await world.chat('tg:2').says('/diary');
    const teacher = await make.aTeacher('Иванова Мария Львовна');
    const diary = { pupilId: pupils.artyom, side: 'family', screen: 'marks' } as const;
    await db.write(async (tx) => {
      await noteViews(tx, [
        { ...diary, personId: teacher },
        { ...diary, personId: parents.mother },
      ]);
      const { transaction } = tx;
      await db.models.ChatLink.update(
        { personId: teacher },
        { where: { address: 'tg:2' }, transaction },
      );
      const by = { actor: SYSTEM_ACTOR, door: 'job', operation: 'test' } as const;
      await mergePeople(tx, by, { from: parents.mother, into: teacher });
    });
    const rows = await db.models.ViewEvent.findAll({ where: { personId: teacher } });
    expect(rows.map(({ screen }) => screen).sort()).toEqual(['diary', 'marks']);
  });
});

describe('a parent', () => {
  it('sees who of the school looked, by name and post, and of the other parent only that', async () => {
    const { make, pupils } = world;
    await make.aParent('Иванов Игорь', { of: [pupils.artyom], chat: 'tg:7' });
    await make.aPerson('Зимина Вера Петровна', { chat: 'tg:5', roles: ['deputy_head', 'teacher'] });
    await world.chat('tg:7').says('/marks');
    const [klass] = await world.db.select<{ id: number }>('SELECT id FROM school_class');
    await world.chat('tg:5').replays(`clspupil1:${klass?.id}:${pupils.artyom}`);
    await world.chat('tg:5').replays(`clspupil1:${klass?.id}:${pupils.artyom}`);
    await world.chat('tg:10').replays(`clspupil1:${klass?.id}:${pupils.artyom}`);
    const mother = world.chat('tg:2');
    await mother.says('/diary');
    await mother.says('/privacy');
    await mother.presses('О ребёнке');
    const seen = await mother.presses('Кто смотрел');
    expect(seen.text.split('\n').slice(2)).toEqual([
      '',
      '12 октября',
      'Зимина Вера Петровна, завуч: карточка, 2 раза',
      'Соколова Вера Ивановна, классный руководитель: карточка, 1 раз',
      'Родитель: отметки, 1 раз',
      'Вы: дневник, 1 раз',
    ]);
    expect((await mother.presses('‹ Назад')).buttons).toContain('Кто смотрел');
    const foreign = await world.chat('tg:3').replays(`privv1:${pupils.artyom}`);
    expect(foreign.toast).toContain('нет права');
  });
});
