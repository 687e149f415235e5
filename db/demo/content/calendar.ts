/** First and last days of the quarters, as 'MM-DD'. */
export const QUARTERS: readonly (readonly [from: string, to: string])[] = [
  ['09-01', '10-25'],
  ['11-03', '12-29'],
  ['01-11', '03-21'],
  ['03-30', '05-26'],
];

/** The days between two quarters. */
export const BREAKS: readonly string[] = [
  'осенние каникулы',
  'зимние каникулы',
  'весенние каникулы',
];

type Holiday = { from: string; to: string; name: string; grade?: number };

/** Days off within quarters. */
export const HOLIDAYS: readonly Holiday[] = [
  { from: '11-04', to: '11-04', name: 'День народного единства' },
  { from: '12-31', to: '12-31', name: 'новогодние праздники' },
  { from: '01-01', to: '01-08', name: 'новогодние праздники' },
  { from: '02-15', to: '02-21', name: 'дополнительные каникулы', grade: 1 },
  { from: '02-23', to: '02-23', name: 'День защитника Отечества' },
  { from: '03-08', to: '03-08', name: 'Международный женский день' },
  { from: '05-01', to: '05-01', name: 'Праздник Весны и Труда' },
  { from: '05-09', to: '05-09', name: 'День Победы' },
  { from: '06-12', to: '06-12', name: 'День России' },
];

/** Clock times of the lessons of a day. */
export const BELLS: readonly (readonly [startsAt: string, endsAt: string])[] = [
  ['08:30', '09:15'],
  ['09:25', '10:10'],
  ['10:25', '11:10'],
  ['11:25', '12:10'],
  ['12:20', '13:05'],
  ['13:15', '14:00'],
  ['14:10', '14:55'],
];
