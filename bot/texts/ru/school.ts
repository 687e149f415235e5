import { plural } from '../plural.ts';

const MONTHS = [
  'января',
  'февраля',
  'марта',
  'апреля',
  'мая',
  'июня',
  'июля',
  'августа',
  'сентября',
  'октября',
  'ноября',
  'декабря',
];
const WEEKDAYS = [
  'понедельник',
  'вторник',
  'среда',
  'четверг',
  'пятница',
  'суббота',
  'воскресенье',
];
const SHORT_WEEKDAYS = ['пн', 'вт', 'ср', 'чт', 'пт', 'сб', 'вс'];

function parts(day: string): [month: number, date: number] {
  const [, month = '1', date = '1'] = day.split('-');
  return [Number(month), Number(date)];
}

/** The field's own words: dates, codes, kinds of work. Days come as 'YYYY-MM-DD'. */
export const school = {
  /** «12 октября» */
  date: (day: string) => `${parts(day)[1]} ${MONTHS[parts(day)[0] - 1]}`,
  /** «12.10» */
  shortDate: (day: string) => `${day.slice(8)}.${day.slice(5, 7)}`,
  /** «12.10.2026» */
  fullDate: (day: string) => `${day.slice(8)}.${day.slice(5, 7)}.${day.slice(0, 4)}`,
  /** `weekday` is 1 for Monday. */
  weekday: (weekday: number) => WEEKDAYS[weekday - 1] ?? '',
  shortWeekday: (weekday: number) => SHORT_WEEKDAYS[weekday - 1] ?? '',
  absenceLetters: { absent: 'н', ill: 'б', excused: 'у', late: 'о' },
  absenceNames: {
    absent: 'отсутствие',
    ill: 'болезнь',
    excused: 'уважительная причина',
    late: 'опоздание',
  },
  kinds: {
    answer: 'ответ',
    homework: 'домашняя',
    independent: 'самостоятельная',
    practical: 'практическая',
    test: 'контрольная',
    project: 'проект',
  },
  roles: {
    teacher: 'учитель',
    class_teacher: 'классный руководитель',
    parent: 'родитель',
    deputy_head: 'завуч',
    administrator: 'администратор',
  },
  termKinds: { quarter: 'четверть', trimester: 'триместр', half_year: 'полугодие' },
  /** A mark owed («точка»). */
  owed: 'долг',
  noMean: '—',
  /** «4,25»: a mean with two digits. */
  mean: (mean: number) => mean.toFixed(2).replace('.', ','),
  /** «1,5»: what a kind of work weighs, and the like. */
  number: (number: number) => String(number).replace('.', ','),
  /** «3,4»: how many on average. */
  shortMean: (mean: number) => mean.toFixed(1).replace('.', ','),
  markCount: (count: number) => `${count} ${plural(count, 'отметка', 'отметки', 'отметок')}`,
  pupilCount: (count: number) => `${count} ${plural(count, 'ученик', 'ученика', 'учеников')}`,
};
