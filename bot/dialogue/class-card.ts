import { type ClassFacts, readClassFacts, readOpenClasses } from '../../db/reports/class-facts.ts';
import { readClassList } from '../../db/reports/class-list.ts';
import { readClassMovement } from '../../db/reports/class-movement.ts';
import { readClassSignals } from '../../db/reports/class-signals.ts';
import { readClassToday } from '../../db/reports/class-today.ts';
import { can } from '../../db/rules/access.ts';
import { nameKey } from '../../db/rules/name-key.ts';
import { classMovementScreen } from '../views/class-movement.ts';
import { classListScreen } from '../views/class-people.ts';
import { classSignalsScreen } from '../views/class-signals.ts';
import { chooseClassScreen } from '../views/class-tabs.ts';
import { classTodayScreen } from '../views/class-today.ts';
import { escapeHtml } from '../views/html.ts';
import { actorOf, penOf } from './actor.ts';
import { TABS, type Tab } from './class-presses.ts';
import { showClassPupil } from './class-pupil.ts';
import { idOf, type PressTable } from './press.ts';
import { type Answer, redraw, type Screen, say, type TextTurn, type Turn } from './turn.ts';

/** /class, or /class 7А: who is absent today, the list, the signals and the movement of a class. */
export async function showClass(turn: TextTurn, argument: string): Promise<Answer> {
  const { texts, db } = turn;
  const actor = actorOf(turn);
  const open = await readOpenClasses(db);
  const mayRead = open.filter(({ classId }) => can(actor, 'class.read', { classId }));
  const wanted = nameKey(argument).replaceAll(' ', '');
  const own = mayRead.filter(({ classId }) => actor.classIds.includes(classId));
  // Whoever oversees the school and leads a class means the own one, unless they name another.
  const meant = own.length > 0 ? own : mayRead;
  const found =
    wanted === '' ? meant : mayRead.filter(({ className }) => nameKey(className) === wanted);
  const [only] = found;
  if (only && found.length === 1) {
    return say(await tabScreen(turn, only, 'today', 0));
  }
  if (found.length > 1) {
    return say(chooseClassScreen(found, texts));
  }
  const { nobody, noClass } = texts.classCard;
  return say({ text: escapeHtml(wanted === '' ? nobody : noClass(argument.slice(0, 20))) });
}

export const classCardPresses: PressTable = {
  cls1: async (turn, [classArg, tabArg, page]) => {
    const tab = TABS.find((one) => one === tabArg);
    if (!tab) {
      return { replies: [], toast: turn.texts.common.buttonOutdated };
    }
    const klass = await readClassFacts(turn.db, actorOf(turn), {
      classId: idOf(classArg),
      action: 'class.read',
    });
    return redraw(turn, await tabScreen(turn, klass, tab, idOf(page)));
  },
  clspupil1: showClassPupil,
};

async function tabScreen(turn: Turn, klass: ClassFacts, tab: Tab, page: number): Promise<Screen> {
  const { db } = turn;
  const { classId } = klass;
  const pen = penOf(turn);
  switch (tab) {
    case 'today': {
      const today = await readClassToday(db, classId);
      return classTodayScreen({ klass, today, date: db.today() }, pen);
    }
    case 'list': {
      const pupils = await readClassList(db, { classId });
      return classListScreen({ klass, pupils, page }, pen);
    }
    case 'signals':
      return classSignalsScreen({ klass, found: await readClassSignals(db, klass) }, pen);
    case 'moves': {
      const movements = await readClassMovement(db, klass);
      const mayWrite = can(actorOf(turn), 'class.roll', { classId });
      return classMovementScreen({ klass, movements, mayWrite }, pen);
    }
  }
}
