import type { Db, Tx } from '../open.ts';
import type { RawInstant } from '../values.ts';
import { momentOf } from './moment.ts';

/** All that a parent may have of a child out of the journal, of every year it is kept of. */
export type PupilRecord = {
  pupil: {
    lastName: string;
    firstName: string;
    middleName: string | null;
    bornOn: string | null;
  };
  classes: { className: string; year: string; from: string; until: string | null }[];
  diary: {
    date: string;
    number: number;
    subject: string;
    topic: string | null;
    homework: string | null;
  }[];
  marks: {
    date: string;
    subject: string;
    /** Null for work that is owed. */
    value: number | null;
    kind: string;
    weight: number;
    comment: string | null;
  }[];
  absences: { date: string; number: number; subject: string; code: string }[];
  termMarks: {
    subject: string;
    year: string;
    /** Null for the year's own mark. */
    term: number | null;
    termKind: 'quarter' | 'trimester' | 'half_year' | null;
    value: string;
  }[];
  notes: { date: string; kind: 'good' | 'bad'; text: string }[];
  letters: { sent: string; side: 'school' | 'family'; text: string; photo: boolean }[];
};

// A record stands behind a lesson of a course of a subject.
const AT_LESSON = `JOIN lesson l ON l.id = r.lesson_id JOIN course c ON c.id = l.course_id
       JOIN subject s ON s.id = c.subject_id
      WHERE r.pupil_id = :pupilId AND r.state = 'active' ORDER BY r.date, l.number, r.id`;

/**
 * Reads a child's record as the parents see it: what stands, nothing that was cancelled, no other
 * child and no other parent. Eight queries. For a parent who has agreed.
 */
export async function readPupilRecord(
  db: Db,
  pupilId: number,
  tx?: Tx,
): Promise<PupilRecord | null> {
  const of = { pupilId };
  const select = <Row extends object>(sql: string) => db.select<Row>(sql, of, tx);
  const [pupil] = await select<PupilRecord['pupil']>(
    `SELECT last_name AS "lastName", first_name AS "firstName", middle_name AS "middleName",
            born_on AS "bornOn" FROM pupil WHERE id = :pupilId`,
  );
  if (!pupil) {
    return null;
  }
  const classes = await select<{
    grade: number;
    letter: string;
    year: string;
    from: string;
    until: string | null;
  }>(
    `SELECT k.grade, k.letter, y.name AS year, e.starts_on AS "from", e.ends_on AS "until"
       FROM enrolment e JOIN school_class k ON k.id = e.class_id
       JOIN academic_year y ON y.id = k.academic_year_id
      WHERE e.pupil_id = :pupilId ORDER BY e.starts_on, e.id`,
  );
  const diary = await select<PupilRecord['diary'][number]>(
    `SELECT l.date, l.number, s.name AS subject, l.topic, l.homework
       FROM enrolment e JOIN course c ON c.class_id = e.class_id
       JOIN subject s ON s.id = c.subject_id
       JOIN lesson l ON l.course_id = c.id AND l.date >= e.starts_on
        AND (e.ends_on IS NULL OR l.date <= e.ends_on)
      WHERE e.pupil_id = :pupilId AND (l.topic IS NOT NULL OR l.homework IS NOT NULL)
        AND (c.group_name = '' OR EXISTS (
          SELECT 1 FROM course_pupil g WHERE g.course_id = c.id AND g.pupil_id = :pupilId))
      ORDER BY l.date, l.number, l.id`,
  );
  const marks = await select<PupilRecord['marks'][number]>(
    `SELECT r.date, s.name AS subject, r.value, r.kind, r.weight, r.comment
       FROM mark r ${AT_LESSON}`,
  );
  const absences = await select<PupilRecord['absences'][number]>(
    `SELECT r.date, l.number, s.name AS subject, r.code FROM absence r ${AT_LESSON}`,
  );
  const termMarks = await select<PupilRecord['termMarks'][number]>(
    `SELECT s.name AS subject, y.name AS year, t.number AS term, t.kind AS "termKind", m.value
       FROM term_mark m JOIN course c ON c.id = m.course_id
       JOIN subject s ON s.id = c.subject_id
       JOIN school_class k ON k.id = c.class_id
       JOIN academic_year y ON y.id = k.academic_year_id
       LEFT JOIN term t ON t.id = m.term_id
      WHERE m.pupil_id = :pupilId AND m.state = 'active'
      ORDER BY y.starts_on, s.name, COALESCE(t.number, 99)`,
  );
  const notes = await select<PupilRecord['notes'][number]>(
    `SELECT date, kind, text FROM behaviour_note
      WHERE pupil_id = :pupilId AND state = 'active' ORDER BY date, id`,
  );
  const letters = await select<{
    at: RawInstant;
    side: 'school' | 'family';
    text: string;
    fileId: string | null;
  }>(
    `SELECT m.sent_at AS at, m.side, m.text, m.file_id AS "fileId"
       FROM message m JOIN thread t ON t.id = m.thread_id
      WHERE t.pupil_id = :pupilId ORDER BY m.id`,
  );
  return {
    pupil,
    classes: classes.map(({ grade, letter, ...row }) => ({
      className: `${grade}${letter}`,
      ...row,
    })),
    diary,
    marks: marks.map((mark) => ({ ...mark, weight: Number(mark.weight) })),
    absences,
    termMarks,
    notes,
    letters: letters.map(({ at, side, text, fileId }) => {
      const { date, time } = momentOf(at, db.timezone);
      return { sent: `${date} ${time}`, side, text, photo: fileId !== null };
    }),
  };
}
