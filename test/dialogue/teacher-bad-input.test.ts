import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { givePress, homeworkPress, pupilPress } from '../../bot/dialogue/lesson-presses.ts';
import { countStatements } from '../statements.ts';
import { openTeacherWorld, type TeacherWorld } from './teacher-world.ts';

let world: TeacherWorld;
beforeEach(async () => {
  world = await openTeacherWorld();
});
afterEach(() => world.close());

async function nothingStands(): Promise<void> {
  expect(await world.journal()).toEqual([]);
  expect(await world.rollCalled()).toBe(false);
  expect(await world.db.select('SELECT id FROM change')).toEqual([]);
}

describe('a message that can’t be written', () => {
  it.each([
    ['a mark of 6', '7А алгебра: Иванов 6', 'такой отметки нет'],
    ['a future date', '7А алгебра 19.10: Иванов 5', '19 октября ещё не наступило'],
    ['a day without that lesson', '7А алгебра 09.10: Иванов 5', 'нет в расписании'],
    ['a day that isn’t', '7А алгебра 45.13: Иванов 5', 'Даты «45.13» нет'],
    ['a class of others', '9В алгебра: Иванов 5', 'Класса «9В» у Вас нет. Ваши классы: 1А, 7А.'],
    ['a subject of others', '7А химия: Иванов 5', 'Ваши предметы там: Алгебра, Геометрия.'],
    ['a pupil of another class', '7А алгебра: Ёлкин 5', 'в списке 7А нет'],
    ['a name alone', '7А алгебра: Иванов', 'не указано, что поставить'],
    ['a mark in grade 1', '1А чтение: Ёлкин 5', 'В первом классе отметки не ставят'],
    ['homework in grade 1', '/homework 1А чтение: прописи', 'В первом классе домашнее задание'],
    ['no class at all', '/mark Иванов 5', 'Напишите класс и предмет перед отметками'],
    ['markup in a name', '7А алгебра: <b>Иванов</b> 5 & 6', 'е записано'],
  ])('%s', async (_name, text, sentence) => {
    const answer = await world.chat.says(text);
    expect(answer.text).toContain(sentence);
    expect(answer.text).not.toContain('Записано:');
    await nothingStands();
  });

  it('of a holiday names the holiday', async () => {
    await world.make.aDayOff('2026-10-05', { name: 'День учителя' });
    const { text } = await world.chat.says('7А алгебра 05.10: Иванов 5');
    expect(text).toBe('5 октября уроков нет: День учителя. Выберите учебный день.');
    await nothingStands();
  });

  it('of a closed term says so', async () => {
    await world.make.aClosedQuarter(1);
    const { text } = await world.chat.says('7А алгебра: Иванов 5');
    expect(text).toContain('закрыт, изменения не принимаются');
    const topic = await world.chat.says('/topic');
    expect(topic.text).toContain('закрыт');
    await world.chat.says('/lesson');
    const opened = await world.chat.presses('2. 7А Алгебра');
    expect(opened.text).toContain('Только просмотр.');
    await nothingStands();
  });

  it('of ten thousand characters is refused, and so is a long topic', async () => {
    const endless = `7А алгебра: ${'Иванов 5, '.repeat(1000)}`;
    expect((await world.chat.says(endless)).text).toContain('не больше 4096 знаков');
    await world.chat.says('/topic');
    const long = await world.chat.says('я'.repeat(600));
    expect(long.text).toContain('не больше 500 знаков');
    // The question is still open.
    await world.chat.says('Дроби');
    expect(await world.lessons()).toMatchObject([{ topic: 'Дроби' }]);
  });

  it('is no trouble however long its garbage is', async () => {
    const { text, buttons } = await world.chat.says(
      `7А алгебра: ${'Ктотонезнаюкто 5, '.repeat(200)}`,
    );
    expect(text).toContain('И ещё 190 строк');
    expect(buttons).toEqual(['Открыть урок']);
    await nothingStands();
  });

  it('is a file', async () => {
    expect((await world.chat.sends('photo')).text).toContain('не принимает');
  });
});

describe('buttons', () => {
  it('of other times and made-up ones do nothing', async () => {
    for (const payload of [
      'les1:999.20261012.2:0:0',
      'les1:x:0:0',
      'give1:1.20261012.2:1:9:0:0:0',
      'give1:1.20261012.2:1:5:9:0:0',
      'give1:1.99999999.2:1:5:0:0:0',
      'abs1:1.20261012.2:1:9:0:0',
      'abs1:1.20261012.2',
      'fix1:1.20261012.2:1:05:0',
      'fix1:::::',
      'rpl1:1.20261012.2:1:77:0:1.0',
      'crs1:1',
      'undo1:abc:card',
      'undo1:999:card',
      'mrk1:1.20261012.2:999:0',
      'chg1:1.20261012.2:999:1:5:0',
      'del1:1.20261012.2:999:1:0',
      'day1:2026-99-99',
      'top1:zzz',
      'nonsense',
      'constructor',
    ]) {
      const { toast, text } = await world.chat.replays(payload);
      expect(`${toast ?? ''}${text}`, payload).not.toBe('');
    }
    await nothingStands();
  });

  it('tapped twice count once and show the fresh screen', async () => {
    await world.chat.says('/lesson');
    await world.chat.presses('2. 7А Алгебра');
    await world.chat.presses('1 Иванов');
    const five = world.chat.payload('5');
    await world.chat.replays(five);
    const second = await world.chat.replays(five);
    expect(second.toast).toContain('показано новое состояние');
    expect(second.text).toContain('1. Иванов С. 5');
    expect(await world.journal()).toEqual(['Иванов 5']);
  });

  it('of a mark that changed since show the fresh screen', async () => {
    await world.chat.says('/lesson');
    await world.chat.presses('2. 7А Алгебра');
    await world.chat.presses('1 Иванов');
    await world.chat.presses('3');
    await world.chat.presses('1 Иванов');
    await world.chat.presses('3 ответ');
    const [four, away] = [world.chat.payload('4'), world.chat.payload('Убрать отметку')];
    await world.chat.replays(four);
    expect((await world.chat.replays(away)).toast).toContain('показано новое состояние');
    expect(await world.journal()).toEqual(['Иванов 4']);
  });

  it('can’t give a mark to a pupil of another class or in grade 1', async () => {
    const at = { courseId: world.courses.algebra, date: '2026-10-12', number: 2 };
    const reading = { ...at, courseId: world.courses.reading, number: 1 };
    const [child] = await world.db.select<{ id: number }>(
      "SELECT id FROM pupil WHERE last_name = 'Ёлкин'",
    );
    const give = { pupilId: child?.id ?? 0, value: 5, kind: 'answer', seen: 0 } as const;
    expect((await world.chat.replays(givePress(at, give))).toast).toContain('не учится');
    expect((await world.chat.replays(pupilPress(at, give.pupilId, 'answer'))).toast).toContain(
      'не учится',
    );
    expect((await world.chat.replays(givePress(reading, give))).toast).toContain('В первом классе');
    expect((await world.chat.replays(homeworkPress(reading))).toast).toContain('В первом классе');
    await nothingStands();
  });

  it('of tomorrow’s lesson are refused', async () => {
    const tomorrow = { courseId: world.courses.geometry, date: '2026-10-15', number: 1 };
    const pupilId = world.pupil('Иванов Семён');
    const { toast } = await world.chat.replays(
      givePress(tomorrow, { pupilId, value: 5, kind: 'answer', seen: 0 }),
    );
    expect(toast).toContain('15 октября ещё не наступило');
    await nothingStands();
  });
});

describe('the lesson screen', () => {
  it('is read by four queries, whatever the size of the class', async () => {
    const { readLessonSheet } = await import('../../db/reports/lesson-sheet.ts');
    const actor = {
      personId: world.teacher,
      roles: ['teacher'],
      classIds: [],
      childIds: [],
    } as const;
    const key = { courseId: world.courses.algebra, date: '2026-10-12', number: 2 };
    await world.chat.says('7А алгебра: Иванов 5, Козлов н');
    const queries = await countStatements(world.db, () => readLessonSheet(world.db, actor, key));
    expect(queries).toBeLessThanOrEqual(4);
  });
});
