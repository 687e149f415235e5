import { charactersAtMost } from '../plural.ts';

export const common = {
  unknownCommand: (name: string) => `Команды /${name} нет. Список команд: /help`,
  notUnderstood: 'Сообщение не распознано, ничего не записано. Список команд: /help',
  notYourCommand: 'Эта команда не для Вашей роли. Доступные команды: /help',
  filesNotRead:
    'Фото, стикеры и файлы журнал здесь не принимает. Напишите текстом или выберите команду: /help',
  textTooLong: (limit: number) =>
    `Сообщение слишком длинное, ничего не записано. Отправьте не больше ${charactersAtMost(limit)}.`,
  buttonOutdated: 'Кнопка устарела. Откройте экран заново командой из меню.',
  internalError: 'Не получилось, ничего не сохранено. Повторите, пожалуйста, через минуту.',
  nothingToCancel: 'Сейчас нечего прерывать.',
  cancelled: 'Ввод прерван, ничего не записано.',
  back: '‹ Назад',
};
