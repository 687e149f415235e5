import { plural } from '../plural.ts';

/** What a teacher reads: lessons, the class list, cards of what was understood. Plain text. */
export const teacher = {
  // The day
  dayTitle: (weekday: string, date: string) =>
    `${weekday.slice(0, 1).toUpperCase()}${weekday.slice(1)}, ${date}`,
  noLessons: 'В этот день у Вас нет уроков.',
  noLessonsAtAll: 'В расписании нет Ваших уроков. Обратитесь к администратору.',
  running: 'идёт',
  newest: 'последний',
  topicFilled: (filled: boolean): string => (filled ? 'тема ✓' : 'нет темы'),
  rollFilled: (filled: boolean): string => (filled ? 'перекличка ✓' : 'нет переклички'),
  futureDay: 'Уроки ещё впереди, заполнить их можно в свой день.',
  earlier: (weekday: string, date: string) => `‹ ${weekday} ${date}`,
  later: (weekday: string, date: string) => `${weekday} ${date} ›`,
  today: 'Сегодня',

  // One lesson
  lessonNumber: (number: number) => `${number}-й урок`,
  topic: (topic: string) => `Тема: ${topic}`,
  noTopic: 'Тема не записана',
  homework: (homework: string) => `Задание: ${homework}`,
  noHomework: 'Задание не записано',
  rollNotCalled: 'Переклички не было',
  allPresent: 'Все на месте',
  awayCount: (away: number, late: number) =>
    [
      away > 0 ? `${plural(away, 'отсутствует', 'отсутствуют', 'отсутствуют')} ${away}` : '',
      late > 0 ? `${plural(late, 'опоздал', 'опоздали', 'опоздали')} ${late}` : '',
    ]
      .filter((part) => part !== '')
      .join(', '),
  kindOfWork: (kind: string) => `Вид работы: ${kind}`,
  readOnly: 'Только просмотр.',
  emptyRoster: 'В списке этой группы никого нет. Обратитесь к администратору.',
  entryHint: (example: string) => `Выберите ученика или напишите: ${example}`,
  owedSign: '•',
  allWere: 'Все были',
  othersWere: 'Остальные были',
  askTopic: 'Тема',
  askHomework: 'Задание',
  lessons: '‹ Уроки',
  undo: 'Отменить',
  page: (from: number, to: number) => `${from}–${to}`,

  // One pupil
  standsNow: (marks: string) => `Сейчас: ${marks}`,
  nothingStands: 'За урок ничего не стоит.',
  owed: 'точка',
  chosen: (label: string) => `✓ ${label}`,
  backToClass: '‹ К классу',
  backToPupil: '‹ Назад',
  marksHint: 'Стоящую отметку можно исправить или убрать:',

  // One mark
  markStands: (value: string, kind: string) => `Стоит: ${value}, ${kind}. На что исправить?`,
  removeMark: 'Убрать отметку',

  // A mark meets an absence
  absenceStands: (name: string, letter: string, value: string) =>
    `${name}: за урок стоит «${letter}», отметку рядом поставить нельзя. Заменить на «${value}»?`,
  marksStand: (name: string, marks: string, letter: string) =>
    `${name}: за урок стоит «${marks}», отсутствие рядом поставить нельзя. Заменить на «${letter}»?`,
  replaceWith: (value: string) => `Заменить на ${value}`,

  // The card of a message
  recorded: 'Записано:',
  nothingRecorded: 'Ничего не записано.',
  rollNow: 'Перекличка отмечена.',
  notRecorded: 'Не записано:',
  openLesson: 'Открыть урок',
  ambiguous: (written: string) => `«${written}»: таких несколько, выберите ниже.`,
  confirm: (written: string) => `«${written}»: номер ученика или отметка? Подтвердите ниже.`,
  unknownName: (written: string, className: string) => `«${written}»: в списке ${className} нет.`,
  unknownNameNearest: (written: string, className: string) =>
    `«${written}»: в списке ${className} нет. Похожие ниже.`,
  unknownNameMeant: (written: string, className: string, name: string) =>
    `«${written}»: в списке ${className} нет. Вы имели в виду ${name}?`,
  wrongValue: (written: string, name: string) =>
    `${name === '' ? '' : `${name}: `}«${written}» — такой отметки нет. Пишите 5 4 3 2, точку или н б у о.`,
  noValue: (written: string) => `«${written}»: не указано, что поставить. Пример: ${written} 5`,
  notReadable: (written: string) => `«${written}»: не разобрать. Пример: Иванов 5, Козлов н`,
  bothAtOnce: (name: string) => `${name}: и отметка, и отсутствие. Оставьте что-то одно.`,
  twice: (name: string) => `${name}: в сообщении дважды. Оставьте одну строку.`,
  standingMark: (name: string) => `${name}: за урок уже стоит отметка.`,
  standingAbsence: (name: string, letter: string) => `${name}: за урок уже стоит «${letter}».`,
  replaceFor: (name: string, value: string) => `${name}: заменить на ${value}`,
  problemLeft: (count: number) =>
    `И ещё ${count} ${plural(count, 'строка', 'строки', 'строк')}. Отправьте их отдельно.`,

  // Which lesson a message means
  whichCourse: 'Какой предмет Вы имеете в виду?',
  nameCourse: (courses: string) => `Назовите и предмет. Вы ведёте: ${courses}.`,
  unknownClass: (written: string, classes: string) =>
    `Класса «${written}» у Вас нет. Ваши классы: ${classes}.`,
  unknownSubject: (className: string, subjects: string) =>
    `Такого предмета в ${className} у Вас нет. Ваши предметы там: ${subjects}.`,
  badDate: (written: string) => `Даты «${written}» нет. Пишите день и месяц: 12.10`,
  noHeader: (example: string) => `Напишите класс и предмет перед отметками. Пример:\n${example}`,
  noLessonOn: (course: string, date: string) =>
    `${date} урока ${course} нет в расписании. Откройте список: /lesson`,
  noLessonYet: (course: string) => `Урока ${course} в последние недели не было. Список: /lesson`,
  noCourses: 'У Вас нет предметов в этом году. Обратитесь к администратору.',
  expiredEntry: 'Сообщение уже забыто, ничего не записано. Отправьте его ещё раз.',

  // /mark and /absent without a text
  howToMark: (example: string) => `Напишите класс, предмет и отметки одним сообщением:\n${example}`,
  howToAbsent: (example: string) => `Напишите класс и кого нет одним сообщением:\n${example}`,
  exampleNames: ['Иванов', 'Козлов'],

  // Topic and homework
  writeTopic: 'Напишите тему урока одним сообщением.',
  writeHomework: 'Напишите домашнее задание одним сообщением.',
  noLessonToWrite: 'Начавшихся уроков у Вас пока нет. Список: /lesson',

  // Undo
  undone: (what: string) => `Отменено: ${what}.`,
  undoneMarks: (count: number) => `${count} ${plural(count, 'отметка', 'отметки', 'отметок')}`,
  undoneAbsences: (count: number) =>
    `${count} ${plural(count, 'запись', 'записи', 'записей')} о посещении`,
  undoneLesson: 'запись об уроке',
};
