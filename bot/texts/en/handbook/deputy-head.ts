import type { Texts } from '../../ru.ts';

export const deputyHead: Texts['handbook']['deputy_head'] = {
  control: {
    title: 'Control of the journal',
    text: [
      '/control: what is not filled in today, new of the week, all that is open; by teacher, class and rule.',
      'Findings are written once a week and told to teachers on Monday. What is mended closes by itself.',
    ],
  },
  journal: {
    title: 'The journal of any class',
    text: [
      '/journal opens any class and subject: a term as a picture and as an XLSX file.',
      '“Pupils” opens a pupil’s card in the subject.',
    ],
  },
  classes: {
    title: 'The card of a class',
    text: [
      '/class and its name, as /class 7А: who is away, the list, warnings, movement of the year.',
    ],
  },
  term: {
    title: 'Term marks',
    text: [
      '/term shows how many term marks are decided in each subject of a class.',
      'A closed term is corrected by the deputy head and the administrator, with a reason.',
    ],
  },
  panel: {
    title: 'The panel',
    text: [
      'The panel shows lessons, marks, absences and the history of changes, filtered by day, teacher and class.',
      '/panel gives a link to log in and its code. A login with a password comes from the administrator.',
    ],
  },
};
