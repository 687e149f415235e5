import { type Held, holdNotices, postponeNotices } from '../../db/actions/hold-notices.ts';
import { queueMessages } from '../../db/actions/queue-messages.ts';
import { settleNotices } from '../../db/actions/settle-notices.ts';
import { groupBy } from '../../db/group-by.ts';
import { readFirstAbsences } from '../../db/reports/first-absences.ts';
import { readNoticeChoices } from '../../db/reports/notice-choices.ts';
import { type RipeNotice, readAddresses, readRipeNotices } from '../../db/reports/ripe-notices.ts';
import { readSettings } from '../../db/reports/settings.ts';
import { type Decision, decideNotice, factOf } from './decide-notice.ts';
import type { DeliveryDeps } from './deps.ts';
import { askingMessages, tellingMessages } from './notice-messages.ts';
import { remindOfExcuses } from './remind-of-excuses.ts';

// Persons told in one transaction: few enough not to keep a teacher's mark waiting.
const AT_ONCE = 50;
// A calm notice waits for later ones of the same parent at most this many delays more.
const PATIENCE = 2;

type Decided = { notice: RipeNotice; decision: Decision };

/**
 * Turns what has ripened into messages: for each parent, what they were last told is compared with
 * what is true now; only the difference is said, all of it in one message, when and as far as the
 * parent wants to hear of it. Returns how many messages it queued.
 */
export async function ripenNotices(
  deps: Pick<DeliveryDeps, 'db' | 'texts' | 'config'>,
): Promise<number> {
  const { db } = deps;
  const due = await db.select(
    "SELECT id FROM notice WHERE state = 'waiting' AND ripe_at <= :now LIMIT 1",
    { now: db.now() },
  );
  if (due.length === 0) {
    return 0;
  }
  return db.write(async (tx) => {
    const delay = (await readSettings(db, tx))['notice.delay'];
    const notices = await readRipeNotices(tx, {
      limit: AT_ONCE,
      patience: delay * PATIENCE,
      delay,
    });
    if (notices.length === 0) {
      return 0;
    }
    const personIds = [...new Set(notices.map(({ personId }) => personId))];
    const addresses = await readAddresses(tx, personIds);
    const choices = await readNoticeChoices(db, personIds, tx);
    const { asked, expected } = await readFirstAbsences(tx, notices);
    const decided = notices.map((notice) => ({
      notice,
      decision: decideNotice(db, notice, choices, asked.has(notice.noticeId)),
    }));
    const chatsOf = (personId: number) => addresses.get(personId) ?? [];
    const messages = [
      ...[...groupBy(decided, ({ notice: { lane, personId } }) => `${lane}:${personId}`).values()]
        .map((group) => [noticesTo('ask', group), noticesTo('tell', group)] as const)
        .flatMap(([asking, telling]) => [
          ...asking.flatMap((notice) => askingMessages(deps, notice, chatsOf(notice.personId))),
          ...tellingMessages(deps, telling, chatsOf(telling[0]?.personId ?? 0)),
        ]),
      ...(await remindOfExcuses(deps, tx, expected)),
    ];
    await holdNotices(tx, heldOf(decided));
    await postponeNotices(tx, postponedOf(decided));
    await settleNotices(
      tx,
      decided.flatMap(({ notice, decision: { what } }) => settled(notice, what, addresses)),
    );
    return (await queueMessages(tx, messages)).length;
  });
}

function noticesTo(what: Decision['what'], decided: readonly Decided[]): RipeNotice[] {
  return decided.filter(({ decision }) => decision.what === what).map(({ notice }) => notice);
}

function heldOf(decided: readonly Decided[]): { noticeId: number; held: Held }[] {
  return decided.flatMap(({ notice: { noticeId }, decision }) =>
    decision.what === 'hold' ? [{ noticeId, held: decision.held }] : [],
  );
}

function postponedOf(decided: readonly Decided[]): { noticeId: number; until: Date }[] {
  return decided.flatMap(({ notice: { noticeId }, decision }) =>
    decision.what === 'postpone' ? [{ noticeId, until: decision.until }] : [],
  );
}

/** A person without a chat was told nothing, and won't be told of the past when they link one. */
function settled(notice: RipeNotice, what: Decision['what'], addresses: Map<number, string[]>) {
  if (what === 'hold' || what === 'postpone') {
    return [];
  }
  const reached = what !== 'drop' && addresses.has(notice.personId);
  return [{ noticeId: notice.noticeId, told: reached ? factOf(notice) : notice.told }];
}
