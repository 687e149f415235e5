import { setLanguage } from '../../db/actions/set-language.ts';
import { setPreference } from '../../db/actions/set-preference.ts';
import type { Tx } from '../../db/open.ts';
import { readPreference } from '../../db/reports/preferences.ts';
import { readSettings } from '../../db/reports/settings.ts';
import { preferenceFrom } from '../../db/rules/preferences.ts';
import { settingsScreen } from '../views/settings.ts';
import { actorOf } from './actor.ts';
import { menuFor } from './commands.ts';
import { noticeSettingsPresses } from './notice-settings.ts';
import type { PressTable } from './press.ts';
import { type Answer, redraw, type Screen, say, type TextTurn, type Turn } from './turn.ts';

/**
 * /settings: the language, to a teacher the hour of the evening reminder, to a parent what they hear
 * of their children and when.
 */
export async function showSettings(turn: TextTurn): Promise<Answer> {
  return say(await readScreen(turn, languageOf(turn)));
}

export const settingsPresses: PressTable = {
  ...noticeSettingsPresses,
  settings1: async (turn) => redraw(turn, await readScreen(turn, languageOf(turn))),
  lang1: async (turn, [language]) => {
    if (language !== 'ru' && language !== 'en') {
      return { replies: [], toast: turn.texts.common.buttonOutdated };
    }
    return {
      write: async (tx, by) => {
        await setLanguage(tx, by, language);
        const { replies } = redraw(turn, await readScreen(turn, language, tx));
        // The messenger's own menu of commands speaks it too.
        const menu = menuFor(by.actor.roles, turn.allTexts[language]);
        return { replies: [...replies, { menu }] };
      },
    };
  },
  rem1: async (turn, [hour]) => {
    const value = preferenceFrom('reminder.hour', hour ?? null);
    if (value === null) {
      return { replies: [], toast: turn.texts.common.buttonOutdated };
    }
    return {
      write: async (tx, by) => {
        await setPreference(tx, by, { key: 'reminder.hour', value });
        return redraw(turn, await readScreen(turn, languageOf(turn), tx));
      },
    };
  },
};

async function readScreen(turn: Turn, language: 'ru' | 'en', tx?: Tx): Promise<Screen> {
  const { db, allTexts } = turn;
  const { personId, roles, childIds } = actorOf(turn);
  const notices = childIds.length > 0;
  if (!roles.includes('teacher')) {
    return settingsScreen({ language, reminder: null, notices }, allTexts[language]);
  }
  const chosen = await readPreference(db, personId, 'reminder.hour', tx);
  const { 'reminder.hour': ofSchool } = await readSettings(db, tx);
  const reminder = { chosen, ofSchool };
  return settingsScreen({ language, reminder, notices }, allTexts[language]);
}

function languageOf({ caller, config }: Turn): 'ru' | 'en' {
  return caller?.language ?? config.language;
}
