import { groupBy } from '../group-by.ts';
import type { Tx } from '../open.ts';

/** Which summary a notice waits for. */
export type Held = 'evening' | 'week';

/** Leaves ripe notices for a summary, as their parents have chosen. For the ripening only. */
export async function holdNotices(
  tx: Tx,
  notices: readonly { noticeId: number; held: Held }[],
): Promise<void> {
  for (const [state, own] of groupBy(notices, ({ held }) => held)) {
    const ids = own.map(({ noticeId }) => noticeId);
    await tx.run('UPDATE notice SET state = :state WHERE id IN (:ids)', { state, ids });
  }
}

/** Puts ripe notices off until their parents' quiet hours end. For the ripening only. */
export async function postponeNotices(
  tx: Tx,
  notices: readonly { noticeId: number; until: Date }[],
): Promise<void> {
  for (const own of groupBy(notices, ({ until }) => until.getTime()).values()) {
    const ids = own.map(({ noticeId }) => noticeId);
    await tx.run('UPDATE notice SET ripe_at = :until WHERE id IN (:ids)', {
      until: own[0]?.until ?? tx.now,
      ids,
    });
  }
}
