import { school } from './school.ts';

type Child = { firstName: string; className: string };

const childrenOf = (children: readonly Child[]) =>
  children.map(({ firstName, className }) => `${firstName} (${className})`).join(', ');

/** The people of the demo's chat page: who they are, and what to try. Messages stand in «». */
export const demo = {
  notes: {
    teacher: (subject: string, className: string) =>
      `${school.roles.teacher}: ${subject}, ${className}`,
    classTeacher: (className: string) => `${school.roles.class_teacher} ${className}`,
    mother: (children: readonly Child[]) => `мама: ${childrenOf(children)}`,
    father: (children: readonly Child[]) => `папа, ещё без доступа: ${childrenOf(children)}`,
    deputyHead: school.roles.deputy_head,
    administrator: school.roles.administrator,
  },
  hints: {
    subjectTeacher: (className: string, subject: string, pupil: string) =>
      `Напишите «${className} ${subject}: все 5 кроме ${pupil} н» или откройте уроки: /lesson. Журнал картинкой: /journal, итоговые: /term`,
    classTeacher: (className: string, subject: string, pupil: string) =>
      `Коды для родителей ${className}: /invite, кого нет и сигналы: /class, письмо семьям: /write. Урок одной строкой: «${className} ${subject}: все были кроме ${pupil} б»`,
    gradeOneTeacher: (className: string, subject: string, pupil: string) =>
      `Только посещаемость: «${className} ${subject}: нет ${pupil}». Отметку журнал не примет: «${className} ${subject}: ${pupil} 5»`,
    mother:
      'Обзор ребёнка: /children, отметки: /marks, что присылать: /settings, письмо классному: /write. Когда учитель поставит отметку, телефон зазвонит',
    father: (code: string) =>
      `Отправьте код «${code}»: маме и классному руководителю придёт сообщение`,
    deputyHead: (login: string, password: string) =>
      `Кто опаздывает с журналом: /control, отчёты: /report, журнал любого класса: /journal. Остальное в панели (ссылка вверху): логин ${login}, пароль ${password}`,
    administrator: (login: string, password: string, colleague: string) =>
      `Код сотруднику: /invite ${colleague}. Остальное в панели: логин ${login}, пароль ${password}`,
  },
};
