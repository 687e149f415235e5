import type { Db, Tx } from '../open.ts';
import type { AbsenceCode } from '../rules/absence-code.ts';

/** A mark (null is work that is owed) or, with a code, an absence, as it stands. */
export type PupilEntry = {
  pupilId: number;
  subject: string;
  number: number;
  value: number | null;
  kind: string;
  code: AbsenceCode | null;
};

/**
 * All that was marked and noted between two days of pupils whose parents hear of them, or of this
 * one, in order of time. One query.
 */
export function readPupilEntries(
  db: Db,
  of: { from: string; to: string; pupilId?: number },
  tx?: Tx,
): Promise<PupilEntry[]> {
  const whose =
    of.pupilId === undefined
      ? "r.pupil_id IN (SELECT pupil_id FROM guardianship WHERE state = 'active')"
      : 'r.pupil_id = :pupilId';
  const from = (record: string) =>
    `FROM ${record} r JOIN lesson l ON l.id = r.lesson_id JOIN course c ON c.id = l.course_id
       JOIN subject s ON s.id = c.subject_id
      WHERE r.date BETWEEN :from AND :to AND r.state = 'active' AND ${whose}`;
  return db.select<PupilEntry>(
    `SELECT r.pupil_id AS "pupilId", s.name AS subject, l.number, r.id, r.value, r.kind,
            NULL AS code, r.date ${from('mark')}
     UNION ALL SELECT r.pupil_id, s.name, l.number, r.id, NULL, '', r.code, r.date ${from('absence')}
      ORDER BY 8, 3, 4`,
    of,
    tx,
  );
}
