import type { Child } from '../../db/reports/children.ts';
import type { Office } from '../../db/reports/office.ts';
import type { Seat } from '../../db/reports/seat.ts';
import type { DialogueConfig, Screen } from '../dialogue/turn.ts';
import {
  askPress,
  childPress,
  classPress,
  dropPress,
  threadPress,
} from '../dialogue/write-presses.ts';
import type { Texts } from '../texts/ru.ts';
import { briefName, childName } from './child-name.ts';
import { bold, escapeHtml } from './html.ts';
import { pupilTitle } from './pupil-title.ts';

type Names = DialogueConfig['names'];

/** For somebody with several classes or children, or with both. */
export function chooseWriteScreen(
  of: {
    classes: readonly { classId: number; className: string }[];
    children: readonly Child[];
  },
  { letters }: Texts,
  names: Names,
): Screen {
  const classes = of.classes.map(({ classId, className }) => ({
    text: letters.toClass(className),
    press: classPress(classId, 0),
  }));
  const children = of.children.map((child) => ({
    text: letters.toTeacherOf(briefName(child, names)),
    press: childPress(child.pupilId),
  }));
  return {
    text: escapeHtml(letters.choose),
    buttons: [...classes, ...children].map((button) => [button]),
  };
}

/** Asks a parent for a message: to whom it goes, when it rings and who will see it. */
export function askParentScreen(
  seat: Seat,
  office: Office,
  { letters }: Texts,
  names: Names,
): Screen {
  const { className, classId, pupilId } = seat;
  const hours = letters.hoursAre(office.fromHour, office.toHour);
  const lines = [
    bold(letters.fromTeacher(className)),
    escapeHtml(childName(seat, names)),
    '',
    escapeHtml(letters.askParent(className)),
    escapeHtml(office.open ? hours : `${hours} ${letters.outsideHours}`),
    escapeHtml(letters.whoSees),
  ];
  return { text: lines.join('\n'), buttons: askButtons({ classId, pupilId }, letters) };
}

/** Asks the class teacher for a message to one family. */
export function askTeacherScreen(seat: Seat, { letters }: Texts, names: Names): Screen {
  const { classId, pupilId } = seat;
  const text = [letters.askTeacher(pupilTitle(seat, names)), letters.whoSees];
  return {
    text: escapeHtml(text.join('\n')),
    buttons: askButtons({ classId, pupilId }, letters),
  };
}

function askButtons(of: { classId: number; pupilId: number }, letters: Texts['letters']) {
  return [
    [
      { text: letters.threads, press: threadPress(of, null) },
      { text: letters.dontWrite, press: dropPress() },
    ],
  ];
}

/** What became of one message, in a sentence, and where to go on. */
export function sentScreen(
  sentence: string,
  of: { classId: number; pupilId: number },
  { letters }: Texts,
): Screen {
  return {
    text: escapeHtml(sentence),
    buttons: [
      [
        { text: letters.writeMore, press: askPress(of.classId, of.pupilId) },
        { text: letters.threads, press: threadPress(of, null) },
      ],
    ],
  };
}

/** That nothing was sent, and the way back to where it was to be written. */
export function droppedScreen(
  place: { classId: number; pupilId?: number } | null,
  { letters }: Texts,
): Screen {
  const text = escapeHtml(letters.dropped);
  if (place === null) {
    return { text };
  }
  const { classId, pupilId } = place;
  const back =
    pupilId === undefined
      ? { text: letters.toClassScreen, press: classPress(classId, 0) }
      : { text: letters.threads, press: threadPress({ classId, pupilId }, null) };
  return { text, buttons: [[back]] };
}
