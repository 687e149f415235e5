import { CONTROL_SETTINGS } from './control/settings.ts';

/**
 * What a school may tune, with the practice most schools follow as the default. Kept as text in the
 * `setting` table; a key that is absent there has its default.
 */
export const DEFAULT_SETTINGS = {
  /** The lowest mark a teacher may give; «1» exists formally and is off by default. */
  'marks.lowest': 2,
  /** Marks a pupil needs in a term to be attested, and in a short one: of fewer lessons than that. */
  'marks.minimum': 5,
  'marks.minimum_short': 3,
  'marks.short_term': 15,
  'weight.answer': 1,
  'weight.homework': 1,
  'weight.independent': 1.5,
  'weight.practical': 1.5,
  'weight.test': 2,
  'weight.project': 2,
  /** Days from a lesson on in which what was written there is corrected without a reason. */
  'correction.days': 7,
  /** Seconds a notice of a mark waits, so that a correction replaces or drops it. */
  'notice.delay': 300,
  /** Seconds an urgent notice (absence, a «2») waits. */
  'notice.urgent_delay': 0,
  /** Hour of the evening digest, school time. */
  'digest.hour': 19,
  /** Day of the weekly summary, 1 is Monday, and its hour, school time. */
  'weekly.day': 5,
  'weekly.hour': 19,
  /** Hour of a teacher's evening reminder who has chosen none, school time. */
  'reminder.hour': 18,
  /** Days a code on a printed sheet stays valid. */
  'invite.days': 14,
  /** The lowest means that round to a 3, a 4 and a 5 at the end of a term; a subject may differ. */
  'term.threshold.3': 2.5,
  'term.threshold.4': 3.5,
  'term.threshold.5': 4.5,
  /** A mean nearer to a threshold than this isn't accepted with the sure ones. */
  'term.margin': 0.1,
  /** Marks a term mark needs, and how many where the course had fewer lessons than `few_lessons`. */
  'term.min_marks': 5,
  'term.min_marks_few': 3,
  'term.few_lessons': 15,
  /** Per cent of lessons missed above which н/а is to be thought of: two thirds. */
  'term.absent_percent': 66.67,
  /** What a term mark is worth in the СОУ (Симонов), in per cent. */
  'sou.5': 100,
  'sou.4': 64,
  'sou.3': 36,
  'sou.2': 16,
  'sou.na': 7,
  /** Warnings to the class teacher: what is new is of this many days. */
  'signal.days': 14,
  /** How far a mean falls within them, on how many older and newer marks. */
  'signal.drop': 0.7,
  'signal.older_marks': 4,
  'signal.newer_marks': 2,
  /** How many marks in a row below a pupil's own mean. */
  'signal.row': 3,
  /** How many lessons missed, and within how many days. */
  'signal.absences': 4,
  'signal.absence_days': 30,
  /** Days at the beginning of a term without any warning. */
  'signal.quiet_days': 14,
  ...CONTROL_SETTINGS,
} as const satisfies Record<string, number>;

export type SettingKey = keyof typeof DEFAULT_SETTINGS;
export type Settings = Record<SettingKey, number>;

/** Merges stored texts over the defaults; a stored value that is no number counts as absent. */
export function settingsFrom(rows: readonly { key: string; value: string }[]): Settings {
  const settings: Settings = { ...DEFAULT_SETTINGS };
  for (const { key, value } of rows) {
    if (isSettingKey(key) && value.trim() !== '' && Number.isFinite(Number(value))) {
      settings[key] = Number(value);
    }
  }
  return settings;
}

export function isSettingKey(key: string): key is SettingKey {
  return Object.hasOwn(DEFAULT_SETTINGS, key);
}
