import { addDays, mondayOf } from '../days.ts';
import { groupBy } from '../group-by.ts';
import type { Db, Tx } from '../open.ts';
import type { AbsenceCode } from '../rules/absence-code.ts';
import { type TermSpan, termOn } from '../rules/calendar.ts';
import { markTopic } from '../rules/notice-choice.ts';
import type { QuietHours } from '../rules/quiet-hours.ts';
import type { RawInstant } from '../values.ts';
import type { BehaviourKind } from './behaviour-notes.ts';
import { momentOf } from './moment.ts';
import { type NoticeChoices, readNoticeChoices } from './notice-choices.ts';
import { type PupilEntry, readPupilEntries } from './pupil-entries.ts';
import { isSchoolDay, readSchoolDays, type SchoolDays } from './school-days.ts';
import { readSubjectMeans, type SubjectMeans } from './subject-means.ts';
import { classesOf, readRecipients, type SummaryRecipient } from './summary-recipients.ts';

/** A child's week as one parent is told of it. */
export type WeekSummary = {
  personId: number;
  language: 'ru' | 'en' | null;
  addresses: string[];
  quiet: QuietHours | null;
  pupilId: number;
  lastName: string;
  firstName: string;
  classId: number;
  className: string;
  /** First and last day it tells of. */
  from: string;
  to: string;
  term: Pick<TermSpan, 'kind'> | null;
  /** Marks of the week (null is work that is owed), and the subject's mean in the term so far. */
  subjects: { subject: string; marks: (number | null)[]; mean: number | null }[];
  /** Lessons missed and late arrivals, by code. */
  absences: { code: AbsenceCode; lessons: number }[];
  notes: { kind: BehaviourKind; text: string; date: string }[];
  /** The class teacher's letters this parent hasn't read. */
  unread: number;
  /** The day on which this parent took note of the week. */
  acknowledgedOn: string | null;
};

/** A week of summaries: the seven days that end on `to`. */
export const weekUpTo = (to: string) => ({ from: addDays(to, -6), to });

/**
 * The seven days that end on `day` for every parent who can be written to, gave consent and wants a
 * weekly summary, a child at a time; or for one parent of one child, whatever they want. Children
 * without a school day in it are left out. No marks in grade 1. As many queries for a school as for
 * one child: seven, and one for each kind of terms.
 */
export async function readWeeks(
  db: Db,
  day: string,
  only?: { personId: number; pupilId: number },
  tx?: Tx,
): Promise<WeekSummary[]> {
  const week = weekUpTo(day);
  const all = await readRecipients(db, { day, ...(only ? { only } : {}) }, tx);
  const calendars = await readSchoolDays(db, classesOf(all), tx);
  const choices = await readNoticeChoices(db, [...new Set(all.map((row) => row.personId))], tx);
  const recipients = all.filter(
    (row) =>
      lastSchoolDay(calendars.get(row.classId), week) !== null &&
      (only !== undefined || choices.modeOf(row, 'week') !== 'off'),
  );
  if (recipients.length === 0) {
    return [];
  }
  const terms = new Map(
    classesOf(recipients).map((row) => [row.classId, termOf(calendars.get(row.classId), week)]),
  );
  const of = { ...week, ...(only ? { pupilId: only.pupilId } : {}) };
  const entries = groupBy(await readPupilEntries(db, of, tx), ({ pupilId }) => pupilId);
  const means = await readMeans(db, day, recipients, terms, tx);
  const notes = groupBy(await readNotes(db, of, tx), ({ pupilId }) => pupilId);
  const unread = await readUnread(db, tx);
  const acknowledged = await readAcknowledged(db, mondayOf(day), tx);
  const families = groupBy(recipients, ({ personId, pupilId }) => `${personId}:${pupilId}`);
  return [...families].flatMap(([key, rows]) => {
    const [row] = rows;
    const term = row && terms.get(row.classId);
    return row
      ? [
          {
            personId: row.personId,
            language: row.language,
            addresses: rows.map(({ address }) => address),
            quiet: choices.quietOf(row.personId),
            pupilId: row.pupilId,
            lastName: row.lastName,
            firstName: row.firstName,
            classId: row.classId,
            className: `${row.grade}${row.letter}`,
            ...week,
            term: term ?? null,
            ...factsOf(row, entries.get(row.pupilId) ?? [], choices, means),
            notes:
              choices.modeOf(row, 'behaviour_note') === 'off'
                ? []
                : (notes.get(row.pupilId) ?? []).map(({ pupilId: _, ...note }) => note),
            unread: unread.get(key) ?? 0,
            acknowledgedOn: acknowledged.get(key) ?? null,
          },
        ]
      : [];
  });
}

function lastSchoolDay(
  days: SchoolDays | undefined,
  { from, to }: { from: string; to: string },
): string | null {
  for (let day = to; days && day >= from; day = addDays(day, -1)) {
    if (isSchoolDay(days, day)) {
      return day;
    }
  }
  return null;
}

function termOf(days: SchoolDays | undefined, week: { from: string; to: string }): TermSpan | null {
  const day = lastSchoolDay(days, week);
  return days && day !== null ? termOn(days.terms, days.grade, day) : null;
}

function factsOf(
  row: SummaryRecipient,
  entries: readonly PupilEntry[],
  choices: NoticeChoices,
  means: SubjectMeans,
): Pick<WeekSummary, 'subjects' | 'absences'> {
  const told = (topic: 'mark' | 'low_mark' | 'absence') => choices.modeOf(row, topic) !== 'off';
  const marks =
    row.grade === 1
      ? []
      : entries.filter(({ code, value }) => code === null && told(markTopic(value)));
  const absences = told('absence') ? entries.flatMap(({ code }) => (code ? [code] : [])) : [];
  return {
    subjects: [...groupBy(marks, ({ subject }) => subject)]
      .map(([subject, own]) => ({
        subject,
        marks: own.map(({ value }) => value),
        mean: means(row.pupilId, subject),
      }))
      .sort((left, right) => left.subject.localeCompare(right.subject, 'ru')),
    absences: [...groupBy(absences, (code) => code)].map(([code, own]) => ({
      code,
      lessons: own.length,
    })),
  };
}

/** Means of the terms that run, each from its own first day. */
async function readMeans(
  db: Db,
  to: string,
  recipients: readonly SummaryRecipient[],
  terms: ReadonlyMap<number, TermSpan | null>,
  tx?: Tx,
): Promise<SubjectMeans> {
  const startOf = ({ classId }: SummaryRecipient) => terms.get(classId)?.startsOn ?? to;
  const parts = new Map<number, SubjectMeans>();
  for (const [from, rows] of groupBy(recipients, startOf)) {
    const pupilIds = [...new Set(rows.map(({ pupilId }) => pupilId))];
    const means = await readSubjectMeans(db, { pupilIds, from, to }, tx);
    for (const pupilId of pupilIds) {
      parts.set(pupilId, means);
    }
  }
  return (pupilId, subject) => parts.get(pupilId)?.(pupilId, subject) ?? null;
}

function readNotes(
  db: Db,
  of: { from: string; to: string; pupilId?: number },
  tx?: Tx,
): Promise<{ pupilId: number; kind: BehaviourKind; text: string; date: string }[]> {
  return db.select(
    `SELECT pupil_id AS "pupilId", kind, text, date FROM behaviour_note
      WHERE state = 'active' AND date BETWEEN :from AND :to
        ${of.pupilId === undefined ? '' : 'AND pupil_id = :pupilId'}
      ORDER BY date, id`,
    of,
    tx,
  );
}

async function readUnread(db: Db, tx?: Tx): Promise<Map<string, number>> {
  const rows = await db.select<{ personId: number; pupilId: number; letters: number }>(
    `SELECT r.person_id AS "personId", t.pupil_id AS "pupilId",
            CAST(COUNT(*) AS INTEGER) AS letters
       FROM message_receipt r
       JOIN message m ON m.id = r.message_id AND m.side = 'school'
       JOIN thread t ON t.id = m.thread_id
       JOIN school_class k ON k.id = t.class_id
       JOIN academic_year y ON y.id = k.academic_year_id AND y.state = 'open'
      WHERE r.read_at IS NULL GROUP BY r.person_id, t.pupil_id`,
    {},
    tx,
  );
  return new Map(rows.map((row) => [`${row.personId}:${row.pupilId}`, row.letters]));
}

async function readAcknowledged(db: Db, monday: string, tx?: Tx): Promise<Map<string, string>> {
  const rows = await db.select<{ personId: number; pupilId: number; at: RawInstant }>(
    `SELECT person_id AS "personId", pupil_id AS "pupilId", at FROM week_acknowledgement
      WHERE monday = :monday`,
    { monday },
    tx,
  );
  return new Map(
    rows.map(({ personId, pupilId, at }) => [
      `${personId}:${pupilId}`,
      momentOf(at, db.timezone).date,
    ]),
  );
}
