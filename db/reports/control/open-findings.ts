import { addDays } from '../../days.ts';
import { groupBy } from '../../group-by.ts';
import type { Db, Tx } from '../../open.ts';
import { CONTROL_RULES, type ControlRule, isMendable } from '../../rules/control/rule-names.ts';
import type { RosterPupil } from '../roster.ts';
import { type TeacherName, teacherName } from '../teacher-name.ts';
import { DAYS_AFTER_END } from './scope.ts';

/** A gap as screens show it: what it is, whose it is, and where it can be mended. */
export type OpenFinding = {
  rule: ControlRule;
  courseId: number;
  classId: number;
  className: string;
  subject: string;
  groupName: string;
  termId: number;
  teacherId: number | null;
  teacher: TeacherName | null;
  /** The lesson; null where it is about the whole term. */
  lesson: { date: string; number: number } | null;
  pupil: RosterPupil | null;
  amount: number | null;
  foundOn: string;
};

const NEW_DAYS = 7;

/**
 * What a teacher is told of: what they can mend, and what has happened and can't be undone only in
 * the week it was found. One query.
 */
export async function readOwnFindings(db: Db, teacherId: number): Promise<OpenFinding[]> {
  return worthTelling(db, await readOpenFindings(db, { teacherId }));
}

/** The findings that their teachers are told of, by teacher. One query. */
export async function readFindingsToTell(db: Db): Promise<Map<number | null, OpenFinding[]>> {
  const all = worthTelling(db, await readOpenFindings(db, { teacherId: null }));
  return groupBy(all, ({ teacherId }) => teacherId);
}

function worthTelling(db: Db, findings: readonly OpenFinding[]): OpenFinding[] {
  const since = addDays(db.today(), -NEW_DAYS);
  return findings.filter(({ rule, foundOn }) => isMendable(rule) || foundOn > since);
}

type Row = Omit<OpenFinding, 'className' | 'teacher' | 'lesson' | 'pupil' | 'rule'> & {
  rule: string;
  grade: number;
  letter: string;
  date: string | null;
  number: number | null;
  teacherLast: string | null;
  teacherFirst: string | null;
  teacherMiddle: string | null;
  pupilId: number | null;
  pupilNumber: number | null;
  pupilLast: string | null;
  pupilFirst: string | null;
  pupilMiddle: string | null;
};

/**
 * Open findings of the terms that the control looks at, by class, course and day: one teacher's, or
 * the whole school's. One query. The caller checks the right.
 */
export async function readOpenFindings(
  db: Db,
  of: { teacherId: number | null },
  tx?: Tx,
): Promise<OpenFinding[]> {
  const rows = await db.select<Row>(
    `SELECT f.rule, f.course_id AS "courseId", c.class_id AS "classId", k.grade, k.letter,
            COALESCE(s.short_name, s.name) AS subject, c.group_name AS "groupName",
            f.term_id AS "termId", f.teacher_id AS "teacherId", p.last_name AS "teacherLast",
            p.first_name AS "teacherFirst", p.middle_name AS "teacherMiddle", f.date, f.number,
            f.pupil_id AS "pupilId", u.last_name AS "pupilLast", u.first_name AS "pupilFirst",
            u.middle_name AS "pupilMiddle", f.amount, f.found_on AS "foundOn",
            (SELECT MAX(e.number) FROM enrolment e
              WHERE e.class_id = c.class_id AND e.pupil_id = f.pupil_id) AS "pupilNumber"
       FROM finding f
       JOIN term t ON t.id = f.term_id AND (t.state = 'open' OR t.ends_on >= :since)
       JOIN course c ON c.id = f.course_id
       JOIN subject s ON s.id = c.subject_id
       JOIN school_class k ON k.id = c.class_id
       JOIN academic_year y ON y.id = k.academic_year_id AND y.state = 'open'
       LEFT JOIN person p ON p.id = f.teacher_id
       LEFT JOIN pupil u ON u.id = f.pupil_id
      WHERE f.state = 'open' ${of.teacherId === null ? '' : 'AND f.teacher_id = :teacherId'}
      ORDER BY k.grade, k.letter, s.name, c.group_name, f.date, f.number, f.id`,
    { ...of, since: addDays(db.today(), -DAYS_AFTER_END) },
    tx,
  );
  return rows.flatMap((row) => {
    // A rule that the program has no longer.
    const rule = CONTROL_RULES.find((name) => name === row.rule);
    return rule ? [toFinding(row, rule)] : [];
  });
}

function toFinding(row: Row, rule: ControlRule): OpenFinding {
  const { courseId, classId, subject, groupName, termId, teacherId, amount, foundOn } = row;
  const { grade, letter, date, number, pupilId, pupilNumber, pupilLast, pupilFirst } = row;
  return {
    ...{ rule, courseId, classId, subject, groupName, termId, teacherId, amount, foundOn },
    className: `${grade}${letter}`,
    teacher: teacherName(row.teacherLast, row.teacherFirst, row.teacherMiddle),
    lesson: date === null || number === null ? null : { date, number },
    pupil:
      pupilId === null || pupilLast === null
        ? null
        : {
            ...{ pupilId, number: pupilNumber ?? 0, lastName: pupilLast },
            ...{ firstName: pupilFirst ?? '', middleName: row.pupilMiddle },
          },
  };
}
