import type { RequestHandler } from 'express';
import { noteApiUse } from '../../db/actions/note-api-use.ts';
import type { Db } from '../../db/open.ts';
import { readApiToken } from '../../db/reports/export/api-token.ts';
import { Problem } from './problem.ts';
import { createRateLimit } from './rate-limit.ts';

const REQUESTS_A_MINUTE = 120;
const WRONG_A_MINUTE = 30;
const NOTED_EVERY_MS = 60_000;

/**
 * Lets a request pass that carries a token in force in its Authorization header, and puts the
 * token's id into `res.locals.tokenId`. Neither cookies nor the address are looked at for one.
 */
export function bearer(db: Db): RequestHandler {
  const requests = createRateLimit(db.now, REQUESTS_A_MINUTE);
  const wrong = createRateLimit(db.now, WRONG_A_MINUTE);
  const within = (seconds: number, res: Parameters<RequestHandler>[1]) => {
    if (seconds > 0) {
      res.set('Retry-After', String(seconds));
      throw new Problem(429, `Too many requests: come again in ${seconds} s.`);
    }
  };
  return async (req, res, next) => {
    const [, secret] = /^Bearer +([\w-]{20,100})$/i.exec(req.get('authorization') ?? '') ?? [];
    const token = secret === undefined ? null : await readApiToken(db, secret);
    if (!token) {
      within(wrong(req.ip ?? ''), res);
      res.set('WWW-Authenticate', 'Bearer realm="zhurnal"');
      throw new Problem(401, 'Send a token in force: "Authorization: Bearer zhurnal_…".');
    }
    within(requests(String(token.id)), res);
    // Once a minute is as exact as anybody reads it, and a page needs no write of its own.
    if (db.now().getTime() - (token.lastUsedAt?.getTime() ?? 0) >= NOTED_EVERY_MS) {
      await db.write((tx) => noteApiUse(tx, token.id));
    }
    res.locals.tokenId = token.id;
    next();
  };
}
