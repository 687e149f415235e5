import type { Action, ActionContext, ActionRequest, RecordActionResponse } from 'adminjs';
import { createPasswordLink } from '../../db/actions/create-password-link.ts';
import { Refusal } from '../../db/errors.ts';
import type { Db } from '../../db/open.ts';
import { userOf } from '../current-admin.ts';
import { panelLocale } from '../locale/locale.ts';
import { panelBy } from '../panel-by.ts';

/**
 * Gives a person a one-time link to choose a login and a password by. A GET only shows the button;
 * the link is in the answer to the POST and nowhere else.
 */
export function giveLogin(db: Db, origin: string): Partial<Action<RecordActionResponse>> {
  return {
    actionType: 'record',
    icon: 'Key',
    component: 'GiveLogin',
    handler: async (request: ActionRequest, _response: unknown, context: ActionContext) => {
      const record = context.record?.toJSON(context.currentAdmin);
      if (!record) {
        throw new Error('the action was asked without a record');
      }
      if (request.method !== 'post') {
        return { record };
      }
      const { actor, language } = userOf(context.currentAdmin);
      const by = panelBy(actor);
      try {
        const token = await db.write((tx) => createPasswordLink(tx, by, Number(record.id)));
        return { record, link: `${origin}/admin/setup/${token}` };
      } catch (error) {
        if (error instanceof Refusal) {
          const message = panelLocale(language).messages.loginNeedsRole;
          return { record, notice: { message, type: 'error' } };
        }
        throw error;
      }
    },
  };
}
