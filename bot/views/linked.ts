import type { InvitedChild } from '../../db/reports/invited-child.ts';
import type { Watcher } from '../../db/reports/link-watchers.ts';
import type { DialogueConfig, Screen } from '../dialogue/turn.ts';
import type { Texts } from '../texts/ru.ts';
import { briefName } from './child-name.ts';
import { escapeHtml } from './html.ts';
import { type NamedPerson, personName } from './person-name.ts';

type Names = DialogueConfig['names'];

/** One more adult reads a child's diary: said to the other parents and to the class teacher. */
export function linkedChildMessage(
  child: InvitedChild,
  to: Watcher['as'],
  { start, parent }: Texts,
  names: Names,
): Screen {
  const name = briefName(child, names);
  const whose = child.className === null ? name : parent.childTitle(name, child.className);
  return {
    text: escapeHtml(to === 'parent' ? start.parentJoined(whose) : start.familyJoined(whose)),
  };
}

/** A chat got a staff member's rights: said to the administrators. */
export function linkedStaffMessage(person: NamedPerson, { start }: Texts, names: Names): Screen {
  return { text: escapeHtml(start.staffJoined(personName(person, names) ?? start.noName)) };
}
