import type { SessionData } from 'express-session';
import type { Db } from '../db/open.ts';
import { callerOfPerson } from '../db/reports/caller.ts';
import { type Actor, can } from '../db/rules/access.ts';
import type { Language } from './deps.ts';

/** Whoever is logged in, with the rights of this request. */
export type PanelUser = { actor: Actor; name: string; language: Language };

/**
 * The person behind a session, read anew at each request: null once they are inactive, have no role
 * that opens the panel, or got another password after the session began; and, where a link from a
 * chat began it, once that chat is no longer theirs. Null for a visitor who hasn't logged in, or by one step of two only.
 */
export async function readSessionUser(
  db: Db,
  { personId, startedAt, chat = null, pending }: Partial<SessionData>,
  language: Language,
): Promise<PanelUser | null> {
  if (personId === undefined || startedAt === undefined || pending) {
    return null;
  }
  const caller = await callerOfPerson(db, personId);
  if (!caller || !can(caller.actor, 'panel.open', null)) {
    return null;
  }
  if (chat !== null && !(await isChatOf(db, chat, personId))) {
    return null;
  }
  const credential = await db.models.Credential.findByPk(personId);
  // By a link come also those who have no password at all.
  if (credential === null ? chat === null : credential.updatedAt.getTime() > startedAt) {
    return null;
  }
  return {
    actor: caller.actor,
    name: `${caller.lastName} ${caller.firstName}`,
    language: caller.language ?? language,
  };
}

async function isChatOf(db: Db, address: string, personId: number): Promise<boolean> {
  const state = ['active', 'blocked'];
  return (await db.models.ChatLink.count({ where: { address, personId, state } })) > 0;
}
