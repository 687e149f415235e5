import { Refusal } from '../errors.ts';
import type { Tx } from '../open.ts';
import { readRoster } from '../reports/roster.ts';
import { readSettings } from '../reports/settings.ts';
import type { AbsenceCode } from '../rules/absence-code.ts';
import { readAbsences, type StoredAbsence } from './absence-record.ts';
import { writeChanges } from './audit.ts';
import type { By, LessonKey } from './by.ts';
import { cancelAbsences } from './cancel-absences.ts';
import { checkCourse, checkMark, insertMarks, type NewMark } from './give-marks.ts';
import { storeLesson } from './lesson-record.ts';
import { clearMarks, setAbsences } from './note-absences.ts';
import { notifyGuardians } from './notify-guardians.ts';
import { openLesson } from './open-lesson.ts';

export type RecordEntry = {
  lesson: LessonKey;
  marks: readonly NewMark[];
  absences: readonly { pupilId: number; code: AbsenceCode }[];
  /** Whoever isn't named was there: calls the roll even if nobody was absent. */
  allPresent?: boolean;
  /** Cancel the mark or absence that stands in the way instead of leaving the pupil out. */
  replace?: boolean;
};

export type Recorded = {
  lessonId: number;
  /** Pupils whose stored mark or absence contradicts the entry: nothing was written for them. */
  conflicts: { pupilId: number; standing: 'mark' | AbsenceCode }[];
  /** Whether the roll is called at this lesson now. */
  rollCalled: boolean;
};

/**
 * Writes a whole message into one lesson as one operation: marks, absences and the roll. The roll
 * counts as called once an absence or «all present» is entered, or when every pupil has a mark or
 * an absence; a few marks alone say nothing of who was there. For the lesson's teacher, a substitute
 * or the administrator; refuses what `giveMarks` and `noteAbsences` refuse, except that a pupil whose
 * record stands in the way is left out and told of.
 */
export async function recordEntry(tx: Tx, by: By, entry: RecordEntry): Promise<Recorded> {
  const { lesson: key, marks, absences } = entry;
  const lesson = await openLesson(tx, by, key);
  const { lessonId } = lesson;
  const settings = await readSettings(tx.db, tx);
  if (marks.length > 0) {
    checkCourse(lesson);
  }
  for (const { value, comment } of marks) {
    checkMark(value, comment ?? null, settings);
  }
  const roster = (await readRoster(tx.db, lesson, key.date, tx)).map(({ pupilId }) => pupilId);
  const named = new Set([...marks, ...absences].map(({ pupilId }) => pupilId));
  for (const pupilId of named) {
    if (!roster.includes(pupilId)) {
      throw new Refusal('not-in-class', { pupilId });
    }
  }
  const away = absences.filter(({ code }) => code !== 'late').map(({ pupilId }) => pupilId);
  const both = marks.find(({ pupilId }) => away.includes(pupilId));
  if (both) {
    throw new Refusal('mark-and-absence', { pupilId: both.pupilId });
  }

  const stored = await readAbsences(tx, lessonId);
  const counts = await countMarks(tx, lessonId);
  if (
    marks.some(({ pupilId, seen = null }) => seen !== null && seen !== (counts.get(pupilId) ?? 0))
  ) {
    throw new Refusal('stale');
  }
  const conflicts = entry.replace === true ? [] : conflictsOf(entry, stored, counts);
  const left = new Set(conflicts.map(({ pupilId }) => pupilId));
  const fits = ({ pupilId }: { pupilId: number }) => !left.has(pupilId);
  if (entry.replace === true) {
    const marked = marks.map(({ pupilId }) => pupilId);
    const cleared = marked.filter((id) => !absences.some(({ pupilId }) => pupilId === id));
    await cancelAbsences(tx, by, lesson, { pupilIds: cleared, replace: true });
    await clearMarks(tx, by, lesson, away, true);
  }

  const written = await insertMarks(tx, by, {
    lessonId,
    date: key.date,
    marks: marks.filter(fits),
    settings,
  });
  const noted = await setAbsences(tx, by, lesson, { absences: absences.filter(fits), stored });
  await writeChanges(tx, by, [...written.changes, ...noted.changes]);
  await notifyGuardians(tx, 'mark', written.markIds, { known: settings });
  await notifyGuardians(tx, 'absence', noted.absenceIds, { known: settings });

  const accounted = (pupilId: number) =>
    (named.has(pupilId) && !left.has(pupilId)) ||
    counts.has(pupilId) ||
    stored.get(pupilId)?.state === 'active';
  const rollCalled =
    lesson.attendanceTaken ||
    entry.allPresent === true ||
    absences.some(fits) ||
    roster.every(accounted);
  if (rollCalled && !lesson.attendanceTaken) {
    await storeLesson(tx, by, lesson, { attendanceAt: tx.now.toISOString() });
  }
  return { lessonId, conflicts, rollCalled };
}

/** How many marks each pupil has at a lesson; those with none are not there. */
async function countMarks(tx: Tx, lessonId: number): Promise<Map<number, number>> {
  const rows = await tx.db.select<{ pupilId: number; count: number }>(
    `SELECT pupil_id AS "pupilId", CAST(COUNT(*) AS INTEGER) AS count FROM mark
      WHERE lesson_id = :lessonId AND state = 'active' GROUP BY pupil_id`,
    { lessonId },
    tx,
  );
  return new Map(rows.map(({ pupilId, count }) => [pupilId, count]));
}

function conflictsOf(
  { marks, absences }: RecordEntry,
  stored: ReadonlyMap<number, StoredAbsence>,
  counts: ReadonlyMap<number, number>,
): Recorded['conflicts'] {
  const conflicts = new Map<number, 'mark' | AbsenceCode>();
  for (const { pupilId } of marks) {
    const absence = stored.get(pupilId);
    const changed = absences.some((entered) => entered.pupilId === pupilId);
    if (absence?.state === 'active' && absence.code !== 'late' && !changed) {
      conflicts.set(pupilId, absence.code);
    }
  }
  for (const { pupilId, code } of absences) {
    if (code !== 'late' && counts.has(pupilId)) {
      conflicts.set(pupilId, 'mark');
    }
  }
  return [...conflicts].map(([pupilId, standing]) => ({ pupilId, standing }));
}
