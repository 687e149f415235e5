import { describe, expect, it } from 'vitest';
import { settingsFrom } from '../../db/rules/settings.ts';
import { absenceSignal, markSignals, signalRules } from '../../db/rules/signals.ts';

const RULES = signalRules(settingsFrom([]));
const SINCE = '2026-11-20';

/** «5 5 4 | 2 2»: marks before and since the day that counts as new; «*» doubles the weight. */
function marksOf(written: string) {
  const [older = '', newer = ''] = written.split('|');
  const read = (part: string, date: string) =>
    part
      .trim()
      .split(/\s+/)
      .filter((word) => word !== '')
      .map((word) => ({
        date,
        value: word.startsWith('.') ? null : Number(word[0]),
        weight: word.endsWith('*') ? 2 : 1,
      }));
  return [...read(older, '2026-11-10'), ...read(newer, '2026-11-25')];
}

describe('a mean that falls', () => {
  it.each([
    ['5 5 5 5 | 2 2', { before: 5, now: 4 }],
    ['5 5 4 4 | 2 3', null],
    ['5 5 5 4 | 3 2', { before: 4.75, now: 4 }],
    // 4.50 and 3.80: exactly 0.7.
    ['4 5 4 5 5 4 | 2 2 3 4', { before: 4.5, now: 3.8 }],
    ['5 5 5 | 2 2', null],
    ['5 5 5 5 | 2', null],
    ['5 5 5 5 2 2', null],
    ['| 5 5 5 5 2 2', null],
    ['5 5 5 5 | . .', null],
    ['5 5 5 5 | 2* 3', { before: 5, now: 3.86 }],
    ['2 2 3 2 | 5 5', null],
  ])('%s', (written, expected) => {
    const found = markSignals(marksOf(written), SINCE, RULES).find(({ kind }) => kind === 'drop');
    expect(found ?? null).toEqual(expected && { kind: 'drop', ...expected });
  });
});

describe('marks in a row below the own mean', () => {
  it.each([
    ['5 5 5 5 | 4 4 4', [4, 4, 4]],
    ['5 5 5 5 | 4 5 4', null],
    ['5 5 5 4 4 | 4', [4, 4, 4]],
    ['3 3 | 3', null],
    ['5 5 5 5 4 4 4', null],
    ['5 | 2 2', null],
    ['5 5 | 2 . 2 3', [2, 2, 3]],
  ])('%s', (written, values) => {
    const found = markSignals(marksOf(written), SINCE, RULES).find(({ kind }) => kind === 'row');
    expect(found && 'values' in found ? found.values : null).toEqual(values);
  });
});

describe('missed lessons', () => {
  it.each([
    [['2026-11-23', '2026-11-24', '2026-11-25'], null],
    [['2026-11-23', '2026-11-24', '2026-11-25', '2026-11-25'], { lessons: 4, days: 3 }],
    [[], null],
  ])('%o', (missed, expected) => {
    expect(absenceSignal(missed, RULES)).toEqual(expected && { kind: 'absences', ...expected });
  });
});

it('goes by the thresholds a school has set', () => {
  const rules = signalRules(settingsFrom([{ key: 'signal.drop', value: '1.5' }]));
  expect(markSignals(marksOf('5 5 5 5 | 2 2'), SINCE, rules)).toEqual([]);
});
