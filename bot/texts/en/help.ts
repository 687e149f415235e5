import type { Texts } from '../ru.ts';

export const help: Texts['help'] = {
  title: 'What the journal can do',
  stranger:
    'To get in, send your access code. Parents get it from the class teacher, staff from the school administrator.',
  words: 'Commands also work as Russian words without the slash: «дневник», «отметки», «помощь».',
  shortcuts: {
    lesson: 'Lessons',
    journal: 'Journal',
    term: 'Term marks',
    plan: 'Lesson plans',
    class: 'Class',
    write: 'Correspondence',
    excuse: 'Absences',
    invite: 'Access codes',
    diary: 'Diary',
    marks: 'Marks',
    support: 'Ask the administrator',
    mark: 'Marks',
    absent: 'Absences',
    homework: 'Homework',
    behaviour: 'Behaviour',
    me: 'My chats',
    settings: 'Settings',
    privacy: 'My data',
  },
  handbook: (role) => `Handbook: ${role}`,
  handbookTitle: (role) => `Handbook: ${role}`,
  handbookHint: 'Choose a topic.',
  open: (label) => `Open: ${label}`,
  topics: '‹ Topics',
  toHelp: '‹ Help',
};
