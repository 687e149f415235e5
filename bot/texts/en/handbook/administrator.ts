import type { Texts } from '../../ru.ts';

export const administrator: Texts['handbook']['administrator'] = {
  staff: {
    title: 'Codes for staff',
    text: [
      '/invite shows staff without access. To find somebody: /invite Surname Name.',
      'A code is shown once: forward the message to whoever it is for.',
      'Parents get their codes from the class teacher.',
    ],
  },
  support: {
    title: 'Questions about the journal',
    text: [
      'Questions come to the chat; “Answer” sends the answer to where it was asked.',
      'All that wait: /support. In the panel they are in the section “System”.',
    ],
  },
  panel: {
    title: 'The panel',
    text: [
      'People, roles, classes, courses, the timetable, substitutions, cancelled and moved lessons, bells and holidays are kept in the panel.',
      'Each change stays in the history. Marks and absences are cancelled, never deleted.',
      '/panel gives a link to log in and its code: the link is good for two minutes.',
      'A login in two steps with an authenticator is turned on at the page “Log out”.',
      'To let a colleague in: the person’s card, “Give a login to the panel”.',
    ],
  },
  settings: {
    title: 'Settings of the school',
    text: [
      'Weights of work, thresholds of term marks, days of free correction, the hours of the digest and the reminder: the panel, “System”, “Settings”.',
    ],
  },
  closed: {
    title: 'A closed term',
    text: [
      'A term is closed in the panel: “Terms”, state “closed”.',
      'From then on the deputy head and the administrator correct it, with a reason.',
    ],
  },
};
