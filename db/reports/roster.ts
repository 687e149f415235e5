import type { Db, Tx } from '../open.ts';

export type RosterPupil = {
  pupilId: number;
  number: number;
  lastName: string;
  firstName: string;
  middleName: string | null;
};

/** Pupils a course is taught to on a day, in list order: the class, or the course's own subgroup. */
export function readRoster(
  db: Db,
  course: { courseId: number; classId: number; groupName: string },
  date: string,
  tx?: Tx,
): Promise<RosterPupil[]> {
  const subgroup =
    course.groupName === ''
      ? ''
      : 'JOIN course_pupil g ON g.pupil_id = e.pupil_id AND g.course_id = :courseId';
  return db.select<RosterPupil>(
    `SELECT p.id AS "pupilId", e.number, p.last_name AS "lastName", p.first_name AS "firstName",
            p.middle_name AS "middleName"
       FROM enrolment e JOIN pupil p ON p.id = e.pupil_id ${subgroup}
      WHERE e.class_id = :classId AND e.starts_on <= :date
        AND (e.ends_on IS NULL OR e.ends_on >= :date)
      ORDER BY e.number, p.last_name, p.first_name`,
    { courseId: course.courseId, classId: course.classId, date },
    tx,
  );
}
