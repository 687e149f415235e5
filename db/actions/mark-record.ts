import type { Tx } from '../open.ts';
import type { WorkKindKey } from '../rules/work-kinds.ts';

/** A mark as the audit remembers it. */
export type MarkRecord = {
  value: number | null;
  kind: WorkKindKey;
  weight: number;
  comment: string | null;
  state: 'active' | 'cancelled';
  version: number;
};

export type StoredMark = MarkRecord & {
  id: number;
  pupilId: number;
  lessonId: number;
  courseId: number;
  date: string;
  number: number;
};

/** A mark with the key of its lesson, or null. */
export async function readMark(tx: Tx, markId: number): Promise<StoredMark | null> {
  const [mark] = await tx.db.select<StoredMark>(
    `SELECT m.id, m.pupil_id AS "pupilId", m.lesson_id AS "lessonId", m.value, m.kind, m.weight,
            m.comment, m.state, m.version, l.course_id AS "courseId", l.date, l.number
       FROM mark m JOIN lesson l ON l.id = m.lesson_id WHERE m.id = :markId`,
    { markId },
    tx,
  );
  return mark ?? null;
}

/** The part of a stored mark that the audit keeps. */
export function markRecord(mark: MarkRecord): MarkRecord {
  const { value, kind, weight, comment, state, version } = mark;
  return { value, kind, weight, comment, state, version };
}
