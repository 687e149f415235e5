import { setNoticeChoice } from '../../db/actions/set-notice-choice.ts';
import { setQuietHours } from '../../db/actions/set-quiet-hours.ts';
import { Refusal } from '../../db/errors.ts';
import type { Tx } from '../../db/open.ts';
import { type Child, classOn, readChildren } from '../../db/reports/children.ts';
import { type NoticeChoices, readNoticeChoices } from '../../db/reports/notice-choices.ts';
import { readPreference } from '../../db/reports/preferences.ts';
import { readSettings } from '../../db/reports/settings.ts';
import { can } from '../../db/rules/access.ts';
import {
  isTopic,
  type NoticeMode,
  type NoticeTopic,
  noticeMode,
} from '../../db/rules/notice-choice.ts';
import { preferenceFrom } from '../../db/rules/preferences.ts';
import { quietHours } from '../../db/rules/quiet-hours.ts';
import { noticesScreen, quietScreen, topicScreen } from '../views/notice-settings.ts';
import { actorOf } from './actor.ts';
import { readFamily } from './family.ts';
import type { PressTable } from './press.ts';
import { readWhose } from './settings-presses.ts';
import { type Answer, type PressTurn, redraw, type Screen, type Turn } from './turn.ts';

/** A parent's choice of what they hear of their children, when, and in which hours not. */
export const noticeSettingsPresses: PressTable = {
  notices1: async (turn, [whose]) => redraw(turn, await listScreen(turn, readWhose(whose))),
  topic1: async (turn, [whose, topic = '']) =>
    isTopic(topic) ? redraw(turn, await oneScreen(turn, readWhose(whose), topic)) : outdated(turn),
  mode1: choose,
  quiet1: async (turn) => redraw(turn, await hoursScreen(turn)),
  setq1: chooseHours,
};

async function choose(turn: PressTurn, [whose, topic = '', written]: string[]): Promise<Answer> {
  const mode = isTopic(topic) ? noticeMode(topic, written ?? null) : null;
  if (!isTopic(topic) || mode === null) {
    return outdated(turn);
  }
  const about = await readChosen(turn, readWhose(whose));
  if ('instead' in about) {
    return redraw(turn, about.instead);
  }
  const pupilIds = pupilsOf(about);
  return {
    write: async (tx, by) => {
      await setNoticeChoice(tx, by, { pupilIds, topic, mode });
      return redraw(turn, topicScreen(about.child, { topic, mode }, turn.texts, turn.config.names));
    },
  };
}

async function chooseHours(turn: PressTurn, [value]: string[]): Promise<Answer> {
  const hours = preferenceFrom('quiet.hours', value ?? null);
  if (hours === null) {
    return outdated(turn);
  }
  return {
    write: async (tx, by) => {
      await setQuietHours(tx, by, hours);
      return redraw(turn, await hoursScreen(turn, tx));
    },
  };
}

async function listScreen(turn: Turn, pupilId: number | null): Promise<Screen> {
  const { db, texts, config } = turn;
  const about = await readChosen(turn, pupilId);
  if ('instead' in about) {
    return about.instead;
  }
  const { personId } = actorOf(turn);
  const choices = await readNoticeChoices(db, [personId]);
  const settings = await readSettings(db);
  const shown = {
    modeOf: (topic: NoticeTopic) =>
      modeOfAll(choices, { personId, pupilIds: pupilsOf(about) }, topic),
    summaries: {
      evening: settings['digest.hour'],
      weekday: settings['weekly.day'],
      week: settings['weekly.hour'],
    },
    quiet: choices.quietOf(personId),
  };
  return noticesScreen({ ...about, grade: gradeOf(about, db.today()) }, shown, texts, config.names);
}

async function oneScreen(turn: Turn, pupilId: number | null, topic: NoticeTopic): Promise<Screen> {
  const { db, texts, config } = turn;
  const about = await readChosen(turn, pupilId);
  if ('instead' in about) {
    return about.instead;
  }
  const { personId } = actorOf(turn);
  const choices = await readNoticeChoices(db, [personId]);
  const mode = modeOfAll(choices, { personId, pupilIds: pupilsOf(about) }, topic);
  return topicScreen(about.child, { topic, mode }, texts, config.names);
}

async function hoursScreen(turn: Turn, tx?: Tx): Promise<Screen> {
  const { personId } = actorOf(turn);
  const stored = await readPreference(turn.db, personId, 'quiet.hours', tx);
  return quietScreen(quietHours(stored), turn.texts);
}

type Chosen = { child: Child | null; children: readonly Child[] };

/** The child that is named, or all the consented ones; an only child is always named. */
async function readChosen(
  turn: Turn,
  pupilId: number | null,
): Promise<Chosen | { instead: Screen }> {
  const { db } = turn;
  const actor = actorOf(turn);
  if (pupilId !== null && !can(actor, 'child.read', { pupilId })) {
    throw new Refusal('not-allowed');
  }
  const children = (await readChildren(db, actor.personId)).filter(({ consented }) => consented);
  const [first] = children;
  if (pupilId === null && first && children.length > 1) {
    return { child: null, children };
  }
  const child = children.find((one) => one.pupilId === (pupilId ?? first?.pupilId));
  if (child) {
    return { child, children };
  }
  // Nobody has agreed yet to hear of that child: the question is all there is to show.
  const family = await readFamily(turn, pupilId);
  return 'instead' in family ? family : { child: family.child, children };
}

function pupilsOf({ child, children }: Chosen): number[] {
  return child ? [child.pupilId] : children.map(({ pupilId }) => pupilId);
}

/** The grade that decides which topics there are: 1 only where every child is in it. */
function gradeOf({ child, children }: Chosen, today: string): number | null {
  const grades = (child ? [child] : children).map((one) => classOn(one, today)?.grade ?? null);
  return grades.every((grade) => grade === 1) ? 1 : null;
}

/** What holds for all these children alike, or null. */
function modeOfAll(
  choices: NoticeChoices,
  { personId, pupilIds }: { personId: number; pupilIds: readonly number[] },
  topic: NoticeTopic,
): NoticeMode | null {
  const modes = new Set(pupilIds.map((pupilId) => choices.modeOf({ personId, pupilId }, topic)));
  const [mode = null] = modes;
  return modes.size === 1 ? mode : null;
}

function outdated({ texts }: PressTurn): Answer {
  return { replies: [], toast: texts.common.buttonOutdated };
}
