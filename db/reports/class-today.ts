import { groupBy } from '../group-by.ts';
import type { Db } from '../open.ts';
import type { AbsenceCode } from '../rules/absence-code.ts';

/** A pupil of a class who misses lessons today, and what is known of each. */
export type AbsentPupil = {
  pupilId: number;
  number: number;
  lastName: string;
  firstName: string;
  middleName: string | null;
  lessons: { number: number; code: AbsenceCode }[];
};

/** Attendance of a class today, as far as it was taken. */
export type ClassToday = {
  /** Lessons whose roll was called, in order; subgroups share a number. */
  called: { number: number; subject: string }[];
  /** In order of the list. */
  absent: AbsentPupil[];
};

type Row = {
  line: 'called' | 'absent';
  number: number;
  subject: string;
  pupilId: number;
  listNumber: number;
  lastName: string;
  firstName: string;
  middleName: string | null;
  code: AbsenceCode;
};

/** Who of a class is absent or late today, by lesson. One query. For who may read the class. */
export async function readClassToday(db: Db, classId: number): Promise<ClassToday> {
  const rows = await db.select<Row>(
    `SELECT 'called' AS line, l.number, s.name AS subject, 0 AS "pupilId", 0 AS "listNumber",
            '' AS "lastName", '' AS "firstName", CAST(NULL AS TEXT) AS "middleName", '' AS code
       FROM lesson l JOIN course c ON c.id = l.course_id JOIN subject s ON s.id = c.subject_id
      WHERE c.class_id = :classId AND l.date = :today AND l.attendance_at IS NOT NULL
     UNION ALL SELECT 'absent', l.number, s.name, u.id, e.number, u.last_name, u.first_name,
            u.middle_name, a.code
       FROM absence a
       JOIN lesson l ON l.id = a.lesson_id
       JOIN course c ON c.id = l.course_id AND c.class_id = :classId
       JOIN subject s ON s.id = c.subject_id
       JOIN pupil u ON u.id = a.pupil_id
       JOIN enrolment e ON e.pupil_id = u.id AND e.class_id = :classId AND e.starts_on <= :today
        AND (e.ends_on IS NULL OR e.ends_on >= :today)
      WHERE a.date = :today AND a.state = 'active'
      ORDER BY 5, 2, 3`,
    { classId, today: db.today() },
  );
  const of = (line: Row['line']) => rows.filter((row) => row.line === line);
  return {
    called: of('called').map(({ number, subject }) => ({ number, subject })),
    absent: [...groupBy(of('absent'), ({ pupilId }) => pupilId).values()].flatMap((own) => {
      const [first] = own;
      if (!first) {
        return [];
      }
      const { pupilId, listNumber, lastName, firstName, middleName } = first;
      const lessons = own.map(({ number, code }) => ({ number, code }));
      return [{ pupilId, number: listNumber, lastName, firstName, middleName, lessons }];
    }),
  };
}
