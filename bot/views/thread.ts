import type { Seat } from '../../db/reports/seat.ts';
import type { ThreadEntry, ThreadMessage } from '../../db/reports/thread.ts';
import type { Button } from '../dialogue/reply.ts';
import type { DialogueConfig, Screen } from '../dialogue/turn.ts';
import {
  askPress,
  classPress,
  photoPress,
  threadPress,
  threadsPress,
} from '../dialogue/write-presses.ts';
import type { Texts } from '../texts/ru.ts';
import { childName } from './child-name.ts';
import { homeRow } from './children-row.ts';
import { cut, fitting } from './fit.ts';
import { bold, escapeHtml, italic } from './html.ts';
import { arrowRow, pageOf } from './pages.ts';
import { parentTitle } from './parent-title.ts';
import { personName } from './person-name.ts';
import { pupilName } from './pupil-name.ts';
import { pupilTitle } from './pupil-title.ts';
import { rowsOf } from './rows.ts';

type Names = DialogueConfig['names'];

// Of one message, until the page fits.
const LIMITS = [2000, 700, 300, 100];

export type ThreadPage = {
  seat: Seat;
  /** On which side of it the reader stands. */
  side: 'school' | 'family';
  reader: number;
  messages: readonly ThreadMessage[];
  older: boolean;
  /** Not at the newest messages. */
  past: boolean;
};

/** A page of one family's correspondence. */
export function threadScreen(page: ThreadPage, texts: Texts, names: Names): Screen {
  const { letters, school } = texts;
  const { seat, side, messages } = page;
  const child = side === 'school' ? pupilTitle(seat, names) : childName(seat, names);
  const text = fitting(LIMITS, (limit) =>
    [
      bold(letters.threadTitle(child, seat.className)),
      ...(messages.length === 0 ? [escapeHtml(letters.noMessages)] : []),
      ...messages.flatMap((message) => ['', ...messageLines(message, page, limit, texts, names)]),
    ].join('\n'),
  );
  const photos = messages.flatMap(({ file, date, messageId }) =>
    file ? [{ text: letters.showPhoto(school.shortDate(date)), press: photoPress(messageId) }] : [],
  );
  const oldest = messages[0]?.messageId ?? 0;
  const arrows: Button[] = [
    ...(page.older ? [{ text: letters.earlier, press: threadPress(seat, oldest) }] : []),
    ...(page.past ? [{ text: letters.newest, press: threadPress(seat, null) }] : []),
  ];
  const write = { text: letters.write, press: askPress(seat.classId, seat.pupilId) };
  const back = { text: letters.toThreads, press: threadsPress(seat.classId, 0) };
  const away = side === 'school' ? [back] : homeRow(seat, texts);
  const last = [...(seat.enrolled ? [write] : []), ...away];
  return { text, buttons: [...rowsOf(photos, 3), arrows, last].filter((row) => row.length > 0) };
}

function messageLines(
  message: ThreadMessage,
  { reader }: ThreadPage,
  limit: number,
  texts: Texts,
  names: Names,
): string[] {
  const { letters, school } = texts;
  const { author, date, time, text, file } = message;
  const own = author.personId === reader;
  const who = own ? letters.me : authorName(message, texts, names);
  const read = own && message.read ? ` ${escapeHtml(letters.wasRead)}` : '';
  return [
    `${italic(letters.said(school.shortDate(date), time, who))}${read}`,
    ...(file ? [escapeHtml(letters.photo)] : []),
    ...(text === '' ? [] : [escapeHtml(cut(text, limit))]),
  ];
}

function authorName({ side, author }: ThreadMessage, texts: Texts, names: Names): string {
  return side === 'family'
    ? parentTitle(author, texts, names)
    : (personName(author, names) ?? texts.letters.classTeacher);
}

/** Families of a class that there is correspondence with. */
export function threadsScreen(
  of: { classId: number; className: string; threads: readonly ThreadEntry[]; page: number },
  { letters, invites }: Texts,
  names: Names,
): Screen {
  const { classId, threads, page } = of;
  const buttons = pageOf(threads, page).map((entry) => ({
    text: `${entry.unread ? `${letters.signs.unread} ` : ''}${pupilName(entry, names)}`,
    press: threadPress({ classId, pupilId: entry.pupilId }, null),
  }));
  const hint = threads.length > 0 ? letters.threadsLegend : letters.noThreads;
  return {
    text: [bold(letters.threadsTitle(of.className)), escapeHtml(hint)].join('\n'),
    buttons: [
      ...rowsOf(buttons, 2),
      ...arrowRow(threads.length, page, invites, (to) => threadsPress(classId, to)),
      [{ text: letters.toClassScreen, press: classPress(classId, 0) }],
    ],
  };
}
