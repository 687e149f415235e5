import { randomUUID } from 'node:crypto';
import { type Response, Router } from 'express';
import { createFirstAdministrator } from '../../db/actions/create-first-administrator.ts';
import { findPanelLink, type PanelLink } from '../../db/actions/panel-token.ts';
import { redeemPasswordLink } from '../../db/actions/redeem-password-link.ts';
import { LoginTaken } from '../../db/actions/set-password.ts';
import { Refusal } from '../../db/errors.ts';
import { hashPassword, PASSWORD_MAX, PASSWORD_MIN } from '../../db/passwords.ts';
import type { PanelDeps } from '../deps.ts';
import { nonceOf } from '../security/headers.ts';
import { enterOrAsk } from './enter.ts';
import { type Field, renderPage } from './page.ts';
import { field, smallForm } from './routes.ts';
import { type PageTexts, pageTexts } from './texts.ts';

const NAMES = ['lastName', 'firstName', 'middleName', 'login', 'password', 'again'] as const;

type Typed = Record<(typeof NAMES)[number], string>;

/**
 * One-time links: the first administrator of an empty school gives their name and a password, a
 * person an administrator let in chooses a login and a password. Both are logged in at once.
 */
export function setupRoutes(deps: PanelDeps): Router {
  const { db, log } = deps;
  const texts = pageTexts(deps.language);
  const router = Router();
  const dead = (res: Response) =>
    renderPage(deps, nonceOf(res), { title: texts.passwordTitle, problem: texts.linkDead });

  router.get('/setup/:token', async (req, res) => {
    const link = await findPanelLink(db, req.params.token);
    if (!link) {
      res.status(410).send(dead(res));
      return;
    }
    res.send(setupPage(deps, res, link, { login: await loginOf(deps, link) }));
  });

  router.post('/setup/:token', smallForm, async (req, res) => {
    const token = String(req.params.token);
    const link = await findPanelLink(db, token);
    if (!link) {
      res.status(410).send(dead(res));
      return;
    }
    const typed = Object.fromEntries(NAMES.map((name) => [name, field(req.body, name)])) as Typed;
    const problem = problemOf(typed, link, texts);
    if (problem) {
      res.status(400).send(setupPage(deps, res, link, typed, problem));
      return;
    }
    try {
      const personId = await redeem(deps, token, link, typed);
      const next = await enterOrAsk(req, deps, { personId, chat: null });
      log.info({ personId }, 'panel: one-time link used');
      res.redirect(303, next);
    } catch (error) {
      if (error instanceof LoginTaken) {
        res.status(400).send(setupPage(deps, res, link, typed, texts.loginTaken));
      } else if (error instanceof Refusal) {
        res.status(410).send(dead(res));
      } else {
        throw error;
      }
    }
  });
  return router;
}

async function redeem({ db }: PanelDeps, token: string, link: PanelLink, typed: Typed) {
  const passwordHash = await hashPassword(typed.password);
  const { login } = typed;
  const operation = `panel:${randomUUID()}`;
  return db.write((tx) =>
    link.personId === null
      ? createFirstAdministrator(
          tx,
          { operation },
          {
            token,
            lastName: typed.lastName.trim(),
            firstName: typed.firstName.trim(),
            middleName: typed.middleName.trim() || null,
            login,
            passwordHash,
          },
        )
      : redeemPasswordLink(tx, { operation }, { token, login, passwordHash }),
  );
}

function problemOf(typed: Typed, link: PanelLink, texts: PageTexts): string | null {
  const { lastName, firstName, login, password, again } = typed;
  if (link.personId === null && (!lastName.trim() || !firstName.trim())) {
    return texts.nameMissing;
  }
  if (!/^\S{3,64}$/.test(login.trim())) {
    return texts.loginShape;
  }
  if (password.length < PASSWORD_MIN || password.length > PASSWORD_MAX) {
    return texts.passwordShort;
  }
  return password === again ? null : texts.passwordsDiffer;
}

async function loginOf({ db }: PanelDeps, { personId }: PanelLink): Promise<string> {
  const credential = personId === null ? null : await db.models.Credential.findByPk(personId);
  return credential?.login ?? '';
}

function setupPage(
  deps: PanelDeps,
  res: Response,
  link: PanelLink,
  typed: Partial<Typed>,
  problem?: string,
) {
  const texts = pageTexts(deps.language);
  const names: Field[] = [
    { name: 'lastName', label: texts.lastName, value: typed.lastName ?? '' },
    { name: 'firstName', label: texts.firstName, value: typed.firstName ?? '' },
    {
      name: 'middleName',
      label: texts.middleName,
      value: typed.middleName ?? '',
      optional: true,
    },
  ];
  const keys: Field[] = [
    { name: 'login', label: texts.login, value: typed.login ?? '', autocomplete: 'username' },
    {
      name: 'password',
      label: texts.passwordLong,
      type: 'password',
      autocomplete: 'new-password',
    },
    { name: 'again', label: texts.passwordAgain, type: 'password', autocomplete: 'new-password' },
  ];
  const first = link.personId === null;
  return renderPage(deps, nonceOf(res), {
    title: first ? texts.setupTitle : texts.passwordTitle,
    intro: first ? texts.setupIntro : texts.passwordIntro,
    problem,
    form: { fields: first ? [...names, ...keys] : keys, button: texts.save },
  });
}
