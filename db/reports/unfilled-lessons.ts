import { addDays } from '../days.ts';
import { groupBy } from '../group-by.ts';
import type { Db } from '../open.ts';
import { reminderHour } from '../rules/preferences.ts';
import { isUnfilled } from '../rules/unfilled.ts';
import { isSchoolDay, readSchoolDays } from './school-days.ts';
import { readSettings } from './settings.ts';
import { readTaughtLessons, type TaughtLesson } from './taught-lessons.ts';

/** What a teacher is to be reminded of, and every chat they read in. */
export type Reminder = {
  personId: number;
  language: 'ru' | 'en' | null;
  addresses: string[];
  /** The newest first. */
  lessons: TaughtLesson[];
};

type Recipient = {
  personId: number;
  language: 'ru' | 'en' | null;
  address: string;
  chosen: string | null;
};

type TeacherClass = { teacherId: number; classId: number; grade: number; academicYearId: number };

// What is older is the deputy head's to remind of.
const DAYS_BACK = 7;

/**
 * Teachers whose hour of the reminder this is, each with the lessons of the last seven days that
 * they, and not a substitute, have to fill in and haven't. Whose classes have no school on `day`, or
 * who has filled in all, isn't there. Five queries, however many teachers.
 */
export async function readReminders(
  db: Db,
  { day, hour }: { day: string; hour: number },
): Promise<Reminder[]> {
  const { 'reminder.hour': ofSchool } = await readSettings(db);
  const recipients = (await readRecipients(db)).filter(
    ({ chosen }) => reminderHour(chosen, ofSchool) === hour,
  );
  if (recipients.length === 0) {
    return [];
  }
  const span = { teacherId: null, from: addDays(day, -DAYS_BACK), to: day };
  const now = { day, time: `${String(hour).padStart(2, '0')}:00` };
  const lessons = (await readTaughtLessons(db, span)).filter((lesson) => isUnfilled(lesson, now));
  const gaps = groupBy(lessons, ({ substituteId, ownerId }) => substituteId ?? ownerId);
  const atSchool = await readAtSchool(db, day, gaps);
  return [...groupBy(recipients, ({ personId }) => personId)].flatMap(([personId, rows]) => {
    const own = gaps.get(personId);
    return own && atSchool.has(personId)
      ? [
          {
            personId,
            language: rows[0]?.language ?? null,
            addresses: rows.map(({ address }) => address),
            lessons: own.toReversed(),
          },
        ]
      : [];
  });
}

function readRecipients(db: Db): Promise<Recipient[]> {
  return db.select<Recipient>(
    `SELECT p.id AS "personId", p.language, a.address, f.value AS chosen
       FROM person p
       JOIN role r ON r.person_id = p.id AND r.role = 'teacher'
       JOIN chat_link a ON a.person_id = p.id AND a.state = 'active'
       LEFT JOIN preference f ON f.person_id = p.id AND f.key = 'reminder.hour'
      WHERE p.state = 'active'
      ORDER BY p.id, a.id`,
  );
}

/** Teachers one of whose classes has school on a day: of own courses, or of lessons taken over. */
async function readAtSchool(
  db: Db,
  day: string,
  gaps: ReadonlyMap<number | null, readonly TaughtLesson[]>,
): Promise<Set<number>> {
  const classes = await db.select<TeacherClass>(
    `SELECT DISTINCT t.teacher_id AS "teacherId", k.id AS "classId", k.grade,
            k.academic_year_id AS "academicYearId"
       FROM (SELECT teacher_id, class_id FROM course WHERE teacher_id IS NOT NULL
             UNION SELECT r.teacher_id, c.class_id
               FROM substitution r JOIN course c ON c.id = r.course_id
              WHERE r.date BETWEEN :from AND :day) t
       JOIN school_class k ON k.id = t.class_id
       JOIN academic_year y ON y.id = k.academic_year_id AND y.state = 'open'`,
    { from: addDays(day, -DAYS_BACK), day },
  );
  const calendars = await readSchoolDays(db, classes);
  return new Set(
    classes
      .filter(({ teacherId }) => gaps.has(teacherId))
      .filter(({ classId }) => {
        const days = calendars.get(classId);
        return days !== undefined && isSchoolDay(days, day);
      })
      .map(({ teacherId }) => teacherId),
  );
}
