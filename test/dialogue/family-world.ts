import type { DialogueConfig } from '../../bot/dialogue/turn.ts';
import type { Db } from '../../db/open.ts';
import { testClock } from '../clock.ts';
import { openTestDb } from '../database.ts';
import { factories } from '../factories.ts';
import { chatsOf } from './chat.ts';

/**
 * 7А with three pupils, two mothers and a class teacher; it is Monday 12.10.2026, ten o'clock.
 * Monday: 1 Русский язык, 2 Алгебра; Tuesday: 1 Русский язык, 2 Английский in two groups;
 * Wednesday: 2 Алгебра. Artyom Ivanov's mother has tg:2, Alyona Petrova's tg:3.
 */
export async function openFamilyWorld(config: Partial<DialogueConfig> = {}) {
  const clock = testClock();
  const { db, url, close } = await openTestDb(clock);
  const make = factories(db);
  const classTeacher = await make.aTeacher('Соколова Вера Ивановна', { chat: 'tg:10' });
  await make.aClass('7А', { teacher: classTeacher });
  const artyom = await make.aPupil('Иванов Артём Игоревич');
  const alyona = await make.aPupil('Петрова Алёна Юрьевна');
  const denis = await make.aPupil('Козлов Денис Олегович');
  const mother = await make.aParent('Иванова Мария', { of: [artyom], chat: 'tg:2' });
  const otherMother = await make.aParent('Петрова Инна', { of: [alyona], chat: 'tg:3' });
  const teacher = classTeacher;
  const algebra = await make.aCourse({ subject: 'Алгебра', teacher });
  const russian = await make.aCourse({ subject: 'Русский язык', teacher });
  const english = await make.aCourse({
    subject: 'Английский',
    teacher,
    group: { name: '1', pupils: [artyom] },
  });
  const otherEnglish = await make.aCourse({
    subject: 'Английский',
    teacher,
    group: { name: '2', pupils: [alyona, denis] },
  });
  for (const [course, weekday, number] of [
    [russian, 1, 1],
    [algebra, 1, 2],
    [russian, 2, 1],
    [english, 2, 2],
    [otherEnglish, 2, 2],
    [algebra, 3, 2],
  ] as const) {
    await make.aSlot(course, weekday, number);
  }
  return {
    db,
    url,
    clock,
    close,
    make,
    chat: chatsOf(db, config),
    classTeacher,
    pupils: { artyom, alyona, denis },
    parents: { mother, otherMother },
    courses: { algebra, russian, english, otherEnglish },
  };
}

export type FamilyWorld = Awaited<ReturnType<typeof openFamilyWorld>>;

/** Counts the statements that a piece of work reads by. */
export async function countSelects({ db }: { db: Db }, work: () => Promise<unknown>) {
  const { select } = db;
  let count = 0;
  db.select = (...args) => {
    count += 1;
    return select(...args);
  };
  try {
    await work();
  } finally {
    db.select = select;
  }
  return count;
}
