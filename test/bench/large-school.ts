import { addDays } from '../../db/days.ts';
import type { Db, Tx } from '../../db/open.ts';

/** The newest year, of which one quarter is over; the years before it are whole and closed. */
const NEWEST = 2026;
const GRADES = 10; // 2 to 11: grade 1 has no marks
const SUBJECTS = 12;
const LESSONS_A_WEEK = 3;
const PUPILS_A_CLASS = 25;
const WEEKS = { quarter: 8, year: 34 };
// First days of the quarters, as weeks since the first Monday of September.
const QUARTERS = [0, 9, 17, 26] as const;
const QUARTER_WEEKS = [8, 8, 9, 9] as const;

/** When the benchmark is run: the Monday after the first quarter. */
export const NOW = '2026-11-02T10:00+03:00';
export const DEPUTY_CHAT = 'tg:1';
export const PARENT_CHAT = 'tg:2';

export type LargeSchool = { classId: number; courseId: number; marks: number };

/**
 * A school of `letters` classes a grade with 25 pupils each through `years` years: 4 letters are 1,000
 * pupils and some 500,000 marks a year, ten of 25 pupils at each lesson. Past every check and by bulk
 * statements of SQLite. Its newest pupil of grade 11 was there from the first day, and has a parent.
 */
export async function buildLargeSchool(
  db: Db,
  { years, letters }: { years: number; letters: number },
): Promise<LargeSchool> {
  await db.write((tx) => writePeople(tx, letters));
  for (let year = 0; year < years; year += 1) {
    await db.write((tx) => writeYear(tx, { year, years, letters }));
  }
  // As a school's file is after a backup: the planner knows how large the tables are.
  await db.write((tx) => tx.run('ANALYZE', {}));
  const classId = years * GRADES * letters - letters + 1;
  const [row] = await db.select<{ marks: number }>('SELECT COUNT(*) AS marks FROM mark');
  return { classId, courseId: (classId - 1) * SUBJECTS + 1, marks: row?.marks ?? 0 };
}

const numbers = (name: string, count: number) =>
  `${name}(n) AS (SELECT 0 UNION ALL SELECT n + 1 FROM ${name} WHERE n + 1 < ${count})`;

async function writePeople(tx: Tx, letters: number): Promise<void> {
  const { now } = tx;
  const person = 'INSERT INTO person (id, last_name, first_name, name_key, created_at, updated_at)';
  await tx.run(
    `${person} WITH RECURSIVE ${numbers('p', GRADES * letters + 2)}
     SELECT n + 1, 'Фамилия' || n, 'Имя', 'фамилия' || n || ' имя', :now, :now FROM p`,
    { now },
  );
  await tx.run(
    `INSERT INTO role (person_id, role) SELECT id, CASE id WHEN 1 THEN 'deputy_head'
       ELSE 'teacher' END FROM person WHERE id <> 2`,
    {},
  );
  for (const [personId, address] of [
    [1, DEPUTY_CHAT],
    [2, PARENT_CHAT],
  ]) {
    await tx.run(
      'INSERT INTO chat_link (person_id, address, linked_at) VALUES (:personId, :address, :now)',
      {
        ...{ personId, address, now },
      },
    );
  }
  // Cohorts that entered grade 2 before the first of ten years, and in each of them.
  await tx.run(
    `INSERT INTO pupil (id, last_name, first_name, name_key, created_at, updated_at)
     WITH RECURSIVE ${numbers('p', (2 * GRADES - 1) * letters * PUPILS_A_CLASS)}
     SELECT n + 1, 'Ученик' || n, 'Имя', 'ученик' || n || ' имя', :now, :now FROM p`,
    { now },
  );
  await tx.run(
    `INSERT INTO guardianship (person_id, pupil_id, consent_version, consent_at, created_at)
     VALUES (2, :pupilId, '1', :now, :now)`,
    { pupilId: (GRADES - 1) * letters * PUPILS_A_CLASS + 1, now },
  );
  await tx.run(
    `INSERT INTO subject (id, name) WITH RECURSIVE ${numbers('s', SUBJECTS)}
     SELECT n + 1, 'Предмет ' || n FROM s`,
    {},
  );
  await tx.run(
    `INSERT INTO bell (number, starts_at, ends_at) WITH RECURSIVE ${numbers('b', 8)}
     SELECT n + 1, (n + 8) || ':00', (n + 8) || ':45' FROM b`,
    {},
  );
}

type Year = { year: number; years: number; letters: number };

/** One year: ids are reckoned, so that each table is one statement. */
async function writeYear(tx: Tx, { year, years, letters }: Year): Promise<void> {
  const { now } = tx;
  const first = NEWEST - (years - 1 - year);
  const newest = year === years - 1;
  const monday = mondayOf(first);
  const state = newest ? 'open' : 'closed';
  const weeks = newest ? WEEKS.quarter : WEEKS.year;
  const [yearId, perClass] = [year + 1, weeks * LESSONS_A_WEEK];
  const classes = GRADES * letters;
  // A pupil of ten years at the end: the oldest cohort of the newest year began in its first.
  const shift = year + (GRADES - years);
  const of = { now, yearId, monday, state, start: monday, end: addDays(monday, 270) };
  await tx.run(
    `INSERT INTO academic_year (id, name, starts_on, ends_on, state)
     VALUES (:yearId, '${first}/${(first + 1) % 100}', :start, :end, :state)`,
    of,
  );
  for (const [index, week] of QUARTERS.entries()) {
    const startsOn = addDays(monday, week * 7);
    const endsOn = addDays(startsOn, (QUARTER_WEEKS[index] ?? 8) * 7 - 1);
    await tx.run(
      `INSERT INTO term (id, academic_year_id, kind, number, starts_on, ends_on, state)
       VALUES (:id, :yearId, 'quarter', :number, :startsOn, :endsOn, :state)`,
      { id: year * 4 + index + 1, yearId, number: index + 1, startsOn, endsOn, state },
    );
  }
  const classId = `${year * classes} + k.n + 1`;
  await tx.run(
    `INSERT INTO school_class (id, academic_year_id, grade, letter, class_teacher_id)
     WITH RECURSIVE ${numbers('k', classes)}
     SELECT ${classId}, :yearId, 2 + k.n / ${letters}, char(1040 + k.n % ${letters}), k.n + 3 FROM k`,
    of,
  );
  const pupilId = `((${shift} - k.n / ${letters} + ${GRADES - 1}) * ${letters} + k.n % ${letters})
    * ${PUPILS_A_CLASS} + p.n + 1`;
  await tx.run(
    `INSERT INTO enrolment (pupil_id, class_id, number, starts_on, ends_on)
     WITH RECURSIVE ${numbers('k', classes)}, ${numbers('p', PUPILS_A_CLASS)}
     SELECT ${pupilId}, ${classId}, p.n + 1, :start, CASE :state WHEN 'open' THEN NULL ELSE :end END
       FROM k, p`,
    of,
  );
  const courseId = `(${year * classes} + k.n) * ${SUBJECTS} + s.n + 1`;
  await tx.run(
    `INSERT INTO course (id, class_id, subject_id, teacher_id)
     WITH RECURSIVE ${numbers('k', classes)}, ${numbers('s', SUBJECTS)}
     SELECT ${courseId}, ${classId}, s.n + 1, (k.n + s.n) % ${classes} + 3 FROM k, s`,
    of,
  );
  const slot = `(s.n * ${LESSONS_A_WEEK} + l.n % ${LESSONS_A_WEEK})`;
  await tx.run(
    `INSERT INTO timetable_slot (course_id, weekday, number, starts_on, ends_on)
     WITH RECURSIVE ${numbers('k', classes)}, ${numbers('s', SUBJECTS)},
       ${numbers('l', LESSONS_A_WEEK)}
     SELECT ${courseId}, ${slot} % 5 + 1, ${slot} / 5 + 1, :start, :end FROM k, s, l`,
    of,
  );
  await tx.run(
    `INSERT INTO lesson (course_id, date, number, topic, homework, attendance_at, created_at,
       updated_at)
     WITH RECURSIVE ${numbers('k', classes)}, ${numbers('s', SUBJECTS)}, ${numbers('l', perClass)}
     SELECT ${courseId}, date(:monday, '+' || (l.n / ${LESSONS_A_WEEK} * 7
              + ${breaks(`l.n / ${LESSONS_A_WEEK}`)} * 7 + ${slot} % 5) || ' days'),
            ${slot} / 5 + 1, 'Тема ' || l.n, 'Упражнение ' || l.n, :now, :now, :now
       FROM l, k, s`,
    of,
  );
  await writeRecords(tx, yearId);
  const given = newest ? 't.number = 1' : '1 = 1';
  await tx.run(
    `INSERT INTO term_mark (pupil_id, course_id, term_id, value, author_id, created_at, updated_at)
     SELECT e.pupil_id, c.id, t.id, CAST(3 + (e.number + c.id) % 3 AS TEXT), 3, :now, :now
       FROM term t JOIN school_class k ON k.academic_year_id = t.academic_year_id
       JOIN course c ON c.class_id = k.id JOIN enrolment e ON e.class_id = k.id
      WHERE t.academic_year_id = :yearId AND ${given}`,
    of,
  );
}

/** Ten marks of 25 pupils at each lesson, and one absence. */
async function writeRecords({ run, now }: Tx, yearId: number): Promise<void> {
  const from = `FROM school_class k JOIN course c ON c.class_id = k.id
    JOIN lesson l ON l.course_id = c.id JOIN enrolment e ON e.class_id = k.id
   WHERE k.academic_year_id = :yearId`;
  await run(
    `INSERT INTO mark (lesson_id, pupil_id, date, value, kind, weight, author_id, created_at,
       updated_at)
     SELECT l.id, e.pupil_id, l.date, 2 + (e.number + l.id) % 4, 'answer', 1, c.teacher_id, :now, :now
       ${from} AND (e.number + l.id) % 5 < 2 ORDER BY l.date`,
    { yearId, now },
  );
  await run(
    `INSERT INTO absence (lesson_id, pupil_id, date, code, author_id, created_at, updated_at)
     SELECT l.id, e.pupil_id, l.date, 'ill', c.teacher_id, :now, :now
       ${from} AND (e.number + l.id) % 25 = 3`,
    { yearId, now },
  );
}

/** The one week of holidays that has gone before all weeks of teaching but the first eight. */
function breaks(week: string): string {
  return `(CASE WHEN ${week} < ${WEEKS.quarter} THEN 0 ELSE 1 END)`;
}

/** The first Monday of September. */
function mondayOf(year: number): string {
  const weekday = new Date(`${year}-09-01`).getUTCDay();
  return addDays(`${year}-09-01`, (8 - weekday) % 7);
}
