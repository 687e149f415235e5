import type { Texts } from '../ru.ts';

const pupils = (count: number) => `${count} ${count === 1 ? 'pupil' : 'pupils'}`;
const classes = (count: number) => `${count} ${count === 1 ? 'class' : 'classes'}`;

export const yearClosing: Texts['yearClosing'] = {
  open: (year) => `Year ${year}: close and promote`,
  title: (year) => `Academic year ${year}`,
  hint: 'A button opens a class: say there who repeats the year and who leaves.',
  classLine: (className, what) => `${className}: ${what}`,
  moving: (className, count) => `to ${className} ${count}`,
  repeating: (count) => `repeat ${count}`,
  leaving: (count) => `leave ${count}`,
  emptyClass: (className) => `${className}: no pupils, the class does not go on`,
  lacks: 'Year marks missing: where',
  withCourses: 'Close the year, keep the subjects',
  withoutCourses: 'Close the year without subjects',

  classTitle: (className) => `${className}: promotion`,
  signs: { moves: '→', repeats: '↻', leaves: '×' },
  signsHint: '→ moves up, ↻ repeats the year, × leaves. A tap changes it.',
  signed: (sign, name) => `${sign} ${name}`,
  whole: { moves: 'All move up', repeats: 'All repeat', leaves: 'All leave' },

  sure: (year) => `Close the academic year ${year}?`,
  summary: (classCount, pupilCount, left) =>
    `The next year has ${classes(classCount)}, ${pupils(pupilCount)}. Leaving: ${left}.`,
  askOrder: (next) =>
    `The classes move to ${next}. Write the number and date of the order, as: 45-u of 29.05.2027`,
  askOrderAndDays: (from) =>
    `Write the number and date of the order, then the first and last day of the new year (not before ${from}), as: 45-u of 29.05.2027; 01.09.2027–26.05.2028`,
  afterOrder: 'This message closes the year for good. Changed your mind: /cancel',
  orderUnread: 'The order was not understood. Write its number and date, as: 45-u of 29.05.2027',
  orderAndDaysUnread:
    'Not understood. Write the order and the days, as: 45-u of 29.05.2027; 01.09.2027–26.05.2028',

  done: (year) => `The year is closed, the classes are in ${year}`,
  courses: (count) =>
    count > 0 ? `Subjects carried over: ${count}.` : 'No subjects were carried over.',
  whatNext:
    'Next: terms, holidays and timetable of the new year, in the panel or by the school’s file.',
};
