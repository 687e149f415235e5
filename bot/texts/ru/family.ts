import { plural } from '../plural.ts';
import { term } from './term.ts';

const lessons = (count: number) => `${count} ${plural(count, 'урок', 'урока', 'уроков')}`;

/** A parent's screens of one child besides the diary. Plain text. */
export const family = {
  // Ways between them
  home: '‹ Обзор',
  diary: 'Дневник',
  marks: 'Отметки',
  homework: 'Задания',
  absences: 'Пропуски',
  term: 'Итоги',
  behaviour: 'Поведение',
  write: 'Написать',
  excuse: 'Объяснить пропуск',
  chart: 'График',
  toMarks: '‹ Отметки',

  // Any term of any year
  pastYears: 'Прошлые годы',
  pastHint: 'Выберите период.',
  /** «1-я четверть 2025/26» */
  termOfYear: (term: string, year: string) => `${term} ${year}`,
  yearLine: (year: string, classes: string) => `${year}: ${classes}`,
  /** «6А, 1-я четверть» */
  termOfClass: (className: string, term: string) => `${className}, ${term}`,

  // The overview
  noLessonsToday: 'Сегодня уроков нет.',
  dayOffToday: (name: string) => `Сегодня уроков нет: ${name}.`,
  now: (lesson: string) => `Идёт урок: ${lesson}`,
  next: (lesson: string) => `Дальше: ${lesson}`,
  first: (count: number, lesson: string) => `Сегодня ${lessons(count)}, первый: ${lesson}`,
  over: (count: number) => `Сегодня ${plural(count, 'был', 'было', 'было')} ${lessons(count)}.`,
  count: (count: number) => `Сегодня ${lessons(count)}.`,
  lesson: (number: number, subject: string) => `${number}. ${subject}`,
  until: (lesson: string, time: string) => `${lesson}, до ${time}`,
  from: (lesson: string, time: string) => `${lesson}, в ${time}`,
  todayMarks: (marks: string) => `Отметки сегодня: ${marks}`,
  todayAbsences: (absences: string) => `Сегодня: ${absences}`,
  dueOn: (weekday: string, date: string) => `Задано на ${weekday}, ${date}:`,
  nothingDue: (weekday: string, date: string) => `На ${weekday}, ${date}, ничего не задано.`,
  /** In the accusative: «на среду» */
  weekdays: ['понедельник', 'вторник', 'среду', 'четверг', 'пятницу', 'субботу', 'воскресенье'],
  moreDue: (count: number) => `и ещё ${count}`,
  dueLine: (subject: string, text: string) => `• ${subject}: ${text}`,
  lastMarks: 'Последние отметки:',
  lastMark: (date: string, subject: string, value: string, kind: string) =>
    `${date} ${subject}: ${value} (${kind})`,
  missedLately: (count: number, days: number) =>
    `Пропуски за две недели: ${lessons(count)}, ${days} ${plural(days, 'день', 'дня', 'дней')}.`,
  lateLately: (count: number) => `Опоздания за две недели: ${count}.`,
  unexplained: 'Есть пропуски без причины.',
  unread: (count: number) => `Непрочитанных сообщений: ${count}`,
  newNotes: (count: number) => `Новых записей о поведении: ${count}`,
  messages: (count: number) => `● Сообщения: ${count}`,

  // One subject
  subjectTitle: (subject: string, term: string) => `${subject}, ${term}`,
  trendSigns: { up: '↑', down: '↓', even: '' },
  trendLegend: '↑ ↓ — стала выше или ниже за две недели.',
  trend: {
    up: (was: string) => `↑ Две недели назад была ${was}.`,
    down: (was: string) => `↓ Две недели назад была ${was}.`,
    even: (was: string) => `— За две недели не изменилась: ${was}.`,
  },
  meanThen: (line: string, mean: string) => `${line} → ${mean}`,
  subjectLegend: 'После стрелки — средняя на тот день.',

  // The picture of a term
  pictureMeans: 'Средние по предметам',
  pictureWeeks: 'Средняя по неделям, все предметы',
  pictureCaption: (child: string, term: string) => `${child}. ${term}`,
  nothingToDraw: 'Отметок пока мало: рисовать нечего.',

  // Absences
  absencesTitle: (term: string) => `Пропуски: ${term}`,
  noneInTerm: 'Пропусков и опозданий в этом периоде нет.',
  wholeDay: (parts: string) => `весь день, ${parts}`,
  missedLesson: (number: number, subject: string, letter: string) =>
    `${number} ${subject} (${letter})`,
  dayLine: (day: string, what: string) => `${day}: ${what}`,
  explained: (answer: string) => `ответ: ${answer}`,
  totalTerm: (what: string) => `За период: ${what}`,
  totalYear: (what: string) => `За год: ${what}`,
  nothingMissed: 'пропусков нет',
  missed: (count: number, parts: string) =>
    `${plural(count, 'пропущен', 'пропущено', 'пропущено')} ${lessons(count)} (${parts})`,
  fullDays: (count: number) => `полных дней ${count}`,
  late: (count: number) => `опозданий ${count}`,
  explain: (day: string) => `Объяснить «н» ${day}`,
  earlier: '‹ Раньше',
  later: 'Позже ›',

  // Homework
  homeworkTitle: 'Домашние задания',
  noHomework: 'На ближайшую неделю ничего не задано.',
  gradeOneHomework: 'В первом классе домашних заданий нет.',
  yearOver: 'Учебных дней впереди нет.',
  nothingGiven: 'ничего не задано',
  files: (day: string) => `📎 Файлы на ${day}`,
  chooseHomework: 'Записать задание к уроку или посмотреть, что задано ребёнку?',
  giveHomework: 'Записать к уроку',
  homeworkOf: (child: string) => `Задания: ${child}`,

  // Term marks
  termTitle: (year: string) => `Итоговые отметки, ${year}`,
  yearColumn: 'год',
  termColumns: ['I', 'II', 'III', 'IV'],
  /** At most three letters: a column has no room for more. */
  termValues: { ...term.values, fail: 'нзч' },
  termLegend: {
    na: 'н/а — не аттестован(а)',
    exempt: 'осв — освобождение',
    pass: 'зач — зачёт',
    fail: 'нзч — незачёт',
  },
  periods: {
    quarter: 'По четвертям и за год.',
    trimester: 'По триместрам и за год.',
    half_year: 'По полугодиям и за год.',
  },
  gradeOneTerm: 'В первом классе отметки не ставят, итоговых отметок нет.',
  noTermMarks: 'Итоговых отметок пока нет.',
  termOf: (child: string) => `Итоги: ${child}`,
};
