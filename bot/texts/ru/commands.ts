/** One line per command, for /help and the messenger's menu (at most 256 characters). */
export const commands = {
  lesson: 'уроки на сегодня',
  mark: 'отметки одним сообщением',
  absent: 'отсутствующие одним сообщением',
  topic: 'тема урока',
  homework: 'домашнее задание',
  undo: 'отменить последнее действие',
  diary: 'дневник на день и неделю',
  marks: 'отметки и средние по предметам',
  write: 'переписка: родители и классный руководитель',
  behaviour: 'похвала и замечания',
  excuse: 'причина отсутствия',
  invite: 'коды доступа',
  me: 'кто я в журнале',
  help: 'что умеет журнал',
  cancel: 'прервать ввод',
  start: 'начать, ввести код',
};
