import type { By, LessonKey } from '../../db/actions/by.ts';
import type { Db, Tx } from '../../db/open.ts';
import { callerOfPerson } from '../../db/reports/caller.ts';
import { type TestClock, testClock } from '../clock.ts';
import { openTestDb } from '../database.ts';
import { factories } from '../factories.ts';

/** 7А has algebra with Королёв on Mondays, lesson 2; it is Monday 12.10.2026, ten o'clock. */
export async function openJournalWorld() {
  const clock: TestClock = testClock();
  const { db, url, close } = await openTestDb(clock);
  const make = factories(db);
  const teacher = await make.aTeacher('Королёв Пётр Ильич', { chat: 'tg:1' });
  const course = await make.aCourse({ class: '7А', subject: 'Алгебра', teacher });
  await make.aSlot(course, 1, 2);
  const ivanov = await make.aPupil('Иванов Семён Игоревич');
  const petrova = await make.aPupil('Петрова Алёна Юрьевна');
  const kozlov = await make.aPupil('Козлов Денис Олегович');
  const mother = await make.aParent('Иванова Мария Сергеевна', { of: [ivanov], chat: 'tg:2' });
  const lesson: LessonKey = { courseId: course, date: '2026-10-12', number: 2 };
  let operations = 0;

  /** Runs a verb as this person would from the chat, each time as an operation of its own. */
  async function as<T>(
    personId: number,
    verb: (tx: Tx, by: By) => Promise<T>,
    {
      door = 'chat',
      operation,
      reason = null,
    }: Partial<Pick<By, 'door' | 'operation' | 'reason'>> = {},
  ): Promise<T> {
    operations += 1;
    const name = operation ?? `${door}:${operations}`;
    return db.write(async (tx) => {
      const caller = await callerOfPerson(db, personId, tx);
      const actor = caller?.actor ?? { personId, roles: [], classIds: [], childIds: [] };
      return verb(tx, { actor, door, operation: name, reason });
    });
  }

  return {
    db,
    url,
    clock,
    close,
    make,
    as,
    lesson,
    course,
    people: { teacher, mother },
    pupils: { ivanov, petrova, kozlov },
    marks: () => marksOf(db),
    absences: () => absencesOf(db),
    changes: () =>
      db.select<{ record: string; before: string | null; after: string; undoes: string | null }>(
        'SELECT record, before, after, undoes FROM change ORDER BY id',
      ),
    notices: () =>
      db.select<{ kind: string; lane: number }>('SELECT kind, lane FROM notice ORDER BY id'),
  };
}

export type JournalWorld = Awaited<ReturnType<typeof openJournalWorld>>;

/** Marks as «pupil value kind state», oldest first. */
async function marksOf(db: Db): Promise<string[]> {
  const rows = await db.select<{ name: string; value: number; kind: string; state: string }>(
    `SELECT p.last_name AS name, m.value, m.kind, m.state
       FROM mark m JOIN pupil p ON p.id = m.pupil_id ORDER BY m.id`,
  );
  return rows.map(({ name, value, kind, state }) => `${name} ${value} ${kind} ${state}`);
}

/** Absences as «pupil code state», oldest first. */
async function absencesOf(db: Db): Promise<string[]> {
  const rows = await db.select<{ name: string; code: string; state: string }>(
    `SELECT p.last_name AS name, a.code, a.state
       FROM absence a JOIN pupil p ON p.id = a.pupil_id ORDER BY a.id`,
  );
  return rows.map(({ name, code, state }) => `${name} ${code} ${state}`);
}
