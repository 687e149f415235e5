import type { Meter } from '../../db/meter.ts';
import type { Db } from '../../db/open.ts';

export type OpsDeps = {
  db: Db;
  meter: Meter;
  /** What a scraper must show; without one, only this machine may read the metrics. */
  token: string | null;
  /** A folder on the disk of the database; null if the database is a server of its own. */
  folder: string | null;
  /** Backups are made here, so that their absence is an alarm. */
  backups: boolean;
  /** Whether this process is the bot now, so that the messenger's silence is an alarm. */
  bot: () => boolean;
  /** False from the moment the process was told to stop. */
  serving: () => boolean;
};
