import type { LessonKey } from '../../db/actions/by.ts';
import { findCourseLesson } from '../../db/reports/course-lesson.ts';
import { newestBegun, readTeacherDay } from '../../db/reports/teacher-day.ts';
import { readTeachingDays } from '../../db/reports/teaching-days.ts';
import { readWritableCourses, type WritableCourse } from '../../db/reports/writable-courses.ts';
import { cut } from '../views/cut.ts';
import { escapeHtml } from '../views/html.ts';
import { courseTitle } from '../views/lesson-title.ts';
import { actorOf } from './actor.ts';
import { readHeader } from './entry/read-header.ts';
import { readOpenEntry } from './entry-dialog.ts';
import type { Turn } from './turn.ts';

/** Which lesson a message means: one, one of several courses', the open one, or why none. */
export type Meant =
  | { found: 'lesson'; key: LessonKey; body: string }
  | { found: 'several'; courses: WritableCourse[]; date: string | null; body: string }
  | { found: 'none'; courses: WritableCourse[]; body: string }
  /** `text` is HTML. */
  | { found: 'sentence'; text: string };

/** Reads class, subject and date from the beginning of a message. Refuses a day without lessons. */
export async function whichLesson(turn: Turn, text: string): Promise<Meant> {
  const { db, texts } = turn;
  const { teacher } = texts;
  const courses = await readWritableCourses(db, actorOf(turn).personId);
  if (courses.length === 0) {
    // A deputy head teaches nothing, yet may have a lesson of a closed term open.
    const open = await readOpenEntry(db, turn.event.chat.address);
    return open ? { found: 'none', courses, body: text } : sentence(teacher.noCourses);
  }
  const header = readHeader(text, courses, db.today());
  switch (header.found) {
    case 'course':
      return courseLesson(turn, header.course, header.date, header.body);
    case 'several':
      return header;
    case 'none':
      return { found: 'none', courses, body: header.body };
    case 'unknown-class':
      return sentence(
        teacher.unknownClass(
          cut(header.written),
          listed(courses.map(({ className }) => className)),
        ),
      );
    case 'unknown-subject':
      return sentence(teacher.unknownSubject(header.className, listed(header.subjects)));
    case 'bad-date':
      return sentence(teacher.badDate(cut(header.written)));
  }
}

/** The lesson of one course that is meant, or the sentence that there is none. */
export async function courseLesson(
  turn: Turn,
  course: WritableCourse,
  date: string | null,
  body: string,
): Promise<Meant & { found: 'lesson' | 'sentence' }> {
  const { db, texts } = turn;
  const key = await findCourseLesson(db, course, actorOf(turn).personId, date);
  if (key) {
    return { found: 'lesson', key, body };
  }
  const title = courseTitle(course);
  return sentence(
    date === null
      ? texts.teacher.noLessonYet(title)
      : texts.teacher.noLessonOn(title, texts.school.date(date)),
  );
}

/** The lesson that is open in the chat, or the newest of the speaker's own that has begun. */
export async function newestLesson(turn: Turn): Promise<LessonKey | null> {
  const { db } = turn;
  const open = await readOpenEntry(db, turn.event.chat.address);
  if (open) {
    return open.lesson;
  }
  const teacherId = actorOf(turn).personId;
  const today = db.today();
  const lesson = newestBegun(db, await readTeacherDay(db, { teacherId, date: today }));
  if (lesson) {
    return keyOf(lesson);
  }
  const date = (await readTeachingDays(db, teacherId)).nearest(today, -1);
  const last = date && newestBegun(db, await readTeacherDay(db, { teacherId, date }));
  return last ? keyOf(last) : null;
}

const keyOf = ({ courseId, date, number }: LessonKey): LessonKey => ({ courseId, date, number });

function sentence(text: string): Meant & { found: 'sentence' } {
  return { found: 'sentence', text: escapeHtml(text) };
}

function listed(names: readonly string[]): string {
  return [...new Set(names)].join(', ');
}
