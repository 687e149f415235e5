import type { ActionContext, RecordActionResponse } from 'adminjs';
import { noteViews } from '../../db/actions/note-views.ts';
import type { Db } from '../../db/open.ts';
import { userOf } from '../current-admin.ts';
import type { ResourceSpec } from './spec.ts';

type Shown = (
  response: RecordActionResponse,
  request: unknown,
  context: ActionContext,
) => Promise<RecordActionResponse>;

/** Notes, after a record's own page was shown, which child it is about, if it is about one. */
export function viewNoter(db: Db, spec: ResourceSpec): Shown {
  return async (response, _request, { currentAdmin }) => {
    const { params, id } = response.record;
    const pupilId = Number(spec.id === 'pupil' ? id : params.pupilId);
    // Reading the log itself is no look at a child.
    if (spec.id !== 'view_event' && Number.isSafeInteger(pupilId) && pupilId > 0) {
      const { personId } = userOf(currentAdmin).actor;
      const view = { personId, pupilId, side: 'school', screen: 'panel' } as const;
      await db.write((tx) => noteViews(tx, [view]));
    }
    return response;
  };
}
