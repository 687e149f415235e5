import { editRecord } from '../../db/actions/edit-record.ts';
import type { EditableModel } from '../../db/actions/editable.ts';
import { revokeApiToken } from '../../db/actions/revoke-api-token.ts';
import type { Writer } from './spec.ts';

/** Writes a record an administrator keeps by hand. */
export function recordWriter(model: EditableModel): Writer {
  return {
    create: (tx, by, values) => editRecord(tx, by, { model, id: null, values }),
    update: async (tx, by, id, values) => {
      await editRecord(tx, by, { model, id, values });
    },
    remove: async (tx, by, id) => {
      await editRecord(tx, by, { model, id, values: null });
    },
  };
}

/** A token's «delete» revokes it: the row stays, as it says who read the journal until when. */
export const apiTokenWriter: Writer = {
  remove: (tx, by, id) => revokeApiToken(tx, by, Number(id)),
};

/** A chat's «delete» cuts it off: the row stays, so that the chat can't be linked unnoticed. */
export const chatLinkWriter: Writer = {
  remove: async (tx, by, id) => {
    await editRecord(tx, by, { model: 'ChatLink', id, values: { state: 'cut' } });
  },
};
