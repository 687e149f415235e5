import { addDays } from '../days.ts';
import { groupBy } from '../group-by.ts';
import type { AbsenceCode } from '../rules/absence-code.ts';
import { termOn } from '../rules/calendar.ts';
import { type Away, createAttendance } from './attendance.ts';
import { BELLS } from './content/calendar.ts';
import { CAST, STAFF_PARTS, STAGE } from './content/cast.ts';
import { STAFF } from './content/staff.ts';
import type { DemoCourse } from './courses.ts';
import type { DemoPupil } from './families.ts';
import { createMarking, type DemoMark, type Work } from './marking.ts';
import { membersOf } from './members.ts';
import { homeworkOf, type PlanLine } from './plans.ts';
import { createRandom } from './random.ts';
import type { DatedLesson, DemoSchool, PlannedCourse } from './school.ts';

/** A lesson as its teacher has filled it in. */
export type FilledLesson = {
  course: PlannedCourse;
  number: number;
  /** The number of the plan's line. */
  planNumber: number | null;
  topic: string | null;
  homework: string | null;
  marks: DemoMark[];
  absences: { pupilKey: string; code: AbsenceCode }[];
};

export type JournalDay = { date: string; lessons: FilledLesson[] };

type Held = { course: PlannedCourse; lesson: DatedLesson };

const SEED = 7;
const LEFT_UNFILLED = 1 / 3;
const PLAIN: Work = { control: false, practical: false };
const VISITORS: readonly string[] = Object.values(STAFF_PARTS);
// The classes of the children whose parents a visitor may be.
const VISITED = CAST[0]?.children.map((child) => child.class) ?? [];
const SECOND = 2;

/**
 * The journal of the year up to now (`time`, 'HH:MM', of today). What the visitor's teachers have to
 * fill in today is left to them, and so is the last lesson before it of the courses that the stage is
 * about: before the first bell it is the one a message means. Of the quarters that are over, only the
 * classes a visitor looks at have marks of every lesson: the demo has to be made in seconds.
 */
export function demoJournal(school: DemoSchool, time: string): JournalDay[] {
  const { calendar, courses, pupils } = school;
  const { today, running, year } = calendar;
  const random = createRandom(SEED);
  const attendance = createAttendance(random);
  const mark = createMarking(random, pupils);
  const members = new Map(courses.map((course) => [course, membersOf(course, pupils)]));
  const sloppy = new Set(STAFF.filter((member) => member.sloppy).map(({ key }) => key));

  const isOver = (date: string) => date < running.startsOn;
  const isMarkedAt = ({ course, lesson: { date, index } }: Held) =>
    isMarked(course, termOn(calendar.terms, course.grade, date)?.number === 1) &&
    (!isOver(date) || VISITED.includes(course.class) || index % SECOND === 0);

  function fillIn(one: Held, away: Away): FilledLesson {
    const { course, lesson } = one;
    const taught = members.get(course) ?? [];
    const absences = absencesOf(taught, lesson, away);
    const gone = absences.filter(({ code }) => code !== 'late').map(({ pupilKey }) => pupilKey);
    const present = taught.filter(({ key }) => !gone.includes(key));
    const line = lineAt(course, lesson);
    return {
      course,
      number: lesson.number,
      planNumber: line && course.plan.indexOf(line) + 1,
      topic: line?.topic ?? null,
      homework: line?.control ? null : homeworkOf(course, lesson.index),
      marks: isMarkedAt(one) ? mark(course, present, line ?? PLAIN) : [],
      absences,
    };
  }

  const held = courses.flatMap((course) =>
    heldUntil(course, today, time).map((lesson) => ({ course, lesson })),
  );
  const byDate = groupBy(held, ({ lesson }) => lesson.date);
  const days: JournalDay[] = [];
  for (let date = year.startsOn; date <= today; date = addDays(date, 1)) {
    const away = attendance(pupils, date);
    const filled = (byDate.get(date) ?? []).filter(
      ({ course }) =>
        isOver(date) || !sloppy.has(course.teacherKey) || !random.chance(LEFT_UNFILLED),
    );
    if (filled.length > 0) {
      days.push({ date, lessons: filled.map((one) => fillIn(one, away)) });
    }
  }
  return days;
}

function heldUntil(course: PlannedCourse, today: string, time: string): DatedLesson[] {
  const earlier = course.lessons.filter(({ date }) => date < today);
  if (!VISITORS.includes(course.teacherKey)) {
    const ended = ({ number }: DatedLesson) => (BELLS[number - 1]?.[1] ?? '') <= time;
    return [...earlier, ...course.lessons.filter((one) => one.date === today && ended(one))];
  }
  const staged: readonly string[] = [STAGE.subject, STAGE.otherSubject];
  const isStaged = course.class === STAGE.class && staged.includes(course.subject.name);
  return isStaged ? earlier.slice(0, -1) : earlier;
}

/** No marks in grade 1, nor in the first quarter of grade 2, nor where a subject has none. */
export function isMarked({ grade, subject }: DemoCourse, firstQuarter: boolean): boolean {
  return subject.markFree !== true && (firstQuarter ? grade > 2 : grade > 1);
}

function absencesOf(
  members: readonly DemoPupil[],
  { number }: DatedLesson,
  away: Away,
): FilledLesson['absences'] {
  return members.flatMap((pupil) => {
    const code = away(pupil, number);
    return code === null ? [] : [{ pupilKey: pupil.key, code }];
  });
}

/** The line of a lesson; what a longer year has beyond the plan repeats its last one. */
function lineAt({ plan }: PlannedCourse, { index }: DatedLesson): PlanLine | null {
  const line = plan.find(({ first, hours }) => first <= index && index < first + hours);
  return line ?? plan.at(-1) ?? null;
}
