import type { Tx } from '../open.ts';
import { readSettings } from '../reports/settings.ts';
import type { Settings } from '../rules/settings.ts';
import { LANES } from './queue-messages.ts';

// What can't wait: an absence (being late can), a «2», what a teacher has to say of the child.
const URGENT = {
  mark: 'COALESCE(r.value, 5) <= 2',
  absence: "r.code <> 'late'",
  term_mark: '1 = 0',
  behaviour_note: '1 = 1',
} as const;

/** What parents are told of, by the table it is kept in. */
export type NoticeKind = keyof typeof URGENT;

/**
 * Marks what the parents who have agreed to hear of a child are to be told of these records. A notice is a fact to
 * settle, not a text: when it ripens, what the parent was last told is compared with what is true
 * then, so a correction within the delay replaces or drops it. `known` are the settings, if the
 * caller has read them already; `noticeAfter` are seconds it waits at least.
 */
export async function notifyGuardians(
  tx: Tx,
  kind: NoticeKind,
  recordIds: readonly number[],
  { known, noticeAfter = 0 }: { known?: Settings; noticeAfter?: number } = {},
): Promise<void> {
  if (recordIds.length === 0) {
    return;
  }
  const settings = known ?? (await readSettings(tx.db, tx));
  const urgent = URGENT[kind];
  for (const [lane, which, seconds] of [
    [LANES.urgent, urgent, settings['notice.urgent_delay']],
    [LANES.notice, `NOT (${urgent})`, settings['notice.delay']],
  ] as const) {
    await tx.run(
      `INSERT INTO notice (person_id, pupil_id, kind, record_id, state, lane, ripe_at)
       SELECT g.person_id, r.pupil_id, :kind, r.id, 'waiting', :lane, :ripeAt
         FROM ${kind} r JOIN guardianship g ON g.pupil_id = r.pupil_id AND g.state = 'active'
          AND g.consent_version IS NOT NULL
        WHERE r.id IN (:recordIds) AND ${which}
       ON CONFLICT (kind, record_id, person_id)
       DO UPDATE SET state = 'waiting', lane = excluded.lane, ripe_at = excluded.ripe_at`,
      {
        kind,
        recordIds,
        lane,
        ripeAt: new Date(tx.now.getTime() + Math.max(seconds, noticeAfter) * 1000),
      },
    );
  }
}
