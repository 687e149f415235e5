import { groupBy } from '../group-by.ts';
import type { Db } from '../open.ts';
import type { AbsenceCode } from '../rules/absence-code.ts';
import type { Actor } from '../rules/access.ts';
import { weightedMean } from '../rules/averages.ts';
import type { TermSpan } from '../rules/calendar.ts';
import { type CourseFacts, readCourseFacts } from './course-facts.ts';
import { type CourseLesson, readCourseLessons } from './course-lessons.ts';
import { type CourseTerm, readCourseTerms } from './course-term.ts';
import type { RosterPupil } from './roster.ts';

/** What stands in the journal for a pupil at a lesson. */
export type GridCell = {
  /** Null is work that is owed. */
  marks: { value: number | null; weight: number }[];
  absence: AbsenceCode | null;
};

export type GridPupil = RosterPupil & {
  /** A cell a lesson, in their order; `off` where the pupil wasn't in the class yet or any more. */
  cells: (GridCell | 'off')[];
  /** The weighted mean of the term and of how many marks it is; null where none are given. */
  mean: number | null;
  count: number;
};

/** A class × dates table of a course in a term. */
export type CourseGrid = {
  course: CourseFacts;
  /** Terms that have begun, to switch between. */
  terms: readonly TermSpan[];
  term: CourseTerm | null;
  lessons: CourseLesson[];
  pupils: GridPupil[];
};

type PupilRow = RosterPupil & { startsOn: string; endsOn: string | null };

type Written = {
  lessonId: number;
  pupilId: number;
  value: number | null;
  weight: number | null;
  code: AbsenceCode | null;
};

/**
 * The journal of a course in a term (null: the running one, or the last one in holidays) up to
 * today, for whoever may read it; refuses others. In grade 1 and where no marks are given it is
 * attendance alone. Five queries.
 */
export async function readCourseGrid(
  db: Db,
  actor: Actor,
  { courseId, termId }: { courseId: number; termId: number | null },
): Promise<CourseGrid> {
  const course = await readCourseFacts(db, actor, courseId);
  const { days, terms, term } = await readCourseTerms(db, course, { termId });
  if (!days || !term) {
    return { course, terms, term: null, lessons: [], pupils: [] };
  }
  const span = { courseId, from: term.startsOn, to: term.until };
  const { daysOff } = days;
  const [lessons, rows, records] = await Promise.all([
    readCourseLessons(db, { ...span, grade: course.grade, daysOff }),
    readPupils(db, course, span),
    readRecords(db, span),
  ]);
  const byPupil = groupBy(records, ({ pupilId }) => pupilId);
  const pupils = [...groupBy(rows, ({ pupilId }) => pupilId)].flatMap(([pupilId, stays]) =>
    gridPupil(stays, byPupil.get(pupilId) ?? [], lessons, course.marked),
  );
  pupils.sort((left, right) => left.number - right.number);
  return { course, terms, term, lessons, pupils };
}

function gridPupil(
  stays: readonly PupilRow[],
  records: readonly Written[],
  lessons: readonly CourseLesson[],
  marked: boolean,
): GridPupil[] {
  const last = stays.at(-1);
  if (!last) {
    return [];
  }
  const { startsOn: _from, endsOn: _to, ...pupil } = last;
  const byLesson = groupBy(records, ({ lessonId }) => lessonId);
  const cells = lessons.map(({ date, lessonId }) => {
    const here = stays.some(
      ({ startsOn, endsOn }) => startsOn <= date && (endsOn === null || date <= endsOn),
    );
    const own = lessonId === null ? [] : (byLesson.get(lessonId) ?? []);
    return here || own.length > 0 ? gridCell(own, marked) : 'off';
  });
  const marks = cells.flatMap((cell) => (cell === 'off' ? [] : cell.marks));
  const count = marks.filter(({ value }) => value !== null).length;
  return [{ ...pupil, cells, mean: weightedMean(marks), count }];
}

function gridCell(records: readonly Written[], marked: boolean): GridCell {
  return {
    marks: records.flatMap(({ code, value, weight }) =>
      marked && code === null ? [{ value, weight: weight ?? 1 }] : [],
    ),
    absence: records.find(({ code }) => code !== null)?.code ?? null,
  };
}

type Span = { courseId: number; from: string; to: string };

/** All who were in the class, or in the course's own subgroup, for a day of the span at least. */
function readPupils(
  db: Db,
  { classId, groupName }: CourseFacts,
  { courseId, from, to }: Span,
): Promise<PupilRow[]> {
  const subgroup =
    groupName === ''
      ? ''
      : 'JOIN course_pupil g ON g.pupil_id = e.pupil_id AND g.course_id = :courseId';
  return db.select<PupilRow>(
    `SELECT p.id AS "pupilId", e.number, p.last_name AS "lastName", p.first_name AS "firstName",
            p.middle_name AS "middleName", e.starts_on AS "startsOn", e.ends_on AS "endsOn"
       FROM enrolment e JOIN pupil p ON p.id = e.pupil_id ${subgroup}
      WHERE e.class_id = :classId AND e.starts_on <= :to
        AND (e.ends_on IS NULL OR e.ends_on >= :from)
      ORDER BY e.number, p.last_name, p.first_name, e.starts_on`,
    { classId, courseId, from, to },
  );
}

/** Marks and absences that stand, in the order they were given. */
function readRecords(db: Db, span: Span): Promise<Written[]> {
  const at = (record: string) =>
    `FROM lesson l JOIN ${record} r ON r.lesson_id = l.id AND r.state = 'active'
      WHERE l.course_id = :courseId AND l.date BETWEEN :from AND :to`;
  return db.select<Written>(
    `SELECT r.lesson_id AS "lessonId", r.pupil_id AS "pupilId", r.value, r.weight, NULL AS code,
            r.id ${at('mark')}
     UNION ALL SELECT r.lesson_id, r.pupil_id, NULL, NULL, r.code, r.id ${at('absence')}
      ORDER BY 6`,
    span,
  );
}
