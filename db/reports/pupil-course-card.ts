import { Refusal } from '../errors.ts';
import type { Db } from '../open.ts';
import type { AbsenceCode } from '../rules/absence-code.ts';
import type { Actor } from '../rules/access.ts';
import { weightedMean } from '../rules/averages.ts';
import { termRules } from '../rules/term-mark.ts';
import { fivesUntil } from '../rules/until-next.ts';
import { type CourseFacts, readCourseFacts } from './course-facts.ts';
import { type CourseTerm, readCourseTerms } from './course-term.ts';
import type { RosterPupil } from './roster.ts';
import { readSettings } from './settings.ts';

export type CardMark = {
  date: string;
  /** Null is work that is owed. */
  value: number | null;
  kind: string;
  weight: number;
  /** The weighted mean of the term after this mark; null while there is none. */
  meanThen: number | null;
};

/** How many fives a threshold needs, given for answers alone or for tests alone. */
export type NextMark = { mark: 4 | 5; answers: number; tests: number };

/** A pupil's term in a course. */
export type PupilCourseCard = {
  course: CourseFacts;
  term: CourseTerm;
  pupil: RosterPupil;
  /** In order of time. */
  marks: CardMark[];
  mean: number | null;
  count: number;
  absences: Record<AbsenceCode, number>;
  /** What is still needed for a 4 and a 5; none where there is no mean yet. */
  next: NextMark[];
  /** The means from which a term mark is rounded to 4 and to 5. */
  thresholds: { 4: number; 5: number };
};

type Row = {
  line: 'mark' | 'absence';
  date: string;
  value: number | null;
  kind: string | null;
  weight: number | null;
  code: AbsenceCode | null;
};

/**
 * A pupil's marks and absences in a course, in a term or in the one a day is in, for whoever may
 * read the course; refuses others, and a pupil who isn't taught it. Five queries.
 */
export async function readPupilCourseCard(
  db: Db,
  actor: Actor,
  of: { courseId: number; pupilId: number; when: { termId: number } | { day: string } },
): Promise<PupilCourseCard> {
  const { courseId, pupilId, when } = of;
  const course = await readCourseFacts(db, actor, courseId);
  const { term } = await readCourseTerms(db, course, when);
  if (!term) {
    throw new Refusal('no-term', { date: db.today() });
  }
  const span = { courseId, pupilId, from: term.startsOn, to: term.until };
  const [pupil, rows, settings] = await Promise.all([
    readPupil(db, course, span),
    readRecords(db, span),
    readSettings(db),
  ]);
  if (!pupil) {
    throw new Refusal('not-in-class', { pupilId });
  }
  const marks = course.marked ? cardMarks(rows) : [];
  const { four, five } = termRules(settings, course.thresholds).thresholds;
  const thresholds = { 4: four, 5: five };
  const next = ([4, 5] as const).flatMap((mark) => {
    const answers = fivesUntil(thresholds[mark], marks, settings['weight.answer']);
    const tests = fivesUntil(thresholds[mark], marks, settings['weight.test']);
    return answers === null || tests === null ? [] : [{ mark, answers, tests }];
  });
  const countOf = (code: AbsenceCode) => rows.filter((row) => row.code === code).length;
  return {
    course,
    term,
    pupil,
    marks,
    mean: weightedMean(marks),
    count: marks.filter(({ value }) => value !== null).length,
    absences: {
      absent: countOf('absent'),
      ill: countOf('ill'),
      excused: countOf('excused'),
      late: countOf('late'),
    },
    next,
    thresholds,
  };
}

function cardMarks(rows: readonly Row[]): CardMark[] {
  const marks = rows.flatMap(({ line, date, value, kind, weight }) =>
    line === 'mark' ? [{ date, value, kind: kind ?? '', weight: weight ?? 1 }] : [],
  );
  return marks.map((mark, index) => ({
    ...mark,
    meanThen: weightedMean(marks.slice(0, index + 1)),
  }));
}

type Span = { courseId: number; pupilId: number; from: string; to: string };

async function readPupil(
  db: Db,
  { classId, groupName }: CourseFacts,
  span: Span,
): Promise<RosterPupil | null> {
  const subgroup =
    groupName === ''
      ? ''
      : 'JOIN course_pupil g ON g.pupil_id = e.pupil_id AND g.course_id = :courseId';
  const rows = await db.select<RosterPupil>(
    `SELECT p.id AS "pupilId", e.number, p.last_name AS "lastName", p.first_name AS "firstName",
            p.middle_name AS "middleName"
       FROM enrolment e JOIN pupil p ON p.id = e.pupil_id ${subgroup}
      WHERE e.pupil_id = :pupilId AND e.class_id = :classId AND e.starts_on <= :to
        AND (e.ends_on IS NULL OR e.ends_on >= :from)
      ORDER BY e.starts_on`,
    { classId, ...span },
  );
  return rows.at(-1) ?? null;
}

function readRecords(db: Db, span: Span): Promise<Row[]> {
  const at = (record: string) =>
    `FROM ${record} r JOIN lesson l ON l.id = r.lesson_id AND l.course_id = :courseId
      WHERE r.pupil_id = :pupilId AND r.date BETWEEN :from AND :to AND r.state = 'active'`;
  return db.select<Row>(
    `SELECT 'mark' AS line, r.date, l.number, r.id, r.value, r.kind, r.weight, NULL AS code
            ${at('mark')}
     UNION ALL SELECT 'absence', r.date, l.number, r.id, NULL, NULL, NULL, r.code ${at('absence')}
      ORDER BY 2, 3, 4`,
    span,
  );
}
