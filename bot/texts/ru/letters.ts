import { fullStop } from '../full-stop.ts';
import { plural } from '../plural.ts';

const toFamilies = (count: number) => `${count} ${plural(count, 'семье', 'семьям', 'семьям')}`;
const hour = (value: number) => `${value}:00`;

/** Correspondence of the class teacher with families. Plain text. */
export const letters = {
  // Whom to write to
  choose: 'Кому написать?',
  toClass: (className: string) => `Родителям ${className}`,
  toTeacherOf: (child: string) => `Классному руководителю: ${child}`,
  classTitle: (className: string) => `${className}: сообщение родителям`,
  classHint: 'Отметьте семьи, затем напишите текст одним сообщением или отправьте фото.',
  classHintDraft: 'Текст готов. Отметьте, кому его отправить.',
  chosenCount: (count: number) =>
    `Выбрано: ${count} ${plural(count, 'семья', 'семьи', 'семей')}. Теперь напишите текст или отправьте фото.`,
  legend: '✓ выбрано · × родитель не подключён',
  signs: { chosen: '✓', unreachable: '×', unread: '●' },
  all: 'Все',
  nobody: 'Снять отметки',
  look: 'Посмотреть и отправить',
  threads: 'Переписка',
  sentLetters: 'Отправленные',
  hours: 'Часы приёма',
  toClassScreen: '‹ К классу',

  // The draft
  draftTo: (className: string, count: number) => `${className}: отправить ${toFamilies(count)}?`,
  photo: '[фото]',
  send: (count: number) => `Отправить ${toFamilies(count)}`,
  changeFamilies: 'Изменить получателей',
  drop: 'Не отправлять',
  dropped: 'Ничего не отправлено.',
  draftGone: 'Это сообщение уже отправлено или заменено другим.',
  photosOnly: 'Здесь принимаются текст и фото. Это не отправлено: сделайте фото или снимок экрана.',

  // Sent
  sentTo: (count: number) => `Отправлено ${toFamilies(count)}.`,
  sentNowhere: 'Не отправлено никому.',
  unreached: (count: number) => `Нельзя написать ${toFamilies(count)}.`,
  noParent: (names: string) => `Родитель не подключён: ${names}`,
  noConsent: (names: string) => `Нет согласия родителя: ${names}`,
  inviteHint: 'Коды для родителей: /invite',
  whoRead: 'Кто прочитал',

  // Who has read
  sentAt: (date: string, time: string) => `${date}, ${time}`,
  deliveredCount: (count: number, of: number) => `Доставлено: ${count} из ${of}`,
  readCount: (count: number, of: number) => `Прочитали: ${count} из ${of}`,
  notRead: (names: string) => `Не прочитали: ${names}`,
  refresh: 'Обновить',
  lettersTitle: (className: string) => `${className}: отправленные`,
  noLetters: 'Отправленных сообщений пока нет.',
  letterLine: (date: string, text: string, read: number, of: number) =>
    `${date} ${text} (прочитали ${read} из ${of})`,
  toLetters: '‹ Отправленные',

  // A thread
  threadsTitle: (className: string) => `${className}: переписка`,
  threadsLegend: '● есть непрочитанное',
  noThreads: 'Переписки пока нет.',
  threadTitle: (child: string, className: string) => `Переписка: ${child}, ${className}`,
  noMessages: 'Сообщений пока нет.',
  me: 'Вы',
  classTeacher: 'Классный руководитель',
  parent: 'Родитель',
  said: (date: string, time: string, who: string) => `${date} ${time}, ${who}`,
  wasRead: '✓ прочитано',
  earlier: '‹ Раньше',
  newest: 'К последним ›',
  write: 'Написать',
  showPhoto: (date: string) => `Фото ${date}`,
  toThreads: '‹ Переписка',

  // Writing one message
  askParent: (className: string) =>
    `Напишите сообщение классному руководителю ${className} или отправьте одно фото.`,
  askTeacher: (child: string) =>
    `${fullStop(`Ответ семье: ${child}`)} Напишите текст или отправьте одно фото.`,
  whoSees: 'Переписку видят подключённые родители ребёнка и классный руководитель, больше никто.',
  hoursAre: (from: number, to: number) =>
    `Часы приёма: с ${hour(from)} до ${hour(to)} в учебные дни.`,
  outsideHours: 'Сейчас другое время: сообщение придёт без звука.',
  howToWrite: 'Написать классному руководителю: /write',
  dontWrite: 'Не писать',
  sentToTeacher: 'Отправлено классному руководителю.',
  sentSilently: 'Отправлено классному руководителю без звука: сейчас не часы приёма.',
  teacherNotLinked:
    'Сообщение сохранено. Классный руководитель ещё не подключил чат и прочитает его позже.',
  sentToFamily: (child: string) => fullStop(`Отправлено: семья, ${child}`),
  writeMore: 'Написать ещё',

  // What arrives
  fromTeacher: (className: string) => `Классный руководитель ${className}`,
  fromFamily: (child: string, className: string) => `${child}, ${className}`,
  writes: (who: string) => `Пишет: ${who}`,
  reply: 'Ответить',
  read: 'Прочитано',

  // Office hours
  hoursTitle: (className: string) => `${className}: часы приёма сообщений`,
  hoursSet: (from: number, to: number) => `С ${hour(from)} до ${hour(to)} в учебные дни.`,
  hoursMean: 'В другое время сообщения родителей приходят сразу, но без звука.',
  beginEarlier: 'Начало −1 ч',
  beginLater: 'Начало +1 ч',
  endEarlier: 'Конец −1 ч',
  endLater: 'Конец +1 ч',
};
