import { chooseFate } from '../../db/actions/choose-fate.ts';
import { closeYear } from '../../db/actions/close-year.ts';
import { Refusal } from '../../db/errors.ts';
import type { Tx } from '../../db/open.ts';
import { readYearClosing } from '../../db/reports/year-closing.ts';
import { can } from '../../db/rules/access.ts';
import { FATES } from '../../db/rules/promotion.ts';
import { escapeHtml } from '../views/html.ts';
import {
  askYearOrderScreen,
  yearClassScreen,
  yearClosedScreen,
  yearClosingScreen,
  yearLacksScreen,
} from '../views/year-closing.ts';
import { actorOf, penOf } from './actor.ts';
import { closeDialog, openDialog, readDialog } from './dialogs.ts';
import { readNumber } from './lesson-presses.ts';
import { outdated } from './lesson-writing.ts';
import { idOf, type PressTable, readId } from './press.ts';
import { readOrder } from './read-order.ts';
import { readYearDays } from './read-year-days.ts';
import { type Answer, redraw, type Screen, say, type TextTurn, type Turn } from './turn.ts';

/** A year that waits in the chat for the order it is closed by. */
type Draft = { yearId: number; missing: number; withCourses: boolean };

/** Closing a year and promoting its classes: for the administrator. */
export const yearClosingPresses: PressTable = {
  year1: async (turn, [year, page]) => {
    const closing = await readYear(turn, idOf(year));
    const screen = yearClosingScreen({ closing, page: readNumber(page) ?? 0 }, penOf(turn));
    const chat = turn.event.chat.address;
    if ((await readDialog(turn.db, chat))?.name !== 'year') {
      return redraw(turn, screen);
    }
    return {
      // Back from the question: no later text may be taken for the order that closes the year.
      write: async (tx) => {
        await closeDialog(tx, chat);
        return redraw(turn, screen);
      },
    };
  },

  yearlack1: async (turn, [year, page]) => {
    const closing = await readYear(turn, idOf(year));
    return redraw(turn, yearLacksScreen({ closing, page: readNumber(page) ?? 0 }, penOf(turn)));
  },

  yearcls1: async (turn, [year, klass, page]) =>
    redraw(turn, await classScreen(turn, readArgs([year, klass, page]))),

  yearfate1: async (turn, [year, klass, pupil, fateArg, page]) => {
    const at = readArgs([year, klass, page]);
    const fate = FATES[readNumber(fateArg) ?? -1];
    const pupilId = readId(pupil);
    if (!fate || pupilId === null) {
      return outdated(turn);
    }
    return {
      write: async (tx, by) => {
        await chooseFate(tx, by, { ...at, pupilId: pupilId === 0 ? null : pupilId, fate });
        return redraw(turn, await classScreen(turn, at, tx));
      },
    };
  },

  yearask1: async (turn, [year, seen, courses]) => {
    const closing = await readYear(turn, idOf(year));
    const missing = readNumber(seen) ?? 0;
    if (closing.openTerms > 0 || closing.missing > missing) {
      return redraw(turn, yearClosingScreen({ closing, page: 0 }, penOf(turn)));
    }
    const data: Draft = { yearId: closing.year.id, missing, withCourses: courses === '1' };
    return {
      write: async (tx) => {
        await openDialog(tx, turn.event.chat.address, { name: 'year', data });
        return redraw(turn, askYearOrderScreen(closing, penOf(turn)));
      },
    };
  },
};

/** The text that was asked for is the order, with the days of a new year: now the year is closed. */
export async function answerYear(turn: TextTurn, data: unknown): Promise<Answer> {
  const draft = data as Draft;
  const { texts, allTexts, config, event } = turn;
  const { next } = await readYear(turn, draft.yearId);
  const read = next ? { order: event.text, days: null } : readYearDays(event.text);
  const order = read && readOrder(read.order);
  if (!read || !order) {
    const { orderUnread, orderAndDaysUnread } = texts.yearClosing;
    return say({ text: escapeHtml(next ? orderUnread : orderAndDaysUnread) });
  }
  // Kept in the school's own language, whatever this chat speaks.
  const [year, month, day] = order.date.split('-');
  const named = allTexts[config.language].classCard.order(order.number, `${day}.${month}.${year}`);
  return {
    write: async (tx, by) => {
      const promoted = await closeYear(tx, by, { ...draft, order: named, next: read.days });
      await closeDialog(tx, event.chat.address);
      return say(yearClosedScreen(promoted, texts));
    },
    refused: async ({ reason }) => {
      if (reason !== 'stale') {
        return null;
      }
      const closing = await readYear(turn, draft.yearId);
      return say(yearClosingScreen({ closing, page: 0 }, penOf(turn)));
    },
  };
}

type Place = { yearId: number; classId: number; page: number };

function readArgs([year, klass, page]: (string | undefined)[]): Place {
  return {
    yearId: idOf(year),
    classId: idOf(klass),
    page: readNumber(page) ?? 0,
  };
}

async function classScreen(turn: Turn, at: Place, tx?: Tx): Promise<Screen> {
  const closing = await readYear(turn, at.yearId, tx);
  const klass = closing.classes.find(({ classId }) => classId === at.classId);
  if (!klass) {
    throw new Refusal('not-found');
  }
  return yearClassScreen({ yearId: at.yearId, klass, page: at.page }, penOf(turn));
}

function readYear(turn: Turn, yearId: number, tx?: Tx) {
  if (!can(actorOf(turn), 'school.write', null)) {
    throw new Refusal('not-allowed');
  }
  return readYearClosing(turn.db, yearId, tx);
}
