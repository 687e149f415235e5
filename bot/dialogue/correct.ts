import type { By, LessonKey } from '../../db/actions/by.ts';
import { correctEntry } from '../../db/actions/correct-entry.ts';
import { checkLesson } from '../../db/actions/open-lesson.ts';
import type { Refusal } from '../../db/errors.ts';
import type { Tx } from '../../db/open.ts';
import { readLessonSheet } from '../../db/reports/lesson-sheet.ts';
import type { WorkKindKey } from '../../db/rules/work-kinds.ts';
import { correctedCard, standingSign } from '../views/corrected.ts';
import { escapeHtml } from '../views/html.ts';
import { pupilName } from '../views/pupil-name.ts';
import { actorOf, penOf } from './actor.ts';
import { type ChosenCorrection, readCorrectionPress } from './correction-presses.ts';
import { openDialog } from './dialogs.ts';
import type { Correction } from './entry/read-correction.ts';
import type { EntryData } from './entry-dialog.ts';
import { outdated } from './lesson-writing.ts';
import type { PressTable } from './press.ts';
import type { Said } from './reply.ts';
import { redraw, type Screen, say, type Turn, type Writing } from './turn.ts';

/** A message that corrects an earlier one: what is sure is written, a doubtful name is asked. */
export function correctMessage(
  turn: Turn,
  { lesson, kind }: { lesson: LessonKey; kind: WorkKindKey },
  corrections: readonly Correction[],
  reply: (screen: Screen) => Said,
): Writing {
  const done = corrections.flatMap(({ sure, candidates: [pupilId], from, to }) =>
    sure && pupilId !== undefined ? [{ lesson, pupilId, from, to, kind }] : [],
  );
  const open = corrections.filter(({ sure }) => !sure);
  return correcting(turn, { lesson, kind, done, open }, reply);
}

export const correctionPresses: PressTable = {
  cor1: async (turn, args) => {
    const chosen = readCorrectionPress(args);
    if (!chosen) {
      return outdated(turn);
    }
    const { lesson, kind } = chosen;
    return correcting(turn, { lesson, kind, done: [chosen], open: [] }, (screen) =>
      redraw(turn, screen),
    );
  },
};

type Work = {
  lesson: LessonKey;
  kind: WorkKindKey;
  done: ChosenCorrection[];
  open: Correction[];
};

function correcting(turn: Turn, work: Work, reply: (screen: Screen) => Said): Writing {
  const { lesson, kind, done, open } = work;
  return {
    write: async (tx, by) => {
      await checkLesson(tx, by, lesson);
      for (const one of done) {
        await correctEntry(tx, by, one);
      }
      return reply(await drawCard(tx, by, turn, { lesson, kind, done, open }));
    },
    refused: (refusal) => refused(turn, work, refusal),
  };
}

async function drawCard(tx: Tx, by: By, turn: Turn, work: Work): Promise<Screen> {
  const { lesson, kind } = work;
  const data: EntryData = { lesson, kind };
  await openDialog(tx, turn.event.chat.address, { name: 'entry', data });
  const sheet = await readLessonSheet(tx.db, by.actor, lesson, tx);
  return correctedCard(sheet, work, { operation: by.operation, kind }, penOf(turn));
}

/** Says of whom there is nothing to correct, or too much. */
async function refused(turn: Turn, { lesson, done }: Work, refusal: Refusal): Promise<Said | null> {
  const { reason, data } = refusal;
  const one = done.find(({ pupilId }) => pupilId === data.pupilId);
  if (!one || (reason !== 'nothing-to-correct' && reason !== 'several-to-correct')) {
    return null;
  }
  const { texts, config } = turn;
  const sheet = await readLessonSheet(turn.db, actorOf(turn), lesson);
  const pupil = sheet.pupils.find(({ pupilId }) => pupilId === one.pupilId);
  const name = pupil ? pupilName(pupil, config.names) : '';
  const was = standingSign(one.from, texts);
  const sentence =
    reason === 'nothing-to-correct'
      ? texts.lesson.nothingToCorrect(name, was)
      : texts.lesson.severalToCorrect(name, was);
  return turn.event.kind === 'press'
    ? { replies: [], toast: sentence }
    : say({ text: escapeHtml(sentence) });
}
