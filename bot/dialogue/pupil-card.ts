import { type PupilCourseCard, readPupilCourseCard } from '../../db/reports/pupil-course-card.ts';
import { chartMessage, pupilCardScreen } from '../views/pupil-card.ts';
import { actorOf, penOf } from './actor.ts';
import { journalPupilsPress } from './journal-presses.ts';
import { pupilPress, readKind } from './lesson-presses.ts';
import { idOf, type PressTable, readId, readLessonArg } from './press.ts';
import { type PressTurn, redraw, say } from './turn.ts';
import { saw } from './viewed.ts';

/** A pupil's card in a subject, from a lesson or from the journal, and the picture of its marks. */
export const pupilCardPresses: PressTable = {
  card1: async (turn, [lesson, pupil, kindArg]) => {
    const key = readLessonArg(lesson);
    const kind = readKind(kindArg);
    const pupilId = readId(pupil);
    if (!key || !kind || pupilId === null) {
      return { replies: [], toast: turn.texts.common.buttonOutdated };
    }
    const when = { day: key.date };
    const card = await readPupilCourseCard(turn.db, actorOf(turn), { ...key, pupilId, when });
    saw(turn, 'school', 'card', pupilId);
    return redraw(turn, pupilCardScreen(card, pupilPress(key, pupilId, kind), penOf(turn)));
  },

  jcard1: async (turn, args) => {
    const card = await readCard(turn, args);
    const back = journalPupilsPress(card.course.courseId, card.term.id);
    return redraw(turn, pupilCardScreen(card, back, penOf(turn)));
  },

  chart1: async (turn, args) => {
    const message = chartMessage(await readCard(turn, args), penOf(turn));
    return message ? say(message) : { replies: [], toast: turn.texts.journal.noMarks };
  },
};

// A payload that names nothing of ours gets what a foreign one gets: a refusal.
const NOTHING = 0;

async function readCard(turn: PressTurn, args: string[]): Promise<PupilCourseCard> {
  const [courseId = NOTHING, termId = NOTHING, pupilId = NOTHING] = args.map((arg) => idOf(arg));
  const when = { termId };
  const card = await readPupilCourseCard(turn.db, actorOf(turn), { courseId, pupilId, when });
  saw(turn, 'school', 'card', pupilId);
  return card;
}
