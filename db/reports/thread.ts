import type { Db, Tx } from '../open.ts';
import type { RawInstant } from '../values.ts';
import { momentOf } from './moment.ts';

export type MessageFile = { kind: 'photo'; fileId: string; name: string };

export type ThreadMessage = {
  messageId: number;
  pupilId: number;
  classId: number;
  side: 'school' | 'family';
  author: {
    personId: number;
    lastName: string;
    firstName: string;
    middleName: string | null;
    /** Who the author is to the child; null for the school and where it isn't known. */
    relation: string | null;
  };
  text: string;
  file: MessageFile | null;
  /** The school's day and clock time it was sent at. */
  date: string;
  time: string;
  /** Somebody of the other side has read it. */
  read: boolean;
};

type Row = {
  messageId: number;
  pupilId: number;
  classId: number;
  side: 'school' | 'family';
  personId: number;
  lastName: string;
  firstName: string;
  middleName: string | null;
  relation: string | null;
  text: string;
  fileId: string | null;
  fileName: string | null;
  sentAt: RawInstant;
  reads: number;
};

const SELECT = `SELECT m.id AS "messageId", t.pupil_id AS "pupilId", t.class_id AS "classId", m.side,
    p.id AS "personId", p.last_name AS "lastName", p.first_name AS "firstName",
    p.middle_name AS "middleName", g.relation, m.text, m.file_id AS "fileId",
    m.file_name AS "fileName", m.sent_at AS "sentAt",
    (SELECT CAST(COUNT(*) AS INTEGER) FROM message_receipt r
      WHERE r.message_id = m.id AND r.read_at IS NOT NULL) AS reads
  FROM message m
  JOIN thread t ON t.id = m.thread_id
  JOIN person p ON p.id = m.author_id
  LEFT JOIN guardianship g
    ON g.person_id = p.id AND g.pupil_id = t.pupil_id AND m.side = 'family'`;

/**
 * A page of a thread, oldest first: the newest messages, or the newest before one of them. One query.
 * For those who may read the thread.
 */
export async function readThread(
  db: Db,
  of: { pupilId: number; classId: number; before: number | null; limit: number },
  tx?: Tx,
): Promise<{ messages: ThreadMessage[]; older: boolean }> {
  const rows = await db.select<Row>(
    `${SELECT} WHERE t.pupil_id = :pupilId AND t.class_id = :classId
        ${of.before === null ? '' : 'AND m.id < :before'}
      ORDER BY m.id DESC LIMIT :most`,
    { ...of, most: of.limit + 1 },
    tx,
  );
  const shown = rows.slice(0, of.limit).toReversed();
  return {
    messages: shown.map((row) => toMessage(row, db.timezone)),
    older: rows.length > of.limit,
  };
}

/** One message, or null. For those who may read its thread. */
export async function readMessage(
  db: Db,
  messageId: number,
  tx?: Tx,
): Promise<ThreadMessage | null> {
  const [row] = await db.select<Row>(`${SELECT} WHERE m.id = :messageId`, { messageId }, tx);
  return row ? toMessage(row, db.timezone) : null;
}

function toMessage(row: Row, timezone: string): ThreadMessage {
  const { messageId, pupilId, classId, side, text, fileId, fileName } = row;
  const { personId, lastName, firstName, middleName, relation } = row;
  return {
    messageId,
    pupilId,
    classId,
    side,
    author: { personId, lastName, firstName, middleName, relation },
    text,
    file: fileId === null ? null : { kind: 'photo', fileId, name: fileName ?? '' },
    ...momentOf(row.sentAt, timezone),
    read: row.reads > 0,
  };
}

/** A family that has written or been written to. */
export type ThreadEntry = {
  pupilId: number;
  number: number;
  lastName: string;
  firstName: string;
  middleName: string | null;
  /** The family has written something that the school hasn't read. */
  unread: boolean;
};

/** Threads of a class whose pupils are in it today, the newest message first. One query. */
export async function readThreads(db: Db, classId: number, tx?: Tx): Promise<ThreadEntry[]> {
  const rows = await db.select<Omit<ThreadEntry, 'unread'> & { waiting: number }>(
    `SELECT u.id AS "pupilId", e.number, u.last_name AS "lastName", u.first_name AS "firstName",
            u.middle_name AS "middleName",
            (SELECT CAST(COUNT(*) AS INTEGER) FROM message m
              WHERE m.thread_id = t.id AND m.side = 'family' AND NOT EXISTS (
                SELECT 1 FROM message_receipt r
                 WHERE r.message_id = m.id AND r.read_at IS NOT NULL)) AS waiting
       FROM thread t
       JOIN pupil u ON u.id = t.pupil_id
       JOIN enrolment e ON e.pupil_id = u.id AND e.class_id = t.class_id
        AND e.starts_on <= :today AND (e.ends_on IS NULL OR e.ends_on >= :today)
      WHERE t.class_id = :classId
      ORDER BY (SELECT MAX(m.id) FROM message m WHERE m.thread_id = t.id) DESC`,
    { classId, today: tx?.today ?? db.today() },
    tx,
  );
  return rows.map(({ waiting, ...row }) => ({ ...row, unread: waiting > 0 }));
}
