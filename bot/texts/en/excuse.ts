import type { Texts } from '../ru.ts';

const lessons = (count: number) => `${count} ${count === 1 ? 'lesson' : 'lessons'}`;

export const excuse: Texts['excuse'] = {
  question: 'The child is not at the first lesson. Please tell the reason:',
  answers: { ill: 'Ill', excused: 'Valid reason', unknown: 'I don’t know', other: 'Write' },
  answered: {
    ill: 'ill',
    excused: 'valid reason',
    unknown: 'doesn’t know the reason',
    other: 'in own words',
  },
  title: (child) => `${child}: explain an absence`,
  whichDay: 'Which day?',
  today: (day) => `Today, ${day}`,
  day: (weekday, date) => `${weekday} ${date}`,
  dayAbsent: (day, count) => `${day}: «н», ${lessons(count)}`,
  given: (date, answer, state) => `${date}: ${answer} (${state})`,
  states: { new: 'passed on', applied: 'taken into account', declined: 'not accepted' },
  noDays: 'There are no school days ahead and no unexplained absences.',
  askDay: (child, date) => `${child}, ${date}. Why is the child not at school?`,
  askText: 'Write the reason as one message. A diagnosis is not needed.',
  passedOn: (child, date, answer) =>
    `${child}, ${date}: ${answer}. Passed on to the class teacher.`,
  kept: (child, date, answer) =>
    `${child}, ${date}: ${answer}. It is kept, the class teacher will see it later.`,
  change: 'Change the answer',
  otherDay: 'Another day',
  toDays: '‹ To the days',
  declinedForParent: (child, date) =>
    `The class teacher did not accept the reason: ${child}, ${date}. Write to them: /write`,

  toClass: (className) => `Answers of parents, ${className}`,
  toExplain: (child) => `Explain an absence: ${child}`,
  card: (child, className, answer) => `${child}, ${className}: ${answer}`,
  answerOf: (date, parent) => `${date}, answer of: ${parent}`,
  absentNow: (count) => `«н» stands: ${lessons(count)}.`,
  absentNone: 'No absence is noted yet.',
  coded: (letter, count) => `«${letter}» is set: ${lessons(count)}.`,
  declined: 'Not accepted, the parent is told.',
  setToday: (letter) => `Set «${letter}» for today`,
  setOn: (letter, date) => `Set «${letter}» for ${date}`,
  decline: 'Do not accept',
  back: 'Return to «н»',
  writeFamily: 'Write to the family',
  toList: '‹ Answers',
  listTitle: (className) => `${className}: answers of parents`,
  listHint: '● to be decided · ✓ taken into account',
  listLine: (sign, date, child, answer) => `${sign} ${date} ${child}: ${answer}`,
  listEmpty: 'There are no answers of the last week.',
  signs: { new: '●', applied: '✓', declined: '×' },
  expected: 'The absence is noted, the parent explained it beforehand.',
  notedAgain: 'The absence is noted at other lessons too.',
};
