import { fullStop } from '../full-stop.ts';
import type { Texts } from '../ru.ts';
import { school } from './school.ts';

export const classCard: Texts['classCard'] = {
  choose: 'Which class?',
  nobody: 'You lead no class. A class card is for its class teacher and the administration.',
  noClass: (name) => `There is no class “${name}”. Write, for example: /class 7А`,
  tabs: { today: 'Today', list: 'List', signals: 'Signals', moves: 'Movement' },
  earlier: '‹',
  later: '›',

  todayTitle: (className, date) => `${className}: today, ${date}`,
  notCalled: 'No roll was called today yet.',
  called: (numbers) => `Roll called at lessons: ${numbers}`,
  absentNow: (number, subject, count) => `Missing at lesson ${number} (${subject}): ${count}`,
  allPresent: (number, subject) => `At lesson ${number} (${subject}) everybody is present.`,
  otherwise: 'Late, or missing earlier',
  pupilLine: (name, reasons, lessons) => `${name}: ${reasons} (${lessons})`,
  lessonCode: (number, letter) => `${number} ${letter}`,

  listTitle: (className, count) => `${className}: ${school.pupilCount(count)}`,
  emptyClass: 'There are no pupils in the class yet.',
  listHint: 'A button with a number opens that pupil’s card.',
  parentLine: (name, phone, linked) =>
    `${linked ? '✓' : '–'} ${name}${phone === null ? '' : `, ${phone}`}`,
  noParents: '– no parents on the list',
  listLegend: '✓ reads the diary',

  signalsTitle: (className) => `${className}: signals`,
  signalsHint: 'A pupil is compared with nobody but themself.',
  noSignals: 'No signals.',
  holidays: 'It is holidays or days off: no signals.',
  termStart: (date) => `The term has just begun: signals come from ${date}.`,
  drop: (subject, before, now) => `${subject}: mean ${before} → ${now}`,
  row: (subject, values, mean) => `${subject}: ${values} in a row, the mean is ${mean}`,
  absences: (lessons, days) =>
    `Missed: ${lessons} ${lessons === 1 ? 'lesson' : 'lessons'} on ${days} ${days === 1 ? 'day' : 'days'}`,
  more: (count) => `And ${count} more`,

  movesTitle: (className) => `${className}: movement this year`,
  noMoves: 'Nobody has come or left since the year began.',
  moveLine: (way, name, day, other, order) => {
    const direction = way === 'in' ? 'from' : 'to';
    const from = other === null ? '' : ` ${direction} ${other}`;
    const by = order === null ? 'no order given' : `order ${order}`;
    return `${way === 'in' ? '+' : '−'} ${day} ${name}${from}, ${by}`;
  },
  movesHint: '+ came, − left. A move or a departure is recorded on the pupil’s card.',
  arrival: 'Record an arrival',

  pupilTitle: (name, className) => `${name}, ${className}`,
  inClassSince: (date) => `In the class since ${date}`,
  means: (term) => `Means, ${term}`,
  meanLine: (subject, mean, count) => `${subject}: ${mean} (${school.markCount(count)})`,
  noMarks: 'No marks.',
  missed: (parts) => `Missed lessons: ${parts}`,
  noMissed: 'No missed lessons.',
  parents: 'Parents',
  access: 'Codes and chats of the family',
  move: 'Move',
  leave: 'Departure',

  whereTo: (name, className) => `${name}, ${className}. To which class?`,
  askOrder:
    'Write the number and date of the order, for example: 15 от 01.12.2026. If the day differs, add it: 15 от 01.12.2026 с 03.12.2026.',
  askMove: (name, from, to) => `Move: ${name}, ${from} → ${to}.`,
  askLeave: (name, className) =>
    `Departure from the school: ${name}, ${className}. Its day is the last one in the class.`,
  askArrival: (className) =>
    `Arrival in ${className}. Write the full name and the number and date of the order on one line, for example: Иванов Пётр Олегович, 15 от 01.12.2026.`,
  orderUnread:
    'The order was not understood, nothing is written. Write, for example: 15 от 01.12.2026',
  nameUnread:
    'The name was not understood, nothing is written. Write, for example: Иванов Пётр Олегович, 15 от 01.12.2026',
  order: (number, date) => `${number} of ${date}`,
  confirmMove: (name, from, to, day, order) =>
    `Move: ${name}, ${from} → ${to}.\nFirst day in ${to}: ${day}.\nOrder ${order}.\nWhat the journal of ${from} holds stays.`,
  confirmLeave: (name, className, day, order) =>
    `Departure: ${name}, ${className}.\nLast day in the class: ${day}.\nOrder ${order}.\nWhat the journal holds stays.`,
  confirmArrival: (name, className, day, order) =>
    `Arrival: ${name}, ${className}.\nFirst day in the class: ${day}.\nOrder ${order}.`,
  yes: 'Record',
  yesNew: 'Record: a new pupil',
  yesFormer: (name, className, date) => `Back again: ${name}, ${className} until ${date}`,
  no: 'Don’t record',
  notWritten: 'Nothing is written.',
  written: 'Recorded.',
  came: (name, className, day, order) =>
    `${fullStop(`Moved to your class ${className} from ${day}: ${name}`)} Order ${order}.`,
};
