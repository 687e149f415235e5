import { daysBetween } from '../../days.ts';
import { groupBy } from '../../group-by.ts';
import type { Db } from '../../open.ts';
import { weightedMean } from '../../rules/averages.ts';
import type { TermSpan } from '../../rules/calendar.ts';
import type { ControlCourse, ControlPupil } from '../../rules/control/course-facts.ts';
import type { Settings } from '../../rules/settings.ts';
import { termRules } from '../../rules/term-mark.ts';
import { isOver } from '../../rules/unfilled.ts';
import { lastDay } from '../course-term.ts';
import type { TaughtLesson } from '../taught-lessons.ts';
import { type JournalFacts, readJournalFacts } from './journal-facts.ts';
import { type CourseRow, type ListRow, readMarkedCourses } from './journal-rows.ts';
import { readPlanLag } from './plan-lag.ts';
import type { ControlClass, ControlScope } from './scope.ts';

type Moment = { day: string; time: string };
type Known = {
  course: CourseRow;
  klass: ControlClass;
  term: TermSpan;
  facts: JournalFacts;
  settings: Settings;
  now: Moment;
};

/**
 * Every course with marks in each term in question, with all that the control asks about. Twelve
 * queries for one academic year, however many lessons.
 */
export async function readControlCourses(
  db: Db,
  scope: ControlScope,
  settings: Settings,
  now: Moment,
): Promise<ControlCourse[]> {
  const facts = await readJournalFacts(db, scope);
  const courses = groupBy(await readMarkedCourses(db), ({ classId }) => classId);
  const listed = scope.classes.flatMap((klass) =>
    (courses.get(klass.classId) ?? []).map((course) => ({ course, klass })),
  );
  const lag = await readPlanLag(
    db,
    listed.map(({ course: { courseId }, klass: { academicYearId, grade } }) => ({
      ...{ courseId, academicYearId, grade },
    })),
    now.day,
  );
  const all = listed.flatMap(({ course, klass }) =>
    klass.terms.map((term) => ({
      ...courseIn({ course, klass, term, facts, settings, now }),
      // The plan is the year's: it is told of once, in the newest term.
      behind: term === klass.terms.at(-1) ? (lag.get(course.courseId) ?? null) : null,
    })),
  );
  // Nothing is asked of a course in a term it isn't taught in, or in which the journal wasn't kept yet.
  return all.filter(({ lessons }) => lessons.length > 0);
}

function courseIn(known: Known): Omit<ControlCourse, 'behind'> {
  const { course, klass, term, facts, settings, now } = known;
  const { courseId, teacherId } = course;
  const within = ({ date }: { date: string }) => term.startsOn <= date && date <= term.endsOn;
  const lessons = facts.lessonsOf(courseId).filter(within);
  const list = facts.listOf(courseId);
  return {
    courseId,
    teacherId,
    termId: term.id,
    daysAfterEnd: daysBetween(term.endsOn, now.day),
    thresholds: termRules(settings, course.thresholds).thresholds,
    workingDays: klass.workingDays,
    changes: facts.changesOf(courseId).filter(within),
    pupils: pupilsOf(known, lessons, list),
    lessons: lessons.map((lesson) => {
      const { date, number, topicFilled, rollCalled } = lesson;
      const marks = facts.marksAt(lesson);
      const away = facts.awayAt(lesson);
      return {
        ...{ date, number, topicFilled, rollCalled },
        teacherId: lesson.substituteId ?? lesson.ownerId,
        held: isOver(lesson, now),
        marks: marks.length,
        testMarks: marks.filter(({ kind }) => kind === 'test').length,
        controlWorks: facts.controlWorksAt(lesson),
        present: list.filter((row) => isOn(row, date) && !away.has(row.pupilId)).length,
      };
    }),
  };
}

/** Who is on the list today, or was on the last day of a term that is over. */
function pupilsOf(
  { course, term, facts, now }: Known,
  lessons: readonly TaughtLesson[],
  list: readonly ListRow[],
): ControlPupil[] {
  const { subjectId } = course;
  const day = lastDay(term, now.day);
  const held = lessons
    .map((lesson, index) => ({ lesson, index }))
    .filter(({ lesson }) => isOver(lesson, now));
  return list
    .filter((row) => isOn(row, day))
    .map((row) => {
      const { pupilId } = row;
      const marks = facts
        .marksOf(pupilId, subjectId)
        .filter(({ date }) => term.startsOn <= date && date <= term.endsOn);
      return {
        pupilId,
        lessons: held
          .filter(({ lesson }) => isOn(row, lesson.date))
          .map(({ lesson, index }) => ({
            ...{ date: lesson.date, number: lesson.number, index },
            values: facts
              .marksAt(lesson)
              .filter((mark) => mark.pupilId === pupilId)
              .map(({ value }) => value),
            away: facts.isAway(lesson, pupilId),
          })),
        marks: marks.length,
        mean: weightedMean(marks),
        decided: facts.decisionOf({ subjectId, pupilId, termId: term.id }),
      };
    });
}

function isOn({ startsOn, endsOn }: ListRow, day: string): boolean {
  return startsOn <= day && (endsOn === null || day <= endsOn);
}
