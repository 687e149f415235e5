import { plural } from '../plural.ts';

/** The one-time link into the panel. Plain text. */
export const panel = {
  title: 'Вход в панель',
  how: (minutes: number) =>
    `Откройте ссылку в браузере и введите код из следующего сообщения. Она действует ${minutes} ${plural(minutes, 'минуту', 'минуты', 'минут')} и срабатывает один раз.`,
  code: 'Код:',
  keep: 'Никому его не сообщайте: по нему войдут от Вашего имени.',
};
