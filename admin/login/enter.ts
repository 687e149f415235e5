import type { Request } from 'express';
import { browserName } from './browser-name.ts';

/** Begins a new session for a person. The id a visitor came with is never kept. */
export function enter(
  req: Request,
  {
    personId,
    chat,
    now,
  }: {
    personId: number;
    /** Whose link opened the door; null for a password. */
    chat: string | null;
    now: Date;
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
      req.session.browser = browserName(req.get('user-agent') ?? '');
      req.session.save((unsaved) => (unsaved ? reject(unsaved) : resolve()));
    });
  });
}

/** Ends the session at hand, in the database too. */
export function leave(req: Request): Promise<void> {
  return new Promise((resolve, reject) => {
    req.session.destroy((failed) => (failed ? reject(failed) : resolve()));
  });
}
