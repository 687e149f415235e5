import { describe, expect, it } from 'vitest';
import {
  type Correction,
  correctsAbsence,
  correctsFields,
  correctsMark,
  judgeCorrection,
} from '../../db/rules/correction.ts';

const judge = (write: Partial<Correction>) =>
  judgeCorrection({
    termClosed: false,
    mayReopen: false,
    age: 0,
    window: 7,
    corrects: true,
    hasReason: false,
    ...write,
  });

describe('a write into a lesson', () => {
  it.each([
    ['a correction on the last day of the window', { age: 7 }, 'free'],
    ['a correction a day later', { age: 8 }, 'reason-late'],
    ['the same with a reason', { age: 8, hasReason: true }, 'free'],
    ['filling in late', { age: 30, corrects: false }, 'free'],
    ['a correction where the school gives no window', { age: 1, window: 0 }, 'reason-late'],
    ['anything in a closed term', { termClosed: true, corrects: false }, 'term-closed'],
    ['the same with a reason', { termClosed: true, hasReason: true }, 'term-closed'],
    [
      'filling in by who may reopen',
      { termClosed: true, mayReopen: true, corrects: false },
      'reason-closed',
    ],
    ['the same with a reason', { termClosed: true, mayReopen: true, hasReason: true }, 'free'],
    ['a late correction by who may reopen', { age: 8, mayReopen: true }, 'reason-late'],
  ] as const)('%s', (_name, write, verdict) => {
    expect(judge(write)).toBe(verdict);
  });
});

describe('what corrects', () => {
  const mark = (value: number | null, state: 'active' | 'cancelled' = 'active') => ({
    value,
    state,
  });

  it.each([
    [mark(4), mark(5), true],
    [mark(4), mark(4, 'cancelled'), true],
    [mark(4), mark(null), true],
    [mark(null), mark(5), false],
    [mark(null), mark(null, 'cancelled'), true],
    [mark(4, 'cancelled'), mark(4), false],
  ])('mark %o → %o', (before, after, corrects) => {
    expect(correctsMark(before, after)).toBe(corrects);
  });

  it('an absence that stands, or a field that has a content', () => {
    expect(correctsAbsence({ state: 'active' })).toBe(true);
    expect(correctsAbsence({ state: 'cancelled' })).toBe(false);
    const before = { topic: 'Дроби', homework: null };
    expect(correctsFields(before, { homework: '§ 1' })).toBe(false);
    expect(correctsFields(before, { topic: 'Дроби', homework: '§ 1' })).toBe(false);
    expect(correctsFields(before, { topic: 'Степени' })).toBe(true);
    expect(correctsFields(before, { topic: null })).toBe(true);
  });
});
