import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { countSelects, type FamilyWorld, openFamilyWorld } from './family-world.ts';
import { aPastYear } from './past-year.ts';

let world: FamilyWorld;
let past: Awaited<ReturnType<typeof aPastYear>>;

beforeAll(async () => {
  world = await openFamilyWorld();
  const { db, make, courses, pupils, classTeacher: author } = world;
  const miss = (
    course: number,
    [date, number]: [string, number],
    code: 'absent' | 'ill' | 'excused' | 'late',
    pupil = pupils.artyom,
  ) => make.anAbsence({ course, date, number, code, pupil, author });
  const { russian, algebra, english } = courses;
  await miss(russian, ['2026-09-14', 1], 'ill');
  await miss(algebra, ['2026-09-14', 2], 'ill');
  await miss(russian, ['2026-09-15', 1], 'ill');
  await miss(english, ['2026-09-15', 2], 'excused');
  await miss(russian, ['2026-09-21', 1], 'absent');
  await miss(russian, ['2026-10-05', 1], 'late');
  await miss(algebra, ['2026-10-05', 2], 'absent');
  await miss(algebra, ['2026-10-12', 2], 'absent');
  await miss(algebra, ['2026-10-12', 2], 'ill', pupils.alyona);
  const gone = await miss(algebra, ['2026-10-07', 2], 'ill');
  await db.write(({ db: { models }, transaction }) =>
    models.Absence.update({ state: 'cancelled' }, { where: { id: gone }, transaction }),
  );
  past = await aPastYear(db, { grade: 6, pupils: [pupils.artyom] });
  for (let day = 10; day < 24; day += 1) {
    await miss(past.courseId, [`2025-09-${day}`, 1], 'ill');
  }
});
afterAll(() => world.close());

const mother = () => world.chat('tg:2');

describe('absences', () => {
  it('stand by day with whole days, single lessons, late arrivals, and totals', async () => {
    const { text } = await mother().says('/absences');
    expect(text).toBe(
      [
        'Иванов Артём, 7А',
        'Пропуски: 1-я четверть',
        '',
        'пн 12.10: 2 Алгебра (н)',
        'пн 05.10: 1 Русский язык (о), 2 Алгебра (н)',
        'пн 21.09: 1 Русский язык (н)',
        'вт 15.09: весь день, 1 Русский язык (б), 2 Английский (у)',
        'пн 14.09: весь день, болезнь (б)',
        '',
        'За период: пропущено 7 уроков (болезнь 3, уважительная причина 1, отсутствие 3), полных дней 2, опозданий 1',
        'За год: пропущено 7 уроков (болезнь 3, уважительная причина 1, отсутствие 3), полных дней 2, опозданий 1',
        'н — отсутствие, б — болезнь, у — уважительная причина, о — опоздание',
      ].join('\n'),
    );
  });

  it('that nobody has explained lead to the question, those of two weeks', async () => {
    const chat = mother();
    const { buttons } = await chat.says('пропуски');
    expect(buttons).toEqual([
      'Объяснить «н» 12.10',
      'Объяснить «н» 05.10',
      'Прошлые годы',
      '‹ Обзор',
    ]);
    await chat.presses('Объяснить «н» 05.10');
    await chat.presses('Болеет');
    const answered = await chat.says('/absences');
    expect(answered.buttons).not.toContain('Объяснить «н» 05.10');
    expect(answered.text).toContain('2 Алгебра (н); ответ: болеет');
  });

  it('of a past year go over pages, and are of that year alone', async () => {
    const chat = mother();
    await chat.says('/absences');
    await chat.presses('Прошлые годы');
    const newest = await chat.presses('6А, 1-я четверть');
    expect(newest.text).toContain('Иванов Артём, 6А\nПропуски: 1-я четверть 2025/26');
    expect(newest.text).toContain('вт 23.09: весь день, болезнь (б)');
    expect(newest.text).toContain('За год: пропущено 14 уроков (болезнь 14), полных дней 14');
    expect(newest.text).not.toContain('10.09');
    const earlier = await chat.presses('‹ Раньше');
    expect(earlier.text).toContain('ср 10.09');
    expect(earlier.buttons).toContain('Позже ›');
    const none = await chat.presses('4-я четверть');
    expect(none.text).toContain('в этом периоде нет');
    expect(none.text).toContain('За год: пропущено 14 уроков');
  });

  it('are read in seven statements, four where there are none', async () => {
    const chat = mother();
    await chat.says('/absences');
    const open = `missed1:${world.pupils.artyom}`;
    expect(await countSelects(world, () => chat.replays(open))).toBe(7);
    const other = `missed1:${world.pupils.denis}`;
    await world.make.aParent('Козлов Олег', { of: [world.pupils.denis], chat: 'tg:5' });
    expect(await countSelects(world, () => world.chat('tg:5').replays(other))).toBe(4);
  });

  it('of another child are refused', async () => {
    const { toast } = await mother().replays(`missed1:${world.pupils.alyona}`);
    expect(toast).toContain('нет права');
  });
});
