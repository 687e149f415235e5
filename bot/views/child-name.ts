import type { DialogueConfig } from '../dialogue/turn.ts';

type Named = { lastName: string; firstName: string };

/** How a parent's messages name a child: «Иванов Артём», «Артём И.», or «А. И.» with no names. */
export function childName(child: Named, names: DialogueConfig['names']): string {
  const { lastName, firstName } = child;
  if (names === 'full') {
    return `${lastName} ${firstName}`;
  }
  return names === 'short' ? firstAndInitial(child) : `${initial(firstName)} ${initial(lastName)}`;
}

/** «Артём И.», or «А. И.» with no names: for those who have yet to prove who they are. */
export function briefName(child: Named, names: DialogueConfig['names']): string {
  return childName(child, names === 'none' ? 'none' : 'short');
}

function firstAndInitial({ lastName, firstName }: Named): string {
  return `${firstName} ${initial(lastName)}`;
}

function initial(name: string): string {
  return `${name.slice(0, 1)}.`;
}
