import { fullStop } from '../full-stop.ts';

/** Chats that are linked to a person, and cutting them off. Plain text. */
export const links = {
  mine: 'Мои подключения',
  title: 'Мои подключения',
  thisChat: (date: string) => `Этот чат, с ${date}`,
  otherChat: (date: string, time: string) => `Другой чат, с ${date}, ${time}`,
  blocked: (line: string) => `${line} (бот заблокирован)`,
  onlyKnown: 'Если чат Вам незнаком или телефон потерян, отключите его.',
  staffChat: (date: string) => `чат с ${date}`,
  cut: (chat: string) => `Отключить: ${chat}`,
  askOwn: (chat: string) =>
    `Отключить? ${chat}. Дневник и сообщения в нём больше не откроются, вернуть доступ можно только новым кодом.`,
  askFamily: (name: string, date: string) =>
    `Отключить чат: ${name}, подключён ${date}? Дневник в нём больше не откроется, вернуть доступ можно только новым кодом.`,
  askStaff: (name: string, date: string) =>
    `Отключить чат: ${name}, подключён ${date}? Журнал в нём больше не откроется, вернуть доступ можно только новым кодом.`,
  yes: 'Да, отключить',
  no: '‹ Не отключать',
  done: 'Чат отключён.',
  gone: 'Этот чат отключён от журнала. Чтобы подключить его снова, нужен новый код.',
  familyTold: (child: string) =>
    `${fullStop(`Школа отключила от дневника один из чатов: ${child}`)} Если Вы об этом не просили, спросите классного руководителя.`,
};
