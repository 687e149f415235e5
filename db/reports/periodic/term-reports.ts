import type { Db } from '../../open.ts';
import { isReport, REPORT_KINDS, type ReportRef } from '../../rules/report-kinds.ts';
import { type RawInstant, toInstant } from '../../values.ts';
import type { TeacherName } from '../teacher-name.ts';
import { readTeacherStates } from './teacher-states.ts';

/** A report that a term may have, whose it is, and how far it is; `state` null: not made yet. */
export type TermReport = {
  ref: ReportRef;
  teacher: TeacherName | null;
  className: string | null;
  state: 'draft' | 'approved' | null;
  approved: { by: TeacherName; at: Date } | null;
};

type Kept = Omit<ReportRef, 'termId'> & {
  state: 'draft' | 'approved';
  approvedAt: RawInstant | null;
} & { [Part in keyof TeacherName]: TeacherName[Part] | null };

/**
 * Every report of a term: of the school, of each class of its grades, of each teacher of its courses.
 * Three queries. For who oversees the school.
 */
export async function readTermReports(db: Db, termId: number): Promise<TermReport[]> {
  const classes = await db.select<{ classId: number; className: string }>(
    `SELECT k.id AS "classId", CAST(k.grade AS TEXT) || k.letter AS "className"
       FROM school_class k JOIN term t ON t.id = :termId AND t.academic_year_id = k.academic_year_id
        AND t.min_grade <= k.grade AND k.grade <= t.max_grade
      ORDER BY k.grade, k.letter`,
    { termId },
  );
  const teachers = await readTeacherStates(db, termId);
  const kept = new Map((await readKept(db, termId)).map((row) => [keyOf({ ...row, termId }), row]));
  const owners = [
    { teacherId: null, classId: null, teacher: null, className: null },
    ...classes.map((klass) => ({ ...klass, teacherId: null, teacher: null })),
    ...teachers.map(({ teacherId, lastName, firstName, middleName }) => ({
      ...{ teacherId, classId: null, className: null },
      teacher: { lastName, firstName, middleName },
    })),
  ];
  return owners.flatMap(({ teacherId, classId, teacher, className }) =>
    REPORT_KINDS.map((kind): ReportRef => ({ kind, teacherId, classId, termId }))
      .filter(isReport)
      .map((ref) => ({ ref, teacher, className, ...stateOf(kept.get(keyOf(ref))) })),
  );
}

function readKept(db: Db, termId: number): Promise<Kept[]> {
  return db.select<Kept>(
    `SELECT r.kind, r.teacher_id AS "teacherId", r.class_id AS "classId", r.state,
            r.approved_at AS "approvedAt", p.last_name AS "lastName", p.first_name AS "firstName",
            p.middle_name AS "middleName"
       FROM report r LEFT JOIN person p ON p.id = r.approved_by_id WHERE r.term_id = :termId`,
    { termId },
  );
}

function stateOf(kept: Kept | undefined): Pick<TermReport, 'state' | 'approved'> {
  const { state = null, approvedAt, lastName, firstName, middleName } = kept ?? {};
  const signed = state === 'approved' && approvedAt && lastName && firstName;
  return {
    state,
    approved: signed
      ? { by: { lastName, firstName, middleName: middleName ?? null }, at: toInstant(approvedAt) }
      : null,
  };
}

function keyOf({ kind, teacherId, classId }: ReportRef): string {
  return `${kind}:${teacherId}:${classId}`;
}
