import type { Db, Tx } from '../open.ts';

/** One child of a parent who is sent summaries, and one chat they read in. */
export type SummaryRecipient = {
  personId: number;
  language: 'ru' | 'en' | null;
  address: string;
  pupilId: number;
  lastName: string;
  firstName: string;
  classId: number;
  grade: number;
  letter: string;
  academicYearId: number;
};

/**
 * Parents who can be written to and gave consent, with each child that is in a class on a day and
 * each of their chats; or this parent of this child alone. One query.
 */
export function readRecipients(
  db: Db,
  of: { day: string; only?: { personId: number; pupilId: number } },
  tx?: Tx,
): Promise<SummaryRecipient[]> {
  const only = of.only ? 'AND p.id = :personId AND u.id = :pupilId' : '';
  return db.select<SummaryRecipient>(
    `SELECT p.id AS "personId", p.language, a.address, u.id AS "pupilId",
            u.last_name AS "lastName", u.first_name AS "firstName", k.id AS "classId", k.grade,
            k.letter, k.academic_year_id AS "academicYearId"
       FROM guardianship g
       JOIN person p ON p.id = g.person_id AND p.state = 'active'
       JOIN chat_link a ON a.person_id = p.id AND a.state = 'active'
       JOIN pupil u ON u.id = g.pupil_id
       JOIN enrolment e ON e.pupil_id = u.id AND e.starts_on <= :day
        AND (e.ends_on IS NULL OR e.ends_on >= :day)
       JOIN school_class k ON k.id = e.class_id
       JOIN academic_year y ON y.id = k.academic_year_id AND y.state = 'open'
      WHERE g.state = 'active' AND g.consent_version IS NOT NULL ${only}
      ORDER BY p.id, a.id, u.first_name, u.id`,
    { day: of.day, ...of.only },
    tx,
  );
}

/** One row of each class. */
export function classesOf(recipients: readonly SummaryRecipient[]): SummaryRecipient[] {
  return [...new Map(recipients.map((row) => [row.classId, row])).values()];
}
