import { weekdayOf } from '../days.ts';
import type { Db, Tx } from '../open.ts';

/**
 * The number of each pupil's first lesson of a day, by the timetable of the courses they are taught,
 * substitutions, stored lessons and lessons moved there included, those cancelled or moved away
 * left out; pupils without lessons are absent. One query.
 */
export async function readFirstLessons(
  db: Db,
  { pupilIds, date }: { pupilIds: readonly number[]; date: string },
  tx?: Tx,
): Promise<Map<number, number>> {
  if (pupilIds.length === 0) {
    return new Map();
  }
  const rows = await db.select<{ pupilId: number; first: number }>(
    `WITH taught AS (SELECT e.pupil_id, c.id AS course_id
         FROM enrolment e JOIN course c ON c.class_id = e.class_id
        WHERE e.pupil_id IN (:pupilIds) AND e.starts_on <= :date
          AND (e.ends_on IS NULL OR e.ends_on >= :date)
          AND (c.group_name = '' OR EXISTS (SELECT 1 FROM course_pupil g
                WHERE g.course_id = c.id AND g.pupil_id = e.pupil_id)))
     SELECT t.pupil_id AS "pupilId", MIN(n.number) AS first
       FROM taught t JOIN (
         SELECT course_id, number FROM timetable_slot
          WHERE weekday = :weekday AND starts_on <= :date
            AND (ends_on IS NULL OR ends_on >= :date)
         UNION SELECT course_id, number FROM substitution WHERE date = :date
         UNION SELECT course_id, number FROM lesson WHERE date = :date
         UNION SELECT course_id, to_number FROM timetable_change
          WHERE kind = 'moved' AND to_date = :date) n
         ON n.course_id = t.course_id
        AND NOT EXISTS (SELECT 1 FROM timetable_change x
             WHERE x.course_id = n.course_id AND x.date = :date AND x.number = n.number)
      GROUP BY t.pupil_id`,
    { pupilIds, date, weekday: weekdayOf(date) },
    tx,
  );
  return new Map(rows.map(({ pupilId, first }) => [pupilId, first]));
}
