import type { Texts } from '../ru.ts';

export const notices: Texts['notices'] = {
  open: 'Notices',
  title: (child) => `Notices: ${child}`,
  allChildren: 'All children',
  eveningAndWeek: (evening, weekday, week) =>
    `Evening digest: ${evening}:00. Summary of the week: ${weekday}, ${week}:00.`,
  line: (topic, mode) => `${topic}: ${mode}`,
  differs: 'not the same',
  topics: {
    mark: 'Marks',
    low_mark: 'Marks of 2',
    absence: 'Absences',
    first_absence: 'Not at the first lesson',
    behaviour_note: 'Praise and remarks',
    term_mark: 'Term marks',
    homework: 'Homework',
    week: 'Summary of the week',
  },
  modes: {
    both: 'at once and in the evening',
    instant: 'at once',
    digest: 'in the evening',
    weekly: 'once a week',
    off: 'never',
  },
  choices: {
    both: 'At once and in the evening',
    instant: 'At once',
    digest: 'In the evening',
    weekly: 'Once a week',
    off: 'Never',
  },
  topicTitle: (topic, child) => `${topic}: ${child}`,
  now: (mode) => `Now: ${mode}.`,
  hints: {
    first_absence:
      'When your child is not at the first lesson in the morning, the journal asks you for the reason at once. Switched off, it does not ask, and you hear of the absence as you chose for absences.',
    week: 'Marks, absences and notes of the week. Switched off, what you chose once a week comes at the same hour as an ordinary notice.',
    homework:
      'The homework for the next school day in the evening digest. The diary always has it.',
  },
  toTopics: '‹ Notices',
  toSettings: '‹ Settings',

  quiet: (hours) => `Quiet hours: ${hours}`,
  quietButton: 'Quiet hours',
  hours: (from, to) => `${from}:00–${to}:00`,
  noQuiet: 'none',
  withoutQuiet: 'No quiet hours',
  quietHint:
    'What happens in these hours is told when they end. One thing comes at once: in the morning your child is not at the first lesson. School time.',

  year: 'Year',
  correctedTermMark: (value, was) => `${value} instead of ${was}`,
  cancelledTermMark: (was) => `term mark withdrawn (${was})`,
  termMarks: {
    5: '5',
    4: '4',
    3: '3',
    2: '2',
    na: 'not attested',
    exempt: 'exempt',
    pass: 'pass',
    fail: 'fail',
  },

  weekMarks: (term) => `Marks, with the mean of the ${term}:`,
  weekMarksAlone: 'Marks:',
  weekSubject: (subject, marks, mean) => `${subject}: ${marks} (${mean})`,
  weekSubjectAlone: (subject, marks) => `${subject}: ${marks}`,
  weekAbsences: 'Absences:',
  weekNotes: 'Praise and remarks:',
  weekNote: (date, kind, text) => `${date} ${kind}: ${text}`,
  weekLetters: (count) =>
    `${count} ${count === 1 ? 'letter' : 'letters'} of the class teacher not read yet.`,
  weekNothing: 'Nothing was noted this week.',
  letters: 'Letters',
  acknowledge: 'Acknowledge',
  acknowledged: (date) => `✓ Acknowledged on ${date}.`,
};
