import type { Texts } from '../ru.ts';

export const support: Texts['support'] = {
  title: 'Help with the journal',
  intro: 'Ask the school administrator: the answer comes to this chat.',
  waitingBelow: (count) =>
    `Waiting for an answer: ${count} ${count === 1 ? 'question' : 'questions'}.`,
  ownBelow: 'Your questions:',
  states: { open: 'waits for an answer', answered: 'answered', closed: 'solved' },
  waitingLine: (date, text) => `${date} ${text}`,
  ownLine: (state, text) => `${text} (${state})`,
  ask: 'Ask a question',
  toAll: '‹ All questions',
  openIt: 'The whole question',

  askTitle: 'Your question',
  askHint: 'Write it in one message. Leave out children’s names and passwords.',
  goesWith: (screen) =>
    `The administrator will see your role and the last screen (${screen}). No marks and no names go with it.`,
  goesWithout: 'The administrator will see your role. No marks and no names go with it.',
  dontAsk: 'Write nothing',
  moreTo: (number) => `Question ${number}: what is to be added?`,
  moreHint: 'Write it in one message.',
  more: 'Write more',
  close: 'Solved',
  sent: {
    asked: (number) => `Question ${number} was sent to the administrator. The answer comes here.`,
    askedNobody: (number) =>
      `Question ${number} is kept. The administrator will see it in the panel, the answer comes here.`,
    answered: (number) => `The answer to question ${number} was sent.`,
  },

  number: (number) => `Question ${number}`,
  asker: 'Asks',
  office: 'Administrator',
  screen: (screen) => `Last screen: ${screen}`,

  came: (number) => `Question ${number}`,
  moreCame: (number) => `Question ${number}, more to it`,
  answer: 'Answer',
  answerTo: (number) => `Answer to question ${number}`,
  answerHint: 'Write the answer in one message: it comes to the chat of whoever asked.',
  answerCame: (number) => `Answer to question ${number}`,
};
