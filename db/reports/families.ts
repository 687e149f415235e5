import { groupBy } from '../group-by.ts';
import type { Db, Tx } from '../open.ts';

/** One chat of somebody a message goes to. */
export type Recipient = { personId: number; address: string; language: 'ru' | 'en' | null };

/** A pupil's family as the school can write to it. */
export type Family = {
  pupilId: number;
  number: number;
  lastName: string;
  firstName: string;
  middleName: string | null;
  className: string;
  /** A parent has linked a chat; without consent nothing of the child is sent there. */
  reach: 'reached' | 'no-consent' | 'no-chat';
  /** Chats of the parents who agreed. */
  recipients: Recipient[];
};

type Row = Omit<Family, 'className' | 'reach' | 'recipients'> & {
  grade: number;
  letter: string;
  personId: number | null;
  consentVersion: string | null;
  language: 'ru' | 'en' | null;
  address: string | null;
};

/** Families of a class in list order, or those of these pupils. One query. */
export async function readFamilies(
  db: Db,
  of: { classId: number; pupilIds?: readonly number[] },
  tx?: Tx,
): Promise<Family[]> {
  if (of.pupilIds?.length === 0) {
    return [];
  }
  const rows = await db.select<Row>(
    `SELECT u.id AS "pupilId", e.number, u.last_name AS "lastName", u.first_name AS "firstName",
            u.middle_name AS "middleName", k.grade, k.letter, p.id AS "personId",
            g.consent_version AS "consentVersion", p.language, a.address
       FROM enrolment e
       JOIN school_class k ON k.id = e.class_id
       JOIN pupil u ON u.id = e.pupil_id
       LEFT JOIN guardianship g ON g.pupil_id = u.id AND g.state = 'active'
       LEFT JOIN person p ON p.id = g.person_id AND p.state = 'active'
       LEFT JOIN chat_link a ON a.person_id = p.id AND a.state = 'active'
      WHERE e.class_id = :classId AND e.starts_on <= :today
        AND (e.ends_on IS NULL OR e.ends_on >= :today)
        ${of.pupilIds === undefined ? '' : 'AND u.id IN (:pupilIds)'}
      ORDER BY e.number, u.last_name, u.first_name, u.id, a.id`,
    { ...of, today: tx?.today ?? db.today() },
    tx,
  );
  return [...groupBy(rows, ({ pupilId }) => pupilId).values()].flatMap((own) => familyOf(own));
}

function familyOf(rows: readonly Row[]): Family[] {
  const [first] = rows;
  if (!first) {
    return [];
  }
  const { pupilId, number, lastName, firstName, middleName } = first;
  const recipients = rows.flatMap(({ personId, address, language, consentVersion }) =>
    personId !== null && address !== null && consentVersion !== null
      ? [{ personId, address, language }]
      : [],
  );
  const linked = rows.some(({ personId, address }) => personId !== null && address !== null);
  const silent = linked ? 'no-consent' : 'no-chat';
  const className = `${first.grade}${first.letter}`;
  const reach = recipients.length > 0 ? 'reached' : silent;
  return [{ pupilId, number, lastName, firstName, middleName, className, reach, recipients }];
}

/** The class teacher's person and chats; no chats if none is linked, null if there is no teacher. */
export async function readClassTeacher(
  db: Db,
  classId: number,
  tx?: Tx,
): Promise<{ personId: number; recipients: Recipient[] } | null> {
  const rows = await db.select<Omit<Recipient, 'address'> & { address: string | null }>(
    `SELECT p.id AS "personId", p.language, a.address
       FROM school_class k
       JOIN person p ON p.id = k.class_teacher_id AND p.state = 'active'
       LEFT JOIN chat_link a ON a.person_id = p.id AND a.state = 'active'
      WHERE k.id = :classId ORDER BY a.id`,
    { classId },
    tx,
  );
  const [first] = rows;
  return (
    (first && {
      personId: first.personId,
      recipients: rows.flatMap(({ address, ...row }) =>
        address === null ? [] : [{ ...row, address }],
      ),
    }) ??
    null
  );
}
