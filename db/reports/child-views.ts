import { groupBy } from '../group-by.ts';
import type { Db } from '../open.ts';
import type { ViewedScreen, ViewSide } from '../rules/views.ts';

/** What one person saw of a child on a day. */
export type DayOfViews = {
  date: string;
  personId: number;
  lastName: string;
  firstName: string;
  middleName: string | null;
  side: ViewSide;
  /** What they are at the school: of a teacher of the child's class, that; none for parents. */
  post: 'class_teacher' | 'deputy_head' | 'administrator' | 'teacher' | null;
  screens: ViewedScreen[];
  count: number;
};

type Row = Omit<DayOfViews, 'screens'> & { screen: ViewedScreen };

/** Who looked at a child from a day on, the newest day first. One query. For the child's parents. */
export async function readChildViews(
  db: Db,
  of: { pupilId: number; from: string },
): Promise<DayOfViews[]> {
  const rows = await db.select<Row>(
    `SELECT v.date, p.id AS "personId", p.last_name AS "lastName", p.first_name AS "firstName",
            p.middle_name AS "middleName", v.side, v.screen, v.count,
            CASE WHEN v.side = 'family' THEN NULL
                 WHEN EXISTS (SELECT 1 FROM school_class k JOIN enrolment e ON e.class_id = k.id
                               WHERE k.class_teacher_id = p.id AND e.pupil_id = v.pupil_id)
                   THEN 'class_teacher'
                 ELSE COALESCE((SELECT MIN(r.role) FROM role r
                                 WHERE r.person_id = p.id AND r.role <> 'teacher'), 'teacher')
            END AS post
       FROM view_event v JOIN person p ON p.id = v.person_id
      WHERE v.pupil_id = :pupilId AND v.date >= :from
      ORDER BY v.date DESC, v.side DESC, p.last_name, p.id, v.screen`,
    of,
  );
  return [...groupBy(rows, (row) => `${row.date} ${row.side} ${row.personId}`).values()].flatMap(
    (own) => {
      const [first] = own;
      if (!first) {
        return [];
      }
      const { screen: _, ...day } = first;
      const count = own.reduce((sum, row) => sum + row.count, 0);
      return [{ ...day, screens: own.map(({ screen }) => screen), count }];
    },
  );
}
