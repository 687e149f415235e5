import type { Texts } from '../ru.ts';

const counted = (count: number, one: string, many: string) =>
  `${count} ${count === 1 ? one : many}`;

export const lesson: Texts['lesson'] = {
  callRoll: 'Roll call',
  everybody: 'All …',
  whomToAsk: 'Whom to ask',
  kindChosen: (kind) => `Kind: ${kind}`,
  weighed: (kind, weight) => `${kind} ×${weight}`,
  done: 'Done',

  supply: ({ mean, minimum, enough, pupils, bar }) =>
    `Marks: ${mean} a pupil, ${enough} of ${pupils} have the minimum of ${minimum} ${bar}`,

  chooseKind: 'For which kind of work are the marks? Beside it is its weight in the mean.',

  rollHint: 'Tap those who are not here. Each tap: н → б → у → о → nothing.',

  giveAllQuestion: 'What does everybody get? Untick those who get nothing.',
  awayGetNothing: (names) => `Not at the lesson: ${names}`,
  giveAll: (value, count) => `Give ${value} to ${counted(count, 'pupil', 'pupils')}`,

  whomTitle: 'Whom to ask:',
  fewMarks: (name, count) =>
    count === 0
      ? `${name}: no marks this term`
      : `${name}: ${counted(count, 'mark', 'marks')} this term`,
  longAgo: (name, count) => `${name}: not asked for ${counted(count, 'lesson', 'lessons')}`,
  allAsked: 'Everybody who is here was asked lately.',

  planLine: (number, topic, homework) =>
    homework === null
      ? `By the plan, No ${number}: ${topic}`
      : `By the plan, No ${number}: ${topic}. Homework: ${homework}`,
  acceptPlan: (topic) => `✓ Accept: ${topic}`,
  asIn: (className) => `As in ${className}`,

  comment: 'Comment',
  removeComment: 'Take the comment away',
  commentStands: (comment) => `Comment: ${comment}`,
  writeComment: (value, limit) =>
    `Write a comment to the mark «${value}» in one message, ${limit} characters at most. Parents will see it.`,
  badComment: (name, limit) => `${name}: a comment belongs to a mark, ${limit} characters at most.`,

  homeworkFor: (date, homework) => `Homework for ${date}: ${homework}`,
  files: (count) => `📎 ${count}`,
  filesToo: (limit) => `You can send photos and files too, ${limit} at most.`,
  dueNext: 'next lesson',
  dueOn: (weekday, date) => `${weekday} ${date}`,
  removeFile: (name) => `✕ ${name}`,
  fileKept: (count, limit) => `The file belongs to the homework now (${count} of ${limit}).`,
  afterFile: 'Send another, write the homework as a text, or press «Done».',
  seeFile: 'See the file',
  undoneFiles: (count) => counted(count, 'file', 'files'),
  photoName: 'photo.jpg',
  howToAttach:
    'To add a file to homework, press «Homework» in the lesson and send a photo or a document. Or write «дз» under the file while the lesson is open.',
  wrongFile: 'Homework takes photos and documents. Nothing was saved.',

  corrected: (name, value, was) => `${name}: ${value} instead of ${was}`,
  cleared: (name, was) => `${name}: «${was}» taken away`,
  correctedTitle: 'Corrected:',
  nothingToCorrect: (name, was) => `${name} has no «${was}» at this lesson. Nothing was changed.`,
  severalToCorrect: (name, was) =>
    `${name} has several «${was}» at this lesson. Correct the right one there. Nothing was changed.`,
  correctionAlone: 'Send a correction as a message of its own, for example: Иванов не 5 а 4',
  didYouMean: (written) => `«${written}»: whom do you mean?`,
};
