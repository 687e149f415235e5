import type { Db, Tx } from '../open.ts';
import { isTopic, modeInForce, type NoticeMode, type NoticeTopic } from '../rules/notice-choice.ts';
import { type QuietHours, quietHours } from '../rules/quiet-hours.ts';

/** How parents want to hear of their children. */
export type NoticeChoices = {
  /** The person is a parent of the child, and has agreed to hear of it. */
  isHeardOf: (of: { personId: number; pupilId: number }) => boolean;
  /** `off` too for whoever is to hear nothing of the child. */
  modeOf: (of: { personId: number; pupilId: number }, topic: NoticeTopic) => NoticeMode;
  quietOf: (personId: number) => QuietHours | null;
};

type Row = {
  personId: number;
  pupilId: number;
  topic: string | null;
  mode: string | null;
  quiet: string | null;
};

/** What these people have chosen, for the children they have agreed to hear of. One query. */
export async function readNoticeChoices(
  db: Db,
  personIds: readonly number[],
  tx?: Tx,
): Promise<NoticeChoices> {
  const rows =
    personIds.length === 0
      ? []
      : await db.select<Row>(
          `SELECT g.person_id AS "personId", g.pupil_id AS "pupilId", c.topic, c.mode,
                  q.value AS quiet
             FROM guardianship g
             LEFT JOIN notice_choice c ON c.person_id = g.person_id AND c.pupil_id = g.pupil_id
             LEFT JOIN preference q ON q.person_id = g.person_id AND q.key = 'quiet.hours'
            WHERE g.person_id IN (:personIds) AND g.state = 'active'
              AND g.consent_version IS NOT NULL`,
          { personIds },
          tx,
        );
  const modes = new Map<string, Map<NoticeTopic, string | null>>();
  const quiet = new Map<number, string | null>();
  for (const row of rows) {
    const key = `${row.personId}:${row.pupilId}`;
    const own = modes.get(key) ?? new Map<NoticeTopic, string | null>();
    modes.set(key, own);
    quiet.set(row.personId, row.quiet);
    if (row.topic !== null && isTopic(row.topic)) {
      own.set(row.topic, row.mode);
    }
  }
  return {
    isHeardOf: ({ personId, pupilId }) => modes.has(`${personId}:${pupilId}`),
    modeOf: ({ personId, pupilId }, topic) => {
      const own = modes.get(`${personId}:${pupilId}`);
      return own ? modeInForce(topic, own.get(topic) ?? null) : 'off';
    },
    quietOf: (personId) => quietHours(quiet.get(personId) ?? null),
  };
}
