import type { ThreadMessage } from '../../db/reports/thread.ts';
import type { DialogueConfig } from '../dialogue/turn.ts';
import type { Texts } from '../texts/ru.ts';
import { personName } from './person-name.ts';

/** «Иванова Мария (мать)»; with no names who it is to the child, as far as the school knows. */
export function parentTitle(
  parent: Omit<ThreadMessage['author'], 'personId'>,
  { letters }: Texts,
  names: DialogueConfig['names'],
): string {
  const name = personName(parent, names);
  const { relation } = parent;
  if (name === null) {
    return relation ?? letters.parent;
  }
  return relation ? `${name} (${relation})` : name;
}
