import type { Texts } from '../ru.ts';

const MONTHS = [
  'January',
  'February',
  'March',
  'April',
  'May',
  'June',
  'July',
  'August',
  'September',
  'October',
  'November',
  'December',
];
const WEEKDAYS = ['Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday', 'Sunday'];

export const school: Texts['school'] = {
  date: (day) => `${Number(day.slice(8))} ${MONTHS[Number(day.slice(5, 7)) - 1]}`,
  shortDate: (day) => `${day.slice(8)}.${day.slice(5, 7)}`,
  fullDate: (day) => `${day.slice(8)}.${day.slice(5, 7)}.${day.slice(0, 4)}`,
  weekday: (weekday) => WEEKDAYS[weekday - 1] ?? '',
  shortWeekday: (weekday) => (WEEKDAYS[weekday - 1] ?? '').slice(0, 2),
  absenceLetters: { absent: 'н', ill: 'б', excused: 'у', late: 'о' },
  absenceNames: { absent: 'absent', ill: 'ill', excused: 'excused', late: 'late' },
  kinds: {
    answer: 'answer',
    homework: 'homework',
    independent: 'independent work',
    practical: 'practical work',
    test: 'test',
    project: 'project',
  },
  roles: {
    teacher: 'teacher',
    class_teacher: 'class teacher',
    parent: 'parent',
    deputy_head: 'deputy head',
    administrator: 'administrator',
  },
  termKinds: { quarter: 'quarter', trimester: 'trimester', half_year: 'half-year' },
  owed: 'owed',
  noMean: '—',
  mean: (mean) => mean.toFixed(2),
  number: (number) => String(number),
  shortMean: (mean) => mean.toFixed(1),
  markCount: (count) => `${count} ${count === 1 ? 'mark' : 'marks'}`,
  pupilCount: (count) => `${count} ${count === 1 ? 'pupil' : 'pupils'}`,
};
