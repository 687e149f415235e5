import { reminderMessage } from '../bot/views/reminder.ts';
import { LANES, queueMessages } from '../db/actions/queue-messages.ts';
import { readReminders } from '../db/reports/unfilled-lessons.ts';
import { PREFERENCES } from '../db/rules/preferences.ts';
import type { Job } from './job.ts';

const CHOSEN_HOURS = PREFERENCES['reminder.hour'].filter((hour) => hour !== 'off').map(Number);

/**
 * On the evening of a school day, at the hour each teacher has chosen: the lessons they have left
 * unfilled, in one message. Who has filled in all hears nothing, and nobody hears it twice a day.
 */
export const eveningReminder: Job = {
  name: 'evening-reminder',
  due: (settings) => ({ hours: [...new Set([...CHOSEN_HOURS, settings['reminder.hour']])] }),
  // Nobody is to be reminded in the night.
  catchUpHours: 2,
  run: async ({ db, texts, config }, { slot, day }) => {
    const hour = Number(slot.slice(11, 13));
    const messages = (await readReminders(db, { day, hour })).flatMap((reminder) => {
      const { personId, language, addresses } = reminder;
      const message = reminderMessage(reminder, texts[language ?? config.language]);
      return addresses.map((chat) => ({
        dedupeKey: `reminder:${day}:${personId}:${chat}`,
        chat,
        lane: LANES.digest,
        payload: message,
      }));
    });
    await db.write((tx) => queueMessages(tx, messages));
  },
};
