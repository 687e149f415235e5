import type { Event } from '../dialogue/event.ts';
import type { MenuItem, ReadyFile, Reply } from '../dialogue/reply.ts';

/** What a messenger library must do for us; all that it knows stays behind this. */
export type Messenger = {
  /**
   * Waits for events after `position` (a number that the messenger itself understands; 0 at first).
   * Calling it again with the returned position confirms that they are safe with us, so it must not
   * be called before they are stored.
   */
  poll: (position: number, signal: AbortSignal) => Promise<Polled>;
  /**
   * Sends, replaces or removes one message. Throws a DeliveryFailure, within half a minute; an
   * aborted `signal` makes it fail at once, and nobody knows then whether the message arrived.
   */
  deliver: (chat: string, reply: Reply<ReadyFile>, signal: AbortSignal) => Promise<void>;
  /** Ends the waiting state of a pressed button; a toast is shown over the screen. */
  answerPress: (pressId: string, toast: string | undefined, signal: AbortSignal) => Promise<void>;
  /**
   * The bytes of a file somebody has sent, by what the messenger calls it; at most 20 MB. Throws a
   * DeliveryFailure, within a minute; an aborted `signal` makes it fail at once.
   */
  fetchFile: (fileId: string, signal: AbortSignal) => Promise<Uint8Array>;
  /** Checks the token, names the bot and publishes the menu of those who have no other. */
  introduce: (menu: readonly MenuItem[]) => Promise<{ username: string }>;
};

export type Polled = {
  events: Event[];
  position: number;
  /** How many were passed over, as nobody could read them. */
  unread: number;
};

/** Why a message did not arrive, by what has to be done about it. */
export type Failure =
  | { kind: 'flood'; retryAfter: number } // seconds; everybody waits
  | { kind: 'trouble' } // their server or the network: try again later
  | { kind: 'gone' } // blocked, deactivated, no such chat: for ever
  | { kind: 'moved'; to: string } // the chat has a new address
  | { kind: 'markup' } // our HTML was refused: say it plainly
  | { kind: 'unchanged' } // the screen shows this already
  | { kind: 'target-lost' } // the message to replace or remove is not there
  | { kind: 'rejected' } // any other refusal: a defect of ours
  | { kind: 'unauthorised' } // the token is not valid: stop
  | { kind: 'conflict' }; // somebody else polls with our token: stop

export class DeliveryFailure extends Error {
  readonly failure: Failure;

  /** `cause` may hold the token in an address: it is kept for a debugger and never logged. */
  constructor(failure: Failure, cause: unknown) {
    super(failure.kind, { cause });
    this.name = 'DeliveryFailure';
    this.failure = failure;
  }
}
