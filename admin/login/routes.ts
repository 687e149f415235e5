import express, { type Response, Router } from 'express';
import { endOtherSessions } from '../../db/actions/end-session.ts';
import { hashToken } from '../../db/code-hash.ts';
import { can } from '../../db/rules/access.ts';
import type { PanelDeps } from '../deps.ts';
import { panelBy } from '../panel-by.ts';
import { nonceOf } from '../security/headers.ts';
import { readSessionUser } from '../user.ts';
import { checkLogin } from './check-login.ts';
import { enterOrAsk, leave } from './enter.ts';
import { type Field, renderPage } from './page.ts';
import { sessionCookie } from './session.ts';
import { pageTexts } from './texts.ts';

/** Forms of the pages outside the panel are a few short fields. */
export const smallForm = express.urlencoded({ extended: false, limit: 8 * 1024 });

/** One text field of a form; anything else counts as empty. */
export function field(body: unknown, name: string): string {
  const value: unknown = typeof body === 'object' && body ? Reflect.get(body, name) : '';
  return typeof value === 'string' ? value : '';
}

/** The doors in and out. Both change something by POST alone. */
export function loginRoutes(deps: PanelDeps): Router {
  const { db, log, secure } = deps;
  const texts = pageTexts(deps.language);
  const router = Router();
  const loginPage = (res: Response, login: string, problem?: string) => {
    const fields: Field[] = [
      { name: 'login', label: texts.login, value: login, autocomplete: 'username' },
      {
        name: 'password',
        label: texts.password,
        type: 'password',
        autocomplete: 'current-password',
      },
    ];
    return renderPage(deps, nonceOf(res), {
      title: texts.loginTitle,
      problem,
      form: { fields, button: texts.enter },
    });
  };

  router.get('/login', (_req, res) => {
    res.send(loginPage(res, ''));
  });
  router.post('/login', smallForm, async (req, res) => {
    const login = field(req.body, 'login');
    const ip = req.ip ?? '';
    const answer = await checkLogin(db, { login, password: field(req.body, 'password'), ip });
    if (typeof answer === 'object') {
      const next = await enterOrAsk(req, deps, { personId: answer.personId, chat: null });
      log.info({ personId: answer.personId }, 'panel: logged in');
      res.redirect(303, next);
      return;
    }
    log.warn({ ip, answer }, 'panel: login refused');
    res.status(401).send(loginPage(res, login, texts.wrong));
  });
  router.get('/logout', async (req, res) => {
    const user = await readSessionUser(db, req.session, deps.language);
    const administrator = user && can(user.actor, 'school.write', null);
    res.send(
      renderPage(deps, nonceOf(res), {
        title: texts.logoutTitle,
        intro: texts.logoutAsk,
        form: { fields: [], button: texts.logout },
        other: user ? { action: `${req.baseUrl}/logout/others`, button: texts.others } : undefined,
        links: [
          ...(administrator
            ? [{ href: `${req.baseUrl}/second/setup`, label: texts.factorLink }]
            : []),
          { href: req.baseUrl, label: texts.back },
        ],
      }),
    );
  });
  router.post('/logout', async (req, res) => {
    await leave(req);
    res.clearCookie(sessionCookie(secure), { path: '/', secure, sameSite: 'strict' });
    res.redirect(303, `${req.baseUrl}/login`);
  });
  router.post('/logout/others', async (req, res) => {
    const user = await readSessionUser(db, req.session, deps.language);
    if (!user) {
      res.redirect(303, `${req.baseUrl}/login`);
      return;
    }
    const by = panelBy(user.actor);
    await db.write((tx) => endOtherSessions(tx, by, hashToken(req.sessionID)));
    res.redirect(303, `${req.baseUrl}/resources/panel_session`);
  });
  return router;
}
