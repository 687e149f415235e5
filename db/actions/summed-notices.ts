import type { Tx } from '../open.ts';
import type { Held } from './hold-notices.ts';
import { LANES } from './queue-messages.ts';

// What a summary does with the notices of those who wait for it. For the jobs only.

const MODES = { evening: 'digest', week: 'weekly' } as const satisfies Record<Held, string>;

/** What the summary shows of each kind, as `told` remembers it. */
const TOLD = {
  mark: "COALESCE(CAST(r.value AS TEXT), 'owed')",
  absence: 'r.code',
  behaviour_note: 'r.kind',
} as const;

export type SummedKind = keyof typeof TOLD;

/** Before a summary is read: what its readers would be told of in a moment waits for it as well. */
export async function gatherNotices(tx: Tx, held: Held): Promise<void> {
  await tx.run(
    `UPDATE notice SET state = :held
      WHERE state = 'waiting' AND lane <> :summed
        AND EXISTS (SELECT 1 FROM notice_choice c
              WHERE c.person_id = notice.person_id AND c.pupil_id = notice.pupil_id
                AND c.mode = :mode AND c.topic = CASE
                  WHEN notice.kind <> 'mark' THEN notice.kind
                  WHEN COALESCE((SELECT m.value FROM mark m WHERE m.id = notice.record_id), 5) <= 2
                  THEN 'low_mark' ELSE 'mark' END)`,
    { held, mode: MODES[held], summed: LANES.digest },
  );
}

export type Shown = {
  /** A parent and a child of theirs that the summary told of. */
  pairs: readonly { personId: number; pupilId: number }[];
  kinds: readonly SummedKind[];
  /** First and last day of what it showed. */
  from: string;
  to: string;
  /** When it was read: what changed since isn't in it. */
  asOf: Date;
};

/** Settles what a summary has told, in the transaction that queues it. */
export async function settleSummed(
  tx: Tx,
  held: Held,
  { pairs, kinds, from, to, asOf }: Shown,
): Promise<void> {
  if (pairs.length === 0) {
    return;
  }
  const rows = pairs.map(({ personId, pupilId }) => [personId, pupilId]);
  for (const kind of kinds) {
    await tx.run(
      `UPDATE notice SET state = 'settled',
              told = (SELECT ${TOLD[kind]} FROM ${kind} r WHERE r.id = notice.record_id)
        WHERE state = :held AND kind = :kind AND (person_id, pupil_id) IN (VALUES :rows)
          AND EXISTS (SELECT 1 FROM ${kind} r WHERE r.id = notice.record_id
                AND r.state = 'active' AND r.date BETWEEN :from AND :to AND r.updated_at <= :asOf)`,
      { held, kind, rows, from, to, asOf },
    );
  }
}

/** After a summary: what waited for it and isn't in it is told as other notices are. */
export async function releaseNotices(tx: Tx, held: Held): Promise<void> {
  await tx.run(
    "UPDATE notice SET state = 'waiting', lane = :summed, ripe_at = :now WHERE state = :held",
    { held, summed: LANES.digest, now: tx.now },
  );
}
