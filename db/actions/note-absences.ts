import { Refusal } from '../errors.ts';
import type { Tx } from '../open.ts';
import type { AbsenceCode } from '../rules/absence-code.ts';
import { readAbsences, type StoredAbsence, storeAbsence } from './absence-record.ts';
import { type ChangeEntry, writeChanges } from './audit.ts';
import type { By, LessonKey } from './by.ts';
import { storeMark } from './change-mark.ts';
import { checkPupils } from './check-pupils.ts';
import { insertRows } from './insert-rows.ts';
import { readMark } from './mark-record.ts';
import { notifyGuardians } from './notify-guardians.ts';
import { type OpenLesson, openLesson } from './open-lesson.ts';

export type NoteAbsences = {
  lesson: LessonKey;
  /**
   * The code a pupil is to have; null clears it. Setting what already stands changes nothing. `seen`
   * is the code that was shown: a tap on an older one is stale.
   */
  absences: readonly {
    pupilId: number;
    code: AbsenceCode | null;
    seen?: AbsenceCode | null;
  }[];
  /** One tap of several: parents are told when no other has followed it for a while. */
  settling?: boolean;
  /** Cancel marks that stand in the way instead of refusing. */
  replace?: boolean;
};

// «о» is four taps away: «н» on the way there is no news yet. Seconds.
const SETTLING_SECONDS = 10;

const COLUMNS = [
  'lesson_id',
  'pupil_id',
  'date',
  'code',
  'author_id',
  'state',
  'version',
  'created_at',
  'updated_at',
];

/**
 * Notes who was absent from a lesson, in any grade. For its teacher, a substitute or the
 * administrator. Refuses н/б/у beside a mark unless `replace`.
 */
export async function noteAbsences(
  tx: Tx,
  by: By,
  { lesson: key, absences, settling, replace }: NoteAbsences,
): Promise<{ lessonId: number }> {
  const lesson = await openLesson(tx, by, key);
  const { lessonId } = lesson;
  const noticeAfter = settling === true ? SETTLING_SECONDS : 0;
  const pupilIds = absences.map(({ pupilId }) => pupilId);
  await checkPupils(tx, lesson, key.date, pupilIds);
  const stored = await readAbsences(tx, lessonId);
  checkSeen(absences, stored);
  const away = absences.filter(({ code }) => code !== null && code !== 'late');
  await clearMarks(
    tx,
    by,
    lesson,
    away.map(({ pupilId }) => pupilId),
    replace === true,
  );

  const { absenceIds, changes } = await setAbsences(tx, by, lesson, {
    absences,
    stored,
    noticeAfter,
  });
  await writeChanges(tx, by, changes);
  await notifyGuardians(tx, 'absence', absenceIds, { noticeAfter });
  return { lessonId };
}

/**
 * Gives each pupil the code they are to have, whatever stands in `stored`. Rows that are new come
 * back with their audit lines: the caller writes those and sees to the notices. For actions only.
 */
export async function setAbsences(
  tx: Tx,
  by: By,
  lesson: OpenLesson,
  {
    absences,
    stored,
    noticeAfter = 0,
  }: {
    absences: NoteAbsences['absences'];
    stored: ReadonlyMap<number, StoredAbsence>;
    noticeAfter?: number;
  },
): Promise<{ absenceIds: number[]; changes: ChangeEntry[] }> {
  const { lessonId, date } = lesson;
  const fresh: { pupilId: number; code: AbsenceCode }[] = [];
  const wanted = new Map(absences.map(({ pupilId, code }) => [pupilId, code]));
  for (const [pupilId, code] of wanted) {
    const absence = stored.get(pupilId);
    if (!absence) {
      if (code !== null) {
        fresh.push({ pupilId, code });
      }
      continue;
    }
    const next =
      code === null
        ? ({ code: absence.code, state: 'cancelled' } as const)
        : ({ code, state: 'active' } as const);
    if (next.code !== absence.code || next.state !== absence.state) {
      await storeAbsence(tx, by, lesson, absence, next, { noticeAfter });
    }
  }
  const rows = fresh.map(({ pupilId, code }) => [
    lessonId,
    pupilId,
    date,
    code,
    by.actor.personId,
    'active',
    1,
    tx.now,
    tx.now,
  ]);
  const absenceIds = await insertRows(tx, 'absence', COLUMNS, rows);
  const changes = fresh.map(({ pupilId, code }, index) => ({
    record: 'absence',
    recordId: absenceIds[index] ?? 0,
    pupilId,
    lessonId,
    before: null,
    after: { code, state: 'active', version: 1 },
  }));
  return { absenceIds, changes };
}

function checkSeen(
  absences: NoteAbsences['absences'],
  stored: ReadonlyMap<number, StoredAbsence>,
): void {
  for (const { pupilId, code, seen } of absences) {
    const absence = stored.get(pupilId);
    const now = absence?.state === 'active' ? absence.code : null;
    if (seen !== undefined && now !== seen && now !== code) {
      throw new Refusal('stale');
    }
  }
}

/** Clears the way for absences: marks of these pupils at the lesson are refused, or cancelled. */
export async function clearMarks(
  tx: Tx,
  by: By,
  lesson: OpenLesson,
  pupilIds: readonly number[],
  replace: boolean,
): Promise<void> {
  if (pupilIds.length === 0) {
    return;
  }
  const marks = await tx.db.select<{ id: number; pupilId: number }>(
    `SELECT id, pupil_id AS "pupilId" FROM mark
      WHERE lesson_id = :lessonId AND state = 'active' AND pupil_id IN (:pupilIds)`,
    { lessonId: lesson.lessonId, pupilIds },
    tx,
  );
  const [first] = marks;
  if (first && !replace) {
    throw new Refusal('mark-and-absence', { pupilId: first.pupilId });
  }
  for (const { id } of marks) {
    const mark = await readMark(tx, id);
    if (mark) {
      await storeMark(tx, by, lesson, mark, { ...mark, state: 'cancelled' });
    }
  }
}
