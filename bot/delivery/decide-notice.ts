import type { Held } from '../../db/actions/hold-notices.ts';
import { LANES } from '../../db/actions/queue-messages.ts';
import { addDays, dayOf, instantOf, timeOf } from '../../db/days.ts';
import type { Db } from '../../db/open.ts';
import type { NoticeChoices } from '../../db/reports/notice-choices.ts';
import type { RipeNotice } from '../../db/reports/ripe-notices.ts';
import { markTopic, type NoticeMode, type NoticeTopic } from '../../db/rules/notice-choice.ts';
import { isMorning, isQuiet, type QuietHours } from '../../db/rules/quiet-hours.ts';

/** What becomes of a ripe notice. */
export type Decision =
  | { what: 'ask' | 'tell' | 'settle' | 'drop' }
  | { what: 'hold'; held: Held }
  | { what: 'postpone'; until: Date };

/** What is true of the record now, as it is remembered in `told`; null for nothing. */
export function factOf(notice: RipeNotice): string | null {
  if (notice.state === 'cancelled') {
    return null;
  }
  switch (notice.kind) {
    case 'mark':
      return String(notice.value ?? 'owed');
    case 'behaviour_note':
      return notice.noteKind;
    default:
      return notice.code;
  }
}

/**
 * Decides by what the parent has chosen as it stands now, so that a change of it holds for what is
 * waiting. `asked` says that the reason of an absence from the first lesson is to be asked for.
 */
export function decideNotice(
  db: Pick<Db, 'now' | 'timezone'>,
  notice: RipeNotice,
  choices: NoticeChoices,
  asked: boolean,
): Decision {
  if (factOf(notice) === notice.told) {
    return { what: 'settle' };
  }
  const time = timeOf(db.now(), db.timezone);
  const hours = choices.quietOf(notice.personId);
  const quiet = isQuiet(hours, time);
  const asks = asked && choices.modeOf(notice, 'first_absence') !== 'off';
  if (asks && (!quiet || isMorning(time))) {
    return { what: 'ask' };
  }
  const mode = choices.modeOf(notice, topicOf(notice));
  if (mode === 'off' && !asks) {
    return { what: 'drop' };
  }
  const held = heldFor(mode);
  if (held !== null && notice.lane !== LANES.digest && !asks) {
    return { what: 'hold', held };
  }
  return quiet && hours ? { what: 'postpone', until: quietEnd(db, hours) } : { what: 'tell' };
}

/** The summary that brings what is had this way; null for none. */
function heldFor(mode: NoticeMode): Held | null {
  if (mode === 'digest') {
    return 'evening';
  }
  return mode === 'weekly' ? 'week' : null;
}

function topicOf(notice: RipeNotice): NoticeTopic {
  return notice.kind === 'mark' ? markTopic(notice.value) : notice.kind;
}

/** When the quiet hours that run now end. */
function quietEnd({ now, timezone }: Pick<Db, 'now' | 'timezone'>, { to }: QuietHours): Date {
  const today = dayOf(now(), timezone);
  const time = `${String(to).padStart(2, '0')}:00`;
  const end = instantOf(today, time, timezone);
  return end > now() ? end : instantOf(addDays(today, 1), time, timezone);
}
