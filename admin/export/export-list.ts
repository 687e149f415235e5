import {
  type Action,
  type ActionContext,
  type ActionRequest,
  type ActionResponse,
  Filter,
  flat,
} from 'adminjs';
import type { Response } from 'express';
import { noteListExport } from '../../db/actions/note-list-export.ts';
import type { Db } from '../../db/open.ts';
import { userOf } from '../current-admin.ts';
import { fileHeaders } from '../file-headers.ts';
import { panelLocale } from '../locale/locale.ts';
import { panelBy } from '../panel-by.ts';
import type { PanelResource } from '../resources/panel-resource.ts';
import { listWorkbook } from './list-workbook.ts';

/** More than this is no list that anybody reads; it would hold up the others meanwhile. */
const MAX_ROWS = 20_000;
const PAGE = 100;

type Asked = {
  filters?: Record<string, string>;
  sortBy?: string;
  direction?: 'asc' | 'desc';
};

/**
 * The list as it is filtered and sorted, as a workbook: the same rows and columns, nothing that the
 * list hides. Opens as a drawer with the link to download it. The audit keeps who took which list.
 */
export function exportList(db: Db, resource: PanelResource): Partial<Action<ActionResponse>> {
  return {
    actionType: 'resource',
    icon: 'Download',
    component: 'ExportList',
    showInDrawer: true,
    handler: async (request: ActionRequest, response: Response, context: ActionContext) => {
      const { actor, language } = userOf(context.currentAdmin);
      const { messages, labels } = panelLocale(language);
      const { filters = {}, sortBy, direction }: Asked = flat.unflatten(request.query ?? {});
      const filter = await new Filter(filters, resource).populate(context);
      const total = await resource.count(filter, context);
      if (total > MAX_ROWS) {
        response.status(409);
        return { message: messages.exportTooLong };
      }
      const sort = { ...(sortBy ? { sortBy } : {}), ...(direction ? { direction } : {}) };
      const pages = async function* () {
        for (let offset = 0; offset < total; offset += PAGE) {
          yield await resource.find(filter, { limit: PAGE, offset, sort }, context);
        }
      };
      const bytes = await listWorkbook(db, resource, pages(), language);
      const by = panelBy(actor);
      const taken = { list: resource.spec.id, rows: total };
      await db.write((tx) => noteListExport(tx, by, taken));
      fileHeaders(response, 'xlsx', `${labels[resource.spec.id]} ${db.today()}.xlsx`);
      // What an action returns is sent as it is.
      return bytes;
    },
  };
}
