import type { DialogueConfig } from '../dialogue/turn.ts';

export type NamedPerson = { lastName: string; firstName: string; middleName: string | null };

/** «Иванова Анна Петровна», «Иванова А. П.», or null where messages may hold no names. */
export function personName(person: NamedPerson, names: DialogueConfig['names']): string | null {
  const { lastName, firstName, middleName } = person;
  const given = [firstName, middleName ?? ''].filter((part) => part !== '');
  switch (names) {
    case 'full':
      return [lastName, ...given].join(' ');
    case 'short':
      return [lastName, ...given.map(initial)].join(' ');
    case 'none':
      return null;
  }
}

// A parent nobody has named yet is called «Родитель (Артём И.)».
function initial(part: string): string {
  return part.startsWith('(') ? part : `${part.slice(0, 1)}.`;
}
