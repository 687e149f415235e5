import { buildRoutes } from '@adminjs/express';
import AdminJS, { Router as AdminRouter, type Locale } from 'adminjs';
import { Router } from 'express';
import { RESOURCE_IDS, type ResourceId } from './access.ts';
import { userOf } from './current-admin.ts';
import { readDashboard } from './dashboard.ts';
import type { PanelDeps } from './deps.ts';
import { panelLocale } from './locale/locale.ts';
import { panelPages } from './pages.ts';
import { control } from './resources/control.ts';
import { families } from './resources/families.ts';
import { journal } from './resources/journal.ts';
import { resourceOptions } from './resources/options.ts';
import { PanelResource } from './resources/panel-resource.ts';
import { people } from './resources/people.ts';
import { school } from './resources/school.ts';
import type { ResourceSpec } from './resources/spec.ts';
import { system } from './resources/system.ts';
import { bodyGuard } from './security/body-guard.ts';
import { knownQueries } from './security/known-queries.ts';
import { rewritePages } from './security/rewrite-page.ts';

const SECTIONS = [people, school, journal, families, control, system];

type OwnWords = { actions?: Record<string, string> };

/**
 * AdminJS over the school's models, for requests whose `session.adminUser` is known already. Loading
 * this file costs over a second and 150 MB: import it when the panel is first asked for.
 */
export function adminRouter(deps: PanelDeps): Router {
  const { db, language } = deps;
  const admin = new AdminJS({
    rootPath: '/admin',
    loginPath: '/admin/login',
    logoutPath: '/admin/logout',
    resources: SECTIONS.flatMap((section) =>
      section.resources.map((spec) => {
        const resource = new PanelResource(db, spec);
        return { resource, options: resourceOptions(db, resource, section, deps) };
      }),
    ),
    dashboard: {
      handler: (_request, _response, { currentAdmin }) =>
        readDashboard(db, userOf(currentAdmin).actor),
    },
    pages: panelPages(deps),
    branding: (user) => {
      const { brand } = panelLocale(user ? userOf(user).language : language);
      return {
        companyName: brand,
        logo: false,
        withMadeWithLove: false,
        favicon: '/admin/frontend/assets/favicon.svg',
      };
    },
    assets: { styles: ['/admin/frontend/assets/panel.css'] },
    locale: (user) => locale(user ? userOf(user).language : language),
    settings: { defaultPerPage: 25 },
  });
  const specs = new Map<ResourceId, ResourceSpec>(
    SECTIONS.flatMap(({ resources }) => resources.map((spec) => [spec.id, spec] as const)),
  );
  const router = Router();
  router.use(bodyGuard(), knownQueries(specs), rewritePages());
  const routes = AdminRouter.routes.filter(({ action }) => action !== 'bundleComponents');
  buildRoutes({ admin, routes, router });
  return router;
}

function locale(language: 'ru' | 'en'): Locale {
  const { actions, buttons, labels, pages, properties, messages, resources } =
    panelLocale(language);
  const named = RESOURCE_IDS.map((id) => {
    const own: OwnWords = Reflect.get(resources, id) ?? {};
    // The list of a resource is headed by its name, not by the word «list».
    return [id, { ...own, actions: { list: labels[id], ...own.actions } }];
  });
  const translations = {
    actions,
    buttons,
    labels,
    pages,
    properties,
    messages,
    resources: Object.fromEntries(named),
  };
  return {
    language,
    availableLanguages: [language],
    translations: { [language]: translations },
  };
}
