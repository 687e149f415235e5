import type { By } from '../../db/actions/by.ts';
import { LANES, queueMessages } from '../../db/actions/queue-messages.ts';
import { setLanguage } from '../../db/actions/set-language.ts';
import { setPreference } from '../../db/actions/set-preference.ts';
import type { Tx } from '../../db/open.ts';
import { readChatLinks } from '../../db/reports/chat-links.ts';
import { readPreference } from '../../db/reports/preferences.ts';
import { readSettings } from '../../db/reports/settings.ts';
import { preferenceFrom } from '../../db/rules/preferences.ts';
import { settingsScreen } from '../views/settings.ts';
import { actorOf } from './actor.ts';
import { menuFor } from './commands.ts';
import { noticeSettingsPresses } from './notice-settings.ts';
import type { PressTable } from './press.ts';
import type { Reply } from './reply.ts';
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
        // The messenger's own menu of commands speaks it too, in each chat of the person.
        const menu = { menu: menuFor(by.actor.roles, turn.allTexts[language]) };
        await sendToOtherChats(turn, tx, by, menu);
        return { replies: [...replies, menu] };
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

async function sendToOtherChats({ db, event }: Turn, tx: Tx, by: By, menu: Reply): Promise<void> {
  const chats = await readChatLinks(db, by.actor.personId, tx);
  const others = chats.filter(
    ({ address, state }) => state === 'active' && address !== event.chat.address,
  );
  await queueMessages(
    tx,
    others.map(({ address }) => ({
      dedupeKey: `menu:${by.operation}:${address}`,
      chat: address,
      lane: LANES.notice,
      payload: menu,
    })),
  );
}

function languageOf({ caller, config }: Turn): 'ru' | 'en' {
  return caller?.language ?? config.language;
}
