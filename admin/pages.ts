import type { ActionRequest, AdminPages, PageContext } from 'adminjs';
import { Refusal } from '../db/errors.ts';
import { mayOpenPage, type PageId } from './access.ts';
import { readControlPage } from './control-page.ts';
import { userOf } from './current-admin.ts';
import type { PanelDeps } from './deps.ts';
import { answerReportsPage } from './reports/page.ts';
import { createReportRuns, type ReportRuns } from './reports/runs.ts';
import type { PanelUser } from './user.ts';

/** A page of our own: its component in `components/`, and what it is given as JSON. */
type Page = {
  component: string;
  icon: string;
  answer: (of: PagesOf, user: PanelUser, request: ActionRequest) => Promise<object>;
};

/** What pages answer from. */
type PagesOf = { deps: PanelDeps; runs: ReportRuns };

/** Every page besides the lists of records, in the order of the menu. */
const PAGES: Record<PageId, Page> = {
  overview: {
    component: 'ControlPage',
    icon: 'BarChart2',
    answer: ({ deps }, user) => readControlPage(deps.db, user),
  },
  reports: {
    component: 'ReportsPage',
    icon: 'FileText',
    answer: ({ deps, runs }, user, request) => answerReportsPage(deps, runs, user, request),
  },
};

/** The pages as AdminJS takes them; each looks at the rights itself before it answers. */
export function panelPages(deps: PanelDeps): AdminPages {
  const of = { deps, runs: createReportRuns(deps) };
  return Object.fromEntries(
    Object.entries(PAGES).map(([id, { component, icon, answer }]) => [
      id,
      {
        component,
        icon,
        handler: (request: ActionRequest, _response: unknown, { currentAdmin }: PageContext) => {
          const user = userOf(currentAdmin);
          if (!mayOpenPage(user.actor, id as PageId)) {
            throw new Refusal('not-allowed');
          }
          return answer(of, user, request);
        },
      },
    ]),
  );
}
