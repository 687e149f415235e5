import { plural } from '../plural.ts';
import { school } from './school.ts';

const TERM_ENDINGS = { quarter: 'я', trimester: 'й', half_year: 'е' };

/** What a parent reads: the diary, marks, notices, the evening digest. Plain text. */
export const parent = {
  noChildren: 'К этому чату не подключён ни один ребёнок. Отправьте код от классного руководителя.',
  notEnrolled: (child: string) => `${child}: в этом учебном году в школе не числится.`,
  childTitle: (child: string, className: string) => `${child}, ${className}`,
  thisChild: (name: string) => `• ${name}`,

  // The diary
  dayTitle: (weekday: string, date: string) =>
    `${weekday.slice(0, 1).toUpperCase()}${weekday.slice(1)}, ${date}`,
  dayOff: (name: string) => `Уроков нет: ${name}.`,
  noLessons: 'Уроков в этот день нет.',
  topic: (topic: string) => `Тема: ${topic}`,
  given: (homework: string) => `Задано: ${homework}`,
  givenFor: (date: string, homework: string) => `Задано на ${date}: ${homework}`,
  due: (homework: string) => `К уроку: ${homework}`,
  clip: (count: number) => `📎 ${count}`,
  homeworkFiles: '📎 Файлы к домашнему заданию',
  fileCaption: (subject: string, date: string, name: string) => `${subject}, ${date}: ${name}`,
  fileElsewhere: (caption: string) =>
    `${caption}. Файл прислан через другой мессенджер, спросите о нём учителя.`,
  moreFiles: (count: number) => `Ещё файлы: ${count}`,
  filesGone: 'Учитель убрал файлы к этому заданию.',
  marked: (value: string, kind: string) => `${value} (${kind})`,
  weekTitle: (from: string, to: string) => `Неделя ${from} – ${to}`,
  weekHomework: (homework: string) => `д/з: ${homework}`,
  dayTomorrow: (day: string) => `${day} ›`,
  dayYesterday: (day: string) => `‹ ${day}`,
  week: 'Неделя',
  weekLater: 'Неделя ›',
  weekEarlier: '‹ Неделя',
  today: 'Сегодня',
  marks: 'Отметки',
  diary: 'Дневник',

  // Marks
  /** «2-я четверть» */
  termTitle: (number: number, kind: keyof typeof TERM_ENDINGS) =>
    `${number}-${TERM_ENDINGS[kind]} ${school.termKinds[kind]}`,
  marksLegend: 'Число после предмета — средняя отметка с учётом веса работ.',
  lettersLegend: 'н — отсутствие, б — болезнь, у — уважительная причина, о — опоздание',
  noSubjects: 'Предметов пока нет.',
  noTerm: 'Учебный период ещё не начался.',
  gradeOne: 'В первом классе отметки не ставят. Пропуски и опоздания за период:',
  gradeOneNothing: 'В первом классе отметки не ставят. Пропусков и опозданий за период нет.',
  absenceCount: (name: string, count: number) =>
    `${name}: ${count} ${plural(count, 'урок', 'урока', 'уроков')}`,

  // Notices
  noticeTitle: 'Новое в дневнике',
  newMark: (value: string, kind: string) => `${value} (${kind})`,
  correctedMark: (value: string, was: string, kind: string) => `${value} вместо ${was} (${kind})`,
  owedDone: (value: string, kind: string) => `${value} (${kind}), долг закрыт`,
  cancelledMark: (was: string) => `отметка ${was} отменена`,
  cancelledOwed: 'долг снят',
  lesson: (number: number) => `${number}-й урок`,
  newAbsence: (name: string) => name,
  correctedAbsence: (name: string, was: string) => `${name} (было: ${was})`,
  cancelledAbsence: (was: string) => `запись отменена (${was})`,
  more: (count: number) =>
    `И ещё ${count} ${plural(count, 'запись', 'записи', 'записей')}. Всё в дневнике: /diary`,

  // The evening digest
  digestTitle: (date: string) => `Дневник за ${date}`,
  digestMarks: (marks: string) => `Отметки: ${marks}`,
  digestAbsences: (absences: string) => `Пропуски: ${absences}`,
  digestHomework: (weekday: string, date: string) => `Задано на ${date}, ${weekday}:`,
};
