import { recordEntry } from '../../db/actions/record-entry.ts';
import { type Card, readEntry } from './entry-dialog.ts';
import { type Completion, readCompletion } from './entry-presses.ts';
import type { PressTable } from './press.ts';
import { planOf, showCard } from './record-message.ts';
import { type Answer, type PressTurn, redraw, say } from './turn.ts';

/** The buttons that answer a card's questions. */
export const cardPresses: PressTable = {
  fix1: (turn, args) => complete(turn, readCompletion(args, false)),
  rpl1: (turn, args) => complete(turn, readCompletion(args, true)),
};

// An answer to a card that is forgotten stands on a card of its own.
const NO_CARD: Card = { operation: '', body: '', kind: 'answer', chosen: [], left: [] };

/** Writes the answer to one question of a card and draws the card again. */
async function complete(turn: PressTurn, answer: Completion | null): Promise<Answer> {
  const { db, texts } = turn;
  if (!answer) {
    return { replies: [], toast: texts.common.buttonOutdated };
  }
  const { lesson, pupilId, marks, absence, kind, seen, replace } = answer;
  const entry = await readEntry(db, turn.event.chat.address);
  const open = entry && 'lesson' in entry ? entry.card : undefined;
  // The dialog is this chat's own, so an operation found in it is the speaker's to go on with.
  const card: Card = open?.operation === answer.operation ? open : NO_CARD;
  const comment = await commentOf(turn, card, answer);
  return {
    write: async (tx, by) => {
      const operation = card.operation === '' ? by.operation : card.operation;
      const { conflicts } = await recordEntry(
        tx,
        { ...by, operation },
        {
          lesson,
          marks: marks.map((value) => ({ pupilId, value, kind, comment, seen })),
          absences: absence === null ? [] : [{ pupilId, code: absence }],
          replace,
        },
      );
      const next = answered(card, { ...answer, comment }, operation);
      const left = [...next.left, ...conflicts.map((conflict) => conflict.pupilId)];
      const plan = await planOf(turn, lesson, next);
      const screen = await showCard(tx, by, turn, {
        key: lesson,
        card: { ...next, left },
        plan,
      });
      return card.operation === '' ? say(screen) : redraw(turn, screen);
    },
    refused: async ({ reason }) =>
      reason === 'stale' ? { replies: [], toast: texts.refusals.stale({}) } : null,
  };
}

/** The comment that stands in the card's message beside what is answered. */
async function commentOf(
  turn: PressTurn,
  card: Card,
  { lesson, pupilId, problem, replace }: Completion,
): Promise<string | null> {
  if (!card.body.includes('(')) {
    return null;
  }
  const { lines, questions } = await planOf(turn, lesson, card);
  const asked = replace
    ? lines.find((line) => line.pupilId === pupilId)
    : questions.find((question) => question.problem === problem)?.giving;
  return asked?.comment ?? null;
}

/** A card on which one question has its answer. */
function answered(card: Card, answer: Completion, operation: string): Card {
  const { pupilId, marks, absence, kind, comment, replace, problem } = answer;
  const line = { pupilId, marks, absence, kind, comment };
  if (!replace) {
    return { ...card, operation, chosen: [...card.chosen, { ...line, problem }] };
  }
  const earlier = card.chosen.find((chosen) => chosen.pupilId === pupilId);
  const others = card.chosen.filter((chosen) => chosen !== earlier);
  return {
    ...card,
    operation,
    chosen: [...others, { ...line, problem: earlier?.problem ?? null }],
    left: card.left.filter((id) => id !== pupilId),
  };
}
