import type { Db, Tx } from '../open.ts';
import type { Role } from '../rules/access.ts';
import { type RawInstant, toInstant } from '../values.ts';
import { type Moment, momentOf } from './moment.ts';

export type SupportState = 'open' | 'answered' | 'closed';

/** A question as a list shows it. */
export type SupportLine = Moment & { requestId: number; text: string; state: SupportState };

/** One thing said in a question, the question itself first. */
export type SupportWord = Moment & { side: 'asker' | 'office'; text: string };

/** A question with all that was said, and who asks. */
export type SupportCard = {
  requestId: number;
  state: SupportState;
  screen: string | null;
  asker: { personId: number; lastName: string; firstName: string; middleName: string | null };
  roles: Role[];
  words: SupportWord[];
};

type LineRow = Omit<SupportLine, keyof Moment> & { createdAt: RawInstant };

// The office sees what waits, whoever asked; everybody sees their own.
const WHICH = {
  own: 'r.person_id = :personId ORDER BY r.id DESC',
  waiting: "r.state = 'open' AND r.person_id <> :personId ORDER BY r.id",
} as const;

/**
 * A person's own questions, the newest first; or those of others that wait for an answer, the oldest
 * first, for administrators. One query.
 */
export async function readSupportLines(
  db: Db,
  which: keyof typeof WHICH,
  of: { personId: number; limit: number },
  tx?: Tx,
): Promise<SupportLine[]> {
  const rows = await db.select<LineRow>(
    `SELECT r.id AS "requestId", r.text, r.state, r.created_at AS "createdAt"
       FROM support_request r WHERE ${WHICH[which]} LIMIT :limit`,
    of,
    tx,
  );
  return rows.map(({ createdAt, ...row }) => ({ ...row, ...momentOf(createdAt, db.timezone) }));
}

type CardRow = Omit<SupportCard, 'asker' | 'roles' | 'words'> &
  SupportCard['asker'] & { side: 'asker' | 'office'; text: string; at: RawInstant };

/** A question with its words in order of time, or null. One query; a second one gives the roles. */
export async function readSupportCard(
  db: Db,
  requestId: number,
  tx?: Tx,
): Promise<SupportCard | null> {
  const rows = await db.select<CardRow>(
    `SELECT r.id AS "requestId", r.state, r.screen, p.id AS "personId",
            p.last_name AS "lastName", p.first_name AS "firstName",
            p.middle_name AS "middleName", w.side, w.text, w.at
       FROM support_request r
       JOIN person p ON p.id = r.person_id
       JOIN (SELECT id AS request_id, 0 AS place, 'asker' AS side, text, created_at AS at
               FROM support_request WHERE id = :requestId
             UNION ALL SELECT request_id, id, side, text, sent_at
               FROM support_message WHERE request_id = :requestId) w ON w.request_id = r.id
      ORDER BY w.place`,
    { requestId },
    tx,
  );
  const [first] = rows;
  if (!first) {
    return null;
  }
  const { state, screen, personId, lastName, firstName, middleName } = first;
  return {
    requestId,
    state,
    screen,
    asker: { personId, lastName, firstName, middleName },
    roles: await rolesOf(db, personId, tx),
    words: rows.map(({ side, text, at }) => ({ side, text, ...momentOf(at, db.timezone) })),
  };
}

async function rolesOf(db: Db, personId: number, tx?: Tx): Promise<Role[]> {
  const rows = await db.select<{ role: Role }>(
    `SELECT role FROM role WHERE person_id = :personId
     UNION SELECT 'parent' FROM guardianship WHERE person_id = :personId AND state = 'active'`,
    { personId },
    tx,
  );
  return rows.map(({ role }) => role);
}

/** An answer that whoever asked hasn't been told, with one chat it goes to. */
export type UntoldAnswer = {
  messageId: number;
  requestId: number;
  text: string;
  question: string;
  /** Null where no chat of the asker can be reached now. */
  address: string | null;
  language: 'ru' | 'en' | null;
};

/** Whether an answer waits to be told: from the panel, that is. One query by a small index. */
export async function anyUntoldAnswer(db: Db): Promise<boolean> {
  const rows = await db.select('SELECT id FROM support_message WHERE told_at IS NULL LIMIT 1');
  return rows.length > 0;
}

/**
 * Answers nobody was told yet, each with the chat it was asked in, or with every chat of the asker
 * where that one is closed. One query.
 */
export async function readUntoldAnswers(tx: Tx): Promise<UntoldAnswer[]> {
  return tx.db.select<UntoldAnswer>(
    `SELECT m.id AS "messageId", r.id AS "requestId", m.text, r.text AS question, a.address,
            p.language
       FROM support_message m
       JOIN support_request r ON r.id = m.request_id
       JOIN person p ON p.id = r.person_id
       LEFT JOIN chat_link a ON a.person_id = r.person_id AND a.state = 'active'
        AND (a.address = r.chat OR NOT EXISTS (
          SELECT 1 FROM chat_link b
           WHERE b.person_id = r.person_id AND b.address = r.chat AND b.state = 'active'))
      WHERE m.told_at IS NULL AND m.side = 'office'
      ORDER BY m.id, a.id`,
    {},
    tx,
  );
}

type Answered = { createdAt: RawInstant; answeredAt: RawInstant };

/** How many minutes each question answered since then had waited for its first answer. One query. */
export async function readAnswerMinutes(db: Db, since: Date): Promise<number[]> {
  const rows = await db.select<Answered>(
    `SELECT created_at AS "createdAt", answered_at AS "answeredAt" FROM support_request
      WHERE answered_at >= :since`,
    { since },
  );
  return rows.map(
    ({ createdAt, answeredAt }) =>
      (toInstant(answeredAt).getTime() - toInstant(createdAt).getTime()) / 60_000,
  );
}
