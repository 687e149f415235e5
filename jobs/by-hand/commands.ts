import type { ByHand } from './by-hand.ts';
import { importByHand } from './import.ts';
import { inviteByHand } from './invite.ts';
import { verifyByHand } from './verify.ts';

/** What an operator may do at the server's console, by the command's name. */
export const commandsByHand: Record<string, ByHand> = {
  import: importByHand,
  invite: inviteByHand,
  verify: verifyByHand,
};
