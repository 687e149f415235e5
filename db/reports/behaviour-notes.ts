import type { Db, Tx } from '../open.ts';

export type BehaviourKind = 'good' | 'bad';

/** A behaviour note that stands, as it is read. */
export type BehaviourNote = {
  noteId: number;
  pupilId: number;
  kind: BehaviourKind;
  text: string;
  /** The day it was written on. */
  date: string;
  author: { lastName: string; firstName: string; middleName: string | null };
  /** How many parents have taken note of it, and whether the reader has. */
  acknowledged: number;
  acknowledgedByReader: boolean;
};

type Row = Omit<BehaviourNote, 'author' | 'acknowledgedByReader'> & {
  lastName: string;
  firstName: string;
  middleName: string | null;
  own: number;
};

const SELECT = `SELECT b.id AS "noteId", b.pupil_id AS "pupilId", b.kind, b.text, b.date,
    p.last_name AS "lastName", p.first_name AS "firstName", p.middle_name AS "middleName",
    (SELECT CAST(COUNT(*) AS INTEGER) FROM acknowledgement a WHERE a.note_id = b.id) AS acknowledged,
    (SELECT CAST(COUNT(*) AS INTEGER) FROM acknowledgement a
      WHERE a.note_id = b.id AND a.person_id = :readerId) AS own
  FROM behaviour_note b JOIN person p ON p.id = b.author_id`;

/**
 * A page of a pupil's notes that stand, the newest first: all, or those before one of them. One
 * query. For those who may read of the pupil.
 */
export async function readPupilNotes(
  db: Db,
  of: { pupilId: number; readerId: number; before: number | null; limit: number },
  tx?: Tx,
): Promise<{ notes: BehaviourNote[]; older: boolean }> {
  const rows = await db.select<Row>(
    `${SELECT} WHERE b.pupil_id = :pupilId AND b.state = 'active'
        ${of.before === null ? '' : 'AND b.id < :before'}
      ORDER BY b.id DESC LIMIT :most`,
    { ...of, most: of.limit + 1 },
    tx,
  );
  return { notes: rows.slice(0, of.limit).map(toNote), older: rows.length > of.limit };
}

/** One note that stands, or null. For those who may read of its pupil. */
export async function readNote(
  db: Db,
  of: { noteId: number; readerId: number },
  tx?: Tx,
): Promise<BehaviourNote | null> {
  const [row] = await db.select<Row>(
    `${SELECT} WHERE b.id = :noteId AND b.state = 'active'`,
    of,
    tx,
  );
  return row ? toNote(row) : null;
}

function toNote({ lastName, firstName, middleName, own, ...note }: Row): BehaviourNote {
  return {
    ...note,
    author: { lastName, firstName, middleName },
    acknowledgedByReader: own > 0,
  };
}

/** How many notes of each kind a pupil has. */
export type NoteCounts = {
  pupilId: number;
  number: number;
  lastName: string;
  firstName: string;
  middleName: string | null;
  good: number;
  bad: number;
};

/** Pupils of a class who have notes that stand, written between two days. One query. */
export function readNoteCounts(
  db: Db,
  of: { classId: number; from: string; to: string },
): Promise<NoteCounts[]> {
  return db.select<NoteCounts>(
    `SELECT u.id AS "pupilId", e.number, u.last_name AS "lastName", u.first_name AS "firstName",
            u.middle_name AS "middleName",
            CAST(SUM(CASE WHEN b.kind = 'good' THEN 1 ELSE 0 END) AS INTEGER) AS good,
            CAST(SUM(CASE WHEN b.kind = 'bad' THEN 1 ELSE 0 END) AS INTEGER) AS bad
       FROM behaviour_note b
       JOIN enrolment e ON e.pupil_id = b.pupil_id AND e.class_id = :classId
        AND e.starts_on <= :today AND (e.ends_on IS NULL OR e.ends_on >= :today)
       JOIN pupil u ON u.id = b.pupil_id
      WHERE b.state = 'active' AND b.date BETWEEN :from AND :to
      GROUP BY u.id, e.number, u.last_name, u.first_name, u.middle_name
      ORDER BY e.number, u.last_name, u.first_name`,
    { ...of, today: db.today() },
  );
}
