import type { LessonKey } from '../../db/actions/by.ts';
import { cancelMark } from '../../db/actions/cancel-mark.ts';
import { changeMark } from '../../db/actions/change-mark.ts';
import type { FieldValue, FieldValues } from '../../db/actions/edit-record.ts';
import { giveMarks } from '../../db/actions/give-marks.ts';
import { noteAbsences } from '../../db/actions/note-absences.ts';
import { setHomework } from '../../db/actions/set-homework.ts';
import { setTopic } from '../../db/actions/set-topic.ts';
import { Refusal } from '../../db/errors.ts';
import type { Tx } from '../../db/open.ts';
import type { AbsenceCode } from '../../db/rules/absence-code.ts';
import type { WorkKindKey } from '../../db/rules/work-kinds.ts';
import type { Writer } from './spec.ts';

// The forms check every field against its column's type and choices before a writer sees it.
const number = (value: FieldValue | undefined) => value as number;
const text = (value: FieldValue | undefined) => (value ?? null) as string | null;

/** Marks through the verbs the chat uses; a delete cancels, as the state does with a reason. */
export const markWriter: Writer = {
  create: async (tx, by, values) => {
    checkBirth(values);
    const { markIds } = await giveMarks(tx, by, {
      lesson: await lessonKey(tx, number(values.lessonId)),
      marks: [{ pupilId: number(values.pupilId), ...markFields(values) }],
    });
    return markIds[0] ?? 0;
  },
  update: (tx, by, id, values, version) =>
    values.state === 'cancelled'
      ? cancelMark(tx, by, { markId: Number(id), version })
      : changeMark(tx, by, { markId: Number(id), version, ...markFields(values) }),
  remove: (tx, by, id, version) => cancelMark(tx, by, { markId: Number(id), version }),
};

/** Absences through the verb the chat uses; a delete cancels, as the state does with a reason. */
export const absenceWriter: Writer = {
  create: async (tx, by, values) => {
    checkBirth(values);
    const pupilId = number(values.pupilId);
    const { lessonId } = await noteAbsences(tx, by, {
      lesson: await lessonKey(tx, number(values.lessonId)),
      absences: [{ pupilId, code: values.code as AbsenceCode }],
    });
    const where = { lessonId, pupilId };
    const { transaction } = tx;
    const absence = await tx.db.models.Absence.findOne({ where, transaction });
    return absence?.id ?? 0;
  },
  update: (tx, by, id, { state, code }, version) =>
    rewriteAbsence(tx, by, id, version, state === 'cancelled' ? null : (code as AbsenceCode)),
  remove: (tx, by, id, version) => rewriteAbsence(tx, by, id, version, null),
};

/** A lesson's topic and homework through the verbs the chat uses. */
export const lessonWriter: Writer = {
  create: async (tx, by, values) => {
    const lesson = {
      courseId: number(values.courseId),
      date: text(values.date) ?? '',
      number: number(values.number),
    };
    const { lessonId } = await setTopic(tx, by, { lesson, topic: text(values.topic) });
    if (values.homework) {
      await setHomework(tx, by, { lesson, homework: text(values.homework) });
    }
    return lessonId;
  },
  update: async (tx, by, id, values, version) => {
    const { transaction } = tx;
    const stored = await tx.db.models.Lesson.findByPk(id, { transaction });
    if (!stored || stored.version !== version) {
      throw new Refusal(stored ? 'stale' : 'not-found');
    }
    const { courseId, date, number } = stored;
    const lesson = { courseId, date, number };
    if (text(values.topic) !== stored.topic) {
      await setTopic(tx, by, { lesson, topic: text(values.topic) });
    }
    if (text(values.homework) !== stored.homework) {
      await setHomework(tx, by, { lesson, homework: text(values.homework) });
    }
  },
};

/** A record is cancelled by changing its state later, never born so. */
function checkBirth({ state }: FieldValues): void {
  if (state === 'cancelled') {
    throw new Refusal('not-allowed');
  }
}

function markFields({ value, kind, comment }: FieldValues) {
  return {
    value: (value ?? null) as number | null,
    kind: kind as WorkKindKey,
    comment: text(comment),
  };
}

async function rewriteAbsence(
  tx: Tx,
  by: Parameters<typeof noteAbsences>[1],
  id: string,
  version: number,
  code: AbsenceCode | null,
): Promise<void> {
  const absence = await tx.db.models.Absence.findByPk(id, { transaction: tx.transaction });
  if (!absence || absence.version !== version) {
    throw new Refusal(absence ? 'stale' : 'not-found');
  }
  const lesson = await lessonKey(tx, absence.lessonId);
  await noteAbsences(tx, by, { lesson, absences: [{ pupilId: absence.pupilId, code }] });
}

async function lessonKey(tx: Tx, lessonId: number): Promise<LessonKey> {
  const lesson = await tx.db.models.Lesson.findByPk(lessonId, { transaction: tx.transaction });
  if (!lesson) {
    throw new Refusal('not-found');
  }
  const { courseId, date, number } = lesson;
  return { courseId, date, number };
}
