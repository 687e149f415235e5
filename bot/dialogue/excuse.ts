import { giveExcuse } from '../../db/actions/give-excuse.ts';
import { addDays } from '../../db/days.ts';
import { Refusal } from '../../db/errors.ts';
import { classOn, readChildren } from '../../db/reports/children.ts';
import { readClassNames } from '../../db/reports/class-names.ts';
import { readAbsentDays, readAnswers, readExcuse } from '../../db/reports/excuses.ts';
import { isSchoolDay, readSchoolDays, schoolDayFrom } from '../../db/reports/school-days.ts';
import { EXCUSE_DAYS, type ExcuseAnswer } from '../../db/rules/excuse.ts';
import type { Family } from '../views/children-row.ts';
import {
  answeredScreen,
  askExcuseScreen,
  chooseExcuseScreen,
  excuseDaysScreen,
  ownWordsScreen,
} from '../views/excuse.ts';
import { actorOf } from './actor.ts';
import { closeDialog, openDialog } from './dialogs.ts';
import { excuseDecidePresses, listScreen } from './excuse-decide.ts';
import { readAnswer } from './excuse-presses.ts';
import { readFamily } from './family.ts';
import { idOf, type PressTable, readDay, readId } from './press.ts';
import type { Said } from './reply.ts';
import { tellOfExcuse } from './tell-of-excuse.ts';
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

/**
 * /excuse: a parent explains why a child is or will be away, a class teacher sees what parents have
 * answered; whoever is both chooses.
 */
export async function excuse(turn: TextTurn): Promise<Answer> {
  const { db, texts, config } = turn;
  const actor = actorOf(turn);
  const classes = await readClassNames(db, actor.classIds);
  const children = await readChildren(db, actor.personId);
  const [schoolClass] = classes;
  if (schoolClass && classes.length === 1 && children.length === 0) {
    return say(await listScreen(turn, schoolClass.classId));
  }
  return classes.length > 0
    ? say(chooseExcuseScreen({ classes, children }, texts, config.names))
    : say(await daysScreen(turn, null));
}

/** What was asked for in the parent's own words. */
export async function answerExcuse(turn: TextTurn, data: unknown): Promise<Answer> {
  const { pupilId, date } = data as Asked;
  const text = turn.event.text.trim();
  return give(turn, { pupilId, date, answer: 'other', text }, say);
}

export const excusePresses: PressTable = {
  exdays1: async (turn, [pupil]) => redraw(turn, await daysScreen(turn, idOf(pupil))),
  exday1: askDay,
  exans1: async (turn, [pupil, day, letter]) => {
    const [pupilId, date, answer] = [readId(pupil), readDay(day), readAnswer(letter)];
    return pupilId === null || date === null || answer === null
      ? outdated(turn)
      : give(turn, { pupilId, date, answer, text: null }, (screen) => redraw(turn, screen));
  },
  exown1: askOwnWords,
  ...excuseDecidePresses,
};

type Asked = { pupilId: number; date: string };

function give(
  turn: Turn,
  given: Asked & { answer: ExcuseAnswer; text: string | null },
  reply: (screen: Screen) => Said,
): Answer {
  return {
    write: async (tx, by) => {
      const { excuseId, changed } = await giveExcuse(tx, by, given);
      const stored = await readExcuse(turn.db, excuseId, tx);
      if (!stored) {
        throw new Refusal('not-found');
      }
      const told = await tellOfExcuse(turn, tx, stored, { again: !changed });
      if (given.answer === 'other') {
        await closeDialog(tx, turn.event.chat.address);
      }
      return reply(answeredScreen(stored, { told }, turn.texts, turn.config.names));
    },
  };
}

async function askDay(turn: PressTurn, [pupil, day]: string[]): Promise<Answer> {
  const { db, texts, config } = turn;
  const date = readDay(day);
  if (date === null) {
    return outdated(turn);
  }
  const family = await readFamily(turn, idOf(pupil));
  const shown = { date, known: date <= db.today() };
  return redraw(
    turn,
    'instead' in family
      ? family.instead
      : askExcuseScreen(family.child, shown, texts, config.names),
  );
}

/** Asks for the reason; the button may stand on a notice, which stays as it is. */
async function askOwnWords(turn: PressTurn, [pupil, day]: string[]): Promise<Answer> {
  const { texts, config, event } = turn;
  const date = readDay(day);
  if (date === null) {
    return outdated(turn);
  }
  const family = await readFamily(turn, idOf(pupil));
  if ('instead' in family) {
    return redraw(turn, family.instead);
  }
  const { child } = family;
  const data: Asked = { pupilId: child.pupilId, date };
  return {
    write: async (tx) => {
      await openDialog(tx, event.chat.address, { name: 'excuse', data });
      return say(ownWordsScreen(child, date, texts, config.names));
    },
  };
}

async function daysScreen(turn: Turn, pupilId: number | null): Promise<Screen> {
  const { db, texts, config } = turn;
  const family = await readFamily(turn, pupilId);
  if ('instead' in family) {
    return family.instead;
  }
  saw(turn, 'family', 'absences', family.child.pupilId);
  const today = db.today();
  const from = addDays(today, -EXCUSE_DAYS.back);
  const of = { pupilId: family.child.pupilId, from };
  const absent = await readAbsentDays(db, { ...of, to: today });
  const to = addDays(today, EXCUSE_DAYS.ahead);
  const given = await readAnswers(db, { pupilIds: [of.pupilId], from, to });
  const next = await daysAhead(turn, family);
  const ahead = next
    .filter((date) => !absent.some((day) => day.date === date))
    .map((date) => ({ date, lessons: 0 }));
  const days = [...ahead, ...absent].filter(({ date }) => date <= to);
  return excuseDaysScreen(family, { today, days, given }, texts, config.names);
}

/** Today, if there are lessons, and the next school day. */
async function daysAhead({ db }: Turn, { child }: Family): Promise<string[]> {
  const today = db.today();
  const schoolClass = classOn(child, today);
  const days = schoolClass && (await readSchoolDays(db, [schoolClass])).get(schoolClass.classId);
  if (!days) {
    return [];
  }
  const next = schoolDayFrom(days, today, 1);
  return [...(isSchoolDay(days, today) ? [today] : []), ...(next === null ? [] : [next])];
}

function outdated({ texts }: PressTurn): Answer {
  return { replies: [], toast: texts.common.buttonOutdated };
}
