import type { Texts } from '../ru.ts';

const pupils = (count: number) => `${count} ${count === 1 ? 'pupil' : 'pupils'}`;

export const behaviour: Texts['behaviour'] = {
  kinds: { good: 'Praise', bad: 'Remark' },
  signs: { good: '+', bad: '−' },
  templates: {
    good: [
      'Active work at the lesson',
      'Excellent homework',
      'Clear progress in the subject',
      'Help to classmates',
      'An interesting talk or project',
      'A worthy part in a contest',
      'Responsible duty',
      'A neat notebook',
    ],
    bad: [
      'No homework',
      'No notebook or textbook',
      'No sports clothes',
      'Late for the lesson without a reason',
      'Talking at the lesson after remarks',
      'Phone at the lesson',
      'Refusal to work at the lesson',
      'Quarrel with classmates',
      'Disorder during the break',
    ],
  },

  chooseClass: 'Whom is it about?',
  aboutChild: (child) => `Notes: ${child}`,
  nobody: 'You have neither a class nor courses this year. Please ask the administrator.',
  classTitle: (className) => `${className}: behaviour`,
  pickHint: 'Tick the pupils, then choose praise or a remark.',
  chosenCount: (count) => `Chosen: ${pupils(count)}. Praise or a remark?`,
  chosen: '✓',
  classNotes: 'Notes of the class',
  askText: 'Choose a text or write your own as one message.',
  otherText: 'Another text',
  tellParents: 'Write it and tell the parents',
  drop: 'Do not write',
  dropped: 'Nothing was written.',
  draftGone: 'This note was written already or replaced by another.',

  written: (count) => `Written: ${pupils(count)}.`,
  toldTo: (count) => `Told ${count} ${count === 1 ? 'family' : 'families'}.`,
  toldNobody: 'No parents were told.',
  undo: 'Take back',
  again: 'Another note',
  undone: (count) =>
    `Taken back: ${count} ${count === 1 ? 'note' : 'notes'}. The parents are told.`,

  told: (kind, child) => `${kind}: ${child}`,
  toldInClass: (kind, className) => `${kind}, ${className}`,
  author: (name, date) => `${name}, ${date}`,
  teacher: 'Teacher',
  acknowledge: 'I have read it',
  acknowledged: '✓ You have read it.',
  allNotes: 'All notes',
  cancelled: (kind, date, child) => `Taken back: ${kind.toLowerCase()} of ${date}, ${child}`,

  notesTitle: (className) => `${className}: behaviour notes`,
  noNotesInClass: 'There are no notes this year.',
  counts: (name, good, bad) =>
    [name, ...(good > 0 ? [`+${good}`] : []), ...(bad > 0 ? [`−${bad}`] : [])].join(' '),
  countsLegend: '+ praise · − remarks',
  pupilTitle: (child) => `${child}: behaviour`,
  noNotes: 'There are no notes yet.',
  noteLine: (kind, text) => `${kind}: ${text}`,
  acknowledgedCount: (count) => `read by ${count} ${count === 1 ? 'parent' : 'parents'}`,
  notAcknowledged: 'not read by the parents yet',
  acknowledgeFor: (date) => `I have read it: ${date}`,
  earlier: '‹ Earlier',
  newest: 'To the newest ›',
  toNotes: '‹ Notes of the class',
  toClass: '‹ To the class',
};
