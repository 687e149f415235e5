import type { Texts } from '../ru.ts';
import { school } from './school.ts';

const capital = (text: string) => `${text.slice(0, 1).toUpperCase()}${text.slice(1)}`;

export const parent: Texts['parent'] = {
  noChildren: 'No child is linked to this chat. Send the code from the class teacher.',
  notEnrolled: (child) => `${child}: not at this school this year.`,
  childTitle: (child, className) => `${child}, ${className}`,
  thisChild: (name) => `• ${name}`,

  dayTitle: (weekday, date) => `${weekday}, ${date}`,
  dayOff: (name) => `No lessons: ${name}.`,
  noLessons: 'No lessons on this day.',
  topic: (topic) => `Topic: ${topic}`,
  given: (homework) => `Homework: ${homework}`,
  givenFor: (date, homework) => `Homework for ${date}: ${homework}`,
  due: (homework) => `Due: ${homework}`,
  clip: (count) => `📎 ${count}`,
  homeworkFiles: '📎 Files of the homework',
  fileCaption: (subject, date, name) => `${subject}, ${date}: ${name}`,
  fileElsewhere: (caption) =>
    `${caption}. The file was sent through another messenger, ask the teacher for it.`,
  moreFiles: (count) => `More files: ${count}`,
  filesGone: 'The teacher has taken the files away.',
  marked: (value, kind) => `${value} (${kind})`,
  weekTitle: (from, to) => `Week ${from} – ${to}`,
  weekHomework: (homework) => `hw: ${homework}`,
  dayTomorrow: (day) => `${day} ›`,
  dayYesterday: (day) => `‹ ${day}`,
  week: 'Week',
  weekLater: 'Week ›',
  weekEarlier: '‹ Week',
  today: 'Today',
  marks: 'Marks',
  diary: 'Diary',

  termTitle: (number, kind) => `${capital(school.termKinds[kind])} ${number}`,
  marksLegend: 'The number after a subject is the mean, weighted by kinds of work.',
  lettersLegend: 'н absent, б ill, у excused, о late',
  noSubjects: 'There are no subjects yet.',
  noTerm: 'The term has not begun yet.',
  gradeOne: 'Grade 1 gets no marks. Absences and late arrivals of the term:',
  gradeOneNothing: 'Grade 1 gets no marks. No absences or late arrivals in this term.',
  absenceCount: (name, count) => `${capital(name)}: ${count} ${count === 1 ? 'lesson' : 'lessons'}`,

  noticeTitle: 'New in the diary',
  newMark: (value, kind) => `${value} (${kind})`,
  correctedMark: (value, was, kind) => `${value} instead of ${was} (${kind})`,
  owedDone: (value, kind) => `${value} (${kind}), no longer owed`,
  cancelledMark: (was) => `mark ${was} cancelled`,
  cancelledOwed: 'no longer owed',
  lesson: (number) => `lesson ${number}`,
  newAbsence: (name) => name,
  correctedAbsence: (name, was) => `${name} (was: ${was})`,
  cancelledAbsence: (was) => `cancelled (${was})`,
  more: (count) => `And ${count} more. All of it is in the diary: /diary`,

  digestTitle: (date) => `Diary of ${date}`,
  digestMarks: (marks) => `Marks: ${marks}`,
  digestAbsences: (absences) => `Absences: ${absences}`,
  digestHomework: (weekday, date) => `Homework for ${weekday}, ${date}:`,
};
