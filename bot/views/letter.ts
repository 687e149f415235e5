import type { Content } from '../../db/actions/store-messages.ts';
import type { Family } from '../../db/reports/families.ts';
import type { Letter, LetterReads } from '../../db/reports/letters.ts';
import type { DialogueConfig, Screen } from '../dialogue/turn.ts';
import {
  classPress,
  dropPress,
  letterPress,
  lettersPress,
  sendPress,
} from '../dialogue/write-presses.ts';
import type { Texts } from '../texts/ru.ts';
import { cut } from './cut.ts';
import { cut as shorten } from './fit.ts';
import { bold, escapeHtml } from './html.ts';
import { pupilList } from './pupil-title.ts';

type Names = DialogueConfig['names'];

/** A letter as it would be sent: to whom, to whom it can't be, and what it says. */
export function draftCard(
  draft: {
    classId: number;
    className: string;
    families: readonly Family[];
    content: Content;
    number: number;
  },
  texts: Texts,
  names: Names,
): Screen {
  const { letters } = texts;
  const reached = draft.families.filter(({ reach }) => reach === 'reached');
  const lines = [
    bold(letters.draftTo(draft.className, reached.length)),
    ...(reached.length > 0 ? [escapeHtml(pupilList(reached, names))] : []),
    ...unreachedLines(draft.families, texts, names),
    '',
    ...contentLines(draft.content, letters),
  ];
  const send = { text: letters.send(reached.length), press: sendPress(draft.number) };
  return {
    text: lines.join('\n'),
    buttons: [
      ...(reached.length > 0 ? [[send]] : []),
      [{ text: letters.changeFamilies, press: classPress(draft.classId, 0) }],
      [{ text: letters.drop, press: dropPress() }],
    ],
  };
}

/** What became of a letter: to how many families it went, and who has to be told otherwise. */
export function sentCard(
  sent: {
    classId: number;
    operation: string;
    count: number;
    unreached: readonly Family[];
  },
  texts: Texts,
  names: Names,
): Screen {
  const { letters } = texts;
  const lines = [
    bold(sent.count > 0 ? letters.sentTo(sent.count) : letters.sentNowhere),
    ...unreachedLines(sent.unreached, texts, names),
  ];
  const press = sent.count > 0 ? letterPress(sent.operation) : null;
  return {
    text: lines.join('\n'),
    buttons: [
      ...(press === null ? [] : [[{ text: letters.whoRead, press }]]),
      [{ text: letters.toClassScreen, press: classPress(sent.classId, 0) }],
    ],
  };
}

/** Families that can't be written to, and why; none if there are none. HTML. */
export function unreachedLines(families: readonly Family[], texts: Texts, names: Names): string[] {
  const { letters } = texts;
  const of = (reach: Family['reach']) => families.filter((family) => family.reach === reach);
  const [unlinked, unwilling] = [of('no-chat'), of('no-consent')];
  const count = unlinked.length + unwilling.length;
  return [
    ...(count > 0 ? [letters.unreached(count)] : []),
    ...(unlinked.length > 0 ? [letters.noParent(pupilList(unlinked, names))] : []),
    ...(unwilling.length > 0 ? [letters.noConsent(pupilList(unwilling, names))] : []),
    ...(unlinked.length > 0 ? [letters.inviteHint] : []),
  ].map(escapeHtml);
}

function contentLines({ text, file }: Content, { photo }: Texts['letters']): string[] {
  return [...(file ? [photo] : []), ...(text === '' ? [] : [text])].map(escapeHtml);
}

/** The last letters to a class, each with how many have read it. */
export function lettersScreen(
  of: { classId: number; className: string; letters: readonly Letter[] },
  { letters, school }: Texts,
): Screen {
  const told = (letter: Letter) => {
    const text = [...(letter.withPhoto ? [letters.photo] : []), cut(letter.text)].join(' ').trim();
    const date = school.shortDate(letter.date);
    return letters.letterLine(date, text, letter.read, letter.families);
  };
  const buttons = of.letters.flatMap((letter) => {
    const press = letterPress(letter.operation);
    const text = [school.shortDate(letter.date), cut(letter.text) || letters.photo].join(' ');
    return press === null ? [] : [[{ text, press }]];
  });
  const lines = of.letters.length > 0 ? of.letters.map(told) : [letters.noLetters];
  return {
    text: [bold(letters.lettersTitle(of.className)), ...lines.map(escapeHtml)].join('\n'),
    buttons: [...buttons, [{ text: letters.toClassScreen, press: classPress(of.classId, 0) }]],
  };
}

const TEXT_SHOWN = 600;

/** Who has read a letter and who hasn't. */
export function letterReadsScreen(
  operation: string,
  letter: LetterReads,
  { letters, school }: Texts,
  names: Names,
): Screen {
  const { families } = letter;
  const unread = families.filter(({ read }) => !read);
  const delivered = families.filter((family) => family.delivered).length;
  const press = letterPress(operation);
  const lines = [
    escapeHtml(`${letter.className}, ${letters.sentAt(school.date(letter.date), letter.time)}`),
    ...contentLines({ text: shorten(letter.text, TEXT_SHOWN), file: null }, letters),
    ...(letter.withPhoto ? [escapeHtml(letters.photo)] : []),
    '',
    escapeHtml(letters.deliveredCount(delivered, families.length)),
    bold(letters.readCount(families.length - unread.length, families.length)),
    ...(unread.length > 0 ? [escapeHtml(letters.notRead(pupilList(unread, names)))] : []),
  ];
  return {
    text: lines.join('\n'),
    buttons: [
      ...(press === null ? [] : [[{ text: letters.refresh, press }]]),
      [{ text: letters.toLetters, press: lettersPress(letter.classId) }],
    ],
  };
}
