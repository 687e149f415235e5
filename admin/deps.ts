import type { Logger } from 'pino';
import type { Clock, Db } from '../db/open.ts';

export type Language = 'ru' | 'en';

export type PanelDeps = {
  db: Db;
  clock: Clock;
  log: Logger;
  /** Signs session cookies; at least 32 characters. */
  secret: string;
  /** Encrypts the secrets of authenticators: 64 hex digits. */
  factorKey: string;
  /** Where browsers reach the panel: scheme, host and port, as https://journal.school.ru. */
  origin: string;
  /** The public origin is https. */
  secure: boolean;
  /** Of those who have chosen none. */
  language: Language;
  /** The data are a made-up school's, and the login page says so. */
  demo: boolean;
};
