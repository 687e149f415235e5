import { addDays } from '../../db/days.ts';
import { readChildViews } from '../../db/reports/child-views.ts';
import { VIEW_DAYS } from '../../db/rules/views.ts';
import { childViewsScreen } from '../views/child-views.ts';
import { actorOf } from './actor.ts';
import { readFamily } from './family.ts';
import { idOf, type PressTable } from './press.ts';
import { redraw } from './turn.ts';

/** A parent sees who looked at the child. */
export const childViewsPresses: PressTable = {
  privv1: async (turn, [pupil]) => {
    const { db, texts, config } = turn;
    const family = await readFamily(turn, idOf(pupil));
    if ('instead' in family) {
      return redraw(turn, family.instead);
    }
    const { child } = family;
    const from = addDays(db.today(), -VIEW_DAYS);
    const days = await readChildViews(db, { pupilId: child.pupilId, from });
    const reader = actorOf(turn).personId;
    return redraw(turn, childViewsScreen({ child, days, reader }, texts, config.names));
  },
};
