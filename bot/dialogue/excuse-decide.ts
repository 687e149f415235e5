import { applyExcuse } from '../../db/actions/apply-excuse.ts';
import { Refusal } from '../../db/errors.ts';
import { readClassNames } from '../../db/reports/class-names.ts';
import { type Excuse, readClassExcuses, readExcuse } from '../../db/reports/excuses.ts';
import { can } from '../../db/rules/access.ts';
import { excuseCard, excuseListScreen } from '../views/excuse-card.ts';
import { actorOf } from './actor.ts';
import { readDecision } from './excuse-presses.ts';
import { idOf, type PressTable, readId } from './press.ts';
import { tellOfDeclined } from './tell-of-excuse.ts';
import { type Answer, type PressTurn, redraw, type Screen, type Turn } from './turn.ts';

/** The class teacher's side of excuses. */
export const excuseDecidePresses: PressTable = {
  exlist1: async (turn, [classArg]) => redraw(turn, await listScreen(turn, idOf(classArg))),
  exopen1: async (turn, [id]) => redraw(turn, cardOf(turn, await readOwn(turn, idOf(id)))),
  exset1: decide,
};

/** What parents of a class have answered. Refuses a class that isn't the caller's. */
export async function listScreen(turn: Turn, classId: number): Promise<Screen> {
  const { db, texts, config } = turn;
  const own = actorOf(turn).classIds.includes(classId);
  const [schoolClass] = own ? await readClassNames(db, [classId]) : [];
  if (!schoolClass) {
    throw new Refusal('not-allowed');
  }
  const excuses = await readClassExcuses(db, classId);
  return excuseListScreen({ ...schoolClass, excuses }, texts, config.names);
}

/** One tap turns every «н» of the day into a code, or says why it can't. */
async function decide(turn: PressTurn, [id, shown, letter]: string[]): Promise<Answer> {
  const [excuseId, version, decision] = [readId(id), readId(shown), readDecision(letter)];
  if (excuseId === null || version === null || decision === null) {
    return { replies: [], toast: turn.texts.common.buttonOutdated };
  }
  return {
    write: async (tx, by) => {
      const excuse = await applyExcuse(tx, by, { excuseId, version, decision });
      if (decision === 'declined') {
        await tellOfDeclined(turn, tx, excuse);
      }
      return redraw(turn, cardOf(turn, excuse));
    },
    refused: async ({ reason }) =>
      reason === 'stale'
        ? {
            ...redraw(turn, cardOf(turn, await readOwn(turn, excuseId))),
            toast: turn.texts.refusals.stale({}),
          }
        : null,
  };
}

function cardOf({ db, texts, config }: Turn, excuse: Excuse): Screen {
  return excuseCard(excuse, { today: db.today() }, texts, config.names);
}

async function readOwn(turn: Turn, excuseId: number): Promise<Excuse> {
  const excuse = await readExcuse(turn.db, excuseId);
  const may =
    excuse && can(actorOf(turn), 'absence.excuse', { classId: excuse.classId, enrolled: true });
  if (!may) {
    throw new Refusal('not-allowed');
  }
  return excuse;
}
