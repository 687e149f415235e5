import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { imageSize } from '../../bot/sandbox/image-size.ts';
import { pngOf } from '../../bot/views/pictures/png.ts';
import { chatsOf } from './chat.ts';
import { countSelects, type FamilyWorld, openFamilyWorld } from './family-world.ts';
import { aPastYear } from './past-year.ts';

let world: FamilyWorld;
let past: Awaited<ReturnType<typeof aPastYear>>;
let foreignSubject: number;

beforeAll(async () => {
  world = await openFamilyWorld();
  const { db, make, courses, pupils, classTeacher: author } = world;
  const give = (course: number, date: string, value: number | null, more = {}) =>
    make.aMark({ course, date, number: 2, author, pupil: pupils.artyom, value, ...more });
  await give(courses.algebra, '2026-09-07', 5, { comment: 'решал <у доски>' });
  await give(courses.algebra, '2026-09-09', 4, { kind: 'test', weight: 2 });
  await give(courses.algebra, '2026-10-05', 3);
  await give(courses.algebra, '2026-10-07', null);
  await give(courses.russian, '2026-09-08', 3);
  await give(courses.russian, '2026-10-06', 4);
  const absence = { course: courses.algebra, number: 2, date: '2026-09-14', author };
  await make.anAbsence({ ...absence, pupil: pupils.artyom, code: 'ill' });
  const chinese = await make.aCourse({
    subject: 'Китайский',
    teacher: author,
    group: { name: '1', pupils: [pupils.alyona] },
  });
  await make.aMark({
    course: chinese,
    date: '2026-10-12',
    author,
    pupil: pupils.alyona,
    value: 3,
  });
  foreignSubject = (await db.models.Subject.findOne({ where: { name: 'Китайский' } }))?.id ?? 0;
  past = await aPastYear(db, { grade: 6, pupils: [pupils.artyom] });
  await give(past.courseId, '2025-09-10', 2);
  await give(past.courseId, '2025-11-12', 5);
  for (let day = 1; day <= 20; day += 1) {
    await give(past.courseId, `2026-04-${String(day).padStart(2, '0')}`, 4);
  }
});
afterAll(() => world.close());

const mother = () => world.chat('tg:2');

describe('one subject', () => {
  it('shows every mark with its kind, weight, comment and the mean of that day', async () => {
    const chat = mother();
    expect((await chat.says('/marks')).text).toContain('Алгебра       4,00↓ 5 4 б 3 долг');
    const { text, buttons } = await chat.presses('Алгебра');
    expect(text).toBe(
      [
        'Иванов Артём, 7А',
        'Алгебра, 1-я четверть',
        '',
        'Средняя 4,00 (3 отметки)',
        '↓ Две недели назад была 4,33.',
        'На «4» средней хватает.',
        'До «5»: ещё 4 пятёрки за ответы или 2 за контрольные.',
        '',
        '07.09  5, ответ → 5,00',
        'решал <у доски>',
        '09.09  4, контрольная, вес 2 → 4,33',
        '05.10  3, ответ → 4,00',
        '07.10  долг, ответ',
        '',
        'После стрелки — средняя на тот день.',
        'Пропуски: болезнь 1',
      ].join('\n'),
    );
    expect(buttons).toEqual(['График', '‹ Отметки']);
    await chat.presses('‹ Отметки');
    expect((await chat.presses('Русский язык')).text).toContain('↑ Две недели назад была 3,00.');
    expect(chat.messages()).toHaveLength(1);
  });

  it('is drawn on request, beneath the screen', async () => {
    const chat = mother();
    await chat.says('/marks');
    await chat.presses('Алгебра');
    const { text } = await chat.presses('График');
    expect(text).toBe('Иванов Артём, 7А\nАлгебра, 1-я четверть');
    const { file } = chat.screen();
    const png = await pngOf(file && 'svg' in file ? file.svg : '');
    expect(imageSize(png)).toEqual({ width: 720, height: 480 });
  });

  it('of a year that is over is three taps away, without advice', async () => {
    const chat = mother();
    await chat.says('/marks');
    const years = await chat.presses('Прошлые годы');
    expect(years.text).toBe('Иванов Артём\n2026/27: 7А\n2025/26: 6А\n\nВыберите период.');
    expect(years.buttons).toEqual([
      '7А, 1-я четверть',
      ...[1, 2, 3, 4].map((number) => `6А, ${number}-я четверть`),
      '‹ Обзор',
    ]);
    const autumn = await chat.presses('6А, 1-я четверть');
    expect(autumn.text).toContain(
      'Иванов Артём, 6А\n1-я четверть 2025/26\n\nАлгебра       2,00  2',
    );
    const { text } = await chat.presses('Алгебра');
    expect(text).toContain('10.09  2, ответ → 2,00');
    expect(text).not.toMatch(/До «|Две недели/);
  });

  it('goes over pages where there are many, the newest first', async () => {
    const chat = mother();
    const newest = await chat.replays(
      `msub1:${world.pupils.artyom}:${past.termIds[3]}:${past.subjectId}:0`,
    );
    expect(newest.text).toContain('06.04  4, ответ → 4,00');
    expect(newest.text).not.toContain('05.04');
    const earlier = await chat.presses('‹ Раньше');
    expect(earlier.text).toContain('01.04  4, ответ');
    expect(earlier.text).not.toContain('06.04');
    expect((await chat.presses('Позже ›')).text).toContain('20.04');
  });

  it('is never named if it is another child’s, nor opened for a stranger', async () => {
    const { artyom, alyona } = world.pupils;
    const chat = mother();
    const { text } = await chat.replays(`msub1:${artyom}:0:${foreignSubject}:0`);
    expect(text).toContain('Иванов Артём, 7А\n1-я четверть');
    expect(text).not.toContain('Китайский');
    for (const verb of ['msub1', 'mchart1', 'mpic1', 'marks1', 'myears1']) {
      const heard = await chat.replays(`${verb}:${alyona}:m:${foreignSubject}:0`);
      const { toast } = verb === 'myears1' ? await chat.replays(`${verb}:${alyona}:m`) : heard;
      expect(toast).toContain('нет права');
    }
  });

  it('says no more of a name than MESSAGE_NAMES lets', async () => {
    const chat = chatsOf(world.db, { names: 'none' })('tg:2');
    await chat.says('/marks');
    const heard = [await chat.presses('Алгебра'), await chat.presses('График')];
    await chat.says('/marks');
    heard.push(await chat.presses('Прошлые годы'), await chat.presses('‹ Обзор'));
    expect(JSON.stringify(heard)).toContain('А. И.');
    expect(JSON.stringify(heard)).not.toMatch(/Иванов|Артём/);
  });

  it('takes five reads', async () => {
    const chat = mother();
    await chat.says('/marks');
    expect(await countSelects(world, () => chat.presses('Алгебра'))).toBe(6);
    expect(await countSelects(world, () => chat.presses('‹ Отметки'))).toBe(4);
  });
});

describe('the picture of the term', () => {
  it('has a bar a subject and the mean week by week', async () => {
    const chat = mother();
    await chat.says('/marks');
    const { text } = await chat.presses('График');
    expect(text).toBe('Иванов Артём, 7А. 1-я четверть');
    const { file } = chat.screen();
    const svg = file && 'svg' in file ? file.svg : '';
    for (const word of [
      'Средние по предметам',
      'Алгебра',
      '4,00',
      'Русский язык',
      '3,50',
      '07.09',
    ]) {
      expect(svg).toContain(`>${word}</text>`);
    }
    const png = await pngOf(svg);
    expect(imageSize(png)?.width).toBe(720);
    expect(png.length).toBeLessThan(80_000);
  });

  it('isn’t drawn where there is nothing to draw', async () => {
    const { clock } = world;
    clock.advance({ days: 30 });
    const chat = mother();
    expect((await chat.says('/marks')).buttons).not.toContain('График');
    const { toast } = await chat.replays(`mpic1:${world.pupils.artyom}:0`);
    clock.advance({ days: -30 });
    expect(toast).toContain('нечего');
  });
});

describe('a year in grade 1', () => {
  it('has attendance alone, whatever is pressed a year later', async () => {
    const { make, db, classTeacher: author } = world;
    const [second] = [await make.aPupil('Второв Юра', { class: '2А' })];
    await make.aParent('Второва Анна', { of: [second], chat: 'tg:7' });
    await db.write(async ({ db: { models }, transaction }) => {
      const where = { academicYearId: past.yearId };
      const { SchoolClass, Enrolment, Course } = models;
      const first = await SchoolClass.create({ ...where, grade: 1, letter: 'А' }, { transaction });
      const stay = { classId: first.id, pupilId: second, number: 1 };
      await Enrolment.create(
        { ...stay, startsOn: '2025-09-01', endsOn: '2026-05-31' },
        { transaction },
      );
      const { subjectId } = past;
      await Course.create({ classId: first.id, subjectId, groupName: '' }, { transaction });
    });
    const course =
      (await db.models.Course.findAll({ order: [['id', 'DESC']], limit: 1 }))[0]?.id ?? 0;
    const at = { course, author, pupil: second };
    await make.aMark({ ...at, date: '2026-04-06', value: 2 });
    await make.anAbsence({ ...at, date: '2026-04-07', code: 'ill' });
    const chat = world.chat('tg:7');
    const [, , , last] = past.termIds;
    for (const payload of [
      `marks1:${second}:${last}`,
      `msub1:${second}:${last}:${past.subjectId}:0`,
    ]) {
      const { text, buttons } = await chat.replays(payload);
      expect(text).toContain('Второв Юра, 1А\n4-я четверть 2025/26');
      expect(text).toContain('болезнь: 1 урок');
      expect(text).not.toMatch(/Средняя|2,00/);
      expect(buttons).not.toContain('График');
    }
    expect((await chat.replays(`mpic1:${second}:${last}`)).files).toEqual([]);
  });
});
