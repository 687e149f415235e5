import type { reportWords as ru } from './reports-ru.ts';

export const reportWords: typeof ru = {
  term: 'Term',
  terms: { quarter: 'quarter', trimester: 'trimester', half_year: 'half-year' },
  kind: 'Report',
  owner: 'Whose',
  state: 'State',
  files: 'Files',
  kinds: {
    teacher: 'Teacher’s report',
    class: 'Class teacher’s report',
    summary: 'Summary sheet',
    attendance: 'Attendance',
    movement: 'Arrivals and departures',
    school: 'Summary of the school',
    interest: 'Parents’ interest',
  },
  states: { none: 'not made', draft: 'draft', approved: 'approved' },
  school: 'school',
  make: 'Make the reports of the term',
  makeHint: 'Those that are not there yet are made. Approved ones stay as they are.',
  cancel: 'Cancel',
  progress: 'Making reports',
  ended: {
    done: 'Done. New reports',
    cancelled: 'Cancelled, no report was kept.',
    failed: 'The reports were not made, nothing was kept. Try again.',
  },
  picture: 'Picture',
  hidePicture: 'Hide',
  pictureOf: 'Chart',
  noTerms: 'No term has begun yet.',
};
