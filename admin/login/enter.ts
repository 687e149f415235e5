import type { Request } from 'express';
import { asksSecondFactor } from '../../db/actions/check-second-factor.ts';
import type { PanelDeps } from '../deps.ts';
import { browserName } from './browser-name.ts';

/** Begins a new session for a person. The id a visitor came with is never kept. */
export function enter(
  req: Request,
  {
    personId,
    chat,
    now,
    pending = false,
  }: {
    personId: number;
    /** Whose link opened the door; null for a password. */
    chat: string | null;
    now: Date;
    /** Its second step is still to come, and nothing is open until then. */
    pending?: boolean;
  },
): Promise<void> {
  return new Promise((resolve, reject) => {
    req.session.regenerate((failed) => {
      if (failed) {
        reject(failed);
        return;
      }
      req.session.personId = personId;
      req.session.startedAt = now.getTime();
      req.session.chat = chat;
      req.session.pending = pending;
      req.session.browser = browserName(req.get('user-agent') ?? '');
      req.session.save((unsaved) => (unsaved ? reject(unsaved) : resolve()));
    });
  });
}

/**
 * Lets in whoever has shown who they are: at once, or to the second step where their login asks for
 * one. Gives where to go.
 */
export async function enterOrAsk(
  req: Request,
  { db, clock }: PanelDeps,
  { personId, chat }: { personId: number; chat: string | null },
): Promise<string> {
  const pending = await asksSecondFactor(db, personId);
  await enter(req, { personId, chat, now: clock(), pending });
  return pending ? `${req.baseUrl}/second` : req.baseUrl;
}

/** Ends the session at hand, in the database too. */
export function leave(req: Request): Promise<void> {
  return new Promise((resolve, reject) => {
    req.session.destroy((failed) => (failed ? reject(failed) : resolve()));
  });
}
