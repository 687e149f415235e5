import type { Texts } from '../ru.ts';

export const settings: Texts['settings'] = {
  title: 'Settings',
  language: (name) => `Language: ${name}`,
  languages: { ru: 'Русский', en: 'English' },
  reminder: (when) => `Reminder of unfilled lessons: ${when}`,
  reminderHint: 'Comes on the evening of a school day if something is not filled in.',
  at: (hour) => `${hour}:00`,
  off: 'off',
  turnOff: 'Turn off',
  chosen: (label) => `✓ ${label}`,

  unfilled: (count) => `Not filled in: ${count} ${count === 1 ? 'lesson' : 'lessons'}`,
  lacks: (day, lesson, what) => `${day}, ${lesson}: ${what}`,
  noTopic: 'no topic',
  noRoll: 'no roll',
  more: (count) => `And ${count} more. All lessons: /lesson`,
  whereToSet: 'The hour of the reminder: /settings',
};
