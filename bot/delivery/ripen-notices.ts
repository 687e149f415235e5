import { type NewMessage, queueMessages } from '../../db/actions/queue-messages.ts';
import { settleNotices } from '../../db/actions/settle-notices.ts';
import { groupBy } from '../../db/group-by.ts';
import { readFirstAbsences } from '../../db/reports/first-absences.ts';
import { type RipeNotice, readAddresses, readRipeNotices } from '../../db/reports/ripe-notices.ts';
import { readSettings } from '../../db/reports/settings.ts';
import { askExcuseNotice } from '../views/ask-excuse.ts';
import { type NoticeLine, noticeMessage } from '../views/notice.ts';
import type { DeliveryDeps } from './deps.ts';
import { remindOfExcuses } from './remind-of-excuses.ts';

// Persons told in one transaction: few enough not to keep a teacher's mark waiting.
const AT_ONCE = 50;
// A calm notice waits for later ones of the same parent at most this many delays more.
const PATIENCE = 2;

type Deps = Pick<DeliveryDeps, 'db' | 'texts' | 'config'>;

/**
 * Turns what has ripened into messages: for each parent, what they were last told is compared with
 * what is true now; only the difference is said, all of it in one message. Returns how many messages
 * it queued.
 */
export async function ripenNotices(deps: Deps): Promise<number> {
  const { db } = deps;
  const due = await db.select(
    "SELECT id FROM notice WHERE state = 'waiting' AND ripe_at <= :now LIMIT 1",
    {
      now: db.now(),
    },
  );
  if (due.length === 0) {
    return 0;
  }
  return db.write(async (tx) => {
    const settings = await readSettings(db, tx);
    const patience = settings['notice.delay'] * PATIENCE;
    const notices = await readRipeNotices(tx, { limit: AT_ONCE, patience });
    if (notices.length === 0) {
      return 0;
    }
    const addresses = await readAddresses(tx, [...new Set(notices.map((n) => n.personId))]);
    const { asked, expected } = await readFirstAbsences(tx, notices);
    const messages = [...groupBy(notices, (n) => `${n.lane}:${n.personId}`).values()].flatMap(
      (group) => {
        const calm = group.filter(({ noticeId }) => !asked.has(noticeId));
        const asking = group.filter(({ noticeId }) => asked.has(noticeId));
        return [
          ...asking.flatMap((notice) => askingFor(deps, notice, addresses)),
          ...messagesFor(deps, calm, addresses),
        ];
      },
    );
    messages.push(...(await remindOfExcuses(deps, tx, expected)));
    await settleNotices(
      tx,
      notices.map((notice) => settled(notice, addresses)),
    );
    return (await queueMessages(tx, messages)).length;
  });
}

/** A person without a chat was told nothing, and won't be told of the past when they link one. */
function settled(notice: RipeNotice, addresses: Map<number, string[]>) {
  const reached = addresses.has(notice.personId);
  return { noticeId: notice.noticeId, told: reached ? factOf(notice) : notice.told };
}

/** What is true of the record now, as it is remembered in `told`; null for nothing. */
function factOf({ kind, state, value, code }: RipeNotice): string | null {
  if (state === 'cancelled') {
    return null;
  }
  return kind === 'mark' ? String(value ?? 'owed') : code;
}

function messagesFor(
  { texts, config }: Deps,
  group: readonly RipeNotice[],
  addresses: Map<number, string[]>,
): NewMessage[] {
  const [first] = group;
  const changed = group.filter((notice) => factOf(notice) !== notice.told);
  if (!first || changed.length === 0) {
    return [];
  }
  const sections = [...groupBy(changed, (notice) => notice.pupilId).values()].map((child) => ({
    child: child[0] ?? first,
    lines: child.map(lineOf),
  }));
  const message = noticeMessage(sections, texts[first.language ?? config.language], config.names);
  const event = changed.map(({ kind, recordId, version }) => `${kind}${recordId}v${version}`);
  return (addresses.get(first.personId) ?? []).map((chat) => ({
    dedupeKey: `notice:${chat}:${event.join(',')}`,
    chat,
    lane: first.lane,
    payload: message,
  }));
}

/** An absence from the first lesson comes alone, with answers to tap. */
function askingFor(
  { texts, config }: Deps,
  notice: RipeNotice,
  addresses: Map<number, string[]>,
): NewMessage[] {
  const { personId, language, lane, kind, recordId, version } = notice;
  const section = { child: notice, lines: [lineOf(notice)] };
  const message = askExcuseNotice(
    section,
    notice,
    texts[language ?? config.language],
    config.names,
  );
  return (addresses.get(personId) ?? []).map((chat) => ({
    dedupeKey: `notice:${chat}:${kind}${recordId}v${version}`,
    chat,
    lane,
    payload: message,
  }));
}

function lineOf(notice: RipeNotice): NoticeLine {
  const now = factOf(notice);
  let change: NoticeLine['change'] = notice.told === null ? 'new' : 'corrected';
  if (now === null) {
    change = 'cancelled';
  }
  const { kind, subject, date, number, value, code, workKind, comment, told } = notice;
  const where = { change, subject, date, number };
  return kind === 'mark'
    ? { ...where, kind, value, was: told, workKind, comment }
    : { ...where, kind, code, was: told };
}
