/** The printed journal of a class's year, and the years before. Plain text. */
export const classJournal = {
  title: (className: string, year: string) => `Классный журнал ${className}, ${year}`,
  caption: (className: string, year: string) => `Журнал ${className}, ${year}`,
  subjects: 'Предметы и учителя',
  pupils: 'Список учащихся',
  born: 'Дата рождения',
  from: 'В классе с',
  until: 'по',
  topics: (course: string) => `${course}: темы и задания`,
  lesson: 'Урок',
  topic: 'Тема',
  homework: 'Домашнее задание',
  results: (period: string) => `Итоговые отметки: ${period}`,
  legend:
    'н — отсутствовал, б — болел, у — уважительная причина, о — опоздал, • — долг; × — предмет не изучает.',

  asPdf: 'Журнал за год: PDF',
  asXlsx: 'За год: XLSX',
  empty: 'В этом классе никого не было, печатать нечего.',
  pastYear: (year: string) => `Год ${year}`,
  pastTitle: (year: string) => `Журнал ${year}`,
  nothingThen: 'В этом году у Вас не было классов и предметов.',
};
