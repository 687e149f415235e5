import { charactersAtMost, plural } from '../plural.ts';

/** The working tools of a lesson's screen. Plain text. */
export const lesson = {
  // The tools
  callRoll: 'Перекличка',
  everybody: 'Всем…',
  whomToAsk: 'Кого спросить',
  kindChosen: (kind: string) => `Вид: ${kind}`,
  weighed: (kind: string, weight: string) => `${kind} ×${weight}`,
  done: 'Готово',

  // How many marks there are
  supply: (about: { mean: string; minimum: number; enough: number; pupils: number; bar: string }) =>
    `Отметок: ${about.mean} на ученика, минимум ${about.minimum} есть у ${about.enough} из ${about.pupils} ${about.bar}`,

  // The kind of work
  chooseKind: 'За какой вид работы ставить отметки? Рядом с видом — его вес в средней.',

  // The roll call
  rollHint: 'Нажмите на тех, кого нет. Каждое нажатие: н → б → у → о → пусто.',

  // All but …
  giveAllQuestion: 'Что поставить всем? Снимите галочку с тех, кому не ставить.',
  awayGetNothing: (names: string) => `Нет на уроке: ${names}`,
  giveAll: (value: string, count: number) =>
    `Поставить ${value} — ${count} ${plural(count, 'ученику', 'ученикам', 'ученикам')}`,

  // Whom to ask
  whomTitle: 'Кого спросить:',
  fewMarks: (name: string, count: number) =>
    count === 0
      ? `${name} — отметок за период нет`
      : `${name} — ${count} ${plural(count, 'отметка', 'отметки', 'отметок')} за период`,
  longAgo: (name: string, count: number) =>
    `${name} — не спрашивали ${count} ${plural(count, 'урок', 'урока', 'уроков')}`,
  allAsked: 'Всех, кто на уроке, спрашивали недавно.',

  // Proposals
  planLine: (number: number, topic: string, homework: string | null) =>
    homework === null
      ? `По плану № ${number}: ${topic}`
      : `По плану № ${number}: ${topic}. Задание: ${homework}`,
  acceptPlan: (topic: string) => `✓ Принять: ${topic}`,
  asIn: (className: string) => `Как в ${className}`,

  // A comment
  comment: 'Комментарий',
  removeComment: 'Убрать комментарий',
  commentStands: (comment: string) => `Комментарий: ${comment}`,
  writeComment: (value: string, limit: number) =>
    `Напишите комментарий к отметке «${value}» одним сообщением, не длиннее ${charactersAtMost(limit)}. Его увидят родители.`,
  badComment: (name: string, limit: number) =>
    `${name}: комментарий пишут к отметке, не длиннее ${charactersAtMost(limit)}.`,

  // Homework
  homeworkFor: (date: string, homework: string) => `Задание на ${date}: ${homework}`,
  files: (count: number) => `📎 ${count}`,
  filesToo: (limit: number) => `Фото и файлы тоже можно прислать, не больше ${limit}.`,
  dueNext: 'к следующему',
  dueOn: (weekday: string, date: string) => `на ${weekday} ${date}`,
  removeFile: (name: string) => `✕ ${name}`,
  fileKept: (count: number, limit: number) => `Файл приложен к заданию (${count} из ${limit}).`,
  afterFile: 'Пришлите ещё, напишите задание текстом или нажмите «Готово».',
  seeFile: 'См. прикреплённый файл',
  undoneFiles: (count: number) => `${count} ${plural(count, 'файл', 'файла', 'файлов')}`,
  photoName: 'фото.jpg',
  howToAttach:
    'Чтобы приложить файл к заданию, нажмите «Задание» в уроке и пришлите фото или документ. Или подпишите файл «дз», когда урок открыт.',
  wrongFile: 'К заданию можно приложить фото или документ. Ничего не сохранено.',

  // A correction
  corrected: (name: string, value: string, was: string) => `${name}: ${value} вместо ${was}`,
  cleared: (name: string, was: string) => `${name}: «${was}» убрано`,
  correctedTitle: 'Исправлено:',
  nothingToCorrect: (name: string, was: string) =>
    `${name}: «${was}» за этот урок не стоит. Ничего не изменено.`,
  severalToCorrect: (name: string, was: string) =>
    `${name}: «${was}» за этот урок стоит несколько раз. Исправьте нужную отметку в уроке. Ничего не изменено.`,
  correctionAlone: 'Исправление отправьте отдельным сообщением, например: Иванов не 5 а 4',
  didYouMean: (written: string) => `«${written}»: кого Вы имели в виду?`,
};
