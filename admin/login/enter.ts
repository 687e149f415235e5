import type { Request } from 'express';

/** Begins a new session for a person. The id a visitor came with is never kept. */
export function enter(req: Request, personId: number, now: Date): Promise<void> {
  return new Promise((resolve, reject) => {
    req.session.regenerate((failed) => {
      if (failed) {
        reject(failed);
        return;
      }
      req.session.personId = personId;
      req.session.startedAt = now.getTime();
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
