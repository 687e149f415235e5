import { Refusal } from '../errors.ts';
import type { Db } from '../open.ts';
import { type Actor, can } from '../rules/access.ts';
import { type JournalCourse, type NamedClass, readJournalCourses } from './journal-courses.ts';

export type PastYear = { yearId: number; name: string };

/** What somebody may open of a closed year: classes in whole, and courses they taught. */
export type PastJournals = PastYear & { classes: NamedClass[]; courses: JournalCourse[] };

/**
 * Closed years, the newest first: all for those who oversee the school, else those in which this
 * person led a class or taught a course. One query.
 */
export function readPastYears(db: Db, actor: Actor): Promise<PastYear[]> {
  const own = can(actor, 'school.read', null)
    ? ''
    : `AND EXISTS (SELECT 1 FROM school_class k LEFT JOIN course c ON c.class_id = k.id
         WHERE k.academic_year_id = y.id
           AND (k.class_teacher_id = :personId OR c.teacher_id = :personId))`;
  return db.select<PastYear>(
    `SELECT y.id AS "yearId", y.name FROM academic_year y
      WHERE y.state = 'closed' ${own} ORDER BY y.starts_on DESC`,
    { personId: actor.personId },
  );
}

/** Three queries. Refuses a year that isn't among those of `readPastYears`. */
export async function readPastJournals(
  db: Db,
  actor: Actor,
  yearId: number,
): Promise<PastJournals> {
  const year = (await readPastYears(db, actor)).find((one) => one.yearId === yearId);
  if (!year) {
    throw new Refusal('not-allowed');
  }
  const { personId } = actor;
  const led = can(actor, 'school.read', null) ? '' : 'AND class_teacher_id = :personId';
  const classes = await db.select<{ id: number; grade: number; letter: string }>(
    `SELECT id, grade, letter FROM school_class WHERE academic_year_id = :yearId ${led}
      ORDER BY grade, letter`,
    { yearId, personId },
  );
  return {
    ...year,
    classes: classes.map(({ id, grade, letter }) => ({
      classId: id,
      className: `${grade}${letter}`,
    })),
    courses: await readJournalCourses(db, { teacherId: personId, yearId }),
  };
}
