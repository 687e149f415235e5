import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { type FamilyWorld, openFamilyWorld } from './family-world.ts';

describe('the marks', () => {
  let world: FamilyWorld;

  beforeEach(async () => {
    world = await openFamilyWorld();
  });
  afterEach(() => world.close());

  const give = (date: string, value: number | null, options: { weight?: number } = {}) => {
    const { make, courses, pupils, classTeacher: author } = world;
    const where = { course: courses.algebra, date, number: 2, author };
    return make.aMark({ ...where, pupil: pupils.artyom, value, ...options });
  };

  it('stand by subject with weighted means, absences between them, work owed uncounted', async () => {
    const { make, courses, pupils, classTeacher: author, chat } = world;
    await give('2026-09-07', 5);
    await give('2026-09-09', 4, { weight: 2 });
    await give('2026-09-16', null);
    const sick = { course: courses.algebra, date: '2026-09-14', number: 2, author };
    await make.anAbsence({ ...sick, pupil: pupils.artyom, code: 'ill' });
    await make.aMark({ ...sick, pupil: pupils.alyona, value: 2 });
    await make.anAbsence({ ...sick, pupil: pupils.denis, code: 'late' });
    const { text, buttons } = await chat('tg:2').says('/marks');
    expect(text).toBe(
      [
        'Иванов Артём, 7А',
        '1-я четверть',
        '',
        'Алгебра       4,33  5 4 б долг',
        'Английский       —',
        'Русский язык     —',
        'Число после предмета — средняя отметка с учётом веса работ.',
        'н — отсутствие, б — болезнь, у — уважительная причина, о — опоздание',
      ].join('\n'),
    );
    expect(buttons).toEqual(['Алгебра', 'График', 'Дневник', 'Пропуски', '‹ Обзор']);
  });

  it('fit a phone of 360 points however many and however named', async () => {
    const { make, classTeacher: author, pupils, chat } = world;
    const course = await make.aCourse({ subject: 'Изобразительное искусство', teacher: author });
    for (let day = 1; day <= 30; day += 1) {
      const date = `2026-09-${String(day).padStart(2, '0')}`;
      await make.aMark({ course, date, pupil: pupils.artyom, value: 5, author });
    }
    const { text } = await chat('tg:2').says('/marks');
    const table = text.split('\n').slice(3, -1);
    expect(table.find((line) => line.startsWith('Изобразитель…'))).toContain('5,00');
    expect(table.join('').match(/5/g)?.length).toBe(30 + 1);
    for (const line of table) {
      expect(line.length).toBeLessThanOrEqual(34);
    }
  });

  it('leave out cancelled ones and those of other terms, which a button opens', async () => {
    const { db, clock, chat } = world;
    await give('2026-09-07', 2);
    const wrong = await give('2026-09-09', 3);
    await db.write(({ transaction }) =>
      db.models.Mark.update({ state: 'cancelled' }, { where: { id: wrong }, transaction }),
    );
    clock.advance({ days: 30 });
    const mother = chat('tg:2');
    const now = await mother.says('/marks');
    expect(now.text).toContain('2-я четверть');
    expect(now.text).toMatch(/Алгебра +—\n/);
    const before = await mother.presses('1-я четверть');
    expect(before.text).toMatch(/Алгебра +2,00 {2}2\n/);
    expect(before.buttons).toContain('2-я четверть');
    expect(before.buttons).not.toContain('1-я четверть');
  });

  it('in grade 1 are attendance alone, and its diary has topics', async () => {
    const { make, chat, classTeacher: author } = world;
    const little = await make.aPupil('Малышев Петя', { class: '1А' });
    await make.aParent('Малышева Ольга', { of: [little], chat: 'tg:6' });
    const course = await make.aCourse({ class: '1А', subject: 'Чтение', teacher: author });
    await make.aSlot(course, 1, 1);
    const mother = chat('tg:6');
    expect((await mother.says('/marks')).text).toContain('Пропусков и опозданий за период нет');
    await make.aLesson({ course, date: '2026-10-12', topic: 'Буква А' });
    await make.anAbsence({ course, date: '2026-10-12', pupil: little, author, code: 'ill' });
    const { text } = await mother.says('/marks');
    expect(text).toContain('отметки не ставят');
    expect(text).toContain('болезнь: 1 урок');
    expect(text).not.toContain('—');
    expect((await mother.says('/diary')).text).toContain('1. Чтение: болезнь (б)\nТема: Буква А');
  });

  it('of a child who has left say so', async () => {
    const { make, chat, db } = world;
    const gone = await make.aPupil('Ушедший Пётр');
    await db.write(({ transaction }) =>
      db.models.Enrolment.destroy({ where: { pupilId: gone }, transaction }),
    );
    await make.aParent('Ушедшая Анна', { of: [gone], chat: 'tg:6' });
    for (const command of ['/marks', '/diary']) {
      expect((await chat('tg:6').says(command)).text).toContain('не числится');
    }
  });
});
