import { PREFERENCES, reminderHour } from '../../db/rules/preferences.ts';
import type { Button } from '../dialogue/reply.ts';
import {
  languagePress,
  noticesPress,
  quietPress,
  reminderPress,
} from '../dialogue/settings-presses.ts';
import type { Screen } from '../dialogue/turn.ts';
import type { Texts } from '../texts/ru.ts';
import { bold, escapeHtml } from './html.ts';
import { rowsOf } from './rows.ts';

export type Settings = {
  language: 'ru' | 'en';
  /** A teacher's choice (null leaves it to the school) and the school's hour; null for others. */
  reminder: { chosen: string | null; ofSchool: number } | null;
  /** Has children to hear of. */
  notices: boolean;
};

const HOURS_A_ROW = 3;

/** What one may switch for oneself. */
export function settingsScreen({ language, reminder, notices }: Settings, texts: Texts): Screen {
  const { settings } = texts;
  const lines = [settings.language(settings.languages[language])];
  const buttons: Button[][] = [
    (['ru', 'en'] as const).map((one) => ({
      text: marked(settings.languages[one], one === language, texts),
      press: languagePress(one),
    })),
  ];
  if (reminder) {
    const hour = reminderHour(reminder.chosen, reminder.ofSchool);
    const when = hour === null ? settings.off : settings.at(hour);
    lines.push('', settings.reminder(when), settings.reminderHint);
    buttons.push(...hourButtons(hour, texts));
  }
  if (notices) {
    buttons.push([
      { text: texts.notices.open, press: noticesPress(null) },
      { text: texts.notices.quietButton, press: quietPress() },
    ]);
  }
  return { text: [bold(settings.title), '', ...lines.map(escapeHtml)].join('\n'), buttons };
}

function hourButtons(chosen: number | null, texts: Texts): Button[][] {
  const { settings } = texts;
  const buttons = PREFERENCES['reminder.hour'].map((value) => {
    const label = value === 'off' ? settings.turnOff : settings.at(Number(value));
    const now = value === 'off' ? chosen === null : Number(value) === chosen;
    return { text: marked(label, now, texts), press: reminderPress(value) };
  });
  return rowsOf(buttons, HOURS_A_ROW);
}

/** The label of a choice, ticked if it is the one that holds. */
export function marked(label: string, chosen: boolean, { settings }: Texts): string {
  return chosen ? settings.chosen(label) : label;
}
