import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { chatsOf } from './chat.ts';
import { countSelects, type FamilyWorld, openFamilyWorld } from './family-world.ts';
import { aPastYear, aTermMark } from './past-year.ts';

let world: FamilyWorld;
let past: Awaited<ReturnType<typeof aPastYear>>;
let eleventh: number;

beforeAll(async () => {
  world = await openFamilyWorld();
  const { db, make, courses, pupils, classTeacher: author } = world;
  const terms = await db.select<{ id: number }>('SELECT id FROM term ORDER BY starts_on');
  const [first = null, second = null] = terms.map(({ id }) => id);
  const give = (pupil: number, course: number, term: number | null, value: string) =>
    aTermMark(db, { pupil, course, term, value, author });
  await give(pupils.artyom, courses.algebra, first, '5');
  await give(pupils.artyom, courses.algebra, second, '4');
  await give(pupils.artyom, courses.russian, first, 'na');
  await give(pupils.artyom, courses.english, first, 'exempt');
  await give(pupils.alyona, courses.algebra, first, '2');
  const music = await make.aCourse({ subject: 'Музыка', teacher: author, markFree: true });
  await give(pupils.artyom, music, first, 'pass');
  await db.write(({ db: { models }, transaction }) =>
    models.TermMark.update(
      { state: 'cancelled' },
      { where: { pupilId: pupils.artyom, termId: second }, transaction },
    ),
  );
  eleventh = await make.aPupil('Старший Олег', { class: '11А' });
  await make.aParent('Старшая Анна', { of: [eleventh, pupils.denis], chat: 'tg:7' });
  past = await aPastYear(db, {
    grade: 10,
    pupils: [eleventh],
    subject: 'Основы безопасности и защиты Родины',
  });
  await give(eleventh, past.courseId, past.termIds[0] ?? 0, '4');
  await give(eleventh, past.courseId, past.termIds[1] ?? 0, '5');
  await give(eleventh, past.courseId, null, '5');
});
afterAll(() => world.close());

describe('the term marks of a child', () => {
  it('stand as on the last page of a diary, н/а and осв explained, a cancelled one gone', async () => {
    const { text, buttons } = await world.chat('tg:2').says('/term');
    expect(text).toBe(
      [
        'Иванов Артём, 7А',
        'Итоговые отметки, 2026/27',
        '',
        '                 I  II III  IV год',
        'Алгебра          5',
        'Английский     осв',
        'Музыка         зач',
        'Русский язык   н/а',
        'По четвертям и за год.',
        'н/а — не аттестован(а), осв — освобождение, зач — зачёт',
      ].join('\n'),
    );
    expect(buttons).toEqual(['Отметки', '‹ Обзор']);
    for (const line of text.split('\n').slice(3, 8)) {
      expect(line.length).toBeLessThanOrEqual(34);
    }
  });

  it('of a past year are by half-years in grade 10, with the year', async () => {
    const chat = world.chat('tg:7');
    await chat.says('/term');
    await chat.presses('Олег С.');
    const { text } = await chat.presses('2025/26');
    expect(text).toContain('Старший Олег, 10А\nИтоговые отметки, 2025/26');
    expect(text).toContain('                       I  II год\nОсновы безопасности…   4   5   5');
    expect(text).toContain('По полугодиям и за год.');
    const marks = await chat.presses('Отметки');
    expect(marks.text).toContain('2-е полугодие 2025/26');
    expect(marks.buttons).toContain('1-е полугодие');
  });

  it('are said to be none where nothing is decided', async () => {
    const { text } = await world.chat('tg:7').replays(`cterm1:${world.pupils.denis}`);
    expect(text).toContain(
      'Козлов Денис, 7А\nИтоговые отметки, 2026/27\n\nИтоговых отметок пока нет.',
    );
  });

  it('are none in grade 1', async () => {
    const { make, chat } = world;
    const little = await make.aPupil('Малышев Петя', { class: '1А' });
    await make.aParent('Малышева Ольга', { of: [little], chat: 'tg:6' });
    const { text } = await chat('tg:6').says('/term');
    expect(text).toContain('В первом классе отметки не ставят');
  });

  it('are refused of another child, and name nobody more fully than allowed', async () => {
    const { alyona, artyom } = world.pupils;
    expect((await world.chat('tg:2').replays(`cterm1:${alyona}`)).toast).toContain('нет права');
    const foreignYear = await world.chat('tg:2').replays(`cterm1:${artyom}:${past.yearId}`);
    expect(foreignYear.text).toContain('Иванов Артём, 7А\nИтоговые отметки, 2026/27');
    const { text } = await chatsOf(world.db, { names: 'none' })('tg:2').says('итоги');
    expect(text).toMatch(/^А\. И\., 7А/);
  });

  it('take three reads besides finding out who asks', async () => {
    expect(await countSelects(world, () => world.chat('tg:2').says('/term'))).toBe(4);
  });
});
