import { groupBy } from '../group-by.ts';
import type { Db, Tx } from '../open.ts';
import type { BehaviourFacts } from '../rules/access.ts';

/** A pupil of a class with what the right to write of them depends on. */
export type BehaviourPupil = BehaviourFacts & {
  pupilId: number;
  number: number;
  lastName: string;
  firstName: string;
  middleName: string | null;
  className: string;
};

type Row = Omit<BehaviourPupil, 'teacherIds' | 'enrolled' | 'className'> & {
  grade: number;
  letter: string;
  teacherId: number | null;
};

// A course is taught to the whole class, or to the pupils of its subgroup.
const TAUGHT = `(c.group_name = '' OR EXISTS (SELECT 1 FROM course_pupil g
    WHERE g.course_id = c.id AND g.pupil_id = e.pupil_id))`;

/** Pupils who are in a class today, in list order, with the teachers of each. One query. */
export async function readBehaviourPupils(
  db: Db,
  classId: number,
  tx?: Tx,
): Promise<BehaviourPupil[]> {
  const rows = await db.select<Row>(
    `SELECT DISTINCT e.class_id AS "classId", u.id AS "pupilId", e.number,
            u.last_name AS "lastName", u.first_name AS "firstName",
            u.middle_name AS "middleName", k.grade, k.letter, c.teacher_id AS "teacherId"
       FROM enrolment e
       JOIN pupil u ON u.id = e.pupil_id
       JOIN school_class k ON k.id = e.class_id
       LEFT JOIN course c ON c.class_id = e.class_id AND ${TAUGHT}
      WHERE e.class_id = :classId AND e.starts_on <= :today
        AND (e.ends_on IS NULL OR e.ends_on >= :today)
      ORDER BY 3, 4, 5, 2`,
    { classId, today: tx?.today ?? db.today() },
    tx,
  );
  return [...groupBy(rows, ({ pupilId }) => pupilId).values()].flatMap((own) => {
    const [first] = own;
    if (!first) {
      return [];
    }
    const { teacherId: _, grade, letter, ...pupil } = first;
    const teacherIds = own.flatMap(({ teacherId }) => teacherId ?? []);
    return [{ ...pupil, className: `${grade}${letter}`, enrolled: true, teacherIds }];
  });
}

/** Classes of open years a person leads or teaches, as «7А», in order. One query. */
export async function readBehaviourClasses(
  db: Db,
  { personId, classIds }: { personId: number; classIds: readonly number[] },
): Promise<{ classId: number; className: string }[]> {
  const rows = await db.select<{ id: number; grade: number; letter: string }>(
    `SELECT k.id, k.grade, k.letter FROM school_class k
       JOIN academic_year y ON y.id = k.academic_year_id AND y.state = 'open'
      WHERE k.id IN (:classIds)
         OR EXISTS (SELECT 1 FROM course c WHERE c.class_id = k.id AND c.teacher_id = :personId)
      ORDER BY k.grade, k.letter`,
    { personId, classIds: [0, ...classIds] },
  );
  return rows.map(({ id, grade, letter }) => ({ classId: id, className: `${grade}${letter}` }));
}
