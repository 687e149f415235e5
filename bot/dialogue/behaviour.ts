import { readBehaviourClasses } from '../../db/reports/behaviour-pupils.ts';
import { readChildren } from '../../db/reports/children.ts';
import { chooseBehaviourScreen } from '../views/behaviour-pick.ts';
import { escapeHtml } from '../views/html.ts';
import { actorOf } from './actor.ts';
import { behaviourNotesPresses, showChildNotes } from './behaviour-notes.ts';
import { behaviourWritePresses, openPick } from './behaviour-write.ts';
import type { PressTable } from './press.ts';
import { type Answer, say, type TextTurn } from './turn.ts';

/**
 * /behaviour: a teacher ticks pupils of a class to praise or to remark on, a parent reads of the own
 * child; whoever has several of either chooses.
 */
export async function behaviour(turn: TextTurn): Promise<Answer> {
  const { db, texts, config } = turn;
  const actor = actorOf(turn);
  const teaches = actor.roles.includes('teacher') || actor.classIds.length > 0;
  const classes = teaches ? await readBehaviourClasses(db, actor) : [];
  const children = await readChildren(db, actor.personId);
  const [schoolClass] = classes;
  if (schoolClass && classes.length === 1 && children.length === 0) {
    return openPick(turn, schoolClass.classId);
  }
  if (classes.length > 0) {
    return say(chooseBehaviourScreen({ classes, children }, texts, config.names));
  }
  return teaches && children.length === 0
    ? say({ text: escapeHtml(texts.behaviour.nobody) })
    : showChildNotes(turn);
}

export const behaviourPresses: PressTable = { ...behaviourWritePresses, ...behaviourNotesPresses };
