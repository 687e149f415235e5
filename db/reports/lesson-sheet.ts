import type { LessonKey } from '../actions/by.ts';
import { instantOf, weekdayOf } from '../days.ts';
import { Refusal } from '../errors.ts';
import { groupBy } from '../group-by.ts';
import type { Db, Tx } from '../open.ts';
import type { AbsenceCode } from '../rules/absence-code.ts';
import { type Actor, can } from '../rules/access.ts';
import { settingsFrom } from '../rules/settings.ts';
import { UNDOABLE_RECORDS } from '../rules/undoable.ts';
import type { WorkKindKey } from '../rules/work-kinds.ts';
import { type LessonFacts, readLessonFacts } from './lesson-facts.ts';
import { type RosterPupil, readRoster } from './roster.ts';

export type SheetMark = {
  markId: number;
  /** Null for work that is owed. */
  value: number | null;
  kind: WorkKindKey;
  comment: string | null;
  version: number;
};

export type SheetPupil = RosterPupil & { marks: SheetMark[]; absence: AbsenceCode | null };

/** All that a lesson's screen shows. */
export type LessonSheet = {
  key: LessonKey;
  facts: LessonFacts;
  /** Clock times ('09:25') of the lesson, if bells are known. */
  bell: { startsAt: string; endsAt: string } | null;
  pupils: SheetPupil[];
  /** This actor may write here on this day. */
  writable: boolean;
  /** Marks are given at this course: not in grade 1, not where it is mark-free. */
  marked: boolean;
  /** The lowest mark of the school's scale, and what each kind of work weighs in a mean. */
  lowest: number;
  weights: Record<WorkKindKey, number>;
  /** The reader's own last operation of today at this lesson that isn't taken back. */
  lastOperation: string | null;
};

type RecordRow = {
  pupilId: number;
  markId: number | null;
  value: number | null;
  kind: WorkKindKey | null;
  comment: string | null;
  version: number | null;
  code: AbsenceCode | null;
  key: string | null;
  setting: string | null;
};

type Around = {
  startsAt: string | null;
  endsAt: string | null;
  openTerms: number;
  closedTerms: number;
  daysOff: number;
  operation: string | null;
};

/**
 * Reads one lesson whole, for whoever may read it. Refuses what is not the actor's to read and a
 * lesson that no timetable knows. Four queries.
 */
export async function readLessonSheet(
  db: Db,
  actor: Actor,
  key: LessonKey,
  tx?: Tx,
): Promise<LessonSheet> {
  const facts = await readLessonFacts(db, key, weekdayOf(key.date), tx);
  if (!facts) {
    throw new Refusal('not-found');
  }
  if (!can(actor, 'lesson.read', facts)) {
    throw new Refusal('not-allowed');
  }
  if (!facts.scheduled) {
    throw new Refusal('no-such-lesson', { date: key.date, number: key.number });
  }
  // One after the other: a transaction has one connection.
  const roster = await readRoster(db, facts, key.date, tx);
  const records = await readRecords(db, facts.lessonId, tx);
  const around = await readAround(db, actor, key, facts, tx);
  const settings = settingsFrom(
    records.flatMap(({ key, setting }) => (key && setting ? [{ key, value: setting }] : [])),
  );
  const byPupil = groupBy(records, ({ pupilId }) => pupilId);
  const { startsAt, endsAt } = around;
  const today = tx?.today ?? db.today();
  return {
    key,
    facts,
    bell: startsAt !== null && endsAt !== null ? { startsAt, endsAt } : null,
    pupils: roster.map((pupil) => ({ ...pupil, ...standing(byPupil.get(pupil.pupilId) ?? []) })),
    writable:
      isOpenTo(actor, facts, around) &&
      facts.change === null &&
      key.date <= today &&
      around.daysOff === 0,
    marked: facts.grade > 1 && !facts.markFree,
    lowest: settings['marks.lowest'],
    weights: {
      answer: settings['weight.answer'],
      homework: settings['weight.homework'],
      independent: settings['weight.independent'],
      practical: settings['weight.practical'],
      test: settings['weight.test'],
      project: settings['weight.project'],
    },
    lastOperation: around.operation,
  };
}

/** In an open term to whoever teaches there, in a closed one to who may correct it with a reason. */
function isOpenTo(actor: Actor, facts: LessonFacts, { openTerms, closedTerms }: Around): boolean {
  return openTerms > 0
    ? can(actor, 'lesson.write', facts)
    : closedTerms > 0 && can(actor, 'journal.correct-closed', null);
}

function standing(rows: readonly RecordRow[]): Pick<SheetPupil, 'marks' | 'absence'> {
  return {
    marks: rows.flatMap(({ markId, value, kind, comment, version }) =>
      markId !== null && kind !== null
        ? [{ markId, value, kind, comment, version: version ?? 0 }]
        : [],
    ),
    absence: rows.find(({ code }) => code !== null)?.code ?? null,
  };
}

/** What stands at a lesson; the school's settings come with it and belong to no pupil. */
function readRecords(db: Db, lessonId: number | null, tx?: Tx): Promise<RecordRow[]> {
  return db.select<RecordRow>(
    `SELECT pupil_id AS "pupilId", id AS "markId", value, kind, comment, version,
            NULL AS code, NULL AS key, NULL AS setting
       FROM mark WHERE lesson_id = :lessonId AND state = 'active'
     UNION ALL
     SELECT pupil_id, NULL, NULL, NULL, NULL, NULL, code, NULL, NULL
       FROM absence WHERE lesson_id = :lessonId AND state = 'active'
     UNION ALL
     SELECT 0, NULL, NULL, NULL, NULL, NULL, NULL, key, value FROM setting
      ORDER BY 2`,
    { lessonId },
    tx,
  );
}

async function readAround(
  db: Db,
  actor: Actor,
  { date, number }: LessonKey,
  { academicYearId, grade, lessonId }: LessonFacts,
  tx?: Tx,
): Promise<Around> {
  const [row] = await db.select<Around>(
    `SELECT (SELECT starts_at FROM bell WHERE number = :number) AS "startsAt",
            (SELECT ends_at FROM bell WHERE number = :number) AS "endsAt",
            (SELECT CAST(COUNT(*) AS INTEGER) FROM term
              WHERE academic_year_id = :academicYearId AND state = 'open'
                AND min_grade <= :grade AND max_grade >= :grade
                AND starts_on <= :date AND ends_on >= :date) AS "openTerms",
            (SELECT CAST(COUNT(*) AS INTEGER) FROM term
              WHERE academic_year_id = :academicYearId AND state = 'closed'
                AND min_grade <= :grade AND max_grade >= :grade
                AND starts_on <= :date AND ends_on >= :date) AS "closedTerms",
            (SELECT CAST(COUNT(*) AS INTEGER) FROM day_off
              WHERE academic_year_id = :academicYearId AND (grade IS NULL OR grade = :grade)
                AND starts_on <= :date AND ends_on >= :date) AS "daysOff",
            (SELECT c.operation FROM change c
              WHERE c.actor_id = :actorId AND c.at >= :since AND c.lesson_id = :lessonId
                AND c.door = 'chat' AND c.operation LIKE 'chat:%' AND c.undoes IS NULL
                AND c.record IN (:records)
                AND NOT EXISTS (SELECT 1 FROM change u WHERE u.undoes = c.operation)
              ORDER BY c.id DESC LIMIT 1) AS operation`,
    {
      number,
      academicYearId,
      grade,
      date,
      actorId: actor.personId,
      lessonId,
      records: UNDOABLE_RECORDS,
      since: instantOf(tx?.today ?? db.today(), '00:00', db.timezone),
    },
    tx,
  );
  return {
    startsAt: row?.startsAt ?? null,
    endsAt: row?.endsAt ?? null,
    openTerms: row?.openTerms ?? 0,
    closedTerms: row?.closedTerms ?? 0,
    daysOff: row?.daysOff ?? 0,
    operation: row?.operation ?? null,
  };
}
