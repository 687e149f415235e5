import type { By } from '../../db/actions/by.ts';
import { enrolPupil } from '../../db/actions/enrol-pupil.ts';
import { leaveSchool } from '../../db/actions/leave-school.ts';
import { movePupil } from '../../db/actions/move-pupil.ts';
import { LANES, queueMessages } from '../../db/actions/queue-messages.ts';
import { Refusal } from '../../db/errors.ts';
import type { Tx } from '../../db/open.ts';
import { readClassMovement } from '../../db/reports/class-movement.ts';
import { readClassTeacherChats } from '../../db/reports/link-watchers.ts';
import { classMovementScreen } from '../views/class-movement.ts';
import { cameMessage, type Moving } from '../views/class-roll.ts';
import { escapeHtml } from '../views/html.ts';
import { penOf } from './actor.ts';
import { askOrderOf, askWhere, type Draft, type Ready, readMoving } from './class-roll.ts';
import { closeDialog, readDialog } from './dialogs.ts';
import { type PressTable, readId } from './press.ts';
import { type Answer, type PressTurn, redraw, type Turn } from './turn.ts';

/** Recording who comes into a class and who leaves it. */
export const classRollPresses: PressTable = {
  clswhere1: askWhere,
  clsmove1: askOrderOf('move'),
  clsleave1: askOrderOf('leave'),
  clsarrive1: askOrderOf('arrive'),
  clsyes1: confirm,
  clsno1: drop,
};

async function confirm(turn: PressTurn, [shown, former]: string[]): Promise<Answer> {
  const chat = turn.event.chat.address;
  const dialog = await readDialog(turn.db, chat);
  const draft = dialog?.name === 'roll' ? (dialog.data as Draft) : null;
  if (!draft?.ready || draft.shown !== readId(shown)) {
    return { replies: [], toast: turn.texts.common.buttonOutdated };
  }
  const { ready } = draft;
  const moving = await readMoving(turn, draft);
  return {
    write: async (tx, by) => {
      await record(tx, by, moving, ready, readId(former) || null);
      await closeDialog(tx, chat);
      await tellOfMove(turn, tx, by, moving, ready);
      const movements = await readClassMovement(turn.db, moving.klass, tx);
      const screen = classMovementScreen(
        { klass: moving.klass, movements, mayWrite: true },
        penOf(turn),
      );
      return { ...redraw(turn, screen), toast: turn.texts.classCard.written };
    },
  };
}

async function drop(turn: PressTurn): Promise<Answer> {
  const chat = turn.event.chat.address;
  const screen = { text: escapeHtml(turn.texts.classCard.notWritten) };
  const waiting = (await readDialog(turn.db, chat))?.name === 'roll';
  if (!waiting) {
    return redraw(turn, screen);
  }
  return {
    write: async (tx) => {
      await closeDialog(tx, chat);
      return redraw(turn, screen);
    },
  };
}

async function record(
  tx: Tx,
  by: By,
  moving: Moving,
  { day, order, name }: Ready,
  formerId: number | null,
): Promise<void> {
  const { classId } = moving.klass;
  switch (moving.kind) {
    case 'move': {
      const { pupil, to } = moving;
      const classes = { fromClassId: classId, toClassId: to.classId };
      return movePupil(tx, by, { pupilId: pupil.pupilId, ...classes, day, order });
    }
    case 'leave':
      return leaveSchool(tx, by, { pupilId: moving.pupil.pupilId, classId, day, order });
    case 'arrive':
      if (!name) {
        throw new Refusal('stale');
      }
      await enrolPupil(tx, by, { classId, name, formerId, day, order });
  }
}

/** The class teacher whom a pupil comes to learns of it. */
async function tellOfMove(
  turn: Turn,
  tx: Tx,
  by: By,
  moving: Moving,
  { day, order }: Ready,
): Promise<void> {
  if (moving.kind !== 'move') {
    return;
  }
  const { pupil, to } = moving;
  const { allTexts, config } = turn;
  const chats = await readClassTeacherChats(tx, {
    classId: to.classId,
    except: by.actor.personId,
  });
  await queueMessages(
    tx,
    chats.map(({ address, language }) => ({
      dedupeKey: `came:${by.operation}:${address}`,
      chat: address,
      lane: LANES.urgent,
      payload: cameMessage(
        { pupil, to, day, order },
        { texts: allTexts[language ?? config.language], names: config.names },
      ),
    })),
  );
}
