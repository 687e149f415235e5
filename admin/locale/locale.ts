import type { Language } from '../deps.ts';
import { en } from './en.ts';
import { ru } from './ru.ts';

/** What can be wrong with one field of a form. */
export type Fault = keyof typeof ru.faults;

/** Every word of the panel in one language. */
export function panelLocale(language: Language): typeof ru {
  return { ru, en }[language];
}
