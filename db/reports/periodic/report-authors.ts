import { addDays } from '../../days.ts';
import { groupBy } from '../../group-by.ts';
import type { Db } from '../../open.ts';
import type { ReportRef } from '../../rules/report-kinds.ts';
import { type Period, readOpenPeriods } from './period.ts';

/** A person who answers for reports of a term, those of them that aren't kept yet, and the chats. */
export type ReportAuthor = {
  personId: number;
  language: 'ru' | 'en' | null;
  addresses: string[];
  wanted: { ref: ReportRef; className: string | null }[];
};

type Row = {
  kind: 'teacher' | 'class' | 'school';
  teacherId: number | null;
  classId: number | null;
  grade: number | null;
  letter: string | null;
  personId: number;
  language: 'ru' | 'en' | null;
  address: string | null;
};

// As long as marks of a term may be decided in the holidays after it.
const LOOK_BACK_DAYS = 14;

/** Terms of open years that ended in the two weeks before a day. One query. */
export async function readEndedTerms(db: Db, day: string): Promise<Period[]> {
  const since = addDays(day, -LOOK_BACK_DAYS);
  const periods = await readOpenPeriods(db);
  return periods.filter(({ until }) => since <= until && until < day);
}

/**
 * Who answers for a report of a term that isn't kept yet: each teacher for the own courses, each
 * class teacher for the class, each deputy head for the school. One query.
 */
export async function readReportAuthors(db: Db, { term }: Period): Promise<ReportAuthor[]> {
  const termId = term?.id ?? 0;
  const rows = await db.select<Row>(
    `WITH k AS (SELECT s.* FROM school_class s JOIN term t ON t.id = :termId
          AND t.academic_year_id = s.academic_year_id
          AND t.min_grade <= s.grade AND s.grade <= t.max_grade),
      wanted AS (
        SELECT DISTINCT 'teacher' AS kind, c.teacher_id, CAST(NULL AS INTEGER) AS class_id,
               CAST(NULL AS INTEGER) AS grade, CAST(NULL AS TEXT) AS letter,
               c.teacher_id AS person_id
          FROM k JOIN course c ON c.class_id = k.id AND c.teacher_id IS NOT NULL
        UNION ALL SELECT 'class', NULL, k.id, k.grade, k.letter, k.class_teacher_id
          FROM k WHERE k.class_teacher_id IS NOT NULL
        UNION ALL SELECT 'school', NULL, NULL, NULL, NULL, r.person_id
          FROM role r WHERE r.role = 'deputy_head')
     SELECT w.kind, w.teacher_id AS "teacherId", w.class_id AS "classId", w.grade, w.letter,
            p.id AS "personId", p.language, a.address
       FROM wanted w
       JOIN person p ON p.id = w.person_id AND p.state = 'active'
       LEFT JOIN chat_link a ON a.person_id = p.id AND a.state = 'active'
      WHERE NOT EXISTS (SELECT 1 FROM report r
        WHERE r.kind = w.kind AND r.term_id = :termId
          AND COALESCE(r.teacher_id, 0) = COALESCE(w.teacher_id, 0)
          AND COALESCE(r.class_id, 0) = COALESCE(w.class_id, 0))
      ORDER BY p.id, w.kind DESC, w.grade, w.letter, a.id`,
    { termId },
  );
  return [...groupBy(rows, ({ personId }) => personId)].map(([personId, own]) => ({
    personId,
    language: own[0]?.language ?? null,
    addresses: [...new Set(own.flatMap(({ address }) => address ?? []))],
    wanted: [...groupBy(own, ({ kind, classId }) => `${kind}:${classId}`).values()].flatMap(
      ([first]) => (first ? [wantedOf(first, termId)] : []),
    ),
  }));
}

function wantedOf(
  { kind, teacherId, classId, grade, letter }: Row,
  termId: number,
): ReportAuthor['wanted'][number] {
  const className = grade === null ? null : `${grade}${letter ?? ''}`;
  return { ref: { kind, teacherId, classId, termId }, className };
}
