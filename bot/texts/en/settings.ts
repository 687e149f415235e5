import type { Texts } from '../ru.ts';

export const settings: Texts['settings'] = {
  title: 'Settings',
  language: (name) => `Language: ${name}`,
  languages: { ru: 'Русский', en: 'English' },
  reminder: (when) => `Reminder of unfilled lessons: ${when}`,
  reminderHint: 'Comes on the evening of a school day if something is not filled in.',
  at: (hour) => `${hour}:00`,
  off: 'off',
  turnOff: 'Off',
  chosen: (label) => `✓ ${label}`,

  unfilled: (count) => `Not filled in: ${count} ${count === 1 ? 'lesson' : 'lessons'}`,
  noTopic: (count) => `No topic: ${count}`,
  noRoll: (count) => `No roll: ${count}`,
  more: (shown) => `The last ${shown} are below, all lessons: /lesson`,
  whereToSet: 'The hour of the reminder: /settings',
};
