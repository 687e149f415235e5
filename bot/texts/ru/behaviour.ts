import { plural } from '../plural.ts';

const toFamilies = (count: number) => `${count} ${plural(count, 'семье', 'семьям', 'семьям')}`;

/** Praise and remarks: written by teachers, told to parents. Plain text. */
export const behaviour = {
  kinds: { good: 'Похвала', bad: 'Замечание' },
  signs: { good: '+', bad: '−' },
  templates: {
    good: [
      'Активная работа на уроке',
      'Отлично выполненное домашнее задание',
      'Заметный успех по предмету',
      'Помощь товарищам',
      'Интересный доклад или проект',
      'Достойное участие в конкурсе или соревновании',
      'Ответственное дежурство',
      'Аккуратная тетрадь',
    ],
    bad: [
      'Нет домашнего задания',
      'Нет тетради или учебника',
      'Нет спортивной формы',
      'Опоздание на урок без причины',
      'Разговоры на уроке после замечаний',
      'Телефон на уроке',
      'Отказ работать на уроке',
      'Ссора с одноклассниками',
      'Беспорядок на перемене',
    ],
  },

  // Writing
  chooseClass: 'О ком запись?',
  aboutChild: (child: string) => `Записи: ${child}`,
  nobody: 'У Вас нет ни класса, ни предметов в этом году. Обратитесь к администратору.',
  classTitle: (className: string) => `${className}: поведение`,
  pickHint: 'Отметьте учеников, затем выберите: похвала или замечание.',
  chosenCount: (count: number) =>
    `Выбрано: ${count} ${plural(count, 'ученик', 'ученика', 'учеников')}. Похвала или замечание?`,
  chosen: '✓',
  classNotes: 'Записи класса',
  askText: 'Выберите текст или напишите свой одним сообщением.',
  otherText: 'Другой текст',
  tellParents: 'Записать и сообщить родителям',
  drop: 'Не записывать',
  dropped: 'Ничего не записано.',
  draftGone: 'Эта запись уже сделана или заменена другой.',

  // Written
  written: (count: number) =>
    `Записано: ${count} ${plural(count, 'ученик', 'ученика', 'учеников')}.`,
  toldTo: (count: number) => `Сообщено ${toFamilies(count)}.`,
  toldNobody: 'Родителям не сообщено.',
  undo: 'Отменить',
  again: 'Новая запись',
  undone: (count: number) =>
    `Отменено: ${count} ${plural(count, 'запись', 'записи', 'записей')}. Родителям сообщено.`,

  // What comes to parents and the class teacher
  told: (kind: string, child: string) => `${kind}: ${child}`,
  toldInClass: (kind: string, className: string) => `${kind}, ${className}`,
  author: (name: string, date: string) => `${name}, ${date}`,
  teacher: 'Учитель',
  acknowledge: 'Ознакомлен(а)',
  acknowledged: '✓ Вы ознакомлены.',
  allNotes: 'Все записи',
  cancelled: (kind: string, date: string, child: string) =>
    `Запись отменена: ${kind.toLowerCase()} от ${date}, ${child}`,

  // Lists
  notesTitle: (className: string) => `${className}: записи о поведении`,
  noNotesInClass: 'Записей в этом учебном году нет.',
  counts: (name: string, good: number, bad: number) =>
    [name, ...(good > 0 ? [`+${good}`] : []), ...(bad > 0 ? [`−${bad}`] : [])].join(' '),
  countsLegend: '+ похвалы · − замечания',
  pupilTitle: (child: string) => `${child}: поведение`,
  noNotes: 'Записей пока нет.',
  onCard: 'Поведение',
  shortNote: (date: string, sign: string, text: string) => `${date} ${sign} ${text}`,
  noteLine: (kind: string, text: string) => `${kind}: ${text}`,
  acknowledgedCount: (count: number) =>
    `ознакомлены: ${count} ${plural(count, 'родитель', 'родителя', 'родителей')}`,
  notAcknowledged: 'родители ещё не ознакомлены',
  acknowledgeFor: (date: string) => `Ознакомлен(а): ${date}`,
  earlier: '‹ Раньше',
  newest: 'К последним ›',
  toNotes: '‹ Записи класса',
  toClass: '‹ К классу',
};
