import type { Db, Tx } from '../open.ts';
import type { RawInstant } from '../values.ts';
import { type Moment, momentOf } from './moment.ts';

/** One letter of a class teacher, to one family or many. */
export type Letter = Moment & {
  operation: string;
  text: string;
  withPhoto: boolean;
  families: number;
  read: number;
};

type Row = Omit<Letter, keyof Moment | 'withPhoto'> & { sentAt: RawInstant; photos: number };

// What was written to a family that has left the class is no longer the class teacher's to read.
const STILL_THERE = `JOIN enrolment e ON e.pupil_id = t.pupil_id AND e.class_id = t.class_id
    AND e.starts_on <= :today AND (e.ends_on IS NULL OR e.ends_on >= :today)`;

/** The last letters to a class, the newest first. One query. For the class teacher. */
export async function readLetters(
  db: Db,
  { classId, limit }: { classId: number; limit: number },
): Promise<Letter[]> {
  const rows = await db.select<Row>(
    `SELECT m.operation, MIN(m.text) AS text, MIN(m.sent_at) AS "sentAt",
            CAST(COUNT(m.file_id) AS INTEGER) AS photos, CAST(COUNT(*) AS INTEGER) AS families,
            CAST(COUNT(s.message_id) AS INTEGER) AS read
       FROM message m
       JOIN thread t ON t.id = m.thread_id AND t.class_id = :classId
       ${STILL_THERE}
       LEFT JOIN (SELECT DISTINCT message_id FROM message_receipt WHERE read_at IS NOT NULL) s
         ON s.message_id = m.id
      WHERE m.side = 'school'
      GROUP BY m.operation
      ORDER BY MIN(m.id) DESC LIMIT :limit`,
    { classId, limit, today: db.today() },
  );
  return rows.map(({ sentAt, photos, ...row }) => ({
    ...row,
    withPhoto: photos > 0,
    ...momentOf(sentAt, db.timezone),
  }));
}

/** One family a letter went to. */
export type LetterFamily = {
  pupilId: number;
  number: number;
  lastName: string;
  firstName: string;
  middleName: string | null;
  delivered: boolean;
  read: boolean;
};

export type LetterReads = Moment & {
  classId: number;
  className: string;
  text: string;
  withPhoto: boolean;
  families: LetterFamily[];
};

type ReadRow = Omit<LetterFamily, 'delivered' | 'read'> & {
  classId: number;
  grade: number;
  letter: string;
  text: string;
  fileId: string | null;
  sentAt: RawInstant;
  deliveries: number;
  reads: number;
};

/** Whom a letter reached and who has read it; null if there is none. One query. */
export async function readLetterReads(
  db: Db,
  operation: string,
  tx?: Tx,
): Promise<LetterReads | null> {
  const rows = await db.select<ReadRow>(
    `SELECT t.class_id AS "classId", k.grade, k.letter, m.text, m.file_id AS "fileId",
            m.sent_at AS "sentAt", u.id AS "pupilId", u.last_name AS "lastName",
            u.first_name AS "firstName", u.middle_name AS "middleName",
            e.number,
            (SELECT CAST(COUNT(delivered_at) AS INTEGER) FROM message_receipt
              WHERE message_id = m.id) AS deliveries,
            (SELECT CAST(COUNT(read_at) AS INTEGER) FROM message_receipt
              WHERE message_id = m.id) AS reads
       FROM message m
       JOIN thread t ON t.id = m.thread_id
       ${STILL_THERE}
       JOIN school_class k ON k.id = t.class_id
       JOIN pupil u ON u.id = t.pupil_id
      WHERE m.operation = :operation AND m.side = 'school'
      ORDER BY e.number, u.last_name, u.first_name`,
    { operation, today: tx?.today ?? db.today() },
    tx,
  );
  const [first] = rows;
  if (!first) {
    return null;
  }
  return {
    classId: first.classId,
    className: `${first.grade}${first.letter}`,
    text: first.text,
    withPhoto: first.fileId !== null,
    ...momentOf(first.sentAt, db.timezone),
    families: rows.map(({ pupilId, number, lastName, firstName, middleName, ...row }) => ({
      pupilId,
      number,
      lastName,
      firstName,
      middleName,
      delivered: row.deliveries > 0,
      read: row.reads > 0,
    })),
  };
}
