import type { NewMessage } from '../../db/actions/queue-messages.ts';
import { groupBy } from '../../db/group-by.ts';
import type { RipeNotice } from '../../db/reports/ripe-notices.ts';
import type { Screen } from '../dialogue/turn.ts';
import { askExcuseNotice } from '../views/ask-excuse.ts';
import { toldCancelled, toldNote } from '../views/behaviour-told.ts';
import { childName } from '../views/child-name.ts';
import { type NoticeLine, noticeMessage } from '../views/notice.ts';
import { factOf } from './decide-notice.ts';
import type { DeliveryDeps } from './deps.ts';

type Deps = Pick<DeliveryDeps, 'texts' | 'config'>;
type NoteNotice = RipeNotice & { kind: 'behaviour_note' };
type LineNotice = Exclude<RipeNotice, NoteNotice>;

/** What has changed for one parent: notes each by itself, all the rest in one message. */
export function tellingMessages(
  { texts, config }: Deps,
  group: readonly RipeNotice[],
  addresses: readonly string[],
): NewMessage[] {
  const [first] = group;
  if (!first) {
    return [];
  }
  const words = texts[first.language ?? config.language];
  const notes = group.filter((notice) => notice.kind === 'behaviour_note');
  const messages = notes.map((note) => [note, noteScreen(note, words, config.names)] as const);
  const lines = group.filter((notice) => notice.kind !== 'behaviour_note');
  const [firstLine] = lines;
  const told = firstLine && noticeMessage(sectionsOf(lines), words, config.names);
  return [
    ...(told ? toEach(lines, told, addresses) : []),
    ...messages.flatMap(([note, screen]) => toEach([note], screen, addresses)),
  ];
}

/** An absence from the first lesson comes alone, with answers to tap. */
export function askingMessages(
  { texts, config }: Deps,
  notice: RipeNotice,
  addresses: readonly string[],
): NewMessage[] {
  if (notice.kind !== 'absence') {
    return [];
  }
  const section = { child: notice, lines: [lineOf(notice)] };
  const words = texts[notice.language ?? config.language];
  return toEach([notice], askExcuseNotice(section, notice, words, config.names), addresses);
}

function toEach(
  notices: readonly RipeNotice[],
  payload: Screen,
  addresses: readonly string[],
): NewMessage[] {
  const event = notices.map(({ kind, recordId, version }) => `${kind}${recordId}v${version}`);
  return addresses.map((chat) => ({
    dedupeKey: `notice:${chat}:${event.join(',')}`,
    chat,
    lane: notices[0]?.lane ?? 2,
    payload,
  }));
}

function sectionsOf(notices: readonly LineNotice[]) {
  return [...groupBy(notices, ({ pupilId }) => pupilId).values()].flatMap((own) => {
    const [child] = own;
    return child ? [{ child, lines: own.map(lineOf) }] : [];
  });
}

function noteScreen(
  notice: NoteNotice,
  texts: Deps['texts']['ru'],
  names: Deps['config']['names'],
): Screen {
  const { recordId: noteId, pupilId, noteKind: kind, comment: text, date } = notice;
  if (factOf(notice) === null) {
    return toldCancelled({ kind, date }, childName(notice, names), texts);
  }
  const author = {
    lastName: notice.authorLastName,
    firstName: notice.authorFirstName,
    middleName: notice.authorMiddleName,
  };
  const note = { noteId, pupilId, kind, text, date, author, acknowledgedByReader: false };
  return toldNote(note, notice, texts, names);
}

function lineOf(notice: LineNotice): NoticeLine {
  const { told: was } = notice;
  const now = factOf(notice);
  let change: NoticeLine['change'] = was === null ? 'new' : 'corrected';
  if (now === null) {
    change = 'cancelled';
  }
  switch (notice.kind) {
    case 'mark': {
      const { kind, subject, date, value, workKind, comment } = notice;
      return { kind, change, subject, date, value, was, workKind, comment };
    }
    case 'absence': {
      const { kind, subject, date, number, code } = notice;
      return { kind, change, subject, date, number, code, was };
    }
    case 'term_mark': {
      const { kind, subject, code, termNumber, termKind } = notice;
      const term = termNumber && termKind ? { number: termNumber, kind: termKind } : null;
      return { kind, change, subject, term, value: code, was };
    }
  }
}
