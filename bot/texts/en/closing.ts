import type { Texts } from '../ru.ts';

export const closing: Texts['closing'] = {
  title: 'Closing of terms',
  open: 'Closing of terms',
  noTerms: 'The academic year has not begun.',
  isOpen: (term, date) => `${term}: open, until ${date}`,
  isClosed: (term) => `${term}: closed`,
  grades: (term, from, to) => `${term} (grades ${from}–${to})`,
  check: (term) => `Close: ${term}`,
  reopen: (term) => `Reopen: ${term}`,
  complete: 'Everything is filled in.',
  missing: (what) => `Missing: ${what}.`,
  lacks: {
    unfilled: (count) => `lessons without topic or roll ${count}`,
    undecided: (count) => `results ${count}`,
    owed: (count) => `works owed ${count}`,
  },
  unapproved: (what) => `Reports not approved: ${what}.`,
  reports: {
    teachers: (count) => `of teachers ${count}`,
    classes: (count) => `of classes ${count}`,
    school: () => 'of the school',
  },
  course: (course, what) => `${course}: ${what}`,
  close: 'Close',
  closeAnyway: 'Close anyway',
  sure: (term) => `${term}: close it incomplete?`,
  after:
    'Once closed, teachers change nothing; the deputy head and the administrator correct with a reason.',
  yes: 'Yes, close',
  closed: 'The term is closed',
  reopened: 'The term is open again',
};
