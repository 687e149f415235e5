import type { Tx } from '../open.ts';
import { anyCredential, issuePanelToken } from './panel-token.ts';

/**
 * The token of a one-time link by which the first administrator of an empty school lets themselves
 * in (`/admin/setup/TOKEN`, 24 hours), or null once anybody has a login. Only the server's own
 * console may show it.
 */
export async function createSetupLink(tx: Tx): Promise<string | null> {
  return (await anyCredential(tx.db, tx)) ? null : issuePanelToken(tx, null);
}
