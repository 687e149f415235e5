import type { Logger } from 'pino';
import type { Texts } from '../bot/texts/ru.ts';
import type { Db } from '../db/open.ts';
import type { Settings } from '../db/rules/settings.ts';
import type { DailyAt, MonthlyAt } from './slots.ts';

export type JobDeps = {
  db: Db;
  log: Logger;
  texts: Record<'ru' | 'en', Texts>;
  config: { language: 'ru' | 'en'; names: 'full' | 'short' | 'none' };
};

/**
 * Work that is due at a time. `run` gets the slot's school day and must be harmless to repeat: a
 * crash in the middle runs it again.
 */
export type Job = {
  name: string;
  due: (settings: Settings) => DailyAt | MonthlyAt;
  /** A slot missed by more than this is not caught up, in hours. */
  catchUpHours: number;
  run: (deps: JobDeps, slot: { slot: string; day: string; at: Date }) => Promise<void>;
};
