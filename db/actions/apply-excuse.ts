import { Refusal } from '../errors.ts';
import type { Tx } from '../open.ts';
import { type Excuse, readExcuse } from '../reports/excuses.ts';
import { can } from '../rules/access.ts';
import type { ExcuseCode } from '../rules/excuse.ts';
import { type StoredAbsence, storeAbsence } from './absence-record.ts';
import { writeChanges } from './audit.ts';
import type { By } from './by.ts';
import { openDay } from './open-lesson.ts';

/** A code for the day; «back» returns «н» to what this excuse had changed. */
export type ExcuseDecision = ExcuseCode | 'declined' | 'back';

export type ApplyExcuse = {
  excuseId: number;
  /** The version that was shown; one that was changed since is not decided on. */
  version: number;
  decision: ExcuseDecision;
};

/**
 * The class teacher decides on a parent's answer: every «н» of the pupil on that day at lessons of
 * the class becomes б or у, whoever teaches them, or what became so goes back. Nothing else of the
 * journal is touched. For the teacher of the class the pupil is in on that day. Refuses a closed
 * term, a day to come, and a day without any «н».
 */
export async function applyExcuse(
  tx: Tx,
  by: By,
  { excuseId, version, decision }: ApplyExcuse,
): Promise<Excuse> {
  const excuse = await readExcuse(tx.db, excuseId, tx);
  if (!excuse || !can(by.actor, 'absence.excuse', { classId: excuse.classId, enrolled: true })) {
    throw new Refusal('not-allowed');
  }
  if (excuse.version !== version || (decision === 'declined' && excuse.state !== 'new')) {
    throw new Refusal('stale');
  }
  const own = await ownAbsences(tx, excuse);
  const changed = decision === 'back' ? own.coded : [...own.absent, ...own.coded];
  if (decision !== 'declined') {
    if (changed.length === 0) {
      throw new Refusal('no-absences', { date: excuse.date });
    }
    const day = await openDay(tx, by, excuse.date, excuse);
    const code = decision === 'back' ? 'absent' : decision;
    // A name of its own: /undo takes back one lesson's records, not a decision on a whole day.
    const decided: By = { ...by, operation: `excuse:${excuseId}:${version + 1}` };
    for (const absence of changed.filter((one) => one.code !== code)) {
      await storeAbsence(tx, decided, day, absence, { code, state: 'active' });
    }
  }
  await settle(tx, by, excuse, decision);
  return (await readExcuse(tx.db, excuseId, tx)) ?? excuse;
}

async function settle(tx: Tx, by: By, excuse: Excuse, decision: ExcuseDecision): Promise<void> {
  const { excuseId, pupilId, state, code, version } = excuse;
  const next = { ...OUTCOMES[decision], version: version + 1 };
  const decided = decision === 'back' ? null : by.actor.personId;
  await tx.db.models.AbsenceExcuse.update(
    {
      ...next,
      decidedById: decided,
      decidedAt: decided === null ? null : tx.now,
      updatedAt: tx.now,
    },
    { where: { id: excuseId }, transaction: tx.transaction, silent: true },
  );
  await writeChanges(tx, by, [
    {
      record: 'absence_excuse',
      recordId: excuseId,
      pupilId,
      before: { state, code, version },
      after: next,
    },
  ]);
}

const OUTCOMES = {
  ill: { state: 'applied', code: 'ill' },
  excused: { state: 'applied', code: 'excused' },
  declined: { state: 'declined', code: null },
  back: { state: 'new', code: null },
} as const;

/** The pupil's «н» of the day at lessons of the class, and what this excuse has changed before. */
async function ownAbsences(
  tx: Tx,
  { excuseId, pupilId, classId, date, code }: Excuse,
): Promise<{ absent: StoredAbsence[]; coded: StoredAbsence[] }> {
  const rows = await tx.db.select<StoredAbsence & { changes: number }>(
    `SELECT a.id, a.pupil_id AS "pupilId", a.lesson_id AS "lessonId", a.code, a.state, a.version,
            (SELECT CAST(COUNT(*) AS INTEGER) FROM change h
              WHERE h.record = 'absence' AND h.record_id = a.id
                AND h.operation LIKE :operations) AS changes
       FROM absence a
       JOIN lesson l ON l.id = a.lesson_id
       JOIN course c ON c.id = l.course_id AND c.class_id = :classId
      WHERE a.pupil_id = :pupilId AND a.date = :date AND a.state = 'active'
      ORDER BY l.number, a.id`,
    { pupilId, classId, date, operations: `excuse:${excuseId}:%` },
    tx,
  );
  return {
    absent: rows.filter((row) => row.code === 'absent'),
    coded: rows.filter((row) => code !== null && row.code === code && row.changes > 0),
  };
}
