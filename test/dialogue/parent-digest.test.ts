import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { parseHtml } from '../../bot/sandbox/html.ts';
import { ru } from '../../bot/texts/ru.ts';
import { digestMessage } from '../../bot/views/digest.ts';
import { readDigests } from '../../db/reports/evening-digest.ts';
import { countSelects, type FamilyWorld, openFamilyWorld } from './family-world.ts';

const MONDAY = '2026-10-12';

describe('the evening digest', () => {
  let world: FamilyWorld;

  beforeEach(async () => {
    world = await openFamilyWorld();
    const { make, courses, pupils, classTeacher: author } = world;
    const russian = { course: courses.russian, date: MONDAY, number: 1 };
    await make.aLesson({ ...russian, homework: 'упр. 45' });
    await make.aMark({ ...russian, pupil: pupils.artyom, value: 5, author });
    const algebra = { course: courses.algebra, date: MONDAY, number: 2, author };
    await make.anAbsence({ ...algebra, pupil: pupils.artyom, code: 'ill' });
    await make.aMark({ ...algebra, pupil: pupils.alyona, value: 2, kind: 'test' });
    const group = { date: '2026-10-06', number: 2 };
    await make.aLesson({ ...group, course: courses.english, homework: 'Unit 3' });
    await make.aLesson({ ...group, course: courses.otherEnglish, homework: 'Unit 9' });
  });
  afterEach(() => world.close());

  const textFor = async (personId: number, day = MONDAY) => {
    const digest = (await readDigests(world.db, day)).find((one) => one.personId === personId);
    const message = digest && digestMessage(digest, ru, 'full');
    return message ? parseHtml(message.text).text : null;
  };

  it('tells a child’s marks, absences and homework for the next school day', async () => {
    const { parents } = world;
    expect(await textFor(parents.mother)).toBe(
      [
        'Дневник за 12 октября',
        '',
        'Иванов Артём, 7А',
        'Отметки: Русский язык 5 (ответ)',
        'Пропуски: Алгебра болезнь (б)',
        'Задано на 13 октября, вторник:',
        '• Русский язык: упр. 45',
        '• Английский: Unit 3',
      ].join('\n'),
    );
    const other = await textFor(parents.otherMother);
    expect(other).toContain('Отметки: Алгебра 2 (контрольная)');
    expect(other).toContain('Unit 9');
    expect(other).not.toMatch(/Unit 3|Иванов|болезнь/);
  });

  it('has every child of a family, and every chat', async () => {
    const { make, pupils, db } = world;
    const father = await make.aParent('Отец', { of: [pupils.artyom, pupils.denis], chat: 'tg:5' });
    await db.write(({ transaction, now }) =>
      db.models.ChatLink.create(
        { personId: father, address: 'tg:6', linkedAt: now },
        { transaction },
      ),
    );
    const digest = (await readDigests(db, MONDAY)).find(({ personId }) => personId === father);
    expect(digest?.addresses).toEqual(['tg:5', 'tg:6']);
    const text = await textFor(father);
    expect(text).toContain('Иванов Артём, 7А');
    expect(text).toContain('Козлов Денис, 7А\nЗадано на 13 октября');
  });

  it('goes to nobody without a chat, without consent, or cut off', async () => {
    const { make, pupils, db } = world;
    const of = [pupils.artyom];
    const apart = [
      await make.aParent('Без Чата', { of }),
      await make.aParent('Без Согласия', { of, consent: null, chat: 'tg:5' }),
      await make.aParent('Без Связи', { of, chat: 'tg:6' }),
      await make.aParent('Без Бота', { of, chat: 'tg:7' }),
    ];
    await db.write(async ({ transaction }) => {
      const { Guardianship, ChatLink } = db.models;
      await Guardianship.update(
        { state: 'cut' },
        { where: { personId: apart[2] ?? 0 }, transaction },
      );
      await ChatLink.update({ state: 'blocked' }, { where: { address: 'tg:7' }, transaction });
    });
    const told = (await readDigests(db, MONDAY)).map(({ personId }) => personId);
    expect(told.filter((personId) => apart.includes(personId))).toEqual([]);
    expect(told).toHaveLength(2);
  });

  it('is silent on weekends, in holidays, and when nothing happened', async () => {
    const { make, parents, db } = world;
    expect(await readDigests(db, '2026-10-17')).toEqual([]);
    expect(await readDigests(db, '2026-10-28')).toEqual([]);
    await make.aDayOff('2026-10-14', { name: 'праздник' });
    expect(await readDigests(db, '2026-10-14')).toEqual([]);
    expect(await textFor(parents.mother, '2026-09-15')).toBeNull();
  });

  it('takes six reads, however many parents', async () => {
    const { make, pupils, db } = world;
    for (let index = 0; index < 20; index += 1) {
      await make.aParent(`Родитель ${index}`, { of: [pupils.denis], chat: `tg:8${index}` });
    }
    expect(await countSelects(world, () => readDigests(db, MONDAY))).toBe(6);
  });
});
