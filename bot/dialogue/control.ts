import { recountControl } from '../../db/actions/recount-control.ts';
import { Refusal } from '../../db/errors.ts';
import type { Tx } from '../../db/open.ts';
import { readControl } from '../../db/reports/control/control.ts';
import { readControlSpan } from '../../db/reports/control/control-span.ts';
import { readControlState } from '../../db/reports/control/control-state.ts';
import { readOwnFindings } from '../../db/reports/control/open-findings.ts';
import { readParentsInterest } from '../../db/reports/control/parents-interest.ts';
import { readTimeliness } from '../../db/reports/control/timeliness.ts';
import { can } from '../../db/rules/access.ts';
import { controlGroupScreen, controlScreen, ownFindingsScreen } from '../views/control.ts';
import { parentsScreen, unlinkedScreen } from '../views/control-parents.ts';
import { timelinessScreen } from '../views/control-timeliness.ts';
import { actorOf, penOf } from './actor.ts';
import {
  type ControlBack,
  type ControlView,
  controlBackPress,
  readGrouping,
  readPeriod,
} from './control-presses.ts';
import { readNumber } from './lesson-presses.ts';
import { outdated } from './lesson-writing.ts';
import { openLessonScreen } from './open-lesson-screen.ts';
import { idOf, type PressTable, readId, readLessonArg } from './press.ts';
import { type Answer, redraw, type Screen, say, type TextTurn, type Turn } from './turn.ts';

/** /control: what is not filled in today, new of the week, open in the term. */
export async function showControl(turn: TextTurn): Promise<Answer> {
  return say(await viewScreen(turn, { period: 'today', by: 'teacher' }, 0));
}

export const controlPresses: PressTable = {
  ctl1: async (turn, [letter, grouping, page]) => {
    const period = readPeriod(letter);
    const by = readGrouping(grouping);
    return period && by
      ? redraw(turn, await viewScreen(turn, { period, by }, readNumber(page) ?? 0))
      : outdated(turn);
  },

  ctlg1: async (turn, args) => {
    const { group, page } = readBack(args);
    if (!group) {
      return outdated(turn);
    }
    checkOverseer(turn);
    const state = await readControlState(turn.db);
    return redraw(turn, controlGroupScreen(state, group, page, penOf(turn)));
  },

  ctlm1: async (turn, [page]) => {
    const findings = await readOwnFindings(turn.db, actorOf(turn).personId);
    return redraw(turn, ownFindingsScreen(findings, readNumber(page) ?? 0, penOf(turn)));
  },

  ctll1: async (turn, [lesson, ...args]) => {
    const key = readLessonArg(lesson);
    if (!key) {
      return outdated(turn);
    }
    const back = { text: turn.texts.control.backToList, press: controlBackPress(readBack(args)) };
    return {
      // Opening is a write, as it says what free text means; who may read is refused in it.
      write: async (tx, by) => {
        const screen = await openLessonScreen(tx, by.actor, turn, key);
        return redraw(turn, { ...screen, buttons: [...(screen.buttons ?? []), [back]] });
      },
    };
  },

  ctlt1: async (turn, [letter, page]) => {
    const period = readPeriod(letter);
    if (!period) {
      return outdated(turn);
    }
    checkOverseer(turn);
    const times = await readTimeliness(turn.db, await readControlSpan(turn.db, period));
    return redraw(turn, timelinessScreen(times, period, readNumber(page) ?? 0, penOf(turn)));
  },

  ctlp1: async (turn, [page]) => {
    checkOverseer(turn);
    const interest = await readParentsInterest(turn.db);
    return redraw(turn, parentsScreen(interest, readNumber(page) ?? 0, penOf(turn)));
  },

  ctlu1: async (turn, [classId, page]) => {
    checkOverseer(turn);
    const { classes } = await readParentsInterest(turn.db);
    const one = classes.find((klass) => klass.classId === readId(classId));
    return one
      ? redraw(turn, unlinkedScreen(one, readNumber(page) ?? 0, penOf(turn)))
      : outdated(turn);
  },

  ctlr1: async (turn) => {
    checkOverseer(turn);
    const control = await readControl(turn.db);
    return {
      write: async (tx, by) => {
        const { opened, closed } = await recountControl(tx, by, control);
        const screen = await viewScreen(turn, { period: 'term', by: 'teacher' }, 0, tx);
        const toast = turn.texts.control.recounted(opened, closed);
        return { ...redraw(turn, screen), toast };
      },
    };
  },
};

async function viewScreen(turn: Turn, view: ControlView, page: number, tx?: Tx): Promise<Screen> {
  checkOverseer(turn);
  return controlScreen(await readControlState(turn.db, tx), view, page, penOf(turn));
}

/** The control of a school is for the deputy head and the administrator. */
function checkOverseer(turn: Turn): void {
  if (!can(actorOf(turn), 'school.read', null)) {
    throw new Refusal('not-allowed');
  }
}

/** The group and page in a payload; no group is a teacher's own findings. */
function readBack([letter, grouping, id, page]: string[]): ControlBack {
  const period = readPeriod(letter);
  const by = readGrouping(grouping);
  const group = period && by ? { period, by, id: idOf(id) } : null;
  return { group, page: readNumber(page) ?? 0 };
}
