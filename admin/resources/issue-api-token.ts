import type { Action, ActionContext, ActionRequest, RecordActionResponse } from 'adminjs';
import { createApiToken } from '../../db/actions/create-api-token.ts';
import { Refusal } from '../../db/errors.ts';
import type { Db } from '../../db/open.ts';
import { userOf } from '../current-admin.ts';
import { panelLocale } from '../locale/locale.ts';
import { panelBy } from '../panel-by.ts';

/**
 * The «new» of the tokens: a GET shows the form, and the token is in the answer to the POST and
 * nowhere else.
 */
export function issueApiToken(db: Db): Partial<Action<RecordActionResponse>> {
  return {
    component: 'IssueApiToken',
    handler: async (request: ActionRequest, _response: unknown, context: ActionContext) => {
      // AdminJS expects the record of a form; this one stays empty.
      const record = (await context.resource.build({})).toJSON(context.currentAdmin);
      if (request.method !== 'post') {
        return { record };
      }
      const { actor, language } = userOf(context.currentAdmin);
      const by = panelBy(actor);
      const name = String(request.payload?.name ?? '');
      try {
        return { record, token: await db.write((tx) => createApiToken(tx, by, name)) };
      } catch (error) {
        if (error instanceof Refusal) {
          const message = panelLocale(language).refusal(error);
          return { record, notice: { message, type: 'error' } };
        }
        throw error;
      }
    },
  };
}
