import type { Tx } from '../open.ts';
import type { ViewedScreen, ViewSide } from '../rules/views.ts';

/** Somebody was shown a screen about one child. */
export type View = { personId: number; pupilId: number; side: ViewSide; screen: ViewedScreen };

/**
 * Notes who was shown which child, a row a person, child, kind of screen and school day: the first
 * time, the last one and how often. One statement whatever their number. Called by whoever shows
 * them, in the transaction in which that is finished.
 */
export async function noteViews(tx: Tx, views: readonly View[]): Promise<void> {
  if (views.length === 0) {
    return;
  }
  // A statement may touch no row twice.
  const counted = new Map<string, { view: View; count: number }>();
  for (const view of views) {
    const key = Object.values(view).join(':');
    counted.set(key, { view, count: (counted.get(key)?.count ?? 0) + 1 });
  }
  const { now, today } = tx;
  await tx.run(
    `INSERT INTO view_event
       (person_id, pupil_id, side, screen, date, first_at, last_at, count) VALUES :rows
     ON CONFLICT (person_id, pupil_id, side, screen, date)
     DO UPDATE SET count = view_event.count + excluded.count, last_at = excluded.last_at`,
    {
      rows: [...counted.values()].map(({ view: { personId, pupilId, side, screen }, count }) => [
        personId,
        pupilId,
        side,
        screen,
        today,
        now,
        now,
        count,
      ]),
    },
  );
}
