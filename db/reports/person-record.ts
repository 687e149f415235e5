import type { Db, Tx } from '../open.ts';
import type { RawInstant } from '../values.ts';
import { momentOf } from './moment.ts';

/** All that the journal keeps of a person themselves, instants as the school's day and clock time. */
export type PersonRecord = {
  person: {
    lastName: string;
    firstName: string;
    middleName: string | null;
    phone: string | null;
    language: 'ru' | 'en' | null;
  };
  roles: string[];
  chats: { address: string; state: string; linked: string }[];
  settings: { key: string; value: string }[];
  children: {
    lastName: string;
    firstName: string;
    relation: string | null;
    state: 'active' | 'cut';
    consentVersion: string | null;
    consentGiven: string | null;
  }[];
  letters: { sent: string; className: string; text: string; photo: boolean }[];
  excuses: { date: string; answer: string; text: string | null; state: string }[];
  questions: { asked: string; text: string; state: string }[];
};

/** Reads a person's own record. Nine queries. For that person alone. */
export async function readPersonRecord(
  db: Db,
  personId: number,
  tx?: Tx,
): Promise<PersonRecord | null> {
  const of = { personId };
  const select = <Row extends object>(sql: string) => db.select<Row>(sql, of, tx);
  const moment = (raw: RawInstant) => {
    const { date, time } = momentOf(raw, db.timezone);
    return `${date} ${time}`;
  };
  const [person] = await select<PersonRecord['person']>(
    `SELECT last_name AS "lastName", first_name AS "firstName", middle_name AS "middleName",
            phone, language FROM person WHERE id = :personId`,
  );
  if (!person) {
    return null;
  }
  const roles = await select<{ role: string }>(
    'SELECT role FROM role WHERE person_id = :personId ORDER BY role',
  );
  const chats = await select<{ address: string; state: string; at: RawInstant }>(
    `SELECT address, state, linked_at AS at FROM chat_link
      WHERE person_id = :personId ORDER BY linked_at, id`,
  );
  const settings = await select<{ key: string; value: string }>(
    'SELECT key, value FROM preference WHERE person_id = :personId ORDER BY key',
  );
  const children = await select<
    Omit<PersonRecord['children'][number], 'consentGiven'> & { at: RawInstant | null }
  >(
    `SELECT u.last_name AS "lastName", u.first_name AS "firstName", g.relation, g.state,
            g.consent_version AS "consentVersion", g.consent_at AS at
       FROM guardianship g JOIN pupil u ON u.id = g.pupil_id
      WHERE g.person_id = :personId ORDER BY g.id`,
  );
  const letters = await select<{
    at: RawInstant;
    grade: number;
    letter: string;
    text: string;
    fileId: string | null;
  }>(
    `SELECT m.sent_at AS at, k.grade, k.letter, m.text, m.file_id AS "fileId"
       FROM message m JOIN thread t ON t.id = m.thread_id
       JOIN school_class k ON k.id = t.class_id
      WHERE m.author_id = :personId ORDER BY m.id`,
  );
  const excuses = await select<PersonRecord['excuses'][number]>(
    `SELECT date, answer, text, state FROM absence_excuse
      WHERE person_id = :personId ORDER BY date, id`,
  );
  const questions = await select<{ at: RawInstant; text: string; state: string }>(
    `SELECT r.created_at AS at, r.text, r.state, r.id FROM support_request r
      WHERE r.person_id = :personId
     UNION ALL SELECT m.sent_at, m.text, r.state, r.id
       FROM support_message m JOIN support_request r ON r.id = m.request_id
      WHERE m.author_id = :personId ORDER BY 4, 1`,
  );
  return {
    person,
    roles: roles.map(({ role }) => role),
    chats: chats.map(({ at, ...chat }) => ({ ...chat, linked: moment(at) })),
    settings,
    children: children.map(({ at, ...child }) => ({
      ...child,
      consentGiven: at === null ? null : moment(at),
    })),
    letters: letters.map(({ at, grade, letter, text, fileId }) => ({
      sent: moment(at),
      className: `${grade}${letter}`,
      text,
      photo: fileId !== null,
    })),
    excuses,
    questions: questions.map(({ at, text, state }) => ({ asked: moment(at), text, state })),
  };
}
