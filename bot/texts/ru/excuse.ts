import { plural } from '../plural.ts';

const lessons = (count: number) => `${count} ${plural(count, 'урок', 'урока', 'уроков')}`;

/** A parent explains an absence, the class teacher turns it into a code. Plain text. */
export const excuse = {
  // The parent
  question: 'Ребёнка нет на первом уроке. Сообщите, пожалуйста, причину:',
  answers: {
    ill: 'Болеет',
    excused: 'Уважительная',
    unknown: 'Не знаю',
    other: 'Написать',
  },
  /** In the middle of a sentence. */
  answered: {
    ill: 'болеет',
    excused: 'уважительная причина',
    unknown: 'причину не знает',
    other: 'написали',
  },
  title: (child: string) => `${child}: объяснить отсутствие`,
  whichDay: 'За какой день?',
  today: (day: string) => `Сегодня, ${day}`,
  day: (weekday: string, date: string) => `${weekday} ${date}`,
  dayAbsent: (day: string, count: number) => `${day}: «н», ${lessons(count)}`,
  given: (date: string, answer: string, state: string) => `${date}: ${answer} (${state})`,
  states: { new: 'передано', applied: 'учтено', declined: 'не принято' },
  noDays: 'Учебных дней впереди и пропусков без причины нет.',
  askDay: (child: string, date: string) => `${child}, ${date}. Почему ребёнка нет в школе?`,
  askText: 'Напишите причину одним сообщением. Диагноз указывать не нужно.',
  passedOn: (child: string, date: string, answer: string) =>
    `${child}, ${date}: ${answer}. Передано классному руководителю.`,
  kept: (child: string, date: string, answer: string) =>
    `${child}, ${date}: ${answer}. Ответ сохранён, классный руководитель увидит его позже.`,
  change: 'Изменить ответ',
  otherDay: 'Другой день',
  toDays: '‹ К дням',
  declinedForParent: (child: string, date: string) =>
    `Классный руководитель не принял объяснение: ${child}, ${date}. Напишите ему: /write`,

  // The class teacher
  toClass: (className: string) => `Ответы родителей ${className}`,
  toExplain: (child: string) => `Объяснить отсутствие: ${child}`,
  card: (child: string, className: string, answer: string) => `${child}, ${className}: ${answer}`,
  answerOf: (date: string, parent: string) => `${date}, ответ: ${parent}`,
  absentNow: (count: number) => `Стоит «н»: ${lessons(count)}.`,
  absentNone: 'Отсутствие пока не отмечено.',
  coded: (letter: string, count: number) => `Поставлено «${letter}»: ${lessons(count)}.`,
  declined: 'Не принято, родителю сообщено.',
  setToday: (letter: string) => `Поставить «${letter}» на сегодня`,
  setOn: (letter: string, date: string) => `Поставить «${letter}» на ${date}`,
  decline: 'Не принимать',
  back: 'Вернуть «н»',
  writeFamily: 'Написать семье',
  toList: '‹ Ответы',
  listTitle: (className: string) => `${className}: ответы родителей`,
  listHint: '● ждёт решения · ✓ учтено',
  listLine: (sign: string, date: string, child: string, answer: string) =>
    `${sign} ${date} ${child}: ${answer}`,
  listEmpty: 'За последнюю неделю ответов нет.',
  signs: { new: '●', applied: '✓', declined: '×' },
  expected: 'Отсутствие отмечено, родитель объяснил его заранее.',
  notedAgain: 'Отсутствие отмечено и на других уроках.',
};
