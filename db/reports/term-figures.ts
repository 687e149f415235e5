import type { Db, Tx } from '../open.ts';
import { weightedMean } from '../rules/averages.ts';
import type { TermFacts } from '../rules/term-judgement.ts';

type Row = {
  pupilId: number;
  value: number | null;
  /** Null on the line that counts lessons. */
  weight: number | null;
  lessons: number;
  missed: number;
};

const NOTHING: TermFacts = { mean: null, marks: 0, owed: 0, lessons: 0, missed: 0 };

/**
 * What pupils have of a subject between two days, by pupil: marks of whichever course they were
 * given in, so that whoever changed class or subgroup brings their own along, and lessons that took
 * place while they were on the list. One query.
 */
export async function readTermFigures(
  db: Db,
  of: {
    subjectId: number;
    academicYearId: number;
    from: string;
    to: string;
    pupilIds: readonly number[];
  },
  tx?: Tx,
): Promise<(pupilId: number) => TermFacts> {
  if (of.pupilIds.length === 0) {
    return () => NOTHING;
  }
  const rows = await db.select<Row>(
    `SELECT m.pupil_id AS "pupilId", m.value, m.weight, 0 AS lessons, 0 AS missed
       FROM mark m JOIN lesson l ON l.id = m.lesson_id JOIN course c ON c.id = l.course_id
       JOIN school_class k ON k.id = c.class_id
      WHERE m.pupil_id IN (:pupilIds) AND m.date BETWEEN :from AND :to AND m.state = 'active'
        AND c.subject_id = :subjectId AND k.academic_year_id = :academicYearId
     UNION ALL
     SELECT e.pupil_id, NULL, NULL, CAST(COUNT(l.id) AS INTEGER), CAST(COUNT(a.id) AS INTEGER)
       FROM enrolment e
       JOIN school_class k ON k.id = e.class_id AND k.academic_year_id = :academicYearId
       JOIN course c ON c.class_id = k.id AND c.subject_id = :subjectId
         AND (c.group_name = '' OR EXISTS (
           SELECT 1 FROM course_pupil g WHERE g.course_id = c.id AND g.pupil_id = e.pupil_id))
       JOIN lesson l ON l.course_id = c.id AND l.date BETWEEN :from AND :to
         AND l.date >= e.starts_on AND (e.ends_on IS NULL OR l.date <= e.ends_on)
       LEFT JOIN absence a ON a.lesson_id = l.id AND a.pupil_id = e.pupil_id
         AND a.state = 'active' AND a.code <> 'late'
      WHERE e.pupil_id IN (:pupilIds)
      GROUP BY e.pupil_id`,
    of,
    tx,
  );
  return (pupilId) => figuresOf(rows.filter((row) => row.pupilId === pupilId));
}

function figuresOf(rows: readonly Row[]): TermFacts {
  const marks = rows.flatMap(({ value, weight }) => (weight === null ? [] : [{ value, weight }]));
  const owed = marks.filter(({ value }) => value === null).length;
  const counted = rows.find(({ weight }) => weight === null);
  return {
    mean: weightedMean(marks),
    marks: marks.length - owed,
    owed,
    lessons: counted?.lessons ?? 0,
    missed: counted?.missed ?? 0,
  };
}
