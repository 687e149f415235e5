import { Refusal } from '../errors.ts';
import type { Tx } from '../open.ts';
import { type NoticeMode, type NoticeTopic, noticeMode } from '../rules/notice-choice.ts';
import { type ChangeEntry, writeChanges } from './audit.ts';
import type { By } from './by.ts';

export type SetNoticeChoice = {
  pupilIds: readonly number[];
  topic: NoticeTopic;
  mode: NoticeMode;
};

/**
 * Sets when the actor hears of something about own children: for a parent who has agreed to get
 * their data here. What waits for a summary is decided on again. Choosing what stands changes nothing.
 */
export async function setNoticeChoice(
  tx: Tx,
  by: By,
  { pupilIds, topic, mode }: SetNoticeChoice,
): Promise<void> {
  const { personId, childIds } = by.actor;
  const stored = await tx.db.select<{ pupilId: number; mode: string | null }>(
    `SELECT g.pupil_id AS "pupilId", c.mode
       FROM guardianship g LEFT JOIN notice_choice c
         ON c.person_id = g.person_id AND c.pupil_id = g.pupil_id AND c.topic = :topic
      WHERE g.person_id = :personId AND g.state = 'active' AND g.consent_version IS NOT NULL`,
    { personId, topic },
    tx,
  );
  const before = new Map(stored.map((row) => [row.pupilId, row.mode]));
  const mayAll = pupilIds.every((pupilId) => childIds.includes(pupilId) && before.has(pupilId));
  if (pupilIds.length === 0 || !mayAll || noticeMode(topic, mode) === null) {
    throw new Refusal('not-allowed');
  }
  const changed = pupilIds.filter((pupilId) => before.get(pupilId) !== mode);
  if (changed.length === 0) {
    return;
  }
  await tx.run(
    `INSERT INTO notice_choice (person_id, pupil_id, topic, mode) VALUES :rows
     ON CONFLICT (person_id, pupil_id, topic) DO UPDATE SET mode = excluded.mode`,
    { rows: changed.map((pupilId) => [personId, pupilId, topic, mode]) },
  );
  await tx.run(
    `UPDATE notice SET state = 'waiting' WHERE state IN ('evening', 'week')
        AND person_id = :personId AND pupil_id IN (:changed)`,
    { personId, changed },
  );
  await writeChanges(
    tx,
    by,
    changed.map((pupilId): ChangeEntry => {
      const was = before.get(pupilId) ?? null;
      return {
        record: 'notice_choice',
        recordId: personId,
        pupilId,
        before: was === null ? null : { [topic]: was },
        after: { [topic]: mode },
      };
    }),
  );
}
