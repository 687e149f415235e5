import { z } from 'zod';
import type { ExportAbsence } from '../../db/reports/export/absences.ts';
import type { ExportClass } from '../../db/reports/export/classes.ts';
import type { ExportCourse } from '../../db/reports/export/courses.ts';
import type { ExportLesson } from '../../db/reports/export/lessons.ts';
import type { ExportMark } from '../../db/reports/export/marks.ts';
import type { ExportPupil } from '../../db/reports/export/pupils.ts';
import { ABSENCE_CODES } from '../../db/rules/absence-code.ts';
import { TERM_VALUES } from '../../db/rules/term-mark.ts';

const id = z.int().describe('Stays the same for good: what comes again replaces what came before.');
const ref = (table: string) => z.int().describe(`\`id\` in ${table}`);
const pupilId = z.int().describe('`pupilId` in pupils');
const day = z.iso.date();
const updatedAt = z.iso.datetime().describe('When it last changed, UTC');
const state = z
  .enum(['active', 'cancelled'])
  .describe('A cancelled record was taken back: remove it if you took it before.');

export const classRow = z.strictObject({
  id,
  grade: z.int(),
  letter: z.string(),
  academicYear: z.string(),
  startsOn: day.describe('First day of the academic year'),
  endsOn: day.describe('Last day of the academic year'),
}) satisfies z.ZodType<ExportClass>;

export const courseRow = z.strictObject({
  id,
  classId: ref('classes'),
  subject: z.string(),
  groupName: z.string().nullable().describe('Subgroup; null is the whole class'),
  teacherLastName: z.string().nullable(),
  teacherFirstName: z.string().nullable(),
  teacherMiddleName: z.string().nullable(),
  markFree: z.boolean().describe('Taught without marks'),
}) satisfies z.ZodType<ExportCourse>;

export const pupilRow = z.strictObject({
  id: z.int().describe('Of the place in the class: a pupil who changed the class has two'),
  pupilId: z.int().describe('Of the pupil, the same for good'),
  personalFile: z.string().nullable().describe('Number of the personal file'),
  lastName: z.string(),
  firstName: z.string(),
  middleName: z.string().nullable(),
  classId: ref('classes'),
  number: z.int().describe('In the list of the class'),
  startsOn: day.describe('First day in the class'),
  endsOn: day.nullable().describe('Last day in the class; null while enrolled'),
}) satisfies z.ZodType<ExportPupil>;

export const lessonRow = z.strictObject({
  id,
  date: day,
  number: z.int().describe('Of the lesson within the day'),
  courseId: ref('courses'),
  topic: z.string().nullable(),
  homework: z.string().nullable(),
  attendanceAt: z.iso.datetime().nullable().describe('When the roll was called, UTC'),
  updatedAt,
}) satisfies z.ZodType<ExportLesson>;

export const markRow = z.strictObject({
  id,
  date: day.describe('Of the lesson'),
  lessonId: ref('lessons'),
  courseId: ref('courses'),
  pupilId,
  value: z.int().min(1).max(5).nullable().describe('null is work owed, or a cancelled mark'),
  kind: z
    .string()
    .describe('Kind of work: answer, homework, independent, practical, test, project'),
  weight: z.number().describe('In the weighted mean'),
  state,
  updatedAt,
}) satisfies z.ZodType<ExportMark>;

export const absenceRow = z.strictObject({
  id,
  date: day.describe('Of the lesson'),
  lessonId: ref('lessons'),
  courseId: ref('courses'),
  pupilId,
  code: z
    .enum(ABSENCE_CODES)
    .nullable()
    .describe('absent: reason unknown; late was there; null of a cancelled absence'),
  state,
  updatedAt,
}) satisfies z.ZodType<ExportAbsence>;

export const termMarkRow = z.strictObject({
  id,
  pupilId,
  courseId: ref('courses'),
  period: z.enum(['quarter', 'trimester', 'half_year', 'year']),
  number: z.int().nullable().describe('Of the term within the year; null of a year mark'),
  startsOn: day,
  endsOn: day,
  value: z
    .enum(TERM_VALUES)
    .nullable()
    .describe('na: not attested; exempt; pass and fail: without marks; null of a cancelled one'),
  state,
  updatedAt,
});

/** What another system is answered when it asks for something wrong (RFC 9457). */
export const problemBody = z.strictObject({
  type: z.literal('about:blank'),
  title: z.string(),
  status: z.int(),
  detail: z.string().describe('What is wrong and what to ask for, in one sentence'),
});
