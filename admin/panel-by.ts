import { randomUUID } from 'node:crypto';
import type { By } from '../db/actions/by.ts';
import type { Actor } from '../db/rules/access.ts';

/** Who changes something by one request of the panel: an operation of its own. */
export function panelBy(actor: Actor): By {
  return { actor, door: 'panel', operation: `panel:${randomUUID()}` };
}
