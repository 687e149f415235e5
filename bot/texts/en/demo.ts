import type { Texts } from '../ru.ts';
import { school } from './school.ts';

const childrenOf = (children: readonly { firstName: string; className: string }[]) =>
  children.map(({ firstName, className }) => `${firstName} (${className})`).join(', ');

export const demo: Texts['demo'] = {
  notes: {
    teacher: (subject, className) => `${school.roles.teacher}: ${subject}, ${className}`,
    classTeacher: (className) => `${school.roles.class_teacher} of ${className}`,
    mother: (children) => `mother of ${childrenOf(children)}`,
    father: (children) => `father of ${childrenOf(children)}, without access yet`,
    deputyHead: school.roles.deputy_head,
    administrator: school.roles.administrator,
  },
  hints: {
    subjectTeacher: (className, subject, pupil) =>
      `Write «${className} ${subject}: все 5 кроме ${pupil} н» (all 5, ${pupil} absent) or open the lessons: /lesson. The journal as a picture: /journal, term marks: /term`,
    classTeacher: (className, subject, pupil) =>
      `Codes for the parents of ${className}: /invite, who is absent and signals: /class, a letter to families: /write. A lesson in one line: «${className} ${subject}: все были кроме ${pupil} б» (all were there but ${pupil}, ill)`,
    gradeOneTeacher: (className, subject, pupil) =>
      `Attendance only: «${className} ${subject}: нет ${pupil}» (absent). A mark is refused: «${className} ${subject}: ${pupil} 5»`,
    mother:
      'The child’s overview: /children, marks: /marks, what to be told: /settings, a letter to the class teacher: /write. When the teacher gives a mark, the phone rings',
    father: (code) => `Send the code «${code}»: the mother and the class teacher are told`,
    deputyHead: (login, password) =>
      `Who is late with the journal: /control, reports: /report, any class’s journal: /journal. The rest is in the panel (link above): login ${login}, password ${password}`,
    administrator: (login, password, colleague) =>
      `A code for a colleague: /invite ${colleague}. The rest is in the panel: login ${login}, password ${password}`,
  },
};
