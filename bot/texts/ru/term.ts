import { plural } from '../plural.ts';

/** Term and year marks: the list of courses, the sheet of one, a pupil. Plain text. */
export const term = {
  values: {
    5: '5',
    4: '4',
    3: '3',
    2: '2',
    na: 'н/а',
    exempt: 'осв',
    pass: 'зач',
    fail: 'незач',
  },
  /** One letter each, for the columns of a year. */
  letters: { 5: '5', 4: '4', 3: '3', 2: '2', na: 'н', exempt: 'о', pass: 'з', fail: 'н' },
  missingLetter: '·',

  // Courses and classes
  title: 'Итоговые отметки',
  choose: 'Рядом с предметом: сколько выставлено и сколько учеников.',
  noCourses: 'Предметов с итоговыми отметками у Вас нет.',
  noClasses: 'Классов с итоговыми отметками нет.',
  course: (course: string, decided: number, pupils: number) => `${course} ${decided}/${pupils}`,
  complete: (label: string) => `✓ ${label}`,
  wholeClass: (className: string) => `Все предметы ${className}`,
  allClasses: 'Все классы',
  chooseClass: 'Выберите класс.',
  ends: (term: string, date: string) => `${term}, до ${date}`,
  closed: (term: string) => `${term} (период закрыт)`,
  year: 'Год',

  // The sheet
  decidedOf: (decided: number, pupils: number) => `Выставлено ${decided} из ${pupils}.`,
  legend: 'Средняя, число отметок, итог.',
  legendMarkFree: 'Пропущено из проведённых, итог.',
  legendYear: 'Итоги по периодам, средняя, год.',
  signs: '✓ выставлено, ? под вопросом, в скобках расчёт.',
  emptyRoster: 'В списке этой группы никого нет. Обратитесь к администратору.',
  readOnly: 'Только просмотр.',
  closedHint: 'Период закрыт, правки вносит администратор.',
  decideHint: 'Под вопросом:',
  more: (count: number) => `И ещё ${count}.`,
  accept: (count: number) => `Принять уверенные: ${count}`,
  accepted: (count: number) =>
    `${plural(count, 'Принята', 'Приняты', 'Принято')} ${count} ${plural(count, 'отметка', 'отметки', 'отметок')}.`,
  decided: (name: string, value: string) => `${name}: ${value}`,
  undecided: (name: string) => `${name}: итог снят`,
  courses: '‹ Предметы',

  // Why it is in question
  doubts: {
    'no-lessons': () => 'в журнале нет уроков',
    'no-marks': () => 'нет отметок',
    'few-marks': () => 'мало отметок',
    near: () => 'средняя у границы',
    absent: (missed: number, lessons: number) => `пропущено ${missed} из ${lessons}`,
    owed: () => 'есть долг',
    'term-missing': () => 'не за все периоды есть итог',
    'term-not-attested': () => 'есть н/а',
    'term-failed': () => 'есть незачёт',
  },

  // One pupil
  figures: (mean: string, marks: string) => `Средняя ${mean}, ${marks}`,
  missed: (missed: number, lessons: number) =>
    `Пропущено ${missed} из ${lessons} ${plural(lessons, 'урока', 'уроков', 'уроков')}`,
  owed: (count: number) => `Долгов: ${count}`,
  ofTerms: (values: string) => `По периодам: ${values}`,
  yearMean: (mean: string) => `Средняя ${mean}`,
  proposal: (value: string) => `Расчёт: ${value}`,
  noProposal: 'Расчёта нет.',
  standing: (value: string) => `Выставлено: ${value}. Повторное нажатие снимает.`,
  backToSheet: '‹ К списку',

  // Undo
  undone: (count: number) =>
    `${count} ${plural(count, 'итоговая отметка', 'итоговые отметки', 'итоговых отметок')}`,
  open: 'Открыть итоги',
};
