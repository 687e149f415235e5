import type { Logger } from 'pino';
import type { Meter } from '../../db/meter.ts';
import type { Db } from '../../db/open.ts';
import type { DialogueDeps } from '../dialogue/turn.ts';
import type { Messenger } from '../messengers/messenger.ts';

/** What fetching and sending work with. */
export type LineDeps = {
  db: Db;
  messenger: Messenger;
  log: Logger;
  /** Counts what is done, where somebody reads the counts. */
  meter?: Meter;
  /** Where several processes may be the bot: whether this one may still send. */
  maySend?: () => boolean;
  /** Called once when going on makes no sense: a bad token, or a second bot on the same one. */
  onFatal: (reason: 'unauthorised' | 'conflict') => void;
};

/** What the whole chain between a messenger and the dialogue works with. */
export type DeliveryDeps = LineDeps & Omit<DialogueDeps, 'fetchFile'>;

/** What answering works with: files come through the messenger of the chain. */
export type AnswerDeps = Pick<LineDeps, 'log' | 'meter'> & DialogueDeps;
