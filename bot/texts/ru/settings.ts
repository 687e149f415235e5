import { plural } from '../plural.ts';

/** /settings, and the evening reminder that is switched there. Plain text. */
export const settings = {
  title: 'Настройки',
  language: (name: string) => `Язык: ${name}`,
  languages: { ru: 'Русский', en: 'English' },
  reminder: (when: string) => `Напоминание о незаполненных уроках: ${when}`,
  reminderHint: 'Приходит вечером учебного дня, если что-то не заполнено.',
  at: (hour: number) => `${hour}:00`,
  off: 'выключено',
  turnOff: 'Выключить',
  chosen: (label: string) => `✓ ${label}`,

  // The reminder
  unfilled: (count: number) => `Не заполнено: ${count} ${plural(count, 'урок', 'урока', 'уроков')}`,
  lacks: (day: string, lesson: string, what: string) => `${day}, ${lesson}: ${what}`,
  noTopic: 'нет темы',
  noRoll: 'нет переклички',
  more: (count: number) => `И ещё ${count}. Все уроки: /lesson`,
  whereToSet: 'Час напоминания: /settings',
};
