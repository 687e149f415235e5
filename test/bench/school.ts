import { addDays } from '../../db/days.ts';
import type { Db } from '../../db/open.ts';
import { factories } from '../factories.ts';

const SUBJECTS = [
  'Алгебра',
  'Английский язык',
  'Биология',
  'География',
  'Геометрия',
  'Информатика',
  'История',
  'Литература',
  'Обществознание',
  'Русский язык',
  'Физика',
];
export const SURNAMES = [
  'Абрамов',
  'Белов',
  'Волков',
  'Громов',
  'Данилов',
  'Егоров',
  'Жуков',
  'Зимин',
  'Ильин',
  'Климов',
  'Лапин',
  'Медведев',
  'Носов',
  'Орлов',
  'Панин',
  'Рыбаков',
  'Савин',
  'Тарасов',
  'Ушаков',
  'Фомин',
  'Харитонов',
  'Цветков',
  'Чернов',
  'Шубин',
  'Щукин',
];
// A quarter has begun: four weeks are in the journal, the two since are still to be entered.
const WEEKS_ENTERED = ['2026-09-07', '2026-09-14', '2026-09-21', '2026-09-28'];
const WEEKS_TO_ENTER = ['2026-10-05', '2026-10-12'];
const SLOTS_A_DAY = 5;
const MARKS_A_LESSON = 18;

export const TEACHER_CHAT = 'tg:1';
/** When the benchmark is run, by the school's clock. */
export const NOW = '2026-10-17T14:00+03:00';

type Lesson = { course: number; subject: string; date: string; number: number };

/**
 * 7А with 25 pupils and a teacher for everything, who has given some 1,600 marks, and a parent for
 * every chat. Gives the lessons that are still to be entered.
 */
export async function buildSchool(db: Db, parentChats: readonly number[]): Promise<Lesson[]> {
  const make = factories(db);
  const teacher = await make.aTeacher('Королёв Пётр Ильич', { chat: TEACHER_CHAT });
  const pupils: number[] = [];
  for (const surname of SURNAMES) {
    pupils.push(await make.aPupil(`${surname} Артём`));
  }
  const slots: { course: number; subject: string; weekday: number; number: number }[] = [];
  for (const [index, subject] of SUBJECTS.entries()) {
    const course = await make.aCourse({ subject, teacher });
    for (const slot of [index, index + SUBJECTS.length]) {
      const [weekday, number] = [1 + (slot % 5), 1 + Math.floor(slot / SLOTS_A_DAY)];
      await make.aSlot(course, weekday, number);
      slots.push({ course, subject, weekday, number });
    }
  }
  for (const [index, chat] of parentChats.entries()) {
    const child = pupils[index % pupils.length];
    await make.aParent(`Родитель ${chat}`, { of: child ? [child] : [], chat: `tg:${chat}` });
  }
  const lessonsOf = (weeks: readonly string[]): Lesson[] =>
    weeks.flatMap((monday) =>
      slots.map(({ weekday, ...slot }) => ({ ...slot, date: addDays(monday, weekday - 1) })),
    );
  await giveMarks(db, lessonsOf(WEEKS_ENTERED), pupils, teacher);
  return lessonsOf(WEEKS_TO_ENTER);
}

/** Past every check and by a few statements: only what was before the benchmark. */
function giveMarks(
  db: Db,
  lessons: readonly Lesson[],
  pupils: readonly number[],
  authorId: number,
): Promise<void> {
  return db.write(async ({ transaction }) => {
    let turn = 0;
    for (const { course, date, number } of lessons) {
      const row = { courseId: course, date, number, attendanceAt: new Date(date) };
      const lesson = await db.models.Lesson.create(row, { transaction });
      const marks = Array.from({ length: MARKS_A_LESSON }, () => {
        turn += 1;
        const pupilId = pupils[turn % pupils.length] ?? 0;
        const value = 3 + (turn % 3);
        return { lessonId: lesson.id, pupilId, date, value, kind: 'answer', weight: 1, authorId };
      });
      await db.models.Mark.bulkCreate(marks, { transaction });
    }
  });
}
