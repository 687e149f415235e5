import type { Texts } from '../../ru.ts';

export const parent: Texts['handbook']['parent'] = {
  diary: {
    title: 'The diary',
    text: [
      '/diary opens today: lessons, topics, marks and homework. The arrows lead to other days, “Week” shows it all.',
      'If you have several children, their names are on the buttons.',
    ],
  },
  marks: {
    title: 'Marks and means',
    text: [
      '/marks shows the marks of a term by subject.',
      'The number after a subject is the weighted mean: a test weighs more than an answer.',
      'In grade one there are no marks, absences are shown.',
    ],
  },
  notices: {
    title: 'What comes by itself',
    text: [
      'New and corrected marks come after a few minutes; a “2”, an absence and a remark at once.',
      'In the evening the day’s summary comes with the homework.',
    ],
  },
  excuse: {
    title: 'The child is away',
    text: [
      '/excuse: choose the day and the reason. You may tell in advance.',
      'No diagnosis is needed. The class teacher decides.',
    ],
  },
  write: {
    title: 'Write to the teacher',
    text: [
      '/write sends a message or a photo to the class teacher.',
      'Correspondence is read by the child’s parents and the class teacher, nobody else.',
    ],
  },
  access: {
    title: 'Access and safety',
    text: [
      '/me shows which chats are linked. Cut off one you don’t know or have lost.',
      'Give your access code to nobody: whoever has it reads the diary.',
      '/privacy shows what is kept and who sees it, takes the data out and withdraws consent.',
      'Children are not linked to the journal: parents read the diary.',
    ],
  },
};
