import { endSession } from '../../db/actions/end-session.ts';
import type { Writer } from './spec.ts';

/** A session's «delete» ends it. */
export const sessionWriter: Writer = {
  remove: (tx, by, id) => endSession(tx, by, id),
};
