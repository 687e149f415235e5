import type { Role } from '../../db/rules/access.ts';
import type { Texts } from '../texts/ru.ts';
import { press } from './press.ts';

// What the buttons of help carry.

export const helpPress = () => press('help1');

/** Runs a command without any words, as if it was typed. */
export const goPress = (command: keyof Texts['commands']) => press('go1', command);

/** The handbook of a role, or one of its topics. */
export const handbookPress = (role: Role, topic?: string) =>
  topic === undefined ? press('book1', role) : press('book1', role, topic);
