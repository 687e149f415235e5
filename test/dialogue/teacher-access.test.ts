import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { completionPress } from '../../bot/dialogue/entry-presses.ts';
import {
  absencePress,
  changePress,
  givePress,
  homeworkPress,
  lessonPress,
  markPress,
  pupilPress,
  removePress,
  rollPress,
  topicPress,
} from '../../bot/dialogue/lesson-presses.ts';
import { undoPress } from '../../bot/dialogue/undo-press.ts';
import type { TestChat } from './chat.ts';
import { openTeacherWorld, type TeacherWorld } from './teacher-world.ts';

let world: TeacherWorld;
let markId: number;
beforeEach(async () => {
  world = await openTeacherWorld();
  const { make, teacher, courses, pupil } = world;
  const lesson = { course: courses.algebra, date: '2026-10-12', number: 2 };
  markId = await make.aMark({ ...lesson, pupil: pupil('Иванов Семён'), value: 4, author: teacher });
  await make.aTeacher('Зуев Олег', { chat: 'tg:2' });
  const classTeacher = await make.aTeacher('Жукова Нина', { chat: 'tg:3' });
  await make.aClass('7А', { teacher: classTeacher });
  await make.aParent('Иванова Мария', { chat: 'tg:4', of: [pupil('Иванов Семён')] });
  await make.aPerson('Зимина Вера', { chat: 'tg:5', roles: ['deputy_head'] });
  const retired = await make.aTeacher('Бывший Глеб', { chat: 'tg:6' });
  await world.db.write((tx) =>
    world.db.models.Person.update(
      { state: 'inactive' },
      { where: { id: retired }, transaction: tx.transaction },
    ),
  );
});
afterEach(() => world.close());

const key = () => ({ courseId: world.courses.algebra, date: '2026-10-12', number: 2 });

/** Every payload that writes, as the course's own teacher would have it on the screen. */
const writes = (): Record<string, string> => {
  const pupilId = world.pupil('Козлов Денис');
  const mark = { markId, version: 1 };
  const answer = { lesson: key(), pupilId, marks: [5], absence: null, seen: 0, problem: 0 };
  const operation = 'chat:1';
  return {
    give: givePress(key(), { pupilId, value: 5, kind: 'answer', seen: 0 }),
    absence: absencePress(key(), { pupilId, code: 'absent', kind: 'answer' }),
    roll: rollPress(key(), 0, 'answer'),
    change: changePress(key(), mark, 5, 'answer'),
    remove: removePress(key(), mark, 'answer'),
    'ask topic': topicPress(key()),
    'ask homework': homeworkPress(key()),
    answer: completionPress({ ...answer, kind: 'answer', replace: false, operation }) ?? '',
    replace: completionPress({ ...answer, kind: 'answer', replace: true, operation }) ?? '',
    undo: undoPress(operation, 'card'),
  };
};

async function nothingChanged(): Promise<void> {
  expect(await world.journal()).toEqual(['Иванов 4']);
  expect(await world.lessons()).toEqual([
    { date: '2026-10-12', number: 2, topic: null, homework: null },
  ]);
  expect(await world.rollCalled()).toBe(false);
  expect(await world.db.select('SELECT id FROM change')).toEqual([]);
  expect(await world.db.select("SELECT chat FROM dialog WHERE name <> 'consent'")).toEqual([]);
}

const STRANGERS = [
  ['another teacher', 'tg:2'],
  ['the class teacher', 'tg:3'],
  ['a parent', 'tg:4'],
  ['the deputy head', 'tg:5'],
  ['a teacher who has left', 'tg:6'],
  ['a stranger', 'tg:404'],
] as const;

describe.each(STRANGERS)('%s', (_who, address) => {
  let chat: TestChat;
  beforeEach(() => {
    chat = world.chats(address);
  });

  it('writes nothing by any replayed button', async () => {
    for (const [name, payload] of Object.entries(writes())) {
      const { text, toast } = await chat.replays(payload);
      expect(toast, name).toMatch(name === 'undo' ? /прав|отменять нечего/ : /нет права/);
      expect(text, name).toBe('');
    }
    await nothingChanged();
  });

  it('writes nothing by a message or a command', async () => {
    for (const text of [
      '7А алгебра: Иванов 5',
      '/mark 7А алгебра: Иванов 5',
      '/absent 7А алгебра: Иванов',
      '/topic 7А алгебра: Дроби',
      '/homework 7А алгебра: § 1',
      '/undo',
    ]) {
      await chat.says(text);
    }
    await nothingChanged();
  });
});

describe('reading a lesson', () => {
  it.each([
    ['another teacher', 'tg:2', false],
    ['the class teacher', 'tg:3', true],
    ['a parent', 'tg:4', false],
    ['the deputy head', 'tg:5', true],
    ['a teacher who has left', 'tg:6', false],
    ['a stranger', 'tg:404', false],
  ])('%s', async (_who, address, may) => {
    const chat = world.chats(address);
    const { text, toast, buttons } = await chat.replays(lessonPress(key()));
    if (may) {
      expect(text).toContain('1. Иванов С. 4');
      expect(text).toContain('Только просмотр.');
      expect(buttons).toEqual(['‹ Уроки']);
    } else {
      expect(toast).toContain('нет права');
      expect(text).toBe('');
    }
    for (const panel of [
      pupilPress(key(), world.pupil('Иванов Семён'), 'answer'),
      markPress(key(), markId, 'answer'),
    ]) {
      expect((await chat.replays(panel)).toast).toContain('нет права');
    }
    await nothingChanged();
  });
});

describe('a substitute', () => {
  it('writes at the lesson taken over and at no other of that course', async () => {
    const colleague = world.chats('tg:2');
    const [person] = await world.db.select<{ id: number }>(
      "SELECT id FROM person WHERE last_name = 'Зуев'",
    );
    const taken = { course: world.courses.algebra, date: '2026-10-12', number: 2 };
    await world.make.aSubstitution({ ...taken, teacher: person?.id ?? 0 });
    await colleague.says('7А алгебра: Орлова 5');
    expect(await world.journal()).toEqual(['Иванов 4', 'Орлова 5']);
    const pupilId = world.pupil('Козлов Денис');
    const earlier = { ...key(), date: '2026-10-05' };
    const { toast } = await colleague.replays(
      givePress(earlier, { pupilId, value: 5, kind: 'answer', seen: 0 }),
    );
    expect(toast).toContain('нет права');
    expect(await world.journal()).toEqual(['Иванов 4', 'Орлова 5']);
  });

  it('is gone with the role', async () => {
    await world.chat.says('/lesson');
    await world.chat.presses('2. 7А Алгебра');
    await world.db.write((tx) =>
      world.db.models.Role.destroy({ where: {}, transaction: tx.transaction }),
    );
    expect((await world.chat.presses('1 Иванов')).toast).toContain('нет права');
    await world.chat.says('Иванов 5');
    expect(await world.journal()).toEqual(['Иванов 4']);
  });
});
