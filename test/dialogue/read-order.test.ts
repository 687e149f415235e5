import { describe, expect, it } from 'vitest';
import { readFullName, readOrder } from '../../bot/dialogue/read-order.ts';

describe('an order', () => {
  it.each([
    ['15 от 01.12.2026', { before: '', number: '15', date: '2026-12-01', day: null }],
    ['№ 15-у от 1.12.26', { before: '', number: '15-у', date: '2026-12-01', day: null }],
    ['приказ №15/2 от 01.12.2026.', { before: '', number: '15/2', date: '2026-12-01', day: null }],
    [
      '15, 01.12.2026 с 03.12.2026',
      { before: '', number: '15', date: '2026-12-01', day: '2026-12-03' },
    ],
    [
      'Иванов Пётр Олегович, приказ 7 от 30.11.2026',
      { before: 'Иванов Пётр Олегович', number: '7', date: '2026-11-30', day: null },
    ],
    ['15 от 31.02.2026', null],
    ['15 от 01.12.2026 с 32.12.2026', null],
    ['от 01.12.2026', null],
    ['15', null],
    ['', null],
  ])('%s', (text, expected) => {
    expect(readOrder(text)).toEqual(expected);
  });
});

it.each([
  ['Иванов Пётр', { lastName: 'Иванов', firstName: 'Пётр', middleName: null }],
  [
    'Салтыков-Щедрин Пётр Олегович',
    { lastName: 'Салтыков-Щедрин', firstName: 'Пётр', middleName: 'Олегович' },
  ],
  ['Алиев Али Мамед оглы', { lastName: 'Алиев', firstName: 'Али', middleName: 'Мамед оглы' }],
  ['Иванов', null],
  ['', null],
  ['Иванов 7А', null],
  ['а б в г д', null],
])('the name %s', (text, expected) => {
  expect(readFullName(text)).toEqual(expected);
});
