import type { SupportCard, SupportLine, UntoldAnswer } from '../../db/reports/support.ts';
import type { Button } from '../dialogue/reply.ts';
import {
  answerSupportPress,
  askSupportPress,
  closeSupportPress,
  dropSupportPress,
  moreSupportPress,
  openSupportPress,
  supportPress,
} from '../dialogue/support-presses.ts';
import type { Screen } from '../dialogue/turn.ts';
import type { Texts } from '../texts/ru.ts';
import { cut, fitting } from './fit.ts';
import { blockquote, bold, escapeHtml, italic } from './html.ts';

// Of one thing said, until the card fits.
const LIMITS = [2000, 700, 300, 100];
const LINE = 28;
const QUOTED = 300;

export type SupportHome = {
  own: readonly SupportLine[];
  /** Questions of others that wait; none for whoever isn't an administrator. */
  waiting: readonly SupportLine[];
};

/** What was asked and what became of it, with a way to ask. */
export function supportScreen({ own, waiting }: SupportHome, { support, school }: Texts): Screen {
  const lineButton = (text: string, { requestId }: SupportLine): Button[] => [
    { text, press: openSupportPress(requestId) },
  ];
  return {
    text: [
      bold(support.title),
      escapeHtml(support.intro),
      ...(waiting.length > 0 ? ['', escapeHtml(support.waitingBelow(waiting.length))] : []),
      ...(own.length > 0 ? ['', escapeHtml(support.ownBelow)] : []),
    ].join('\n'),
    buttons: [
      ...waiting.map((line) =>
        lineButton(support.waitingLine(school.shortDate(line.date), oneLine(line.text)), line),
      ),
      ...own.map((line) =>
        lineButton(support.ownLine(support.states[line.state], oneLine(line.text)), line),
      ),
      [{ text: support.ask, press: askSupportPress() }],
    ],
  };
}

/** Asks for the question, and says what goes with it. */
export function askSupportScreen(screen: string | null, { support }: Texts): Screen {
  const goes = screen === null ? support.goesWithout : support.goesWith(screen);
  return {
    text: [bold(support.askTitle), escapeHtml(support.askHint), escapeHtml(goes)].join('\n'),
    buttons: [[{ text: support.dontAsk, press: dropSupportPress() }]],
  };
}

/** Asks for more words to a question, or for its answer. */
export function writeSupportScreen(
  { requestId, words }: SupportCard,
  side: 'asker' | 'office',
  { support }: Texts,
): Screen {
  const lines = [
    bold(side === 'office' ? support.answerTo(requestId) : support.moreTo(requestId)),
    blockquote(cut(words.at(-1)?.text ?? '', QUOTED)),
    escapeHtml(side === 'office' ? support.answerHint : support.moreHint),
  ];
  return {
    text: lines.join('\n'),
    buttons: [[{ text: support.dontAsk, press: dropSupportPress() }]],
  };
}

/** What became of what was written: where it went. */
export function sentSupportScreen(
  requestId: number,
  what: 'asked' | 'askedNobody' | 'answered',
  { support }: Texts,
): Screen {
  return {
    text: escapeHtml(support.sent[what](requestId)),
    buttons: [
      [{ text: support.openIt, press: openSupportPress(requestId) }],
      [{ text: support.toAll, press: supportPress() }],
    ],
  };
}

/** A question with all that was said, to whoever asked or to an administrator. */
export function supportCardScreen(
  card: SupportCard,
  reader: { personId: number; office: boolean },
  texts: Texts,
): Screen {
  const { support } = texts;
  const { requestId, state, asker } = card;
  const own = asker.personId === reader.personId;
  const text = fitting(LIMITS, (limit) =>
    [
      `${bold(support.number(requestId))}, ${escapeHtml(support.states[state])}`,
      ...(own ? [] : askerLines(card, texts)),
      ...card.words.flatMap((word) => [
        '',
        italic(said(word, own, texts)),
        escapeHtml(cut(word.text, limit)),
      ]),
    ].join('\n'),
  );
  const close = { text: support.close, press: closeSupportPress(requestId) };
  return {
    text,
    buttons: [
      [
        ...(own ? [{ text: support.more, press: moreSupportPress(requestId) }] : []),
        ...(reader.office && !own
          ? [{ text: support.answer, press: answerSupportPress(requestId) }]
          : []),
        ...(state === 'closed' ? [] : [close]),
      ],
      [{ text: support.toAll, press: supportPress() }],
    ],
  };
}

/** A question or more words to it, as it comes to an administrator. */
export function questionMessage(card: SupportCard, texts: Texts): Screen {
  const { support } = texts;
  const { requestId, words } = card;
  const more = words.length > 1;
  return {
    text: [
      bold(more ? support.moreCame(requestId) : support.came(requestId)),
      ...askerLines(card, texts),
      '',
      escapeHtml(words.at(-1)?.text ?? ''),
    ].join('\n'),
    buttons: [
      [
        { text: support.answer, press: answerSupportPress(requestId) },
        ...(more ? [{ text: support.openIt, press: openSupportPress(requestId) }] : []),
      ],
    ],
  };
}

/** An answer as it comes to whoever asked, with the question quoted. */
export function answerMessage(
  { requestId, question, text }: Pick<UntoldAnswer, 'requestId' | 'question' | 'text'>,
  { support }: Texts,
): Screen {
  return {
    text: [
      bold(support.answerCame(requestId)),
      blockquote(cut(question, QUOTED)),
      escapeHtml(text),
    ].join('\n'),
    buttons: [
      [
        { text: support.more, press: moreSupportPress(requestId) },
        { text: support.close, press: closeSupportPress(requestId) },
      ],
    ],
  };
}

// Who asks stands in the panel alone: a question carries no names through a messenger.
function askerLines({ roles, screen }: SupportCard, texts: Texts): string[] {
  const { support, school } = texts;
  const works = roles.map((role) => school.roles[role]).join(', ');
  return [
    ...(works === '' ? [] : [escapeHtml(works)]),
    ...(screen === null ? [] : [escapeHtml(support.screen(screen))]),
  ];
}

function said(
  { side, date, time }: SupportCard['words'][number],
  own: boolean,
  { support, school, letters }: Texts,
): string {
  const asker = own ? letters.me : support.asker;
  return letters.said(school.shortDate(date), time, side === 'asker' ? asker : support.office);
}

function oneLine(text: string): string {
  return cut(text.replace(/\s+/g, ' '), LINE);
}
