import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { imageSize } from '../../bot/sandbox/image-size.ts';
import { pngOf } from '../../bot/views/pictures/png.ts';
import { chatsOf } from './chat.ts';
import { openTeacherWorld, type TeacherWorld } from './teacher-world.ts';

let world: TeacherWorld;
beforeEach(async () => {
  world = await openTeacherWorld();
});
afterEach(() => world.close());

const at = (date: string) => ({
  course: world.courses.algebra,
  number: 2,
  date,
  pupil: world.pupil('Иванов Семён'),
  author: world.teacher,
});

/** Opens the card from the lesson that runs now. */
async function openCard(chat = world.chat, pupil = '1 Иванов') {
  await chat.says('/lesson');
  await chat.presses('2. 7А Алгебра');
  await chat.presses(pupil);
  return chat.presses('Карточка');
}

describe('the card of a pupil', () => {
  it('tells mean, what a 5 needs, marks by day and absences', async () => {
    await world.make.aMark({ ...at('2026-09-07'), value: 4 });
    await world.make.aMark({ ...at('2026-09-14'), value: 4, kind: 'test', weight: 2 });
    await world.make.aMark({ ...at('2026-09-21'), value: null });
    await world.make.aMark({ ...at('2026-09-28'), value: 5 });
    await world.make.anAbsence({ ...at('2026-10-05'), code: 'ill' });
    await world.make.anAbsence({ ...at('2026-10-12'), code: 'late' });
    const { text, buttons } = await openCard();
    expect(text).toBe(
      [
        '1. Иванов С.',
        '7А · Алгебра, 1-я четверть',
        '',
        'Средняя 4,25 (3 отметки)',
        'На «4» средней хватает.',
        'До «5»: ещё 2 пятёрки за ответы или 1 за контрольную.',
        '',
        '07.09  4, ответ',
        '14.09  4, контрольная, вес 2',
        '21.09  •, ответ',
        '28.09  5, ответ',
        '',
        'Пропуски: болезнь 1, опоздание 1',
      ].join('\n'),
    );
    expect(buttons).toEqual(['График', '‹ Назад']);
    const panel = await world.chat.presses('‹ Назад');
    expect(panel.buttons).toContain('‹ К классу');
    expect(world.chat.messages()).toHaveLength(1);
  });

  it('needs both a 4 and a 5 where the mean is low, and nothing where it is high', async () => {
    await world.make.aMark({ ...at('2026-09-07'), value: 3 });
    const low = await openCard();
    expect(low.text).toContain('До «4»: ещё 1 пятёрка.\nДо «5»: ещё 3 пятёрки за ответы или 2');
    await world.make.aMark({ ...at('2026-09-07'), pupil: world.pupil('Орлова Вера'), value: 5 });
    const high = await openCard(world.chat, '3 Орлова');
    expect(high.text).toContain('На «5» средней хватает.');
    expect(high.text).not.toContain('До «');
    expect(high.buttons).toEqual(['‹ Назад']);
  });

  it('draws the marks and their mean as a picture of its own', async () => {
    for (const [date, value] of [
      ['2026-09-07', 2],
      ['2026-09-14', 4],
      ['2026-09-21', 5],
    ] as const) {
      await world.make.aMark({ ...at(date), value });
    }
    await openCard();
    const { text, toast } = await world.chat.presses('График');
    expect(toast).toBeNull();
    expect(text).toBe('1. Иванов С.\n7А · Алгебра, 1-я четверть');
    expect(world.chat.messages()).toHaveLength(2);
    const { file } = world.chat.screen();
    const svg = file && 'svg' in file ? file.svg : '';
    for (const word of ['отметки', 'средняя', '07.09', '3,67']) {
      expect(svg).toContain(`>${word}</text>`);
    }
    const png = await pngOf(svg);
    expect(imageSize(png)).toEqual({ width: 720, height: 480 });
    expect(png.length).toBeLessThan(60_000);
    expect(png.length).toBeGreaterThan(4_000);
  });

  it('keeps the newest of many marks and counts the rest', async () => {
    for (let day = 1; day <= 25; day += 1) {
      const date = `2026-09-${String(day).padStart(2, '0')}`;
      await world.make.aMark({ ...at(date), value: 4 });
    }
    const { text } = await openCard();
    expect(text).toContain('… и ещё 5 отметок раньше\n06.09  4, ответ');
    expect(text).not.toContain('05.09');
    expect(text).toContain('Средняя 4,00 (25 отметок)');
  });

  it('of grade 1 is attendance alone', async () => {
    await world.chat.says('/lesson');
    await world.chat.presses('1. 1А Чтение');
    await world.chat.presses('1 Ёлкин');
    const { text, buttons } = await world.chat.presses('Карточка');
    expect(text).toBe('1. Ёлкин О.\n1А · Чтение, 1-я четверть\n\nПропусков и опозданий нет.');
    expect(buttons).toEqual(['‹ Назад']);
  });

  it('opens from the journal too, for who only reads, and leads back to its pupils', async () => {
    const { make, chats } = world;
    await make.aPerson('Зимина Вера', { chat: 'tg:5', roles: ['deputy_head'] });
    const chat = chats('tg:5');
    await chat.says('/journal');
    await chat.presses('7А');
    await chat.presses('Алгебра');
    const pupils = await chat.presses('Ученики');
    expect(pupils.buttons.slice(0, 2)).toEqual(['1. Иванов С.', '2. Козлов Д.']);
    expect(chat.messages()).toHaveLength(2);
    expect((await chat.presses('1. Иванов С.')).text).toContain('Отметок пока нет.');
    expect((await chat.presses('‹ Назад')).text).toContain('Выберите ученика.');
    await chat.presses('‹ Назад');
    expect(chat.screen().file?.kind).toBe('photo');
    expect(chat.messages()).toHaveLength(2);
  });

  it('says no name where messages may hold none', async () => {
    await world.make.aMark({ ...at('2026-09-07'), value: 4 });
    const chat = chatsOf(world.db, { names: 'none' })('tg:1');
    const { text } = await openCard(chat, '№ 1');
    expect(text).toMatch(/^№ 1\n/);
    expect(text).not.toContain('Иванов');
  });

  it('refuses a pupil who isn’t taught here, and stands old payloads', async () => {
    const foreign = await world.make.aPupil('Чужой Ян', { class: '8Б' });
    const { algebra } = world.courses;
    const { toast } = await world.chat.replays(`card1:${algebra}.20261012.2:${foreign}:0`);
    expect(toast).toContain('не учится в этой группе');
    for (const payload of ['card1', 'card1:1.20261012.2:x:0', 'jcard1:4242:1:1', 'chart1:x']) {
      expect((await world.chat.replays(payload)).toast, payload).not.toBeNull();
    }
    const few = `chart1:${algebra}:1:${world.pupil('Козлов Денис')}`;
    expect((await world.chat.replays(few)).toast).toBe('Отметок пока нет.');
  });
});
