import type { Db } from '../open.ts';

/** A member of staff as an operator names them. */
export type StaffName = {
  personId: number;
  key: string | null;
  lastName: string;
  firstName: string;
  middleName: string | null;
};

/** Everybody who works at the school and isn't inactive, by name. For the operator. */
export function readStaffNames(db: Db): Promise<StaffName[]> {
  return db.select<StaffName>(
    `SELECT p.id AS "personId", p.key, p.last_name AS "lastName", p.first_name AS "firstName",
            p.middle_name AS "middleName"
       FROM person p
      WHERE p.state = 'active'
        AND (EXISTS (SELECT 1 FROM role WHERE person_id = p.id)
          OR EXISTS (SELECT 1 FROM school_class WHERE class_teacher_id = p.id)
          OR EXISTS (SELECT 1 FROM course WHERE teacher_id = p.id))
      ORDER BY p.name_key, p.id`,
  );
}
