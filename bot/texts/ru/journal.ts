import { plural } from '../plural.ts';

/** The class × dates table, its workbook, and a pupil's card in a subject. Plain text. */
export const journal = {
  title: 'Журнал',
  chooseCourse: 'Выберите предмет.',
  chooseClass: 'Выберите класс.',
  nothing: 'У Вас нет предметов и классов. Обратитесь к администратору.',
  noCourses: 'В этом классе предметов пока нет.',
  wholeClass: (className: string) => `${className}: все предметы`,
  allClasses: 'Все классы',
  period: (term: string, from: string, to: string) => `${term}, ${from}–${to}`,
  page: (page: number, pages: number) => `страница ${page} из ${pages}`,
  noLessons: 'Уроков в этом периоде ещё не было.',
  noPupils: 'В этой группе никого нет.',
  earlier: '‹ Раньше',
  later: 'Позже ›',
  workbook: 'XLSX',
  pupils: 'Ученики',

  // The picture
  mean: 'ср.',
  legend: '• долг · жирная отметка — вес больше 1 · н б у о — пропуски',
  legendUnmarked: 'н отсутствие · б болезнь · у уважит. · о опоздание',

  // The workbook
  number: '№',
  pupil: 'Ученик',
  meanColumn: 'Средняя',
  countColumn: 'Отметок',
  missedColumn: 'Пропусков',
  lateColumn: 'Опозданий',
  teacher: (name: string) => `Учитель: ${name}`,
  workbookCaption: (course: string, term: string) => `Журнал ${course}, ${term}`,
  fileName: (course: string, term: string) => `Журнал ${course} ${term}`,

  // A pupil's card
  card: 'Карточка',
  choosePupil: 'Выберите ученика.',
  meanOf: (mean: string, count: number) =>
    `Средняя ${mean} (${count} ${plural(count, 'отметка', 'отметки', 'отметок')})`,
  noMarks: 'Отметок пока нет.',
  reached: (mark: number) => `На «${mark}» средней хватает.`,
  needed: (mark: number, answers: number, tests: number) => {
    const fives = `${answers} ${plural(answers, 'пятёрка', 'пятёрки', 'пятёрок')}`;
    if (answers === tests) {
      return `До «${mark}»: ещё ${fives}.`;
    }
    const forTests = tests === 1 ? '1 за контрольную' : `${tests} за контрольные`;
    return `До «${mark}»: ещё ${fives} за ${answers === 1 ? 'ответ' : 'ответы'} или ${forTests}.`;
  },
  markLine: (date: string, value: string, kind: string) => `${date}  ${value}, ${kind}`,
  weight: (weight: string) => `вес ${weight}`,
  earlierMarks: (count: number) =>
    `… и ещё ${count} ${plural(count, 'отметка', 'отметки', 'отметок')} раньше`,
  noAbsences: 'Пропусков и опозданий нет.',
  absences: (parts: string) => `Пропуски: ${parts}`,
  chart: 'График',
  chartLine: 'средняя',
  chartMarks: 'отметки',
  chartThreshold: (mark: number) => `«${mark}»`,
};
