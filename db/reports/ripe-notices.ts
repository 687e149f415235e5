import type { Tx } from '../open.ts';

/** One mark or absence a person is to be told of, with what they were told before. */
export type RipeNotice = {
  noticeId: number;
  personId: number;
  language: 'ru' | 'en' | null;
  lane: 1 | 2;
  pupilId: number;
  lastName: string;
  firstName: string;
  kind: 'mark' | 'absence';
  recordId: number;
  version: number;
  state: 'active' | 'cancelled';
  /** What it is now: the mark or null if it's owed; the absence code. */
  value: number | null;
  code: string | null;
  workKind: string | null;
  comment: string | null;
  told: string | null;
  subject: string;
  date: string;
  number: number;
};

const FIELDS = `n.id AS "noticeId", n.person_id AS "personId", g.language, n.lane, n.told, n.kind,
  n.pupil_id AS "pupilId", p.last_name AS "lastName", p.first_name AS "firstName",
  n.record_id AS "recordId", r.version, r.state,
  s.name AS subject, l.date, l.number`;

const SOURCES = `JOIN person g ON g.id = n.person_id
  JOIN pupil p ON p.id = n.pupil_id
  JOIN lesson l ON l.id = r.lesson_id
  JOIN course c ON c.id = l.course_id
  JOIN subject s ON s.id = c.subject_id`;

/**
 * Notices whose time has come, for at most `limit` persons. A person's calm notices go together when
 * the last of them is ripe, so that a lesson's marks are one message, but the first never waits for
 * much longer than it would alone (`patience`, seconds).
 */
export async function readRipeNotices(
  tx: Tx,
  { limit, patience }: { limit: number; patience: number },
): Promise<RipeNotice[]> {
  const { now } = tx;
  const overdue = new Date(now.getTime() - patience * 1000);
  const persons = await tx.db.select<{ person_id: number; lane: number }>(
    `SELECT person_id, lane FROM notice WHERE state = 'waiting'
      GROUP BY person_id, lane
     HAVING MAX(ripe_at) <= :now OR MIN(ripe_at) <= :overdue
      ORDER BY lane, MIN(id) LIMIT :limit`,
    { now, overdue, limit },
    tx,
  );
  const due = [];
  for (const lane of [1, 2] as const) {
    const personIds = persons.filter((row) => row.lane === lane).map((row) => row.person_id);
    if (personIds.length > 0) {
      due.push(...(await readLane(tx, lane, personIds)));
    }
  }
  return due;
}

function readLane(tx: Tx, lane: 1 | 2, personIds: readonly number[]): Promise<RipeNotice[]> {
  return tx.db.select<RipeNotice>(
    `SELECT ${FIELDS}, r.value, NULL AS code, r.kind AS "workKind", r.comment
       FROM notice n JOIN mark r ON r.id = n.record_id ${SOURCES}
      WHERE n.kind = 'mark' AND n.state = 'waiting' AND n.lane = :lane AND n.person_id IN (:personIds)
     UNION ALL
     SELECT ${FIELDS}, NULL, r.code, NULL, NULL
       FROM notice n JOIN absence r ON r.id = n.record_id ${SOURCES}
      WHERE n.kind = 'absence' AND n.state = 'waiting' AND n.lane = :lane
        AND n.person_id IN (:personIds)
      ORDER BY 2, 6, 1`,
    { lane, personIds },
    tx,
  );
}

/** Addresses at which these people can be told something now, by person. */
export async function readAddresses(
  tx: Tx,
  personIds: readonly number[],
): Promise<Map<number, string[]>> {
  const rows = await tx.db.select<{ person_id: number; address: string }>(
    `SELECT person_id, address FROM chat_link
      WHERE state = 'active' AND person_id IN (:personIds) ORDER BY id`,
    { personIds },
    tx,
  );
  const byPerson = new Map<number, string[]>();
  for (const { person_id, address } of rows) {
    byPerson.set(person_id, [...(byPerson.get(person_id) ?? []), address]);
  }
  return byPerson;
}
