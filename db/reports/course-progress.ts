import type { LessonKey } from '../actions/by.ts';
import { addDays, weekdayOf } from '../days.ts';
import { groupBy } from '../group-by.ts';
import type { Db, Tx } from '../open.ts';
import { isBefore, type LessonTime } from '../rules/due-homework.ts';
import { type MarkSupply, markSupply } from '../rules/mark-supply.ts';
import { settingsFrom } from '../rules/settings.ts';
import type { PupilProgress } from '../rules/whom-to-ask.ts';
import type { LessonSheet } from './lesson-sheet.ts';

/** A course in the term of one of its lessons, pupil by pupil in the order of the sheet. */
export type CourseProgress = { supply: MarkSupply | null; pupils: PupilProgress[] };

type Row = {
  line: 'term' | 'off' | 'slot' | 'lesson' | 'mark' | 'away' | 'setting';
  /** The pupil, or of a slot its weekday. */
  id: number;
  number: number;
  /** The day, or of a term, a day off or a slot the first and the last. */
  begins: string;
  ends: string | null;
  key: string;
  value: string;
};

/**
 * Counts the marks of a lesson's term. A mark at a later lesson counts for the term, but not for when
 * a pupil was last asked. Outside the terms nobody has anything. One query.
 */
export async function readCourseProgress(
  db: Db,
  { key, facts, pupils }: Pick<LessonSheet, 'key' | 'facts' | 'pupils'>,
  tx?: Tx,
): Promise<CourseProgress> {
  const rows = await readRows(db, key, facts, tx);
  const lines = groupBy(rows, ({ line }) => line);
  const of = (line: Row['line']) => lines.get(line) ?? [];
  const settings = settingsFrom(of('setting'));
  const lessons = of('lesson').map(timeOf).sort(inTime);
  const marks = groupBy(of('mark'), ({ id }) => id);
  const away = groupBy(of('away'), ({ id }) => id);
  const progress = pupils.map(({ pupilId, marks: here, absence }) => {
    const own = (marks.get(pupilId) ?? []).map(timeOf);
    const missed = (away.get(pupilId) ?? []).map(timeOf);
    const last = own
      .filter((time) => isBefore(time, key))
      .sort(inTime)
      .at(-1);
    const since = lessons.filter(
      (time) =>
        (last === undefined || isBefore(last, time)) && !missed.some((one) => isSame(one, time)),
    );
    return {
      pupilId,
      marks: own.length,
      lessonsSince: since.length,
      asked: here.some(({ value }) => value !== null),
      away: absence !== null && absence !== 'late',
    };
  });
  const counts = progress.map((one) => one.marks);
  const [term] = of('term');
  return {
    supply: term ? markSupply(counts, lessonsIn(term, of('slot'), of('off')), settings) : null,
    pupils: progress,
  };
}

function readRows(
  db: Db,
  { courseId, date, number }: LessonKey,
  { academicYearId, grade }: LessonSheet['facts'],
  tx?: Tx,
): Promise<Row[]> {
  const own = 'JOIN lesson l ON l.id = r.lesson_id AND l.course_id = :courseId';
  const inTerm = 'JOIN t ON l.date BETWEEN t.starts_on AND t.ends_on';
  return db.select<Row>(
    `WITH t AS (SELECT starts_on, ends_on FROM term
        WHERE academic_year_id = :academicYearId AND min_grade <= :grade AND max_grade >= :grade
          AND starts_on <= :date AND ends_on >= :date ORDER BY id LIMIT 1)
     SELECT 'term' AS line, 0 AS id, 0 AS number, starts_on AS begins, ends_on AS ends,
            '' AS key, '' AS value FROM t
     UNION ALL SELECT 'off', 0, 0, d.starts_on, d.ends_on, '', ''
       FROM day_off d JOIN t ON d.starts_on <= t.ends_on AND d.ends_on >= t.starts_on
      WHERE d.academic_year_id = :academicYearId AND (d.grade IS NULL OR d.grade = :grade)
     UNION ALL SELECT 'slot', weekday, number, starts_on, ends_on, '', ''
       FROM timetable_slot WHERE course_id = :courseId
     UNION ALL SELECT 'lesson', 0, l.number, l.date, l.date, '', ''
       FROM lesson l ${inTerm}
      WHERE l.course_id = :courseId
        AND (l.date < :date OR (l.date = :date AND l.number < :number))
     UNION ALL SELECT 'mark', r.pupil_id, l.number, l.date, l.date, '', ''
       FROM mark r ${own} ${inTerm} WHERE r.state = 'active' AND r.value IS NOT NULL
     UNION ALL SELECT 'away', r.pupil_id, l.number, l.date, l.date, '', ''
       FROM absence r ${own} ${inTerm} WHERE r.state = 'active' AND r.code <> 'late'
     UNION ALL SELECT 'setting', 0, 0, NULL, NULL, key, value FROM setting`,
    { courseId, date, number, academicYearId, grade },
    tx,
  );
}

/** Lessons the timetable has in a term. */
function lessonsIn({ begins, ends }: Row, slots: readonly Row[], off: readonly Row[]): number {
  let count = 0;
  for (let day = begins; day <= (ends ?? begins); day = addDays(day, 1)) {
    if (!off.some((one) => isWithin(day, one))) {
      const weekday = weekdayOf(day);
      count += slots.filter((slot) => slot.id === weekday && isWithin(day, slot)).length;
    }
  }
  return count;
}

const isWithin = (day: string, { begins, ends }: Row): boolean =>
  begins <= day && (ends === null || day <= ends);
const timeOf = ({ begins, number }: Row): LessonTime => ({ date: begins, number });
const isSame = (left: LessonTime, right: LessonTime): boolean =>
  left.date === right.date && left.number === right.number;
const inTime = (left: LessonTime, right: LessonTime): number => (isBefore(left, right) ? -1 : 1);
