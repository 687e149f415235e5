import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { acceptPlanPress, copyLessonPress } from '../../bot/dialogue/lesson-tool-presses.ts';
import { countSelects } from './family-world.ts';
import { openTeacherWorld, type TeacherWorld } from './teacher-world.ts';

let world: TeacherWorld;
beforeEach(async () => {
  world = await openTeacherWorld();
});
afterEach(() => world.close());

const openAlgebra = async () => {
  await world.chat.says('/lesson');
  return world.chat.presses('2. 7А Алгебра');
};

describe('the plan', () => {
  it('is shown and accepted by one tap, and edited by text', async () => {
    await world.make.aPlanItem(world.courses.algebra, 'Квадратные уравнения', { homework: '§ 12' });
    const opened = await openAlgebra();
    expect(opened.text).toContain('По плану № 1: Квадратные уравнения. Задание: § 12');
    const accept = world.chat.payload('✓ Принять');
    const accepted = await world.chat.presses('✓ Принять: Квадратные уравнения');
    expect(accepted.text).toContain('Тема: Квадратные уравнения\nЗадание: § 12');
    expect(accepted.buttons.join()).not.toContain('Принять');
    expect((await world.chat.replays(accept)).toast).toContain('показано новое состояние');
    await world.chat.presses('Тема');
    await world.chat.says('Квадратные уравнения, повторение');
    expect(await world.lessons()).toMatchObject([
      { topic: 'Квадратные уравнения, повторение', homework: '§ 12' },
    ]);
    const [row] = await world.db.select<{ plan: number }>(
      'SELECT plan_item_id AS plan FROM lesson',
    );
    expect(row?.plan).toBeGreaterThan(0);
  });

  it('in grade 1 is a topic, and a long one is cut on the button', async () => {
    const topic = `Звуки и буквы ${'а'.repeat(60)}`;
    await world.make.aPlanItem(world.courses.reading, topic, { homework: 'прописи' });
    await world.chat.says('/lesson');
    const opened = await world.chat.presses('1. 1А Чтение');
    expect(opened.text).not.toContain('прописи');
    expect(opened.buttons.find((label) => label.startsWith('✓'))?.length).toBeLessThan(60);
    await world.chat.presses('✓ Принять');
    expect(await world.lessons()).toMatchObject([{ topic, homework: null }]);
  });
});

describe('the parallel class', () => {
  it('gives its lesson by one tap where this one is empty', async () => {
    const { make, teacher } = world;
    const other = await make.aCourse({ class: '7Б', subject: 'Алгебра', teacher });
    const lesson = { course: other, date: '2026-10-12', number: 1 };
    await make.aLesson({ ...lesson, topic: 'Степени', homework: '§ 7' });
    await openAlgebra();
    const copied = await world.chat.presses('Как в 7Б');
    expect(copied.text).toContain('Тема: Степени\nЗадание: § 7');
    expect(copied.buttons).not.toContain('Как в 7Б');
  });
});

describe('whom to ask', () => {
  it('names at most five with the reason, and a tap opens the pupil', async () => {
    const { make, teacher, courses, pupil } = world;
    const days = ['2026-09-07', '2026-09-14', '2026-09-21', '2026-09-28', '2026-10-05'];
    for (const date of days) {
      await make.aLesson({ course: courses.algebra, date, number: 2 });
    }
    const mark = (name: string, date: string) =>
      make.aMark({
        course: courses.algebra,
        date,
        number: 2,
        pupil: pupil(name),
        value: 4,
        author: teacher,
      });
    for (const name of ['Иванов Семён', 'Козлов Денис', 'Петрова Алёна']) {
      await mark(name, '2026-09-07');
      await mark(name, '2026-09-07');
      await mark(name, '2026-09-07');
    }
    await mark('Петрова Алёна', '2026-10-05');
    await make.aMark({
      course: courses.algebra,
      date: '2026-09-07',
      number: 2,
      pupil: pupil('Орлова Вера'),
      value: null,
      author: teacher,
    });
    await make.aLesson({ course: courses.algebra, date: '2026-10-01', number: 4 });
    await make.anAbsence({
      course: courses.algebra,
      date: '2026-10-01',
      number: 4,
      pupil: pupil('Козлов Денис'),
      author: teacher,
    });
    await openAlgebra();
    await world.chat.says('Сидоров н');
    await openAlgebra();
    const asked = await world.chat.presses('Кого спросить');
    expect(asked.text).toContain(
      [
        'Кого спросить:',
        'Орлова В. — отметок за период нет',
        'Смирнов А. — отметок за период нет',
        'Смирнов Б. — отметок за период нет',
        'Иванов С. — не спрашивали 5 уроков',
      ].join('\n'),
    );
    expect(asked.text).not.toContain('Козлов');
    const panel = await world.chat.presses('Орлова В.');
    expect(panel.text).toContain('3. Орлова В.');
    await world.chat.presses('5');
    const again = await world.chat.presses('Кого спросить');
    expect(again.text).not.toContain('Орлова');
  });

  it('says so when everybody was asked', async () => {
    for (const name of [
      'Иванов',
      'Козлов',
      'Орлова',
      'Петрова',
      'Сидоров',
      'Смирнов А',
      'Смирнов Б',
    ]) {
      await world.chat.says(`7А алгебра: ${name} 5`);
    }
    await openAlgebra();
    expect((await world.chat.presses('Кого спросить')).text).toContain('спрашивали недавно');
  });
});

describe('the supply of marks', () => {
  it('stands on the lesson’s screen, by the minimum of a short term', async () => {
    await world.chat.says('7А алгебра: Иванов 5 4 3, Козлов 5 5 5, Орлова 4, Сидоров точка');
    const opened = await openAlgebra();
    // Seven Mondays in the first quarter: a short term.
    expect(opened.text).toContain('Отметок: 1,0 на ученика, минимум 3 есть у 2 из 7 ▓░░░░');
    await world.chat.says('/lesson');
    const reading = await world.chat.presses('1. 1А Чтение');
    expect(reading.text).not.toContain('Отметок');
    expect(reading.buttons).not.toContain('Кого спросить');
  });

  it('counts other quarters for themselves', async () => {
    await world.chat.says('7А алгебра: Иванов 5 4 3');
    world.clock.advance({ days: 28 });
    const opened = await openAlgebra();
    expect(opened.text).toContain('Отметок: 0,0 на ученика, минимум 3 есть у 0 из 7 ░░░░░');
  });
});

describe('the screens', () => {
  it('are read by few queries', async () => {
    await world.make.aPlanItem(world.courses.algebra, 'Дроби');
    await world.chat.says('/lesson');
    const reads = (label: string) => countSelects(world, () => world.chat.presses(label));
    // Who asks is found out at the press and again in its transaction.
    expect(await reads('2. 7А Алгебра')).toBe(2 + 6);
    expect(await reads('Кого спросить')).toBe(1 + 5);
    expect(await reads('‹ К классу')).toBe(2 + 6);
    expect(await reads('Перекличка')).toBe(1 + 4);
    expect(await reads('‹ Назад')).toBe(2 + 6);
    expect(await reads('Всем…')).toBe(1 + 4);
  });

  it('of tools are for those who may write', async () => {
    await world.make.aTeacher('Зуев Олег', { chat: 'tg:2' });
    await world.make.aPerson('Зимина Вера', { chat: 'tg:5', roles: ['deputy_head'] });
    const planItemId = await world.make.aPlanItem(world.courses.algebra, 'Дроби');
    await openAlgebra();
    const key = { courseId: world.courses.algebra, date: '2026-10-12', number: 2 };
    const payloads = [
      ...['Перекличка', 'Всем…', 'Кого спросить', 'Вид: ответ'].map((label) =>
        world.chat.payload(label),
      ),
      acceptPlanPress(key, planItemId),
      copyLessonPress(key, 1),
    ];
    await world.chat.presses('Перекличка');
    payloads.push(world.chat.payload('1 Иванов'));
    await world.chat.presses('‹ Назад');
    await world.chat.presses('Всем…');
    await world.chat.presses('5');
    payloads.push(world.chat.payload('Поставить 5'));
    for (const address of ['tg:2', 'tg:5', 'tg:404']) {
      const chat = world.chats(address);
      for (const payload of payloads) {
        const { toast, text } = await chat.replays(payload);
        expect(toast, payload).toMatch(/нет права/);
        expect(text, payload).toBe('');
      }
    }
    expect(await world.journal()).toEqual([]);
    expect(await world.lessons()).toEqual([]);
  });
});
