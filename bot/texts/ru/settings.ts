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
  turnOff: 'Выкл.',
  chosen: (label: string) => `✓ ${label}`,

  // The reminder
  unfilled: (count: number) => `Не заполнено: ${count} ${plural(count, 'урок', 'урока', 'уроков')}`,
  noTopic: (count: number) => `Нет темы: ${count}`,
  noRoll: (count: number) => `Нет переклички: ${count}`,
  more: (shown: number) =>
    `Ниже ${shown} ${plural(shown, 'последний', 'последних', 'последних')}, все уроки: /lesson`,
  whereToSet: 'Час напоминания: /settings',
};
