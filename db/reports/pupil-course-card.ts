import { Refusal } from '../errors.ts';
import type { Db } from '../open.ts';
import type { Actor } from '../rules/access.ts';
import { type CourseFacts, readCourseFacts } from './course-facts.ts';
import { type CourseTerm, readCourseTerms } from './course-term.ts';
import type { RosterPupil } from './roster.ts';
import { readSettings } from './settings.ts';
import { readSubjectEntries, type SubjectTerm, subjectTerm } from './subject-term.ts';

/** A pupil's term in a course. */
export type PupilCourseCard = SubjectTerm & {
  course: CourseFacts;
  term: CourseTerm;
  pupil: RosterPupil;
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
  const [pupil, entries, settings] = await Promise.all([
    readPupil(db, course, span),
    readSubjectEntries(db, span),
    readSettings(db),
  ]);
  if (!pupil) {
    throw new Refusal('not-in-class', { pupilId });
  }
  const shown = course.marked ? entries : entries.filter(({ line }) => line === 'absence');
  return { course, term, pupil, ...subjectTerm(shown, course.thresholds, settings) };
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
