import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { imageSize } from '../../bot/sandbox/image-size.ts';
import { pngOf } from '../../bot/views/pictures/png.ts';
import { countStatements } from '../statements.ts';
import { chatsOf, type TestChat } from './chat.ts';
import { openTeacherWorld, type TeacherWorld } from './teacher-world.ts';

let world: TeacherWorld;
beforeEach(async () => {
  world = await openTeacherWorld();
});
afterEach(() => world.close());

/** The words of the picture on the screen, in the order they are drawn. */
function drawn(chat: TestChat = world.chat): string[] {
  const { file } = chat.screen();
  if (!file || !('svg' in file)) {
    throw new Error('the screen is no picture');
  }
  return [...file.svg.matchAll(/<text[^>]*>(.*?)<\/text>/g)].map(([, inside = '']) =>
    inside.replace(/<[^>]*>/g, ''),
  );
}

const give = (date: string, name: string, value: number, weight = 1) =>
  world.make.aMark({
    course: world.courses.algebra,
    number: 2,
    date,
    pupil: world.pupil(name),
    value,
    weight,
    author: world.teacher,
  });

describe('the journal of a teacher', () => {
  it('is two taps away: own courses, then the table of the running term as a picture', async () => {
    await give('2026-10-05', 'Иванов Семён', 5);
    await give('2026-10-05', 'Иванов Семён', 2, 2);
    await give('2026-10-12', 'Орлова Вера', 4);
    const home = await world.chat.says('журнал');
    expect(home.buttons).toEqual(['1А Чтение', '7А Алгебра', '7А Геометрия']);
    const grid = await world.chat.presses('7А Алгебра');
    expect(grid.text).toBe('7А · Алгебра\n1-я четверть, 07.09–12.10');
    expect(world.chat.messages()).toHaveLength(1);
    expect(grid.buttons).toEqual([
      ...['07.09', '14.09', '21.09', '28.09', '05.10', '12.10'],
      ...['XLSX', 'Ученики', '‹ Назад'],
    ]);
    const words = drawn();
    expect(words.slice(0, 4)).toEqual(['7А', 'Алгебра', '07.09', 'пн']);
    expect(words.join(' ')).toContain('1 Иванов С. 5/2 3,00');
    expect(words.join(' ')).toContain('3 Орлова В. 4 4,00');
    expect(words.join(' ')).toContain('2 Козлов Д. —');
  });

  it('is a picture as wide as a phone, twice as sharp', async () => {
    await world.chat.says('/journal');
    await world.chat.presses('7А Алгебра');
    const { file } = world.chat.screen();
    const png = await pngOf(file && 'svg' in file ? file.svg : '');
    expect(imageSize(png)).toEqual({ width: 720, height: 2 * (46 + 7 * 20 + 20) });
    expect(png.length).toBeLessThan(60_000);
  });

  it('is turned by pages of ten lessons, the newest first, in one message', async () => {
    await world.chat.says('/journal');
    const newest = await world.chat.presses('7А Геометрия');
    expect(newest.text).toContain('10.09–12.10, страница 2 из 2');
    expect(newest.buttons.slice(0, 10)).toEqual([
      ...['10.09', '14.09', '17.09', '21.09', '24.09'],
      ...['28.09', '01.10', '05.10', '08.10', '12.10'],
    ]);
    expect(newest.buttons).toContain('‹ Раньше');
    expect(newest.buttons).not.toContain('Позже ›');
    const older = await world.chat.presses('‹ Раньше');
    expect(older.text).toContain('03.09–07.09, страница 1 из 2');
    expect(drawn().slice(2, 6)).toEqual(['03.09', 'чт', '07.09', 'пн']);
    expect((await world.chat.presses('Позже ›')).text).toContain('страница 2 из 2');
    expect(world.chat.messages()).toHaveLength(1);
  });

  it('leads from a day into its lesson, and the picture stays above', async () => {
    await world.chat.says('/journal');
    await world.chat.presses('7А Алгебра');
    const lesson = await world.chat.presses('05.10');
    expect(lesson.text).toContain('5 октября, 2-й урок');
    expect(world.chat.messages()).toHaveLength(2);
    await world.chat.says('Иванов 5');
    expect(await world.journal()).toEqual(['Иванов 5']);
    const [picture] = world.chat.messages();
    await world.chat.replays(
      picture?.buttons.flat().find(({ text }) => text === '12.10')?.press ?? '',
      picture?.id,
    );
    expect(world.chat.screen().text).toContain('12 октября, 2-й урок');
  });

  it('goes back to the courses, and the picture goes', async () => {
    await world.chat.says('/journal');
    await world.chat.presses('7А Алгебра');
    const { buttons } = await world.chat.presses('‹ Назад');
    expect(buttons).toContain('7А Геометрия');
    expect(world.chat.messages()).toHaveLength(1);
    expect(world.chat.screen().file).toBeUndefined();
  });

  it('switches between the terms that have begun', async () => {
    await give('2026-10-05', 'Иванов Семён', 5);
    world.clock.advance({ days: 30 });
    await world.chat.says('/journal');
    const now = await world.chat.presses('7А Алгебра');
    expect(now.text).toContain('2-я четверть, 02.11–09.11');
    const before = await world.chat.presses('1-я четверть');
    expect(before.text).toContain('1-я четверть, 07.09–19.10');
    expect(drawn().join(' ')).toContain('Иванов С. 5 5,00');
    expect(before.buttons).toContain('2-я четверть');
  });

  it('tells two lessons of a day apart', async () => {
    await world.make.aSlot(world.courses.algebra, 1, 3, { from: '2026-10-12' });
    await world.chat.says('/journal');
    const { buttons } = await world.chat.presses('7А Алгебра');
    expect(buttons.slice(5, 7)).toEqual(['12.10 (2)', '12.10 (3)']);
    expect(drawn()).toContain('пн 3');
    await world.chat.presses('12.10 (3)');
    expect(world.chat.screen().text).toContain('3-й урок');
  });

  it('of grade 1 is attendance alone', async () => {
    const [pupil] = await world.db.select<{ id: number }>(
      "SELECT id FROM pupil WHERE last_name = 'Ёлкин'",
    );
    const at = { course: world.courses.reading, date: '2026-10-12', author: world.teacher };
    await world.make.anAbsence({ ...at, pupil: pupil?.id ?? 0, code: 'ill' });
    await world.chat.says('/journal');
    await world.chat.presses('1А Чтение');
    expect(drawn().slice(-4)).toEqual([
      ...['1', 'Ёлкин О.', 'б'],
      'н отсутствие · б болезнь · у уважит. · о опоздание',
    ]);
  });

  it('says so where there is no lesson, no pupil or no term yet', async () => {
    const { make, teacher } = world;
    await make.aCourse({ class: '7А', subject: 'Астрономия', teacher });
    const empty = await make.aCourse({ class: '8Б', subject: 'Алгебра', teacher });
    await make.aSlot(empty, 1, 4);
    await world.chat.says('/journal');
    const none = await world.chat.presses('7А Астрономия');
    expect(none.text).toContain('Уроков в этом периоде ещё не было.');
    await world.chat.presses('‹ Назад');
    expect((await world.chat.presses('8Б Алгебра')).text).toContain('В этой группе никого нет.');
    world.clock.advance({ days: -60 });
    expect((await world.chat.replays('jrn1:1:0:0')).text).toContain('ещё не начался');
  });

  it('keeps to names as far as messages may say them', async () => {
    const chat = chatsOf(world.db, { names: 'none' })('tg:1');
    await chat.says('/journal');
    await chat.presses('7А Алгебра');
    const words = drawn(chat).join(' ');
    expect(words).toContain('№ 1 — № 2 —');
    expect(words).not.toMatch(/Иванов|Козлов/);
    expect((await chat.presses('Ученики')).buttons.slice(0, 2)).toEqual(['№ 1', '№ 2']);
  });

  it('stands outdated and foreign payloads', async () => {
    for (const payload of ['jrn1', 'jrn1:x:y:z', 'jrn1:4242:0:0', 'jcls1', 'jxls1:4242:1']) {
      const { text, toast } = await world.chat.replays(payload);
      expect(text, payload).toBe('');
      expect(toast, payload).toMatch(/Такой записи нет|нет права/);
    }
    await world.chat.says('/journal');
    await world.chat.presses('7А Алгебра');
    const { text } = await world.chat.replays(`jrn1:${world.courses.algebra}:4242:999`);
    expect(text).toContain('07.09–12.10');
  });

  it('is told in English to who reads English', async () => {
    const { make, chats } = world;
    const teacher = await make.aTeacher('Смит Анна', { chat: 'tg:7', language: 'en' });
    await make.aSlot(await make.aCourse({ subject: 'Английский', teacher }), 1, 4);
    const chat = chats('tg:7');
    await chat.says('/journal');
    const { text, buttons } = await chat.presses('7А Английский');
    expect(text).toContain('Quarter 1, 07.09–12.10');
    expect(buttons.slice(-3)).toEqual(['XLSX', 'Pupils', '‹ Back']);
    expect(drawn(chat)).toContain('mean');
  });

  it('is read by few queries, however large the class', async () => {
    await world.chat.says('/journal');
    const payload = world.chat.payload('7А Алгебра');
    const queries = () => countStatements(world.db, () => world.chat.replays(payload));
    const few = await queries();
    for (let index = 8; index <= 35; index += 1) {
      await world.make.aPupil(`Ученик${index} Имя`);
    }
    expect(await queries()).toBe(few);
    expect(few).toBeLessThanOrEqual(14);
  });
});
