import type { Texts } from '../ru.ts';

const lines = (count: number) => `${count} ${count === 1 ? 'line' : 'lines'}`;

export const plan: Texts['plan'] = {
  // Courses
  title: 'Lesson plans',
  choose: 'Beside a subject: hours given and hours due by today; after “−” how far it is behind.',
  noCourses: 'You have no subjects.',
  course: (course, given, due) => `${course} ${given}/${due}`,
  courseBehind: (course, given, due, behind) => `${course} ${given}/${due} −${behind}`,
  courseEmpty: (course) => `${course}: no plan`,

  // One course
  totals: (count, hours, works) =>
    `${lines(count)}, ${hours} h${works > 0 ? `, control works ${works}` : ''}`,
  fact: (given, due) => `Given ${given} h, due by today ${due} h.`,
  behind: (hours) => `Behind by ${hours} h.`,
  onPlan: 'On plan.',
  ahead: (hours) => `Ahead by ${hours} h.`,
  empty: 'There is no plan yet. Take the template, fill in its rows and send the file here.',
  next: 'Next:',
  finished: 'All lines of the plan were given.',
  line: (number, topic) => `${number}. ${topic}`,
  corrections: 'Corrections:',
  fixed: { merged: 'merged with the one before', cut: 'cut', moved: 'moved' },
  correctionLine: (line, what, reason) => `${line}: ${what}. ${reason}`,
  more: (count) => `…and ${count} more`,
  template: 'Template',
  load: 'Load',
  fix: 'Correction',
  open: 'Open the plan',
  courses: '‹ Subjects',

  // The workbook
  fileName: (course) => `Plan ${course}`,
  templateCaption: (course) =>
    `Plan: ${course}. One row for a topic, repeat the class and the subject in each. Send the file here when it is filled in.`,
  askFile: (course) =>
    `Send an .xlsx file with the plan: ${course}. It is checked first and written when you agree.`,
  tooBig: (megabytes) => `The file is over ${megabytes} MB. Leave only the sheet of plans in it.`,
  notFetched: 'The file could not be fetched. Send it once more.',
  onlyFile: 'An .xlsx file with the plan is expected here. To stop: /cancel',
  wrongCells: (count) =>
    `Nothing was written: ${count} ${count === 1 ? 'error' : 'errors'}. Correct the file and send it once more.`,
  checked: 'The check has passed, nothing was written yet.',
  total: (course, count, hours, works) =>
    `${course}: ${lines(count)}, ${hours} h${works > 0 ? `, control works ${works}` : ''}`,
  changes: (added, changed, left, removed) =>
    `${added} to add, ${changed} to change, ${left} as they are${removed > 0 ? `, ${removed} to remove` : ''}`,
  cancel: 'Cancel',
  dropped: 'The file was not loaded.',
  loaded: 'The plan was loaded.',
  fileForgotten: 'This file was loaded already or forgotten. Send it once more.',

  // Corrections
  chooseLine: 'Which line is to be corrected? Those given at lessons stay as they are.',
  nothingToFix: 'There are no lines left to give.',
  chooseFix: 'What is to be done with the line?',
  merge: (number) => `Merge with no. ${number}`,
  cut: 'Cut',
  move: 'Move',
  chooseMove: 'Where to?',
  before: (number, topic) => `before ${number}. ${topic}`,
  toEnd: 'To the end',
  asks: {
    merged: (line, other) => `At one lesson: “${line}” and “${other}”.`,
    cut: (line) => `The line “${line}” will not be given.`,
    moved: (line) => `The line “${line}” changes its place.`,
  },
  askReason: 'Write the reason for the correction.',
  fixDone: 'The correction was written.',
  undone: 'the correction of the plan',
};
