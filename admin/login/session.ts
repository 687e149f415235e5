import { type RequestHandler, Router } from 'express';
import session from 'express-session';
import type { PanelDeps } from '../deps.ts';
import { SessionStore } from './session-store.ts';

/** The panel's sessions: kept in the database, named by a signed cookie no page's script can read. */
export function panelSession({ db, secret, secure }: PanelDeps): Router {
  const router = Router();
  router.use(behindProxy(secure));
  router.use(
    session({
      secret,
      store: new SessionStore(db),
      name: sessionCookie(secure),
      // Nothing is stored before a login, and an unchanged session isn't written again.
      saveUninitialized: false,
      resave: false,
      cookie: { path: '/', httpOnly: true, sameSite: 'strict', secure },
    }),
  );
  return router;
}

/** The `__Host-` name makes browsers refuse the cookie from a subdomain or over http. */
export function sessionCookie(secure: boolean): string {
  return secure ? '__Host-zhurnal' : 'zhurnal';
}

/** express-session gives no secure cookie over a proxy that doesn't tell the scheme; we know it. */
function behindProxy(secure: boolean): RequestHandler {
  return (req, _res, next) => {
    if (secure) {
      Object.defineProperty(req, 'secure', { value: true });
    }
    next();
  };
}
