import type { Actor } from '../rules/access.ts';

/** The door a change came through. */
export type Door = 'chat' | 'panel' | 'import' | 'job';

/**
 * Who changes the journal and how. `operation` names what is done in one go (the id of the update or
 * request), so that it can be shown and undone as one. `reason` says why, where a correction needs it
 * (after the edit window, in a closed term); the audit keeps it.
 */
export type By = { actor: Actor; door: Door; operation: string; reason?: string | null };

/** Names a lesson whether or not it was opened in the journal yet. `date` is the school's day. */
export type LessonKey = { courseId: number; date: string; number: number };

/** The operator at the server's own console. Nobody can be this actor through a chat or the panel. */
export const SYSTEM_ACTOR: Actor = {
  personId: 0,
  roles: ['administrator'],
  classIds: [],
  childIds: [],
};
