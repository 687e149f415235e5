import { Refusal } from '../errors.ts';
import type { Db } from '../open.ts';
import { type Actor, can } from '../rules/access.ts';
import { type TeacherName, teacherName } from './teacher-name.ts';

/** A class of any year, running or past. */
export type ArchiveClass = {
  classId: number;
  grade: number;
  className: string;
  teacher: TeacherName | null;
  year: { id: number; name: string; startsOn: string; endsOn: string; closed: boolean };
};

type Row = {
  grade: number;
  letter: string;
  classTeacherId: number | null;
  lastName: string | null;
  firstName: string | null;
  middleName: string | null;
  yearId: number;
  name: string;
  state: string;
  startsOn: string;
  endsOn: string;
};

/**
 * A class for whoever may read its journal: those who oversee the school, and the class teacher of
 * that year. Refuses others. One query.
 */
export async function readArchiveClass(
  db: Db,
  actor: Actor,
  classId: number,
): Promise<ArchiveClass> {
  const [row] = await db.select<Row>(
    `SELECT k.grade, k.letter, k.class_teacher_id AS "classTeacherId", p.last_name AS "lastName",
            p.first_name AS "firstName", p.middle_name AS "middleName", y.id AS "yearId", y.name,
            y.state, y.starts_on AS "startsOn", y.ends_on AS "endsOn"
       FROM school_class k JOIN academic_year y ON y.id = k.academic_year_id
       LEFT JOIN person p ON p.id = k.class_teacher_id
      WHERE k.id = :classId`,
    { classId },
  );
  const classTeacherId = row?.classTeacherId ?? null;
  if (!can(actor, 'archive.read', { classId, classTeacherId })) {
    throw new Refusal('not-allowed');
  }
  if (!row) {
    throw new Refusal('not-found');
  }
  const { grade, letter, yearId: id, name, state, startsOn, endsOn } = row;
  return {
    classId,
    grade,
    className: `${grade}${letter}`,
    teacher: teacherName(row.lastName, row.firstName, row.middleName),
    year: { id, name, startsOn, endsOn, closed: state === 'closed' },
  };
}
