import type { By, Door } from '../db/actions/by.ts';
import type { Tx } from '../db/open.ts';
import { callerOfPerson } from '../db/reports/caller.ts';
import { testClock } from './clock.ts';
import { openTestDb } from './database.ts';
import { chatsOf } from './dialogue/chat.ts';
import { factories } from './factories.ts';

/** The Mondays of the first quarter: algebra's seven lessons. */
export const LESSONS = [
  '2026-09-07',
  '2026-09-14',
  '2026-09-21',
  '2026-09-28',
  '2026-10-05',
  '2026-10-12',
  '2026-10-19',
] as const;

/**
 * It is Friday 23.10.2026, two days before the first quarter ends. Королёв teaches 7А algebra; seven
 * lessons were held, so that three marks are enough. Иванов 5,00 and Петрова 4,00 are sure; Козлов is
 * at 4,50; Орлова has no marks; Сидоров 3,00 owes a work; Уткин missed five lessons and has no marks.
 */
export async function openTermWorld() {
  const clock = testClock('2026-10-23T10:00+03:00');
  const { db, close } = await openTestDb(clock);
  const make = factories(db);
  const teacher = await make.aTeacher('Королёв Пётр Ильич', { chat: 'tg:1' });
  const substitute = await make.aTeacher('Зуев Олег', { chat: 'tg:2' });
  const classTeacher = await make.aTeacher('Жукова Нина', { chat: 'tg:3' });
  await make.aClass('7А', { teacher: classTeacher });
  const algebra = await make.aCourse({ class: '7А', subject: 'Алгебра', teacher });
  const pupil = {
    ivanov: await make.aPupil('Иванов Семён'),
    kozlov: await make.aPupil('Козлов Денис'),
    orlova: await make.aPupil('Орлова Вера'),
    petrova: await make.aPupil('Петрова Алёна'),
    sidorov: await make.aPupil('Сидоров Лев'),
    utkin: await make.aPupil('Уткин Глеб'),
  };
  const mother = await make.aParent('Иванова Мария', { chat: 'tg:4', of: [pupil.ivanov] });
  const deputy = await make.aPerson('Зимина Вера', { chat: 'tg:5', roles: ['deputy_head'] });
  const administrator = await make.aPerson('Щёголева Анна', {
    chat: 'tg:6',
    roles: ['administrator'],
  });
  await db.write(({ db: { models }, transaction }) =>
    models.Lesson.bulkCreate(
      LESSONS.map((date) => ({ courseId: algebra, date, number: 1 })),
      { transaction },
    ),
  );
  const last = { course: algebra, date: '2026-10-19', number: 1 };
  await make.aSubstitution({ ...last, teacher: substitute });

  /** Marks of one pupil at one lesson of algebra after the other; null is work owed. */
  const grade = (pupilId: number, values: readonly (number | null)[]) =>
    db.write(async ({ db: { models }, transaction }) => {
      const lessons = await models.Lesson.findAll({
        where: { courseId: algebra },
        order: ['date'],
        transaction,
      });
      const rows = values.flatMap((value, index) => {
        const { id: lessonId, date = '' } = lessons[index] ?? {};
        const mark = { pupilId, date, value, kind: 'answer', weight: 1, authorId: teacher };
        return lessonId === undefined ? [] : [{ ...mark, lessonId }];
      });
      await models.Mark.bulkCreate(rows, { transaction });
    });
  await grade(pupil.ivanov, [5, 5, 5]);
  await grade(pupil.kozlov, [4, 5, 5, 4]);
  await grade(pupil.petrova, [4, 4, 4]);
  await grade(pupil.sidorov, [3, 3, 3, null]);
  await db.write(async ({ db: { models }, transaction }) => {
    const lessons = await models.Lesson.findAll({ order: ['date'], limit: 5, transaction });
    const absence = { pupilId: pupil.utkin, code: 'absent' as const, authorId: teacher };
    const rows = lessons.map(({ id, date }) => ({ ...absence, lessonId: id, date }));
    await models.Absence.bulkCreate(rows, { transaction });
  });
  const terms = await db.select<{ id: number }>('SELECT id FROM term ORDER BY number');
  const quarter = (number: number) => terms[number - 1]?.id ?? 0;
  let operations = 0;

  return {
    db,
    clock,
    close,
    make,
    grade,
    quarter,
    pupil,
    courses: { algebra },
    people: { teacher, substitute, classTeacher, mother, deputy, administrator },
    chats: chatsOf(db),
    /** Runs a verb as this person would from the chat, each time as an operation of its own. */
    as: async <T>(
      personId: number,
      verb: (tx: Tx, by: By) => Promise<T>,
      { door = 'chat' }: { door?: Door } = {},
    ): Promise<T> => {
      operations += 1;
      const operation = `${door}:${operations}`;
      return db.write(async (tx) => {
        const caller = await callerOfPerson(db, personId, tx);
        const actor = caller?.actor ?? { personId, roles: [], classIds: [], childIds: [] };
        return verb(tx, { actor, door, operation });
      });
    },
    /** What stands, as «Иванов 5», «Козлов 4 (5)» against the proposal, «Петрова 4 cancelled». */
    termMarks: async () => {
      const rows = await db.select<{
        name: string;
        value: string;
        proposal: string | null;
        state: string;
      }>(
        `SELECT p.last_name AS name, m.value, m.proposal, m.state
           FROM term_mark m JOIN pupil p ON p.id = m.pupil_id ORDER BY p.last_name, m.id`,
      );
      return rows.map(({ name, value, proposal, state }) => {
        const other = proposal === value ? '' : ` (${proposal ?? 'none'})`;
        return `${name} ${value}${other}${state === 'active' ? '' : ` ${state}`}`;
      });
    },
    /** Audit lines of term marks, oldest first. */
    changes: () =>
      db.select<{ before: string | null; after: string; reason: string | null; undoes: string }>(
        `SELECT before, after, reason, undoes FROM change WHERE record = 'term_mark' ORDER BY id`,
      ),
  };
}

export type TermWorld = Awaited<ReturnType<typeof openTermWorld>>;
