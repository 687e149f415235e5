import { Refusal } from '../../db/errors.ts';
import type { Actor } from '../../db/rules/access.ts';
import type { Pen } from '../views/lesson.ts';
import type { Turn } from './turn.ts';

/** Whoever speaks. Refuses a chat that is linked to nobody. */
export function actorOf({ caller }: Turn): Actor {
  if (!caller) {
    throw new Refusal('not-allowed');
  }
  return caller.actor;
}

/** What screens are written with in this chat. */
export function penOf({ texts, config }: Turn): Pen {
  return { texts, names: config.names };
}
