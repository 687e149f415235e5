import { press } from './press.ts';

export const languagePress = (language: 'ru' | 'en') => press('lang1', language);

/** The hour of the evening reminder as a preference has it. */
export const reminderPress = (hour: string) => press('rem1', hour);
