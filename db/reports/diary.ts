import { addDays } from '../days.ts';
import type { Db } from '../open.ts';
import type { AbsenceCode } from '../rules/absence-code.ts';
import { dayOffOn } from '../rules/calendar.ts';
import { type Child, isInClass } from './children.ts';
import type { Displacement } from './lesson-change.ts';
import { isSchoolDay, type SchoolDays } from './school-days.ts';
import { type DueHomework, type PlacedLesson, readTimetable } from './timetable.ts';

export type DiaryMark = { value: number | null; kind: string; comment: string | null };

export type DiaryLesson = {
  number: number;
  subject: string;
  topic: string | null;
  /** Given at this lesson, and the day it is for if that isn't the next lesson. */
  given: string | null;
  givenFor: string | null;
  /** To be ready for this lesson; only where it isn't over yet and has given none itself. */
  due: string | null;
  /** How many files the homework shown has, and the lessons they were given at. */
  files: number;
  filesOf: number[];
  marks: DiaryMark[];
  absence: AbsenceCode | null;
  /** It doesn't take place here. */
  change: Displacement | null;
};

/** A day of a child's diary; `off` names the holiday it belongs to. */
export type DiaryDay = { date: string; off: string | null; lessons: DiaryLesson[] };

type Entry =
  | { line: 'mark'; lessonId: number; value: number | null; kind: string; comment: string | null }
  | { line: 'absence'; lessonId: number; kind: AbsenceCode };

const UNMARKED = { marks: [], given: null, givenFor: null, due: null, files: 0, filesOf: [] };

/**
 * A child's diary from one day to another. Each lesson shows the homework given at it, as the paper
 * journal does; from today on, one that has given none yet shows what is due. In grade 1 there are
 * neither marks nor homework, whatever is stored. Two queries.
 */
export async function readDiary(
  db: Db,
  child: Child,
  { from, to }: { from: string; to: string },
  days: SchoolDays,
): Promise<DiaryDay[]> {
  const classIds = child.classes.map(({ classId }) => classId);
  if (classIds.length === 0) {
    return [];
  }
  const { pupilId } = child;
  const [timetable, entries] = await Promise.all([
    readTimetable(db, { classIds, pupilId, from, to }),
    db.select<Entry>(
      `SELECT 'mark' AS line, id, lesson_id AS "lessonId", value, kind, comment FROM mark
        WHERE pupil_id = :pupilId AND date BETWEEN :from AND :to AND state = 'active'
       UNION ALL SELECT 'absence', id, lesson_id, NULL, code, NULL FROM absence
        WHERE pupil_id = :pupilId AND date BETWEEN :from AND :to AND state = 'active'
        ORDER BY 2`,
      { pupilId, from, to },
    ),
  ]);
  const today = db.today();
  const gradeOne = new Set(
    child.classes.filter(({ grade }) => grade === 1).map(({ classId }) => classId),
  );
  const runs = (classId: number, day: string) =>
    isInClass(child, classId, day) && isSchoolDay(days, day);
  const diary: DiaryDay[] = [];
  for (let date = from; date <= to; date = addDays(date, 1)) {
    const lessons = timetable.on(date, (classId) => runs(classId, date));
    diary.push({
      date,
      off: dayOffOn(days.daysOff, days.grade, date)?.name ?? null,
      lessons: lessons
        .filter(({ classId }) => isInClass(child, classId, date))
        .map((lesson) => {
          const due =
            lesson.homework === null && lesson.change === null && date >= today
              ? timetable.due(lesson.courseId, { date, number: lesson.number }, runs)
              : null;
          const entry = {
            number: lesson.number,
            subject: lesson.subject,
            topic: lesson.topic,
            change: lesson.change,
            ...homeworkOf(lesson, due),
            ...entriesAt(entries, lesson.lessonId),
          };
          return gradeOne.has(lesson.classId) ? { ...entry, ...UNMARKED } : entry;
        }),
    });
  }
  return diary;
}

function homeworkOf(
  { homework, homeworkDue, files, lessonId }: PlacedLesson,
  due: DueHomework | null,
): Pick<DiaryLesson, 'given' | 'givenFor' | 'due' | 'files' | 'filesOf'> {
  const own = files > 0 && lessonId !== null ? [lessonId] : [];
  return {
    given: homework,
    givenFor: homeworkDue,
    due: due?.text ?? null,
    files: files + (due?.files ?? 0),
    filesOf: due && due.files > 0 ? [...own, ...due.lessonIds] : own,
  };
}

function entriesAt(
  entries: readonly Entry[],
  lessonId: number | null,
): { marks: DiaryMark[]; absence: AbsenceCode | null } {
  const here = entries.filter((entry) => entry.lessonId === lessonId);
  return {
    marks: here.flatMap((entry) =>
      entry.line === 'mark'
        ? [{ value: entry.value, kind: entry.kind, comment: entry.comment }]
        : [],
    ),
    absence: here.find((entry) => entry.line === 'absence')?.kind ?? null,
  };
}
