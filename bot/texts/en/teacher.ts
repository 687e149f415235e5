import type { Texts } from '../ru.ts';

const counted = (count: number, one: string, many: string) =>
  `${count} ${count === 1 ? one : many}`;

export const teacher: Texts['teacher'] = {
  dayTitle: (weekday, date) => `${weekday}, ${date}`,
  noLessons: 'You have no lessons on this day.',
  noLessonsAtAll: 'The timetable has no lessons of yours. Ask the administrator.',
  running: 'now',
  newest: 'latest',
  topicFilled: (filled) => (filled ? 'topic ✓' : 'no topic'),
  rollFilled: (filled) => (filled ? 'roll ✓' : 'no roll'),
  futureDay: 'These lessons are still to come; they can be filled in on their day.',
  earlier: (weekday, date) => `‹ ${weekday} ${date}`,
  later: (weekday, date) => `${weekday} ${date} ›`,
  today: 'Today',

  lessonNumber: (number) => `lesson ${number}`,
  topic: (topic) => `Topic: ${topic}`,
  noTopic: 'No topic yet',
  homework: (homework) => `Homework: ${homework}`,
  noHomework: 'No homework yet',
  rollNotCalled: 'The roll was not called',
  allPresent: 'Everybody is here',
  awayCount: (away, late) =>
    [away > 0 ? `${away} absent` : '', late > 0 ? `${late} late` : '']
      .filter((part) => part !== '')
      .join(', '),
  kindOfWork: (kind) => `Kind of work: ${kind}`,
  readOnly: 'Read only.',
  emptyRoster: 'Nobody is on the list of this group. Ask the administrator.',
  entryHint: (example) => `Choose a pupil or write: ${example}`,
  owedSign: '•',
  allWere: 'All present',
  othersWere: 'The rest present',
  askTopic: 'Topic',
  askHomework: 'Homework',
  lessons: '‹ Lessons',
  undo: 'Undo',
  page: (from, to) => `${from}–${to}`,

  standsNow: (marks) => `Now: ${marks}`,
  nothingStands: 'Nothing stands for this lesson.',
  owed: 'owed',
  chosen: (label) => `✓ ${label}`,
  backToClass: '‹ To the class',
  backToPupil: '‹ Back',
  marksHint: 'A mark that stands can be corrected or taken away:',

  markStands: (value, kind) => `It is ${value}, ${kind}. Correct it to?`,
  removeMark: 'Take the mark away',

  absenceStands: (name, letter, value) =>
    `${name} has «${letter}» at this lesson; no mark can stand beside it. Replace it by «${value}»?`,
  marksStand: (name, marks, letter) =>
    `${name} has «${marks}» at this lesson; no absence can stand beside it. Replace it by «${letter}»?`,
  replaceWith: (value) => `Replace by ${value}`,

  recorded: 'Saved:',
  nothingRecorded: 'Nothing was saved.',
  rollNow: 'The roll is called.',
  notRecorded: 'Not saved:',
  openLesson: 'Open the lesson',
  ambiguous: (written) => `«${written}»: there are several, choose below.`,
  confirm: (written) => `«${written}»: a pupil’s number or a mark? Confirm below.`,
  unknownName: (written, className) => `«${written}»: not on the list of ${className}.`,
  unknownNameNearest: (written, className) =>
    `«${written}»: not on the list of ${className}. The nearest are below.`,
  unknownNameMeant: (written, className, name) =>
    `«${written}»: not on the list of ${className}. Do you mean ${name}?`,
  wrongValue: (written, name) =>
    `${name === '' ? '' : `${name}: `}there is no mark «${written}». Write 5 4 3 2, a dot, or н б у о.`,
  noValue: (written) => `«${written}»: it is not said what to give. Example: ${written} 5`,
  notReadable: (written) => `«${written}»: not understood. Example: Иванов 5, Козлов н`,
  bothAtOnce: (name) => `${name}: both a mark and an absence. Keep one of them.`,
  twice: (name) => `${name}: named twice in the message. Keep one line.`,
  standingMark: (name) => `${name}: there is a mark at this lesson already.`,
  standingAbsence: (name, letter) => `${name}: «${letter}» stands at this lesson already.`,
  replaceFor: (name, value) => `${name}: replace by ${value}`,
  problemLeft: (count) => `And ${counted(count, 'line', 'lines')} more. Send them separately.`,

  whichCourse: 'Which subject do you mean?',
  nameCourse: (courses) => `Name the subject too. You teach: ${courses}.`,
  unknownClass: (written, classes) => `You have no class «${written}». Your classes: ${classes}.`,
  unknownSubject: (className, subjects) =>
    `You have no such subject in ${className}. Your subjects there: ${subjects}.`,
  badDate: (written) => `There is no date «${written}». Write day and month: 12.10`,
  noHeader: (example) => `Write the class and the subject before the marks. Example:\n${example}`,
  noLessonOn: (course, date) =>
    `The timetable has no lesson of ${course} on ${date}. Open the list: /lesson`,
  noLessonYet: (course) => `There was no lesson of ${course} in the last weeks. The list: /lesson`,
  noCourses: 'You have no courses this year. Ask the administrator.',
  expiredEntry: 'The message is forgotten by now, nothing was saved. Please send it again.',

  howToMark: (example) => `Write the class, the subject and the marks in one message:\n${example}`,
  howToAbsent: (example) => `Write the class and who is absent in one message:\n${example}`,
  exampleNames: ['Иванов', 'Козлов'],

  writeTopic: 'Write the topic of the lesson in one message.',
  writeHomework: 'Write the homework in one message.',
  noLessonToWrite: 'No lesson of yours has begun yet. The list: /lesson',

  undone: (what) => `Taken back: ${what}.`,
  undoneMarks: (count) => counted(count, 'mark', 'marks'),
  undoneAbsences: (count) => counted(count, 'attendance record', 'attendance records'),
  undoneLesson: 'the record of the lesson',
};
