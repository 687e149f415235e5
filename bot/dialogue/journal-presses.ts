import type { LessonKey } from '../../db/actions/by.ts';
import { WORK_KINDS, type WorkKindKey } from '../../db/rules/work-kinds.ts';
import { lessonArg, press } from './press.ts';

/** The first choice: own courses, own classes, the school. */
export const journalHomePress = () => press('jhome1');

/** All classes of the school, a page of them. */
export const journalClassesPress = (page: number) => press('jall1', page);

/** The courses of a class. */
export const journalClassPress = (classId: number, page: number) => press('jcls1', classId, page);

/** The files a class's journal of a year is sent as. */
export const JOURNAL_FILES = ['pdf', 'xlsx'] as const;
export type JournalFile = (typeof JOURNAL_FILES)[number];

/** A class's whole journal of its year as a file. */
export const classJournalPress = (classId: number, as: JournalFile) => press('jyear1', classId, as);

/** What is open to somebody of a closed year. */
export const pastYearPress = (yearId: number, page = 0) => press('jpast1', yearId, page);

/** A page of a course's table, 0 the newest; without a term, that of the running one. */
export const journalPress = (courseId: number, termId: number | null = null, page = 0) =>
  press('jrn1', courseId, termId ?? 0, page);

/** The table of a term as a workbook. */
export const workbookPress = (courseId: number, termId: number) => press('jxls1', courseId, termId);

/** The pupils of a course, each leading to a card. */
export const journalPupilsPress = (courseId: number, termId: number) =>
  press('jpup1', courseId, termId);

/** A pupil's card of a term, from the journal. */
export const journalCardPress = (courseId: number, termId: number, pupilId: number) =>
  press('jcard1', courseId, termId, pupilId);

/** A pupil's card of the term a lesson is in, from that lesson's panel and back to it. */
export const cardPress = (key: LessonKey, pupilId: number, kind: WorkKindKey) =>
  press('card1', lessonArg(key), pupilId, WORK_KINDS.indexOf(kind));

/** The picture of a pupil's marks in time. */
export const chartPress = (courseId: number, termId: number, pupilId: number) =>
  press('chart1', courseId, termId, pupilId);
