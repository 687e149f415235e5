import { expect, it } from 'vitest';
import { areHours, DEFAULT_HOURS, isWithin } from '../../db/rules/office-hours.ts';

it.each([
  ['07:59', false],
  ['08:00', true],
  ['19:59', true],
  ['20:00', false],
  ['00:00', false],
])('the usual hours at %s', (time, within) => {
  expect(isWithin(DEFAULT_HOURS, time)).toBe(within);
});

it.each([
  [0, 24, true],
  [8, 9, true],
  [8, 8, false],
  [20, 8, false],
  [-1, 8, false],
  [8, 25, false],
])('hours from %i to %i can be set: %s', (fromHour, toHour, can) => {
  expect(areHours({ fromHour, toHour })).toBe(can);
});
