import type { Db } from '../db/open.ts';
import { callerOfPerson } from '../db/reports/caller.ts';
import { type Actor, can } from '../db/rules/access.ts';
import type { Language } from './deps.ts';

/** Whoever is logged in, with the rights of this request. */
export type PanelUser = { actor: Actor; name: string; language: Language };

/**
 * The person behind a session, read anew at each request: null once they are inactive, have no role
 * that opens the panel, or got another password after the session began.
 */
export async function readPanelUser(
  db: Db,
  session: { personId: number; startedAt: number },
  language: Language,
): Promise<PanelUser | null> {
  const caller = await callerOfPerson(db, session.personId);
  if (!caller || !can(caller.actor, 'panel.open', null)) {
    return null;
  }
  const credential = await db.models.Credential.findByPk(session.personId);
  if (!credential || credential.updatedAt.getTime() > session.startedAt) {
    return null;
  }
  return {
    actor: caller.actor,
    name: `${caller.lastName} ${caller.firstName}`,
    language: caller.language ?? language,
  };
}
