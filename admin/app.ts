import express, { type ErrorRequestHandler, type RequestHandler } from 'express';
import { errorFacts } from '../db/error-facts.ts';
import { Refusal } from '../db/errors.ts';
import { PANEL_ROLES } from './access.ts';
import { panelAssets } from './assets.ts';
import { adminOf, currentAdmin, userOf } from './current-admin.ts';
import type { PanelDeps } from './deps.ts';
import { panelLocale } from './locale/locale.ts';
import { factorRoutes } from './login/factor-routes.ts';
import { linkRoutes } from './login/link-routes.ts';
import { loginRoutes } from './login/routes.ts';
import { panelSession } from './login/session.ts';
import { setupRoutes } from './login/setup-routes.ts';
import { pageTexts } from './login/texts.ts';
import { reportFiles } from './reports/routes.ts';
import { securityHeaders } from './security/headers.ts';
import { originCheck } from './security/origin-check.ts';
import { readSessionUser } from './user.ts';

export type Panel = {
  /** To be mounted at /admin. */
  app: express.Express;
  /** Loads AdminJS (over a second) before the first visitor has to wait for it. */
  warm: () => Promise<void>;
};

/**
 * The administrators' panel. Everything a stranger can reach stands before the login and is our own
 * few pages; AdminJS is loaded at the first request of somebody logged in.
 */
export function createPanel(given: PanelDeps): Panel {
  // As a browser writes it: without a path or a closing slash.
  const deps = { ...given, origin: new URL(given.origin).origin };
  const app = express();
  app.disable('x-powered-by');
  // A proxy on the same machine may name the visitor's address; nobody else is believed.
  app.set('trust proxy', 'loopback');
  let loading: Promise<express.Router> | undefined;
  const load = () => {
    loading ??= import('./panel.ts').then(({ adminRouter }) => adminRouter(deps));
    return loading;
  };
  app.use(securityHeaders(deps.secure));
  app.use(panelAssets());
  app.use(originCheck(deps.origin, pageTexts(deps.language).wrongOrigin(deps.origin)));
  app.use(panelSession(deps));
  app.use(loginRoutes(deps));
  app.use(setupRoutes(deps));
  app.use(linkRoutes(deps));
  app.use(factorRoutes(deps));
  app.use(authority(deps));
  app.use(reportFiles(deps));
  app.use(async (req, res, next) => (await load())(req, res, next));
  app.use((_req, res) => {
    res.status(404).json({ message: 'Not found' });
  });
  app.use(lastResort(deps));
  return {
    app,
    warm: async () => {
      await load();
    },
  };
}

/** Lets in who may open the panel at this moment; a stranger's body is never read. */
function authority({ db, language }: PanelDeps): RequestHandler {
  return async (req, res, next) => {
    const user = await readSessionUser(db, req.session, language);
    if (user) {
      const role = PANEL_ROLES.find((one) => user.actor.roles.includes(one)) ?? 'teacher';
      const { labels } = panelLocale(user.language).resources.role;
      const admin = currentAdmin(user, labels[`role.${role}`]);
      // AdminJS looks for it here; not enumerable, so it isn't stored with the session.
      Object.defineProperty(req.session, 'adminUser', { value: admin });
      next();
    } else if (req.method === 'GET' || req.method === 'HEAD') {
      res.redirect(302, `${req.baseUrl}/login`);
    } else {
      res.status(401).set('Connection', 'close').type('text').send('Log in first');
    }
  };
}

/** A refusal as its sentence; whatever nobody foresaw: its facts to the log, a sentence to the visitor. */
function lastResort({ log, language }: PanelDeps): ErrorRequestHandler {
  return (error, req, res, next) => {
    if (error instanceof Refusal) {
      const user = adminOf(req);
      const { refusal } = panelLocale(user ? userOf(user).language : language);
      const status = error.reason === 'not-allowed' ? 403 : 409;
      res.status(status).json({ message: refusal(error) });
      return;
    }
    const status = Number(error?.status ?? 500);
    if (status >= 500) {
      log.error({ error: errorFacts(error), path: req.path }, 'panel: request failed');
    }
    if (res.headersSent) {
      next(error);
      return;
    }
    res.status(status).json({ message: panelLocale(language).messages.somethingWrong });
  };
}
