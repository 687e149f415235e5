import type { Role } from '../../db/rules/access.ts';
import type { Texts } from '../texts/ru.ts';

type CommandWithButton = keyof Texts['help']['shortcuts'];

/** The topics of each role's handbook in their order, with the command that each leads to. */
export const TOPICS = {
  teacher: {
    lesson: 'lesson',
    entry: 'mark',
    roll: 'absent',
    correct: 'lesson',
    homework: 'homework',
    term: 'term',
    journal: 'journal',
    plan: 'plan',
    gradeOne: 'lesson',
    panel: 'panel',
  },
  class_teacher: {
    codes: 'invite',
    lostPhone: 'invite',
    today: 'class',
    excuse: 'excuse',
    write: 'write',
    behaviour: 'behaviour',
    moves: 'class',
    panel: 'panel',
  },
  parent: {
    diary: 'diary',
    marks: 'marks',
    notices: 'settings',
    excuse: 'excuse',
    write: 'write',
    access: 'me',
  },
  deputy_head: {
    control: null,
    journal: 'journal',
    classes: 'class',
    term: 'term',
    panel: 'panel',
  },
  administrator: {
    staff: 'invite',
    support: 'support',
    panel: 'panel',
    settings: null,
    closed: null,
  },
} as const satisfies {
  [R in Role]: Record<keyof Texts['handbook'][R], CommandWithButton | null>;
};

/** A topic as a screen shows it. */
export type Topic = {
  key: string;
  title: string;
  text: readonly string[];
  command: CommandWithButton | null;
};

/** The topics of a role's handbook with their words. */
export function topicsOf(role: Role, { handbook }: Texts): Topic[] {
  const words = new Map<string, { title: string; text: readonly string[] }>(
    Object.entries(handbook[role]),
  );
  return Object.entries(TOPICS[role]).flatMap(([key, command]) => {
    const topic = words.get(key);
    return topic ? [{ key, command, ...topic }] : [];
  });
}

/** The screens each role goes to most, for the buttons of /help. */
export const SHORTCUTS = {
  teacher: ['lesson', 'journal', 'term', 'plan'],
  class_teacher: ['class', 'write', 'excuse', 'invite'],
  parent: ['diary', 'marks', 'write', 'excuse'],
  deputy_head: ['journal', 'class', 'term'],
  administrator: ['invite', 'journal', 'class'],
} as const satisfies Record<Role, readonly CommandWithButton[]>;
