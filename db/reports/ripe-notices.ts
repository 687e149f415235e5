import type { Tx } from '../open.ts';
import type { TermSpan } from '../rules/calendar.ts';
import type { BehaviourKind } from './behaviour-notes.ts';

export type NoticeLane = 1 | 2 | 3;

type Common = {
  noticeId: number;
  personId: number;
  language: 'ru' | 'en' | null;
  lane: NoticeLane;
  pupilId: number;
  lastName: string;
  firstName: string;
  recordId: number;
  version: number;
  state: 'active' | 'cancelled';
  /** What the person was told before; null for nothing. */
  told: string | null;
};

type AtLesson = { subject: string; date: string; number: number };

/** One record a person is to be told of as it is now, with what they were told before. */
export type RipeNotice = Common &
  (
    | (AtLesson & {
        kind: 'mark';
        /** Null is work that is owed. */
        value: number | null;
        workKind: string;
        comment: string | null;
      })
    | (AtLesson & { kind: 'absence'; code: string })
    | {
        kind: 'term_mark';
        subject: string;
        code: string;
        /** Null for the year. */
        termNumber: number | null;
        termKind: TermSpan['kind'] | null;
      }
    | {
        kind: 'behaviour_note';
        date: string;
        noteKind: BehaviourKind;
        comment: string;
        authorLastName: string;
        authorFirstName: string;
        authorMiddleName: string | null;
      }
  );

/**
 * Notices whose time has come, for at most `limit` persons. A person's calm notices go together when
 * the last of them is ripe, so that a lesson's marks are one message, but the first never waits for
 * much longer than it would alone (`patience`, seconds). What ripens later than `delay` seconds from
 * now was put off, and keeps nothing else waiting.
 */
export async function readRipeNotices(
  tx: Tx,
  { limit, patience, delay }: { limit: number; patience: number; delay: number },
): Promise<RipeNotice[]> {
  const { now } = tx;
  const overdue = new Date(now.getTime() - patience * 1000);
  const horizon = new Date(now.getTime() + delay * 1000);
  const persons = await tx.db.select<{ person_id: number; lane: number }>(
    `SELECT person_id, lane FROM notice WHERE state = 'waiting' AND ripe_at <= :horizon
      GROUP BY person_id, lane
     HAVING MAX(ripe_at) <= :now OR MIN(ripe_at) <= :overdue
      ORDER BY lane, MIN(id) LIMIT :limit`,
    { now, overdue, horizon, limit },
    tx,
  );
  return persons.length === 0 ? [] : readDue(tx, persons, horizon);
}

const NO_TEXT = 'CAST(NULL AS TEXT)';
const NO_NUMBER = 'CAST(NULL AS INTEGER)';
const NO_AUTHOR = `${NO_TEXT} AS "authorLastName", ${NO_TEXT} AS "authorFirstName",
  ${NO_TEXT} AS "authorMiddleName"`;
const NO_TERM = `${NO_NUMBER} AS "termNumber", ${NO_TEXT} AS "termKind"`;

const FIELDS = `n.lane, n.person_id AS "personId", n.pupil_id AS "pupilId", n.id AS "noticeId",
  g.language, n.told, n.kind, p.last_name AS "lastName", p.first_name AS "firstName",
  n.record_id AS "recordId", r.version, r.state`;

const AT_LESSON = 's.name AS subject, l.date, l.number';
const OF_LESSON = `JOIN lesson l ON l.id = r.lesson_id JOIN course c ON c.id = l.course_id
  JOIN subject s ON s.id = c.subject_id`;

/** By kind: what is read of a record, and where its other facts stand. */
const RECORDS = {
  mark: [
    `${AT_LESSON}, r.value, ${NO_TEXT} AS code, r.kind AS "workKind", r.comment,
       ${NO_TEXT} AS "noteKind", ${NO_TERM}, ${NO_AUTHOR}`,
    OF_LESSON,
  ],
  absence: [
    `${AT_LESSON}, ${NO_NUMBER}, r.code, ${NO_TEXT}, ${NO_TEXT}, ${NO_TEXT}, ${NO_TERM},
       ${NO_AUTHOR}`,
    OF_LESSON,
  ],
  term_mark: [
    `s.name, CAST(NULL AS DATE), ${NO_NUMBER}, ${NO_NUMBER}, r.value, ${NO_TEXT}, ${NO_TEXT},
       ${NO_TEXT}, t.number, t.kind, ${NO_AUTHOR}`,
    `JOIN course c ON c.id = r.course_id JOIN subject s ON s.id = c.subject_id
       LEFT JOIN term t ON t.id = r.term_id`,
  ],
  behaviour_note: [
    `${NO_TEXT}, r.date, ${NO_NUMBER}, ${NO_NUMBER}, ${NO_TEXT}, ${NO_TEXT}, r.text, r.kind,
       ${NO_TERM}, a.last_name, a.first_name, a.middle_name`,
    'JOIN person a ON a.id = r.author_id',
  ],
} as const;

function readDue(
  tx: Tx,
  persons: readonly { person_id: number; lane: number }[],
  horizon: Date,
): Promise<RipeNotice[]> {
  // No id is 0: an empty list has to be written as something.
  const of = (lane: number) => [
    0,
    ...persons.filter((row) => row.lane === lane).map((row) => row.person_id),
  ];
  const records = Object.entries(RECORDS).map(
    ([kind, [columns, sources]]) => `SELECT ${FIELDS}, ${columns}
       FROM notice n JOIN ${kind} r ON r.id = n.record_id
       JOIN person g ON g.id = n.person_id JOIN pupil p ON p.id = n.pupil_id ${sources}
      WHERE n.kind = '${kind}' AND n.state = 'waiting' AND n.ripe_at <= :horizon
        AND (n.lane = 1 AND n.person_id IN (:urgent) OR n.lane = 2 AND n.person_id IN (:calm)
          OR n.lane = 3 AND n.person_id IN (:summed))`,
  );
  return tx.db.select<RipeNotice>(
    `${records.join(' UNION ALL ')} ORDER BY 1, 2, 3, 4`,
    { horizon, urgent: of(1), calm: of(2), summed: of(3) },
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
