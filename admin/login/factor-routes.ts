import { type Request, type Response, Router } from 'express';
import { asksSecondFactor, checkSecondFactor } from '../../db/actions/check-second-factor.ts';
import {
  confirmSecondFactor,
  dropSecondFactor,
  startSecondFactor,
} from '../../db/actions/set-second-factor.ts';
import { can } from '../../db/rules/access.ts';
import { formatCode } from '../../db/rules/codes.ts';
import type { PanelDeps } from '../deps.ts';
import { panelBy } from '../panel-by.ts';
import { nonceOf } from '../security/headers.ts';
import { type PanelUser, readSessionUser } from '../user.ts';
import { enter } from './enter.ts';
import { type Field, type Page, renderPage } from './page.ts';
import { qrSvg } from './qr.ts';
import { field, smallForm } from './routes.ts';
import { pageTexts } from './texts.ts';

/**
 * The second step of a login that asks for one, and the page where an administrator begins and ends
 * to use it.
 */
export function factorRoutes(deps: PanelDeps): Router {
  const { db, clock, log, factorKey: key } = deps;
  const texts = pageTexts(deps.language);
  const router = Router();
  const send = (res: Response, page: Page) => res.send(renderPage(deps, nonceOf(res), page));
  const code: Field = { name: 'code', label: texts.factorCode, autocomplete: 'one-time-code' };
  const asked = (problem?: string): Page => ({
    title: texts.factorTitle,
    intro: texts.factorIntro,
    problem,
    form: { fields: [code], button: texts.enter },
  });

  router.get('/second', (req, res) => {
    if (req.session.pending) {
      send(res, asked());
    } else {
      res.redirect(302, `${req.baseUrl}/login`);
    }
  });
  router.post('/second', smallForm, async (req, res) => {
    const { pending, personId, chat = null } = req.session;
    if (!pending || personId === undefined) {
      res.redirect(303, `${req.baseUrl}/login`);
      return;
    }
    const given = { personId, code: field(req.body, 'code'), key };
    if (await db.write((tx) => checkSecondFactor(tx, given))) {
      await enter(req, { personId, chat, now: clock() });
      log.info({ personId }, 'panel: second step passed');
      res.redirect(303, req.baseUrl);
      return;
    }
    log.warn({ personId, ip: req.ip }, 'panel: second step refused');
    res.status(401);
    send(res, asked(texts.factorWrong));
  });

  router.get('/second/setup', async (req, res) => {
    const user = await administratorOf(req, deps);
    if (!user) {
      res.redirect(302, req.baseUrl);
      return;
    }
    const inUse = await asksSecondFactor(db, user.actor.personId);
    send(res, inUse ? dropPage() : startPage(req));
  });
  router.post('/second/setup', async (req, res) => {
    const user = await administratorOf(req, deps);
    if (!user) {
      res.redirect(303, req.baseUrl);
      return;
    }
    const secret = await db.write((tx) => startSecondFactor(tx, panelBy(user.actor), key));
    const label = encodeURIComponent(`${texts.brand}: ${user.name}`);
    const issuer = encodeURIComponent(texts.brand);
    send(res, {
      title: texts.factorTitle,
      intro: texts.factorScan,
      picture: qrSvg(`otpauth://totp/${label}?secret=${secret}&issuer=${issuer}`),
      lines: [secret.replace(/.{4}(?=.)/g, '$& ')],
      form: { action: `${req.baseUrl}/second/confirm`, fields: [code], button: texts.factorOn },
    });
  });
  router.post('/second/confirm', smallForm, async (req, res) => {
    const user = await administratorOf(req, deps);
    if (!user) {
      res.redirect(303, req.baseUrl);
      return;
    }
    const given = { code: field(req.body, 'code'), key };
    const codes = await db.write((tx) => confirmSecondFactor(tx, panelBy(user.actor), given));
    if (!codes) {
      res.status(401);
      send(res, { ...asked(texts.factorWrong), intro: texts.factorScan });
      return;
    }
    send(res, {
      title: texts.factorTitle,
      intro: texts.factorRecovery,
      lines: codes.map(formatCode),
      links: [{ href: req.baseUrl, label: texts.back }],
    });
  });
  router.post('/second/drop', smallForm, async (req, res) => {
    const user = await administratorOf(req, deps);
    if (!user) {
      res.redirect(303, req.baseUrl);
      return;
    }
    const given = { code: field(req.body, 'code'), key };
    if (await db.write((tx) => dropSecondFactor(tx, panelBy(user.actor), given))) {
      res.redirect(303, `${req.baseUrl}/second/setup`);
      return;
    }
    res.status(401);
    send(res, dropPage(texts.factorWrong));
  });
  return router;

  function startPage(req: Request): Page {
    return {
      title: texts.factorTitle,
      intro: texts.factorAbout,
      form: { fields: [], button: texts.factorStart },
      links: [{ href: req.baseUrl, label: texts.back }],
    };
  }

  function dropPage(problem?: string): Page {
    return {
      title: texts.factorTitle,
      intro: texts.factorInUse,
      problem,
      form: { action: '/admin/second/drop', fields: [code], button: texts.factorOff },
      links: [{ href: '/admin', label: texts.back }],
    };
  }
}

async function administratorOf(
  { session }: Request,
  { db, language }: PanelDeps,
): Promise<PanelUser | null> {
  const user = await readSessionUser(db, session, language);
  return user && can(user.actor, 'school.write', null) ? user : null;
}
