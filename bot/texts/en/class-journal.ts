import type { Texts } from '../ru.ts';

export const classJournal: Texts['classJournal'] = {
  title: (className, year) => `Class journal ${className}, ${year}`,
  caption: (className, year) => `Journal ${className}, ${year}`,
  subjects: 'Subjects and teachers',
  pupils: 'List of pupils',
  born: 'Born on',
  from: 'In the class from',
  until: 'until',
  topics: (course) => `${course}: topics and homework`,
  lesson: 'Lesson',
  topic: 'Topic',
  homework: 'Homework',
  results: (period) => `Results: ${period}`,
  legend: 'The letters are those of the journal; • is work owed; × is not taught.',

  asPdf: 'Journal of the year: PDF',
  asXlsx: 'The year: XLSX',
  empty: 'Nobody was in this class, there is nothing to print.',
  pastYear: (year) => `Year ${year}`,
  pastTitle: (year) => `Journal ${year}`,
  nothingThen: 'You had no classes or subjects in this year.',
};
