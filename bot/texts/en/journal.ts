import type { Texts } from '../ru.ts';

export const journal: Texts['journal'] = {
  title: 'Journal',
  chooseCourse: 'Choose a subject.',
  chooseClass: 'Choose a class.',
  nothing: 'You have no subjects and no classes. Ask the administrator.',
  noCourses: 'This class has no subjects yet.',
  wholeClass: (className) => `${className}: all subjects`,
  allClasses: 'All classes',
  period: (term, from, to) => `${term}, ${from}–${to}`,
  page: (page, pages) => `page ${page} of ${pages}`,
  noLessons: 'There were no lessons in this term yet.',
  noPupils: 'There is nobody in this group.',
  earlier: '‹ Earlier',
  later: 'Later ›',
  workbook: 'XLSX',
  pupils: 'Pupils',

  mean: 'mean',
  legend: '• owed · bold mark: weight over 1 · н б у о: absences',
  legendUnmarked: 'н absent · б ill · у excused · о late',

  number: 'No.',
  pupil: 'Pupil',
  meanColumn: 'Mean',
  countColumn: 'Marks',
  missedColumn: 'Absences',
  lateColumn: 'Late',
  teacher: (name) => `Teacher: ${name}`,
  workbookCaption: (course, term) => `Journal ${course}, ${term}`,
  fileName: (course, term) => `Journal ${course} ${term}`,

  card: 'Card',
  choosePupil: 'Choose a pupil.',
  meanOf: (mean, count) => `Mean ${mean} (${count} ${count === 1 ? 'mark' : 'marks'})`,
  noMarks: 'No marks yet.',
  reached: (mark) => `The mean is enough for a ${mark}.`,
  needed: (mark, answers, tests) => {
    const fives = `${answers} more ${answers === 1 ? 'five' : 'fives'}`;
    return answers === tests
      ? `Until a ${mark}: ${fives}.`
      : `Until a ${mark}: ${fives} for ${answers === 1 ? 'an answer' : 'answers'}, or ${tests} for ${tests === 1 ? 'a test' : 'tests'}.`;
  },
  markLine: (date, value, kind) => `${date}  ${value}, ${kind}`,
  weight: (weight) => `weight ${weight}`,
  earlierMarks: (count) => `… and ${count} earlier ${count === 1 ? 'mark' : 'marks'}`,
  noAbsences: 'Never absent, never late.',
  absences: (parts) => `Absences: ${parts}`,
  chart: 'Chart',
  chartLine: 'mean',
  chartMarks: 'marks',
  chartThreshold: (mark) => `${mark}`,
};
