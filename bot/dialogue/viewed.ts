import type { View } from '../../db/actions/note-views.ts';
import type { ViewedScreen, ViewSide } from '../../db/rules/views.ts';
import type { Said } from './reply.ts';
import type { Answer, Turn } from './turn.ts';

/**
 * Notes that the answer to this turn shows a screen about one child. What was noted goes along with
 * the answer and is written in the transaction that finishes its event, never before.
 */
export function saw(turn: Turn, side: ViewSide, screen: ViewedScreen, pupilId: number): void {
  if (turn.caller) {
    turn.viewed.push({ personId: turn.caller.actor.personId, pupilId, side, screen });
  }
}

/** The answer with what it shows of children. */
export function withViews(answer: Answer, viewed: readonly View[]): Answer {
  if ('write' in answer) {
    const { write } = answer;
    return { ...answer, write: async (tx, by) => noted(await write(tx, by), viewed) };
  }
  return noted(answer, viewed);
}

function noted(said: Said, viewed: readonly View[]): Said {
  return viewed.length === 0 ? said : { ...said, views: viewed };
}
