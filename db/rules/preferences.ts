/** What a person may choose for themselves, with the values there are. Kept as text. */
export const PREFERENCES = {
  /** The school's hour at which a teacher is reminded of unfilled lessons; absent is the school's. */
  'reminder.hour': ['off', '17', '18', '19', '20', '21'],
  /** The school's hours, from the evening to the morning, in which a parent hears of nothing. */
  'quiet.hours': ['21-7', '20-7', '22-7', '22-8', '23-8', 'off'],
} as const satisfies Record<string, readonly string[]>;

export type PreferenceKey = keyof typeof PREFERENCES;

/** The chosen value, or null for what is absent or is no longer to choose. */
export function preferenceFrom(key: PreferenceKey, stored: string | null): string | null {
  return PREFERENCES[key].find((value) => value === stored) ?? null;
}

/** The hour at which a teacher is reminded, or null for never. */
export function reminderHour(stored: string | null, ofSchool: number): number | null {
  const chosen = preferenceFrom('reminder.hour', stored);
  if (chosen === 'off') {
    return null;
  }
  return chosen === null ? ofSchool : Number(chosen);
}
