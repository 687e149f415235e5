import type { Excuse } from '../../db/reports/excuses.ts';
import { decidePress, listPress, openPress } from '../dialogue/excuse-presses.ts';
import type { Button } from '../dialogue/reply.ts';
import type { DialogueConfig, Screen } from '../dialogue/turn.ts';
import { askPress } from '../dialogue/write-presses.ts';
import type { Texts } from '../texts/ru.ts';
import { childName } from './child-name.ts';
import { bold, escapeHtml } from './html.ts';
import { parentTitle } from './parent-title.ts';
import { pupilName } from './pupil-name.ts';
import { pupilTitle } from './pupil-title.ts';

type Names = DialogueConfig['names'];

/** A parent's answer as the class teacher decides on it, from the journal as it is now. */
export function excuseCard(
  excuse: Excuse,
  { today, expected = false }: { today: string; expected?: boolean },
  texts: Texts,
  names: Names,
): Screen {
  const { excuse: words, school } = texts;
  const { className, date, answer, text, parent } = excuse;
  const lines = [
    bold(words.card(pupilTitle(excuse, names), className, words.answered[answer])),
    escapeHtml(words.answerOf(school.date(date), parentTitle(parent, texts, names))),
    ...(text === null ? [] : [escapeHtml(`«${text}»`)]),
    ...(expected ? [escapeHtml(excuse.state === 'new' ? words.expected : words.notedAgain)] : []),
    ...standing(excuse, texts).map(escapeHtml),
  ];
  return { text: lines.join('\n'), buttons: buttonsOf(excuse, today, texts) };
}

function standing({ state, code, absent, coded }: Excuse, texts: Texts): string[] {
  const { excuse: words, school } = texts;
  return [
    ...(code !== null && coded > 0 ? [words.coded(school.absenceLetters[code], coded)] : []),
    ...(absent > 0 ? [words.absentNow(absent)] : []),
    ...(absent + coded === 0 ? [words.absentNone] : []),
    ...(state === 'declined' ? [words.declined] : []),
  ];
}

function buttonsOf(excuse: Excuse, today: string, texts: Texts): Button[][] {
  const { excuse: words, school } = texts;
  const { classId, pupilId, date, state, code, absent, coded } = excuse;
  const set = (['ill', 'excused'] as const)
    // A code that stands already is of use only where «н» stands beside it.
    .filter((decision) => decision !== code || absent > 0)
    .map((decision) => {
      const letter = school.absenceLetters[decision];
      const text =
        date === today ? words.setToday(letter) : words.setOn(letter, school.shortDate(date));
      return [{ text, press: decidePress(excuse, decision) }];
    });
  const other = [
    ...(coded > 0 ? [{ text: words.back, press: decidePress(excuse, 'back') }] : []),
    ...(state === 'new' && coded === 0
      ? [{ text: words.decline, press: decidePress(excuse, 'declined') }]
      : []),
    { text: words.writeFamily, press: askPress(classId, pupilId) },
  ];
  // A day to come has no lessons yet that a code could be set for.
  return [
    ...(date <= today ? set : []),
    other,
    [{ text: words.toList, press: listPress(classId) }],
  ];
}

// A class of thirty ill at once still fits on one screen of the messenger.
const BUTTONS_SHOWN = 30;

/** What parents of a class answered lately. */
export function excuseListScreen(
  of: { className: string; excuses: readonly Excuse[] },
  { excuse: words, school }: Texts,
  names: Names,
): Screen {
  const named = of.excuses.slice(0, BUTTONS_SHOWN).map((excuse) => {
    const { date, state, answer } = excuse;
    const child = pupilName(excuse, names);
    const text = words.listLine(
      words.signs[state],
      school.shortDate(date),
      child,
      words.answered[answer],
    );
    return { text, press: openPress(excuse.excuseId) };
  });
  const hint = named.length > 0 ? words.listHint : words.listEmpty;
  return {
    text: [bold(words.listTitle(of.className)), escapeHtml(hint)].join('\n'),
    buttons: named.map((button) => [button]),
  };
}

/** Tells a parent that their explanation was not accepted. */
export function declinedMessage(excuse: Excuse, { excuse: words, school }: Texts, names: Names) {
  const sentence = words.declinedForParent(childName(excuse, names), school.date(excuse.date));
  return { text: escapeHtml(sentence) };
}
