import { readChildren } from '../../db/reports/children.ts';
import { readClassNames } from '../../db/reports/class-names.ts';
import { escapeHtml } from '../views/html.ts';
import { meScreen } from '../views/me.ts';
import type { Answer, TextTurn } from './turn.ts';
import { say } from './turn.ts';

/** /me: whose chat this is, with which roles, classes and children. */
export async function showMe({ caller, db, texts, config }: TextTurn): Promise<Answer> {
  if (!caller) {
    return say({ text: escapeHtml(texts.start.stranger) });
  }
  const [children, classes] = await Promise.all([
    readChildren(db, caller.actor.personId),
    readClassNames(db, caller.actor.classIds),
  ]);
  const classNames = classes.map(({ className }) => className);
  return say(meScreen({ caller, children, classNames }, texts, config.names));
}
