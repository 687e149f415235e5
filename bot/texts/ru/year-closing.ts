import { plural } from '../plural.ts';

const pupils = (count: number) => `${count} ${plural(count, 'ученик', 'ученика', 'учеников')}`;
const classes = (count: number) => `${count} ${plural(count, 'класс', 'класса', 'классов')}`;

/** Closing a year: what becomes of its classes and pupils. Plain text. */
export const yearClosing = {
  open: (year: string) => `Год ${year}: закрыть и перевести`,
  title: (year: string) => `Учебный год ${year}`,
  hint: 'Класс откроется по кнопке: там отмечают, кто остаётся на повторный год и кто выбывает.',
  classLine: (className: string, what: string) => `${className}: ${what}`,
  moving: (className: string, count: number) => `в ${className} ${count}`,
  repeating: (count: number) => `повторно ${count}`,
  leaving: (count: number) => `выбывают ${count}`,
  emptyClass: (className: string) => `${className}: учеников нет, дальше класс не создаётся`,
  lacks: 'Нет годовых: кто и где',
  withCourses: 'Закрыть год, перенести предметы',
  withoutCourses: 'Закрыть год без предметов',

  classTitle: (className: string) => `${className}: перевод`,
  signs: { moves: '→', repeats: '↻', leaves: '×' },
  signsHint: '→ переходит, ↻ остаётся на повторный год, × выбывает. Нажатие меняет.',
  signed: (sign: string, name: string) => `${sign} ${name}`,
  whole: { moves: 'Все переходят', repeats: 'Все повторно', leaves: 'Все выбывают' },

  sure: (year: string) => `Закрыть ${year} учебный год?`,
  summary: (classCount: number, pupilCount: number, left: number) =>
    `В новом году ${classes(classCount)}, ${pupils(pupilCount)}. Выбывают: ${left}.`,
  askOrder: (next: string) =>
    `Классы переводятся в ${next}. Напишите номер и дату приказа, например: 45-у от 29.05.2027`,
  askOrderAndDays: (from: string) =>
    `Напишите номер и дату приказа, затем первый и последний день нового года (не раньше ${from}), например: 45-у от 29.05.2027; 01.09.2027–26.05.2028`,
  afterOrder: 'После этого сообщения год закроется навсегда. Передумали: /cancel',
  orderUnread: 'Приказ не прочитан. Напишите номер и дату, например: 45-у от 29.05.2027',
  orderAndDaysUnread:
    'Не прочитано. Напишите приказ и дни года, например: 45-у от 29.05.2027; 01.09.2027–26.05.2028',

  done: (year: string) => `Год закрыт, классы переведены в ${year}`,
  courses: (count: number) =>
    count > 0 ? `Перенесено предметов: ${count}.` : 'Предметы не переносились.',
  whatNext: 'Дальше: периоды, каникулы и расписание нового года, в панели или файлом школы.',
};
