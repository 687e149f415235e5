import { plural } from '../plural.ts';

const lines = (count: number) => `${count} ${plural(count, 'строка', 'строки', 'строк')}`;

/** The calendar-thematic plan: courses, plan against fact, the workbook, corrections. Plain text. */
export const plan = {
  // Courses
  title: 'КТП',
  choose: 'Рядом с предметом: дано и по плану на сегодня, часов; за знаком «−» отставание.',
  noCourses: 'Предметов у Вас нет.',
  course: (course: string, given: number, due: number) => `${course} ${given}/${due}`,
  courseBehind: (course: string, given: number, due: number, behind: number) =>
    `${course} ${given}/${due} −${behind}`,
  courseEmpty: (course: string) => `${course}: нет плана`,

  // One course
  totals: (count: number, hours: number, works: number) =>
    `${lines(count)}, ${hours} ч${works > 0 ? `, контрольных ${works}` : ''}`,
  fact: (given: number, due: number) => `Дано ${given} ч, по плану на сегодня ${due} ч.`,
  behind: (hours: number) => `Отставание ${hours} ч.`,
  onPlan: 'По плану.',
  ahead: (hours: number) => `Опережение ${hours} ч.`,
  empty: 'Плана ещё нет. Возьмите шаблон, заполните строки и пришлите файл сюда.',
  next: 'Дальше:',
  finished: 'Все строки плана даны.',
  line: (number: number, topic: string) => `${number}. ${topic}`,
  corrections: 'Поправки:',
  fixed: {
    merged: 'объединена с предыдущей',
    cut: 'сокращена',
    moved: 'перенесена',
  },
  correctionLine: (line: string, what: string, reason: string) => `${line}: ${what}. ${reason}`,
  more: (count: number) => `…и ещё ${count}`,
  template: 'Шаблон',
  load: 'Загрузить',
  fix: 'Поправка',
  open: 'Открыть план',
  courses: '‹ Предметы',

  // The workbook
  fileName: (course: string) => `КТП ${course}`,
  templateCaption: (course: string) =>
    `КТП: ${course}. Одна строка на тему, класс и предмет повторите в каждой. Заполненный файл пришлите сюда.`,
  askFile: (course: string) =>
    `Пришлите файл .xlsx с КТП: ${course}. Сначала будет проверка, запись после Вашего согласия.`,
  tooBig: (megabytes: number) => `Файл больше ${megabytes} МБ. Оставьте в нём только лист КТП.`,
  notFetched: 'Получить файл не удалось. Пришлите его ещё раз.',
  onlyFile: 'Здесь ожидается файл .xlsx с КТП. Прервать: /cancel',
  wrongCells: (count: number) =>
    `Ничего не записано: ${count} ${plural(count, 'ошибка', 'ошибки', 'ошибок')}. Исправьте файл и пришлите его ещё раз.`,
  checked: 'Проверка пройдена, ещё ничего не записано.',
  total: (course: string, count: number, hours: number, works: number) =>
    `${course}: ${lines(count)}, ${hours} ч${works > 0 ? `, контрольных ${works}` : ''}`,
  changes: (added: number, changed: number, left: number, removed: number) =>
    `добавится ${added}, изменится ${changed}, без изменений ${left}${removed > 0 ? `, уйдёт ${removed}` : ''}`,
  cancel: 'Отмена',
  dropped: 'Файл не загружен.',
  loaded: 'КТП загружено.',
  fileForgotten: 'Этот файл уже загружен или забыт. Пришлите его ещё раз.',

  // Corrections
  chooseLine: 'Какую строку поправить? Данные на уроках не меняются.',
  nothingToFix: 'Строк, которые ещё не даны, нет.',
  chooseFix: 'Что сделать со строкой?',
  merge: (number: number) => `Объединить с № ${number}`,
  cut: 'Сократить',
  move: 'Перенести',
  chooseMove: 'Куда перенести?',
  before: (number: number, topic: string) => `перед ${number}. ${topic}`,
  toEnd: 'В конец',
  asks: {
    merged: (line: string, other: string) => `На одном уроке: «${line}» и «${other}».`,
    cut: (line: string) => `Строка «${line}» не будет дана.`,
    moved: (line: string) => `Строка «${line}» меняет место.`,
  },
  askReason: 'Напишите причину поправки.',
  fixDone: 'Поправка записана.',
  undone: 'поправка КТП',
};
