import type { Family } from '../../db/reports/families.ts';
import type { Button } from '../dialogue/reply.ts';
import type { DialogueConfig, Screen } from '../dialogue/turn.ts';
import {
  classPress,
  hoursPress,
  lettersPress,
  lookPress,
  threadsPress,
  tickAllPress,
  tickPress,
} from '../dialogue/write-presses.ts';
import type { Texts } from '../texts/ru.ts';
import { bold, escapeHtml } from './html.ts';
import { arrowRow, pageOf } from './pages.ts';
import { pupilName } from './pupil-name.ts';
import { rowsOf } from './rows.ts';

export type WriteClass = {
  classId: number;
  className: string;
  families: readonly Family[];
  /** Pupils whose families are ticked. */
  chosen: readonly number[];
  /** A text or a photo is there already. */
  drafted: boolean;
  page: number;
};

/** The families of a class with a tick at those a letter goes to. */
export function writeClassScreen(
  screen: WriteClass,
  texts: Texts,
  names: DialogueConfig['names'],
): Screen {
  const { letters, invites } = texts;
  const { classId, className, families, chosen, page } = screen;
  if (families.length === 0) {
    return { text: escapeHtml(invites.emptyClass) };
  }
  const text = [bold(letters.classTitle(className)), ...hints(screen, texts).map(escapeHtml)];
  const ticks = pageOf(families, page).map((family): Button => {
    const { pupilId } = family;
    const isChosen = chosen.includes(pupilId);
    return {
      text: `${signOf(family, isChosen, texts)}${pupilName(family, names)}`,
      press: tickPress({ classId, pupilId, page }, !isChosen),
    };
  });
  const every = families.every(({ pupilId }) => chosen.includes(pupilId));
  const all = [
    ...(every ? [] : [{ text: letters.all, press: tickAllPress(classId, true) }]),
    ...(chosen.length > 0 ? [{ text: letters.nobody, press: tickAllPress(classId, false) }] : []),
  ];
  const look =
    screen.drafted && chosen.length > 0 ? [[{ text: letters.look, press: lookPress() }]] : [];
  return {
    text: text.join('\n'),
    buttons: [
      ...rowsOf(ticks, 2),
      ...arrowRow(families.length, page, invites, (to) => classPress(classId, to)),
      all,
      ...look,
      [
        { text: letters.threads, press: threadsPress(classId, 0) },
        { text: letters.sentLetters, press: lettersPress(classId) },
      ],
      [{ text: letters.hours, press: hoursPress(classId) }],
    ],
  };
}

function hints({ chosen, drafted }: WriteClass, { letters }: Texts): string[] {
  if (drafted) {
    return [letters.classHintDraft, letters.legend];
  }
  return [
    chosen.length > 0 ? letters.chosenCount(chosen.length) : letters.classHint,
    letters.legend,
  ];
}

function signOf({ reach }: Family, isChosen: boolean, { letters }: Texts): string {
  const { chosen, unreachable } = letters.signs;
  const signs = [...(isChosen ? [chosen] : []), ...(reach === 'reached' ? [] : [unreachable])];
  return signs.length > 0 ? `${signs.join('')} ` : '';
}
