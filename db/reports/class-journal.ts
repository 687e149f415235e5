import { groupBy } from '../group-by.ts';
import type { Db } from '../open.ts';
import type { AbsenceCode } from '../rules/absence-code.ts';
import type { Actor } from '../rules/access.ts';
import type { TermSpan } from '../rules/calendar.ts';
import type { TermValue } from '../rules/term-mark.ts';
import { type RawFlag, toFlag } from '../values.ts';
import { type ArchiveClass, readArchiveClass } from './archive-class.ts';
import { readTerms } from './calendar.ts';
import { type Movement, readMovements } from './class-movement.ts';
import type { RosterPupil } from './roster.ts';
import { type TeacherName, teacherName } from './teacher-name.ts';

/** A pupil of a class's year with the days of the stay that ended last. */
export type JournalPupil = RosterPupil & {
  bornOn: string | null;
  startsOn: string;
  endsOn: string | null;
};

export type JournalLesson = {
  lessonId: number;
  date: string;
  number: number;
  topic: string | null;
  homework: string | null;
};

/** What stands for a pupil at a lesson; null is work owed. */
export type JournalRecord = { value: number | null } | { code: AbsenceCode };

export type JournalCourseYear = {
  courseId: number;
  subject: string;
  groupName: string;
  teacher: TeacherName | null;
  marked: boolean;
  pupilIds: ReadonlySet<number>;
  lessons: JournalLesson[];
};

/** A class's journal of a year, as the paper one: all its pages as plain data. */
export type ClassJournal = ArchiveClass & {
  terms: TermSpan[];
  pupils: JournalPupil[];
  courses: JournalCourseYear[];
  movements: Movement[];
  recordsOf: (lessonId: number, pupilId: number) => readonly JournalRecord[];
  /** What stands for a term, or for the year by null. */
  resultOf: (of: ResultKey) => TermValue | null;
};

export type ResultKey = { courseId: number; pupilId: number; termId: number | null };

/**
 * The whole journal of a class's year, running or past, from what is stored: lessons that nobody
 * opened are not there. For those who oversee the school and the class teacher of that year; refuses
 * others. Nine queries, however many pupils and lessons.
 */
export async function readClassJournal(
  db: Db,
  actor: Actor,
  classId: number,
): Promise<ClassJournal> {
  const klass = await readArchiveClass(db, actor, classId);
  const { grade, year } = klass;
  const terms = (await readTerms(db, year.id)).filter(
    ({ minGrade, maxGrade }) => minGrade <= grade && grade <= maxGrade,
  );
  const pupils = await readPupils(db, classId);
  const records = groupBy(await readRecords(db, classId), recordKey);
  const results = new Map(
    (await readResults(db, classId)).map((row) => [resultKey(row), row.value]),
  );
  const span = { academicYearId: year.id, yearStartsOn: year.startsOn, yearEndsOn: year.endsOn };
  const movements = (await readMovements(db, span, [classId])).get(classId) ?? [];
  return {
    ...klass,
    terms,
    pupils,
    courses: await readCourses(db, klass, pupils),
    movements: movements.toReversed(),
    recordsOf: (lessonId, pupilId) => records.get(recordKey({ lessonId, pupilId })) ?? [],
    resultOf: (of) => results.get(resultKey(of)) ?? null,
  };
}

const recordKey = ({ lessonId, pupilId }: { lessonId: number; pupilId: number }): string =>
  `${lessonId}.${pupilId}`;
const resultKey = ({ courseId, pupilId, termId }: ResultKey): string =>
  `${courseId}.${pupilId}.${termId ?? 'year'}`;

async function readPupils(db: Db, classId: number): Promise<JournalPupil[]> {
  const rows = await db.select<JournalPupil>(
    `SELECT p.id AS "pupilId", e.number, p.last_name AS "lastName", p.first_name AS "firstName",
            p.middle_name AS "middleName", p.born_on AS "bornOn", e.starts_on AS "startsOn",
            e.ends_on AS "endsOn"
       FROM enrolment e JOIN pupil p ON p.id = e.pupil_id
      WHERE e.class_id = :classId ORDER BY e.starts_on`,
    { classId },
  );
  const last = new Map(rows.map((row) => [row.pupilId, row]));
  return [...last.values()].sort(
    (a, b) => a.number - b.number || a.lastName.localeCompare(b.lastName, 'ru'),
  );
}

type CourseRow = Omit<JournalCourseYear, 'teacher' | 'marked' | 'pupilIds' | 'lessons'> & {
  markFree: RawFlag;
  lastName: string | null;
  firstName: string | null;
  middleName: string | null;
};

async function readCourses(
  db: Db,
  { classId, grade }: ArchiveClass,
  pupils: readonly JournalPupil[],
): Promise<JournalCourseYear[]> {
  const courses = await db.select<CourseRow>(
    `SELECT c.id AS "courseId", s.name AS subject, c.group_name AS "groupName",
            c.mark_free AS "markFree", p.last_name AS "lastName", p.first_name AS "firstName",
            p.middle_name AS "middleName"
       FROM course c JOIN subject s ON s.id = c.subject_id
       LEFT JOIN person p ON p.id = c.teacher_id
      WHERE c.class_id = :classId ORDER BY s.name, c.group_name`,
    { classId },
  );
  const members = await db.select<{ courseId: number; pupilId: number }>(
    `SELECT g.course_id AS "courseId", g.pupil_id AS "pupilId" FROM course_pupil g
       JOIN course c ON c.id = g.course_id WHERE c.class_id = :classId`,
    { classId },
  );
  const lessons = await db.select<JournalLesson & { courseId: number }>(
    `SELECT l.course_id AS "courseId", l.id AS "lessonId", l.date, l.number, l.topic, l.homework
       FROM course c JOIN lesson l ON l.course_id = c.id
      WHERE c.class_id = :classId ORDER BY l.date, l.number`,
    { classId },
  );
  const groups = groupBy(members, ({ courseId }) => courseId);
  const byCourse = groupBy(lessons, ({ courseId }) => courseId);
  return courses.map(({ courseId, subject, groupName, markFree, ...teacher }) => {
    const group = groupName === '' ? pupils : (groups.get(courseId) ?? []);
    return {
      ...{ courseId, subject, groupName, marked: grade > 1 && !toFlag(markFree) },
      teacher: teacherName(teacher.lastName, teacher.firstName, teacher.middleName),
      pupilIds: new Set(group.map(({ pupilId }) => pupilId)),
      lessons: byCourse.get(courseId) ?? [],
    };
  });
}

type RecordRow = { lessonId: number; pupilId: number; value: number | null; code?: AbsenceCode };

/** Marks and absences that stand, in the order they were given. */
async function readRecords(
  db: Db,
  classId: number,
): Promise<(JournalRecord & { lessonId: number; pupilId: number })[]> {
  const from = (record: string) =>
    `FROM course c JOIN lesson l ON l.course_id = c.id
       JOIN ${record} r ON r.lesson_id = l.id AND r.state = 'active'
      WHERE c.class_id = :classId`;
  const rows = await db.select<RecordRow & { code: AbsenceCode | null }>(
    `SELECT r.lesson_id AS "lessonId", r.pupil_id AS "pupilId", r.value, NULL AS code, r.id
       ${from('mark')}
     UNION ALL SELECT r.lesson_id, r.pupil_id, NULL, r.code, r.id ${from('absence')}
      ORDER BY 5`,
    { classId },
  );
  return rows.map(({ lessonId, pupilId, value, code }) =>
    code === null ? { lessonId, pupilId, value } : { lessonId, pupilId, code },
  );
}

function readResults(db: Db, classId: number): Promise<(ResultKey & { value: TermValue })[]> {
  return db.select(
    `SELECT m.course_id AS "courseId", m.pupil_id AS "pupilId", m.term_id AS "termId", m.value
       FROM course c JOIN term_mark m ON m.course_id = c.id AND m.state = 'active'
      WHERE c.class_id = :classId`,
    { classId },
  );
}
