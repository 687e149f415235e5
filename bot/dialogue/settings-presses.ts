import type { NoticeMode, NoticeTopic } from '../../db/rules/notice-choice.ts';
import { idOf, press } from './press.ts';

const ALL = 'all';

export const languagePress = (language: 'ru' | 'en') => press('lang1', language);

/** The hour of the evening reminder as a preference has it. */
export const reminderPress = (hour: string) => press('rem1', hour);

/** Back to the settings themselves. */
export const settingsPress = () => press('settings1');

/** What a parent hears of a child, or of all their children by null. */
export const noticesPress = (pupilId: number | null) => press('notices1', pupilId ?? ALL);

/** One topic, with the ways to hear of it. */
export const topicPress = (pupilId: number | null, topic: NoticeTopic) =>
  press('topic1', pupilId ?? ALL, topic);

export const modePress = (pupilId: number | null, topic: NoticeTopic, mode: NoticeMode) =>
  press('mode1', pupilId ?? ALL, topic, mode);

/** The choice of quiet hours, and one of them as a preference has it. */
export const quietPress = () => press('quiet1');
export const setQuietPress = (hours: string) => press('setq1', hours);

/** Which child a payload names: null for all, 0 for what we never wrote. */
export function readWhose(arg: string | undefined): number | null {
  return arg === ALL ? null : idOf(arg);
}
