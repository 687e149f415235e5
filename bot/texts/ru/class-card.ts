import { fullStop } from '../full-stop.ts';
import { plural } from '../plural.ts';
import { school } from './school.ts';

/** The class teacher's card of a class, its pupils and their movement. Plain text. */
export const classCard = {
  choose: 'Какой класс открыть?',
  nobody: 'У Вас нет класса. Карточку класса видят классный руководитель и администрация.',
  noClass: (name: string) => `Класса «${name}» нет. Напишите, например: /class 7А`,
  tabs: { today: 'Сегодня', list: 'Список', signals: 'Сигналы', moves: 'Движение' },
  earlier: '‹',
  later: '›',

  // Today
  todayTitle: (className: string, date: string) => `${className}: сегодня, ${date}`,
  notCalled: 'Перекличек сегодня ещё не было.',
  called: (numbers: string) => `Перекличка на уроках: ${numbers}`,
  absentNow: (number: number, subject: string, count: number) =>
    `Нет на уроке ${number} (${subject}): ${count}`,
  allPresent: (number: number, subject: string) => `На уроке ${number} (${subject}) все на месте.`,
  otherwise: 'Опоздали или не были раньше',
  pupilLine: (name: string, reasons: string, lessons: string) => `${name}: ${reasons} (${lessons})`,
  lessonCode: (number: number, letter: string) => `${number} ${letter}`,

  // The list
  listTitle: (className: string, count: number) => `${className}: ${school.pupilCount(count)}`,
  emptyClass: 'В классе пока нет учеников.',
  listHint: 'Кнопка с номером открывает карточку ученика.',
  parentLine: (name: string, phone: string | null, linked: boolean) =>
    `${linked ? '✓' : '–'} ${name}${phone === null ? '' : `, ${phone}`}`,
  noParents: '– родители не указаны',
  listLegend: '✓ подключён к дневнику',

  // Signals
  signalsTitle: (className: string) => `${className}: сигналы`,
  signalsHint: 'Ученик сравнивается только с самим собой.',
  noSignals: 'Сигналов нет.',
  holidays: 'Сейчас каникулы или выходные дни, сигналов нет.',
  termStart: (date: string) => `Начало учебного периода: сигналы появятся с ${date}.`,
  drop: (subject: string, before: string, now: string) => `${subject}: средняя ${before} → ${now}`,
  row: (subject: string, values: string, mean: string) =>
    `${subject}: подряд ${values} при средней ${mean}`,
  absences: (lessons: number, days: number) =>
    `Пропущено: ${lessons} ${plural(lessons, 'урок', 'урока', 'уроков')} за ${days} ${plural(days, 'день', 'дня', 'дней')}`,
  more: (count: number) => `И ещё: ${count}`,

  // Movement
  movesTitle: (className: string) => `${className}: движение за год`,
  noMoves: 'С начала года никто не прибыл и не выбыл.',
  moveLine: (
    way: 'in' | 'out',
    name: string,
    day: string,
    other: string | null,
    order: string | null,
  ) => {
    const direction = way === 'in' ? 'из' : 'в';
    const from = other === null ? '' : ` ${direction} ${other}`;
    const by = order === null ? 'приказ не указан' : `приказ ${order}`;
    return `${way === 'in' ? '+' : '−'} ${day} ${name}${from}, ${by}`;
  },
  movesHint: '+ прибыл, − выбыл. Перевод и выбытие записываются в карточке ученика.',
  arrival: 'Записать прибытие',

  // A pupil
  pupilTitle: (name: string, className: string) => `${name}, ${className}`,
  inClassSince: (date: string) => `В классе с ${date}`,
  means: (term: string) => `Средние, ${term}`,
  meanLine: (subject: string, mean: string, count: number) =>
    `${subject}: ${mean} (${school.markCount(count)})`,
  noMarks: 'Отметок нет.',
  missed: (parts: string) => `Пропуски уроков: ${parts}`,
  noMissed: 'Пропусков нет.',
  parents: 'Родители',
  access: 'Коды и чаты семьи',
  move: 'Перевести',
  leave: 'Выбытие',

  // Recording a movement
  whereTo: (name: string, className: string) => `${name}, ${className}. В какой класс перевести?`,
  askOrder:
    'Напишите номер и дату приказа, например: 15 от 01.12.2026. Если день другой, допишите его: 15 от 01.12.2026 с 03.12.2026.',
  askMove: (name: string, from: string, to: string) => `Перевод: ${name}, ${from} → ${to}.`,
  askLeave: (name: string, className: string) =>
    `Выбытие из школы: ${name}, ${className}. Днём выбытия считается последний день в классе.`,
  askArrival: (className: string) =>
    `Прибытие в ${className}. Напишите одной строкой фамилию, имя, отчество, номер и дату приказа, например: Иванов Пётр Олегович, 15 от 01.12.2026.`,
  orderUnread:
    'Номер и дата приказа не распознаны, ничего не записано. Напишите, например: 15 от 01.12.2026',
  nameUnread:
    'Фамилия и имя не распознаны, ничего не записано. Напишите, например: Иванов Пётр Олегович, 15 от 01.12.2026',
  order: (number: string, date: string) => `${number} от ${date}`,
  confirmMove: (name: string, from: string, to: string, day: string, order: string) =>
    `Перевод: ${name}, ${from} → ${to}.\nПервый день в ${to}: ${day}.\nПриказ ${order}.\nЗаписи в журнале ${from} сохранятся.`,
  confirmLeave: (name: string, className: string, day: string, order: string) =>
    `Выбытие: ${name}, ${className}.\nПоследний день в классе: ${day}.\nПриказ ${order}.\nЗаписи в журнале сохранятся.`,
  confirmArrival: (name: string, className: string, day: string, order: string) =>
    `Прибытие: ${name}, ${className}.\nПервый день в классе: ${day}.\nПриказ ${order}.`,
  yes: 'Записать',
  yesNew: 'Записать: новый ученик',
  yesFormer: (name: string, className: string, date: string) =>
    `Вернулся: ${name}, ${className} до ${date}`,
  no: 'Не записывать',
  notWritten: 'Ничего не записано.',
  written: 'Записано.',
  came: (name: string, className: string, day: string, order: string) =>
    `${fullStop(`В Ваш класс ${className} с ${day} переведён ученик: ${name}`)} Приказ ${order}.`,
};
