import { type TestClock, testClock } from '../clock.ts';
import { openTestDb } from '../database.ts';
import { factories } from '../factories.ts';
import { chatsOf } from './chat.ts';

/**
 * Королёв teaches 7А algebra (Mondays, lessons 2) and geometry (Mondays, lesson 5; Thursdays,
 * lesson 1) and reads with 1А (Mondays, lesson 1). It is Monday 12.10.2026, ten o'clock: algebra
 * is on. In 7А there are two Смирновы.
 */
export async function openTeacherWorld() {
  const clock: TestClock = testClock();
  const { db, close } = await openTestDb(clock);
  const make = factories(db);
  const files = new Map<string, Uint8Array>();
  const chats = chatsOf(db, {}, files);
  const teacher = await make.aTeacher('Королёв Пётр Ильич', { chat: 'tg:1' });
  const algebra = await make.aCourse({ class: '7А', subject: 'Алгебра', teacher });
  const geometry = await make.aCourse({ class: '7А', subject: 'Геометрия', teacher });
  const reading = await make.aCourse({ class: '1А', subject: 'Чтение', teacher });
  await make.aSlot(algebra, 1, 2);
  await make.aSlot(geometry, 1, 5);
  await make.aSlot(geometry, 4, 1);
  await make.aSlot(reading, 1, 1);
  const pupils: Record<string, number> = {};
  for (const name of [
    'Иванов Семён',
    'Козлов Денис',
    'Орлова Вера',
    'Петрова Алёна',
    'Сидоров Лев',
    'Смирнов Антон',
    'Смирнов Борис',
  ]) {
    pupils[name] = await make.aPupil(name);
  }
  await make.aPupil('Ёлкин Олег', { class: '1А' });

  return {
    db,
    clock,
    close,
    make,
    chats,
    files,
    chat: chats('tg:1'),
    teacher,
    courses: { algebra, geometry, reading },
    pupil: (name: string) => {
      const id = pupils[name];
      if (id === undefined) {
        throw new Error(`no pupil ${name}`);
      }
      return id;
    },
    /** What stands in the journal, as «Иванов 5», «Козлов absent», «Иванов 4 cancelled». */
    journal: async () => {
      const rows = await db.select<{ name: string; what: string; state: string }>(
        `SELECT p.last_name AS name, COALESCE(CAST(m.value AS TEXT), 'owed') AS what, m.state, m.id
           FROM mark m JOIN pupil p ON p.id = m.pupil_id
         UNION ALL
         SELECT p.last_name, a.code, a.state, a.id FROM absence a JOIN pupil p ON p.id = a.pupil_id
         ORDER BY 1, 2`,
      );
      return rows.map(({ name, what, state }) =>
        state === 'active' ? `${name} ${what}` : `${name} ${what} ${state}`,
      );
    },
    lessons: () =>
      db.select<{ date: string; number: number; topic: string | null; homework: string | null }>(
        'SELECT date, number, topic, homework FROM lesson ORDER BY date, number',
      ),
    rollCalled: async () => {
      const rows = await db.select('SELECT id FROM lesson WHERE attendance_at IS NOT NULL');
      return rows.length > 0;
    },
  };
}

export type TeacherWorld = Awaited<ReturnType<typeof openTeacherWorld>>;
