import { readChildSubject } from '../../db/reports/child-subject.ts';
import { readMarksSummary } from '../../db/reports/marks-summary.ts';
import { childSubjectScreen, type SubjectPage, subjectChart } from '../views/child-subject.ts';
import type { TermFrame } from '../views/child-term.ts';
import { type MarksPage, marksScreen } from '../views/marks.ts';
import { termPictureMessage } from '../views/term-picture.ts';
import { penOf } from './actor.ts';
import { readChildTerm } from './child-term.ts';
import { readNumber } from './lesson-presses.ts';
import { idOf, type PressTable, readId } from './press.ts';
import type { Answer, PressTurn, Screen, TextTurn, Turn } from './turn.ts';
import { redraw, say } from './turn.ts';
import { saw } from './viewed.ts';

/** /marks: the first child's marks of the running term, or of the last one in holidays. */
export async function showMarks(turn: TextTurn): Promise<Answer> {
  return say(await termScreen(turn, null, null));
}

/** The marks of a term, of one subject in it, and pictures of both. */
export const marksPresses: PressTable = {
  marks1: async (turn, [pupil, term]) =>
    redraw(turn, await termScreen(turn, idOf(pupil), readId(term))),

  msub1: async (turn, args) => {
    const page = await readSubject(turn, args);
    return redraw(
      turn,
      'instead' in page
        ? page.instead
        : childSubjectScreen(page, readNumber(args[3]) ?? 0, penOf(turn)),
    );
  },

  mchart1: async (turn, args) => {
    const page = await readSubject(turn, args);
    return 'instead' in page
      ? redraw(turn, page.instead)
      : picture(turn, subjectChart(page, penOf(turn)));
  },

  mpic1: async (turn, [pupil, term]) => {
    const frame = await readChildTerm(turn, idOf(pupil), readId(term));
    return 'instead' in frame
      ? redraw(turn, frame.instead)
      : picture(turn, termPictureMessage(await readMarks(turn, frame), penOf(turn)));
  },
};

async function termScreen(
  turn: Turn,
  pupilId: number | null,
  termId: number | null,
): Promise<Screen> {
  const frame = await readChildTerm(turn, pupilId, termId);
  return 'instead' in frame
    ? frame.instead
    : marksScreen(await readMarks(turn, frame), penOf(turn));
}

async function readMarks(turn: Turn, frame: TermFrame): Promise<MarksPage> {
  const { db } = turn;
  const { child, schoolClass, term } = frame;
  const { pupilId } = child;
  saw(turn, 'family', 'marks', pupilId);
  const { classId } = schoolClass;
  const span = { from: term.startsOn, to: term.endsOn };
  return { ...frame, subjects: await readMarksSummary(db, { pupilId, classId, ...span }) };
}

/** A subject of a term; all of the term where it has nothing to show, and in grade 1. */
async function readSubject(
  turn: Turn,
  [pupil, termArg, subject]: string[],
): Promise<SubjectPage | { instead: Screen }> {
  const frame = await readChildTerm(turn, idOf(pupil), readId(termArg));
  if ('instead' in frame) {
    return frame;
  }
  const { child, schoolClass, term } = frame;
  const { pupilId } = child;
  const found =
    schoolClass.grade === 1
      ? null
      : await readChildSubject(turn.db, {
          pupilId,
          subjectId: idOf(subject),
          from: term.startsOn,
          to: term.endsOn,
        });
  if (!found) {
    return { instead: marksScreen(await readMarks(turn, frame), penOf(turn)) };
  }
  saw(turn, 'family', 'marks', pupilId);
  return { ...frame, subject: found };
}

function picture({ texts }: PressTurn, message: Screen | null): Answer {
  return message ? say(message) : { replies: [], toast: texts.family.nothingToDraw };
}
