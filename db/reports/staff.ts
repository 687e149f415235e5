import type { Db, Tx } from '../open.ts';

/** Whether a person works at the school: has a role there or leads a class of any year. */
export async function isStaff(db: Db, personId: number, tx?: Tx): Promise<boolean> {
  const rows = await db.select(
    `SELECT id FROM role WHERE person_id = :personId
     UNION ALL SELECT id FROM school_class WHERE class_teacher_id = :personId
     UNION ALL SELECT id FROM course WHERE teacher_id = :personId LIMIT 1`,
    { personId },
    tx,
  );
  return rows.length > 0;
}
