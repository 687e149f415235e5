import type { Texts } from '../../ru.ts';

export const teacher: Texts['handbook']['teacher'] = {
  lesson: {
    title: 'Fill in a lesson',
    text: [
      '/lesson shows the day’s lessons, the running one first, and below them those left unfilled.',
      'Open a lesson, tap a pupil, then a mark. “Kind” changes the kind of work, “All …” gives many the same mark at once.',
      '“Topic” and “Homework” are there too. If there are lesson plans, the plan proposes both.',
    ],
  },
  entry: {
    title: 'A lesson in one message',
    text: [
      'Write the class, the subject and the marks:',
      '7А алгебра: Иванов 5, Петрова 4 5, Козлов н',
      'The kind of work stands after the mark: Сидоров 3 контрольная. For all: все 5 кроме Козлов н.',
      'Without a date it is the newest lesson that has begun. For another day: 7А алгебра 12.10: Иванов 5.',
      'The bot answers what it understood. Of namesakes it asks by buttons.',
    ],
  },
  roll: {
    title: 'The roll',
    text: [
      'Tap “Roll call” in a lesson and then those who are away: н, б, у or о in turn.',
      'If all are there, “All present” is enough.',
      'The same in one message: /absent 7А алгебра: Козлов, Орлова б.',
      'A mark and an absence don’t go together at one lesson: the bot offers to replace one.',
    ],
  },
  correct: {
    title: 'Correct and take back',
    text: [
      '/undo takes the last action back.',
      'A mark is corrected in its lesson: tap the pupil and the mark that stands. Or write: 7А алгебра: Иванов не 5 а 4.',
      'Once the time for corrections is over (7 days as a rule) the bot asks for a reason. A closed term is corrected by the deputy head and the administrator.',
    ],
  },
  homework: {
    title: 'Homework and files',
    text: [
      'Tap “Homework” in a lesson and write it. Photos and documents may follow.',
      'The buttons under the question change the day it is for.',
      'With no lesson open /homework and /topic write to the newest lesson that has begun.',
    ],
  },
  term: {
    title: 'Term marks',
    text: [
      '/term shows your subjects and how many term marks are decided.',
      '“Accept the sure ones” decides those that leave no question. The others are yours: tap a pupil.',
      'A term mark that differs from the calculation is allowed.',
    ],
  },
  journal: {
    title: 'The class journal',
    text: [
      '/journal shows a term as a picture and gives it as an XLSX file.',
      '“Pupils” opens a card: marks, the mean, what is missing to a 4 and a 5, a chart.',
      '“Whom to ask” in a lesson names those who haven’t been asked lately.',
    ],
  },
  plan: {
    title: 'Lesson plans',
    text: [
      '/plan compares the plan with the fact by subject.',
      'Take the template, fill in the lines and send the file: it is checked first and kept once you agree.',
      'A correction merges, cuts or moves a line, with a reason.',
    ],
  },
  gradeOne: {
    title: 'Grade one',
    text: [
      'In grade one only attendance and topics are kept.',
      'The journal takes no marks and no homework there.',
    ],
  },
  panel: {
    title: 'The panel',
    text: [
      '/panel gives a link to log in and its code: the link is good for two minutes and works once.',
      'The panel shows your lessons, marks, absences, term marks and plans as lists with filters. They can be corrected there too.',
    ],
  },
};
