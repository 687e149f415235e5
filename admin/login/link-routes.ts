import { type Response, Router } from 'express';
import { isPanelLinkAlive, redeemPanelLink } from '../../db/actions/redeem-panel-link.ts';
import type { PanelDeps } from '../deps.ts';
import { nonceOf } from '../security/headers.ts';
import { enterOrAsk } from './enter.ts';
import { renderPage } from './page.ts';
import { field, smallForm } from './routes.ts';
import { pageTexts } from './texts.ts';

/**
 * The door by a one-time link from the chat. Opening it changes nothing, as a messenger's preview
 * does so too: the browser in which the code is typed is the one that comes in.
 */
export function linkRoutes(deps: PanelDeps): Router {
  const { db, log } = deps;
  const texts = pageTexts(deps.language);
  const router = Router();
  const page = (res: Response, problem?: string) =>
    renderPage(deps, nonceOf(res), {
      title: texts.loginTitle,
      intro: texts.codeIntro,
      problem,
      form: {
        fields: [{ name: 'code', label: texts.code, autocomplete: 'one-time-code' }],
        button: texts.enter,
      },
    });
  const dead = (res: Response) =>
    res.status(410).send(
      renderPage(deps, nonceOf(res), {
        title: texts.loginTitle,
        problem: texts.chatLinkDead,
        links: [{ href: '/admin/login', label: texts.byPassword }],
      }),
    );

  router.get('/enter/:token', async (req, res) => {
    if (await isPanelLinkAlive(db, req.params.token)) {
      res.send(page(res));
    } else {
      dead(res);
    }
  });

  router.post('/enter/:token', smallForm, async (req, res) => {
    const given = { token: String(req.params.token), code: field(req.body, 'code') };
    const entered = await db.write((tx) => redeemPanelLink(tx, given));
    if (typeof entered === 'object') {
      const { personId, chat } = entered;
      const next = await enterOrAsk(req, deps, { personId, chat });
      log.info({ personId }, 'panel: link from the chat used');
      res.redirect(303, next);
      return;
    }
    log.warn({ ip: req.ip, answer: entered }, 'panel: link from the chat refused');
    if (entered === 'wrong') {
      res.status(401).send(page(res, texts.codeWrong));
    } else {
      dead(res);
    }
  });
  return router;
}
