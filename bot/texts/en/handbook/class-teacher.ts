import type { Texts } from '../../ru.ts';

export const classTeacher: Texts['handbook']['class_teacher'] = {
  codes: {
    title: 'Codes for parents',
    text: [
      '/invite shows the class: who is linked, who has got a code, who has none.',
      '“Codes for the class” gives slips to print or a list to forward.',
      'A code works once. A new one replaces the earlier one that was not used.',
    ],
  },
  lostPhone: {
    title: 'A lost phone',
    text: [
      'Open /invite, tap the pupil and “Cut off”: the chat stops showing the diary at once.',
      'Only a new code brings it back.',
    ],
  },
  today: {
    title: 'Who is away today',
    text: [
      '/class shows who is away now, the list of the class, warnings and movement.',
      'Warnings compare a pupil with nobody else: a fallen mean, low marks in a row, many absences.',
    ],
  },
  excuse: {
    title: 'What parents answer',
    text: [
      'When a child is away from the first lesson, the bot asks the parents why.',
      'The answer comes to you: one tap sets «б» or «у» for the whole day. All answers: /excuse.',
    ],
  },
  write: {
    title: 'Letters to parents',
    text: [
      '/write: tick families, write a text or send a photo, look at it and send it.',
      'The sent letters show who has read them. Office hours decide when messages come without a sound.',
      'Correspondence is read by the family and you alone.',
    ],
  },
  behaviour: {
    title: 'Praise and remarks',
    text: [
      '/behaviour: tick pupils, choose praise or a remark and its text.',
      'Parents get it at once and confirm that they have read it.',
    ],
  },
  moves: {
    title: 'Moving and leaving',
    text: [
      'Open /class, the list and a pupil’s card: moving to another class and leaving are there.',
      'An arrival is recorded in the tab of movement. The number and the date of the order are needed.',
      'What stands in the earlier journal is kept.',
    ],
  },
  panel: {
    title: 'The panel',
    text: [
      '/panel gives a link to log in and its code: the link is good for two minutes and works once.',
      'The panel shows the pupils of your class, their parents, marks, absences, behaviour and excuses.',
    ],
  },
};
