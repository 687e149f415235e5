import { groupBy } from '../group-by.ts';
import type { Db } from '../open.ts';
import type { AbsenceCode } from '../rules/absence-code.ts';
import { isInDigest, markTopic } from '../rules/notice-choice.ts';
import type { QuietHours } from '../rules/quiet-hours.ts';
import { type NoticeChoices, readNoticeChoices } from './notice-choices.ts';
import { type PupilEntry, readPupilEntries } from './pupil-entries.ts';
import { isSchoolDay, readSchoolDays, type SchoolDays, schoolDayFrom } from './school-days.ts';
import { classesOf, readRecipients, type SummaryRecipient } from './summary-recipients.ts';
import { readTimetable } from './timetable.ts';

export type DigestChild = {
  pupilId: number;
  lastName: string;
  firstName: string;
  className: string;
  marks: { subject: string; value: number | null; kind: string }[];
  absences: { subject: string; number: number; code: AbsenceCode }[];
  /** What is due at the next school day; null where there is none. */
  homework: { date: string; lines: { subject: string; text: string }[] } | null;
};

/** A parent's day: all their children, and every chat they read in. */
export type Digest = {
  personId: number;
  language: 'ru' | 'en' | null;
  addresses: string[];
  quiet: QuietHours | null;
  day: string;
  children: DigestChild[];
};

type ClassHomework = {
  date: string;
  lines: { courseId: number; subject: string; text: string }[];
} | null;

/**
 * The day of every parent who can be written to and gave consent, as far as they want to hear of it
 * in the evening. A child has a part in it only on a school day of their class, so weekends don't
 * repeat Friday's homework; parents of none have no digest. Six queries, however many parents.
 */
export async function readDigests(db: Db, day: string): Promise<Digest[]> {
  const all = await readRecipients(db, { day });
  const calendars = await readSchoolDays(db, classesOf(all));
  const recipients = all.filter(({ classId }) => {
    const days = calendars.get(classId);
    return days !== undefined && isSchoolDay(days, day);
  });
  if (recipients.length === 0) {
    return [];
  }
  const personIds = [...new Set(recipients.map(({ personId }) => personId))];
  const [entries, homework, groups, choices] = await Promise.all([
    readPupilEntries(db, { from: day, to: day }),
    readHomework(db, day, classesOf(recipients), calendars),
    readGroups(db),
    readNoticeChoices(db, personIds),
  ]);
  const byPupil = groupBy(entries, ({ pupilId }) => pupilId);
  const childOf = (row: SummaryRecipient) => ({
    pupilId: row.pupilId,
    lastName: row.lastName,
    firstName: row.firstName,
    className: `${row.grade}${row.letter}`,
    ...entriesOf(byPupil.get(row.pupilId) ?? [], row, choices),
    homework: isInDigest(choices.modeOf(row, 'homework'))
      ? homeworkOf(homework.get(row.classId) ?? null, groups, row.pupilId)
      : null,
  });
  return [...groupBy(recipients, ({ personId }) => personId)].map(([personId, rows]) => ({
    personId,
    language: rows[0]?.language ?? null,
    addresses: [...new Set(rows.map(({ address }) => address))],
    quiet: choices.quietOf(personId),
    day,
    children: [...groupBy(rows, ({ pupilId }) => pupilId).values()].flatMap(([row]) =>
      row ? [childOf(row)] : [],
    ),
  }));
}

/** Pupils of the courses that only a part of a class is taught, by course. */
async function readGroups(db: Db): Promise<Map<number, Set<number>>> {
  const rows = await db.select<{ courseId: number; pupilId: number | null }>(
    `SELECT c.id AS "courseId", g.pupil_id AS "pupilId"
       FROM course c LEFT JOIN course_pupil g ON g.course_id = c.id WHERE c.group_name <> ''`,
  );
  const groups = groupBy(rows, ({ courseId }) => courseId);
  return new Map(
    [...groups].map(([courseId, own]) => [courseId, new Set(own.map((row) => row.pupilId ?? 0))]),
  );
}

/** By class: what was given for its next school day. */
async function readHomework(
  db: Db,
  day: string,
  classes: readonly SummaryRecipient[],
  calendars: Map<number, SchoolDays>,
): Promise<Map<number, ClassHomework>> {
  const next = new Map<number, string>();
  for (const { classId } of classes) {
    const days = calendars.get(classId);
    const date = days && schoolDayFrom(days, day, 1);
    if (date) {
      next.set(classId, date);
    }
  }
  const dates = [...next.values()].sort();
  const [from, to] = [dates[0], dates.at(-1)];
  if (from === undefined || to === undefined) {
    return new Map();
  }
  const timetable = await readTimetable(db, { classIds: [...next.keys()], from, to });
  const runs = (classId: number, date: string) => {
    const days = calendars.get(classId);
    return days !== undefined && isSchoolDay(days, date);
  };
  return new Map(
    [...next].map(([classId, date]) => {
      const lessons = timetable.on(date, (id) => id === classId);
      const lines = lessons
        .filter((lesson) => lesson.classId === classId && lesson.change === null)
        .flatMap(({ courseId, subject, number }) => {
          const due = timetable.due(courseId, { date, number }, runs);
          return due === null ? [] : [{ courseId, subject, text: due.text }];
        });
      return [classId, { date, lines }];
    }),
  );
}

function entriesOf(
  entries: readonly PupilEntry[],
  whose: SummaryRecipient,
  choices: NoticeChoices,
): Pick<DigestChild, 'marks' | 'absences'> {
  const told = (topic: 'mark' | 'low_mark' | 'absence') => isInDigest(choices.modeOf(whose, topic));
  return {
    marks: entries.flatMap(({ code, subject, value, kind }) =>
      code === null && told(markTopic(value)) ? [{ subject, value, kind }] : [],
    ),
    absences: entries.flatMap(({ code, subject, number }) =>
      code !== null && told('absence') ? [{ subject, number, code }] : [],
    ),
  };
}

function homeworkOf(
  homework: ClassHomework,
  groups: Map<number, Set<number>>,
  pupilId: number,
): DigestChild['homework'] {
  const taught = (courseId: number) => groups.get(courseId)?.has(pupilId) ?? true;
  const lines = homework?.lines.filter(({ courseId }) => taught(courseId)) ?? [];
  return homework && lines.length > 0
    ? { date: homework.date, lines: lines.map(({ subject, text }) => ({ subject, text })) }
    : null;
}
