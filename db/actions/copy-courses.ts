import type { Tx } from '../open.ts';
import { type RawFlag, toFlag } from '../values.ts';
import { writeChanges } from './audit.ts';
import type { By } from './by.ts';
import { insertRows } from './insert-rows.ts';

type Pair = { from: number; to: number };
type Course = {
  id: number;
  classId: number;
  subjectId: number;
  groupName: string;
  teacherId: number | null;
  markFree: RawFlag;
};

/**
 * Copies the subjects of classes to others with their teachers and subgroups; a subject that stands
 * there already is left as it is. Gives how many were made. For `promoteClasses`.
 */
export async function copyCourses(tx: Tx, by: By, pairs: readonly Pair[]): Promise<number> {
  const classIds = pairs.flatMap(({ from, to }) => [from, to]);
  if (classIds.length === 0) {
    return 0;
  }
  const all = await tx.db.select<Course>(
    `SELECT id, class_id AS "classId", subject_id AS "subjectId", group_name AS "groupName",
            teacher_id AS "teacherId", mark_free AS "markFree"
       FROM course WHERE class_id IN (:classIds) ORDER BY id`,
    { classIds },
    tx,
  );
  const keyOf = ({ classId, subjectId, groupName }: Omit<Course, 'id'>) =>
    `${classId}:${subjectId}:${groupName}`;
  const there = new Set(all.map(keyOf));
  const copies = pairs.flatMap(({ from, to }) =>
    all
      .filter(({ classId }) => classId === from)
      .map((course) => ({ was: course.id, course: { ...course, classId: to } }))
      .filter(({ course }) => !there.has(keyOf(course))),
  );
  const rows = copies.map(({ course: { classId, subjectId, groupName, teacherId, markFree } }) => ({
    ...{ classId, subjectId, groupName, teacherId, markFree: toFlag(markFree) },
  }));
  const ids = await insertRows(
    tx,
    'course',
    ['class_id', 'subject_id', 'group_name', 'teacher_id', 'mark_free'],
    rows.map((row) => Object.values(row)),
  );
  await writeChanges(
    tx,
    by,
    rows.map((after, index) => ({
      ...{ record: 'course', recordId: ids[index] ?? 0, before: null, after },
    })),
  );
  for (const [index, { was, course }] of copies.entries()) {
    if (course.groupName !== '') {
      await copyGroup(tx, { was, course: ids[index] ?? 0, classId: course.classId });
    }
  }
  return ids.length;
}

/** Those of a subgroup who are in the new class too. */
async function copyGroup(
  tx: Tx,
  of: { was: number; course: number; classId: number },
): Promise<void> {
  await tx.run(
    `INSERT INTO course_pupil (course_id, pupil_id)
     SELECT :course, g.pupil_id FROM course_pupil g
      WHERE g.course_id = :was
        AND EXISTS (SELECT 1 FROM enrolment e
              WHERE e.pupil_id = g.pupil_id AND e.class_id = :classId)`,
    of,
  );
}
