import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import {
  cardPress,
  chartPress,
  journalCardPress,
  journalClassesPress,
  journalClassPress,
  journalPress,
  journalPupilsPress,
  workbookPress,
} from '../../bot/dialogue/journal-presses.ts';
import { openTeacherWorld, type TeacherWorld } from './teacher-world.ts';

// Beneath the courses of a class.
const FILES = ['Журнал за год: PDF', 'За год: XLSX'];

let world: TeacherWorld;
let classes: Record<'7А' | '8Б', number>;
let physics: number;
beforeEach(async () => {
  world = await openTeacherWorld();
  const { make, courses, pupil, teacher } = world;
  const author = { author: teacher, number: 2, course: courses.algebra };
  for (const date of ['2026-09-07', '2026-09-14']) {
    await make.aMark({ ...author, date, pupil: pupil('Иванов Семён'), value: 4 });
  }
  const colleague = await make.aTeacher('Зуев Олег', { chat: 'tg:2' });
  physics = await make.aCourse({ class: '8Б', subject: 'Физика', teacher: colleague });
  await make.aSlot(physics, 2, 1);
  await make.aPupil('Чужой Ян', { class: '8Б' });
  const classTeacher = await make.aPerson('Жукова Нина', { chat: 'tg:3' });
  classes = {
    '7А': await make.aClass('7А', { teacher: classTeacher }),
    '8Б': await make.aClass('8Б'),
  };
  await make.aParent('Иванова Мария', { chat: 'tg:4', of: [pupil('Иванов Семён')] });
  await make.aPerson('Зимина Вера', { chat: 'tg:5', roles: ['deputy_head'] });
  await make.aPerson('Админ Ада', { chat: 'tg:6', roles: ['administrator'] });
});
afterEach(() => world.close());

async function termId(): Promise<number> {
  const [term] = await world.db.select<{ id: number }>('SELECT id FROM term WHERE number = 1');
  return term?.id ?? 0;
}

/** Every payload that reads the algebra of 7А. */
async function reads(): Promise<Record<string, string>> {
  const term = await termId();
  const { algebra } = world.courses;
  const pupil = world.pupil('Иванов Семён');
  const lesson = { courseId: algebra, date: '2026-10-12', number: 2 };
  return {
    grid: journalPress(algebra),
    'grid of a term': journalPress(algebra, term, 1),
    workbook: workbookPress(algebra, term),
    pupils: journalPupilsPress(algebra, term),
    card: journalCardPress(algebra, term, pupil),
    'card from a lesson': cardPress(lesson, pupil, 'answer'),
    chart: chartPress(algebra, term, pupil),
  };
}

const OUTSIDERS = [
  ['a foreign teacher', 'tg:2'],
  ['a parent', 'tg:4'],
  ['a stranger', 'tg:404'],
] as const;

describe.each(OUTSIDERS)('%s', (_who, address) => {
  it('reads nothing by any replayed button', async () => {
    const chat = world.chats(address);
    const payloads = {
      ...(await reads()),
      class: journalClassPress(classes['7А'], 0),
      school: journalClassesPress(0),
    };
    for (const [name, payload] of Object.entries(payloads)) {
      const { text, toast } = await chat.replays(payload);
      expect(toast, name).toContain('нет права');
      expect(text, name).toBe('');
    }
    expect(chat.messages()).toEqual([]);
  });
});

const READERS = [
  ['its teacher', 'tg:1'],
  ['the class teacher', 'tg:3'],
  ['the deputy head', 'tg:5'],
  ['the administrator', 'tg:6'],
] as const;

describe.each(READERS)('%s', (_who, address) => {
  it('reads the table, the workbook, the cards and the charts', async () => {
    const chat = world.chats(address);
    for (const [name, payload] of Object.entries(await reads())) {
      const { text, toast } = await chat.replays(payload);
      expect(toast, name).toBeNull();
      expect(text, name).toContain('7А · Алгебра');
    }
  });
});

describe('the way to a journal', () => {
  it('of a class teacher is the own class, and no other', async () => {
    const chat = world.chats('tg:3');
    const home = await chat.says('/journal');
    expect(home.text).toBe('Журнал 7А\nВыберите предмет.');
    expect(home.buttons).toEqual(['Алгебра', 'Геометрия', ...FILES]);
    await chat.presses('Алгебра');
    const lesson = await chat.presses('07.09');
    expect(lesson.text).toContain('Только просмотр.');
    const foreign = [journalPress(physics), journalClassPress(classes['8Б'], 0)];
    for (const payload of [...foreign, journalClassesPress(0)]) {
      expect((await chat.replays(payload)).toast).toContain('нет права');
    }
  });

  it('of the deputy head is class, then course, and the same way back', async () => {
    const chat = world.chats('tg:5');
    expect((await chat.says('/journal')).buttons).toEqual(['1А', '7А', '8Б']);
    expect((await chat.presses('8Б')).buttons).toEqual(['Физика', ...FILES, '‹ Назад']);
    const grid = await chat.presses('Физика');
    expect(grid.text).toContain('8Б · Физика');
    expect((await chat.presses('‹ Назад')).text).toContain('Журнал 8Б');
    expect((await chat.presses('‹ Назад')).buttons).toEqual(['1А', '7А', '8Б']);
    expect(chat.messages()).toHaveLength(1);
  });

  it('of one who teaches, has a class and oversees, offers all three', async () => {
    const { make, chats } = world;
    const many = await make.aPerson('Много Ролей', {
      chat: 'tg:9',
      roles: ['teacher', 'deputy_head'],
    });
    await make.aClass('8Б', { teacher: many });
    await make.aCourse({ class: '7А', subject: 'Право', teacher: many });
    const chat = chats('tg:9');
    const home = await chat.says('/journal');
    expect(home.buttons).toEqual(['7А Право', '8Б: все предметы', 'Все классы']);
    expect((await chat.presses('8Б: все')).buttons).toEqual(['Физика', ...FILES, '‹ Назад']);
    expect((await chat.presses('‹ Назад')).buttons).toEqual(home.buttons);
    expect((await chat.presses('Все классы')).buttons).toContain('1А');
    expect((await chat.presses('‹ Назад')).buttons).toEqual(home.buttons);
  });

  it('is closed to a parent and to a stranger', async () => {
    for (const address of ['tg:4', 'tg:404']) {
      const { text, buttons } = await world.chats(address).says('/journal');
      expect(buttons).toEqual([]);
      expect(text).not.toContain('Алгебра');
    }
  });

  it('is paged where there are more classes than a phone shows', async () => {
    for (let grade = 2; grade <= 11; grade += 1) {
      for (const letter of ['А', 'Б', 'В', 'Г']) {
        await world.make.aClass(`${grade}${letter}`);
      }
    }
    const chat = world.chats('tg:5');
    const first = await chat.says('/journal');
    expect(first.buttons).toHaveLength(41);
    expect(first.buttons.at(-1)).toBe('›');
    expect((await chat.presses('›')).buttons).toEqual(['11Г', '‹']);
  });

  it('is gone with the role', async () => {
    await world.chat.says('/journal');
    await world.db.write((tx) =>
      world.db.models.Role.destroy({ where: {}, transaction: tx.transaction }),
    );
    expect((await world.chat.presses('7А Алгебра')).toast).toContain('нет права');
  });

  it('of a substitute is the lesson taken over, not the course', async () => {
    const { make, courses, chats } = world;
    const [colleague] = await world.db.select<{ id: number }>(
      "SELECT id FROM person WHERE last_name = 'Зуев'",
    );
    const taken = { course: courses.algebra, date: '2026-10-12', number: 2 };
    await make.aSubstitution({ ...taken, teacher: colleague?.id ?? 0 });
    const chat = chats('tg:2');
    expect((await chat.says('/journal')).buttons).toEqual(['8Б Физика']);
    expect((await chat.replays(journalPress(courses.algebra))).toast).toContain('нет права');
  });
});
