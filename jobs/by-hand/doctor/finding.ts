import type { Texts } from '../../../bot/texts/ru.ts';
import type { BackupPlace } from '../../../db/backup/place.ts';
import type { Config } from '../../../db/config.ts';
import type { Clock } from '../../../db/open.ts';

/** One thing that was looked at. What is `broken` stops somebody's work, `advice` may one day. */
export type Finding = { is: 'good' | 'advice' | 'broken'; sentence: string };

/** What a messenger says of the token; `time` is its clock, null if it didn't say. */
export type MessengerFacts = {
  token: 'accepted' | 'refused' | 'silent';
  username: string;
  webhook: boolean;
  time: Date | null;
};

/** What is looked at: a set-up as it lies there, whether or not the journal runs. */
export type DoctorDeps = {
  config: Config;
  place: BackupPlace;
  texts: Texts;
  print: (line: string) => void;
  clock: Clock;
  /** Asks the messenger of the configured token; fetches nothing from it. */
  askMessenger: (token: string) => Promise<MessengerFacts>;
};

export const good = (sentence: string): Finding => ({ is: 'good', sentence });
export const advice = (sentence: string): Finding => ({ is: 'advice', sentence });
export const broken = (sentence: string): Finding => ({ is: 'broken', sentence });
