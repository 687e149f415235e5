import type { By } from '../../db/actions/by.ts';
import { noteExport } from '../../db/actions/note-export.ts';
import { LANES, queueMessages } from '../../db/actions/queue-messages.ts';
import { withdrawConsent } from '../../db/actions/withdraw-consent.ts';
import { Refusal } from '../../db/errors.ts';
import type { Tx } from '../../db/open.ts';
import { type Child, readChildren } from '../../db/reports/children.ts';
import { readConsents } from '../../db/reports/consents.ts';
import { readFamilyWatchers } from '../../db/reports/link-watchers.ts';
import { readPersonRecord } from '../../db/reports/person-record.ts';
import { readPupilRecord } from '../../db/reports/pupil-record.ts';
import { personFiles, pupilFiles } from '../views/export.ts';
import {
  askWithdrawScreen,
  childDataScreen,
  privacyScreen,
  toldOfWithdrawal,
  withdrawnScreen,
} from '../views/privacy.ts';
import { actorOf } from './actor.ts';
import { menuFor } from './commands.ts';
import { readFamily } from './family.ts';
import { idOf, type PressTable, readId } from './press.ts';
import type { Reply } from './reply.ts';
import { tellCutChat } from './tell-of-cut.ts';
import {
  type Answer,
  type PressTurn,
  redraw,
  type Screen,
  say,
  type TextTurn,
  type Turn,
} from './turn.ts';
import { saw } from './viewed.ts';

/** /privacy: what is kept of the person and their children, taking it out, withdrawing consent. */
export async function showPrivacy(turn: TextTurn): Promise<Answer> {
  return say(await homeScreen(turn));
}

export const privacyPresses: PressTable = {
  priv1: async (turn) => redraw(turn, await homeScreen(turn)),
  privc1: openChild,
  privx1: takeOut,
  privw1: askWithdraw,
  privwy1: withdraw,
};

async function openChild(turn: PressTurn, [pupil]: string[]): Promise<Answer> {
  const { db, texts, config } = turn;
  const family = await readFamily(turn, idOf(pupil));
  if ('instead' in family) {
    return redraw(turn, family.instead);
  }
  const consents = await readConsents(db, actorOf(turn).personId);
  return redraw(turn, childDataScreen(family.child, consents, texts, config.names));
}

/** The own data with 0, a child's otherwise: two files beneath the button. */
async function takeOut(turn: PressTurn, [pupil]: string[]): Promise<Answer> {
  const asked = readId(pupil);
  if (asked === null) {
    return { replies: [], toast: turn.texts.common.buttonOutdated };
  }
  return {
    write: async (tx, by) => {
      if (asked !== 0) {
        saw(turn, 'family', 'export', asked);
      }
      await noteExport(tx, by, { pupilId: asked === 0 ? null : asked });
      return { replies: await filesOf(turn, tx, by, asked) };
    },
  };
}

async function filesOf(turn: Turn, tx: Tx, by: By, pupilId: number): Promise<Reply[]> {
  const { db, texts, config } = turn;
  if (pupilId === 0) {
    const record = await readPersonRecord(db, by.actor.personId, tx);
    return record ? personFiles(record, tx.today, texts, config.names) : [];
  }
  const record = await readPupilRecord(db, pupilId, tx);
  return record ? pupilFiles(record, tx.today, texts, config.names) : [];
}

async function askWithdraw(turn: PressTurn, [pupil]: string[]): Promise<Answer> {
  const family = await readFamily(turn, idOf(pupil));
  return redraw(
    turn,
    'instead' in family
      ? family.instead
      : askWithdrawScreen(family.child, turn.texts, turn.config.names),
  );
}

async function withdraw(turn: PressTurn, [pupil]: string[]): Promise<Answer> {
  const { db, event, texts, config } = turn;
  const pupilId = idOf(pupil);
  const children = await readChildren(db, actorOf(turn).personId);
  const child = children.find((one) => one.pupilId === pupilId);
  if (!child) {
    throw new Refusal('not-allowed');
  }
  return {
    write: async (tx, by) => {
      const { chats } = await withdrawConsent(tx, by, pupilId);
      await tellClassTeacher(turn, tx, by, child);
      for (const chat of chats) {
        if (chat.address !== event.chat.address) {
          await tellCutChat(turn, tx, by, chat);
        }
      }
      const last = chats.length > 0;
      const said = redraw(turn, withdrawnScreen(child, { last }, texts, config.names));
      const roles = by.actor.roles.filter((role) => role !== 'parent' || children.length > 1);
      return { replies: [...said.replies, { menu: menuFor(last ? [] : roles, texts) }] };
    },
  };
}

/** The class teacher keeps the list of who reads the diary, and gives the way back. */
async function tellClassTeacher(
  { allTexts, config }: Turn,
  tx: Tx,
  by: By,
  child: Child,
): Promise<void> {
  const { pupilId } = child;
  const watchers = await readFamilyWatchers(tx, { pupilId, linked: by.actor.personId });
  await queueMessages(
    tx,
    watchers
      .filter(({ as }) => as === 'class_teacher')
      .map(({ address, language }) => ({
        dedupeKey: `withdrawn:${pupilId}:${by.operation}:${address}`,
        chat: address,
        lane: LANES.urgent,
        payload: toldOfWithdrawal(child, allTexts[language ?? config.language], config.names),
      })),
  );
}

async function homeScreen(turn: Turn): Promise<Screen> {
  const { db, texts, config } = turn;
  const { personId } = actorOf(turn);
  const children = await readChildren(db, personId);
  const consents = children.length > 0 ? await readConsents(db, personId) : [];
  return privacyScreen({ children, consents }, texts, config.names);
}
