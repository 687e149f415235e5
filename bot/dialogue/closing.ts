import { closeTerm } from '../../db/actions/close-term.ts';
import { reopenTerm } from '../../db/actions/reopen-term.ts';
import { Refusal } from '../../db/errors.ts';
import type { Tx } from '../../db/open.ts';
import { readBegunTerms, readTermClosing } from '../../db/reports/term-closing.ts';
import { readOpenYears } from '../../db/reports/year-closing.ts';
import { can } from '../../db/rules/access.ts';
import { closingScreen, sureClosingScreen, termClosingScreen } from '../views/closing.ts';
import { actorOf, penOf } from './actor.ts';
import { readNumber } from './lesson-presses.ts';
import { idOf, type PressTable } from './press.ts';
import { type Answer, type PressTurn, redraw, type Screen, type Turn } from './turn.ts';

/** Closing terms: for deputy heads and administrators. */
export const closingPresses: PressTable = {
  close1: async (turn) => redraw(turn, await homeScreen(turn)),

  closet1: async (turn, [term, page]) =>
    redraw(turn, await termScreen(turn, idOf(term), readNumber(page) ?? 0)),

  closeask1: async (turn, [term]) => {
    checkMayClose(turn);
    const closing = await readTermClosing(turn.db, idOf(term));
    return redraw(turn, sureClosingScreen(closing, turn.texts));
  },

  closeok1: async (turn, [term, seen]) => {
    const termId = idOf(term);
    const toast = turn.texts.closing.closed;
    return writing(turn, termId, toast, (tx, by) =>
      closeTerm(tx, by, { termId, missing: readNumber(seen) ?? 0 }),
    );
  },

  closere1: async (turn, [term]) => {
    const termId = idOf(term);
    return writing(turn, termId, turn.texts.closing.reopened, (tx, by) =>
      reopenTerm(tx, by, termId),
    );
  },
};

/** Writes and shows the terms as they are then; what is stale is shown anew. */
function writing(
  turn: PressTurn,
  termId: number,
  toast: string,
  write: (tx: Tx, by: Parameters<typeof closeTerm>[1]) => Promise<void>,
): Answer {
  return {
    write: async (tx, by) => {
      await write(tx, by);
      return { ...redraw(turn, await homeScreen(turn, tx)), toast };
    },
    refused: async ({ reason, data }) =>
      reason === 'stale' || reason === 'term-running'
        ? {
            ...redraw(turn, await termScreen(turn, termId, 0)),
            toast: turn.texts.refusals[reason](data),
          }
        : null,
  };
}

async function homeScreen(turn: Turn, tx?: Tx): Promise<Screen> {
  checkMayClose(turn);
  const { db, texts } = turn;
  const mayReopen = can(actorOf(turn), 'school.write', null);
  const terms = await readBegunTerms(db, tx);
  // A year that hasn't begun has nothing to be closed.
  const begun = (await readOpenYears(db, tx)).filter(({ startsOn }) => startsOn <= db.today());
  return closingScreen({ terms, years: mayReopen ? begun : [], mayReopen }, texts);
}

async function termScreen(turn: Turn, termId: number, page: number): Promise<Screen> {
  checkMayClose(turn);
  const closing = await readTermClosing(turn.db, termId);
  return termClosingScreen({ ...closing, today: turn.db.today(), page }, penOf(turn));
}

function checkMayClose(turn: Turn): void {
  if (!can(actorOf(turn), 'term.close', null)) {
    throw new Refusal('not-allowed');
  }
}
