import { describe, expect, it } from 'vitest';
import { missesTooMuch } from '../../../db/rules/control/absences.ts';
import { edgeTwos } from '../../../db/rules/control/edge-twos.ts';
import { isChangedLate } from '../../../db/rules/control/late-change.ts';
import { twosAfterAbsence } from '../../../db/rules/control/twos-after-absence.ts';
import { uncorrectedTwos } from '../../../db/rules/control/uncorrected-twos.ts';

/** «2», «н», «·» (was there, no mark), «5/2»: a pupil's row of the journal. */
const row = (...cells: string[]) =>
  cells.map((cell, index) => ({
    index,
    values: [...cell.matchAll(/\d/g)].map(Number),
    away: cell === 'н',
  }));
const places = (lessons: readonly { index: number }[]) => lessons.map(({ index }) => index);

describe('a «2» that is not corrected', () => {
  it('stands for three lessons without a better mark', () => {
    expect(places(uncorrectedTwos(row('2', '·', '·', '·'), 3))).toEqual([0]);
    expect(places(uncorrectedTwos(row('2', '·', '·'), 3))).toEqual([]);
    expect(places(uncorrectedTwos(row('2', '·', '·'), 2))).toEqual([0]);
  });

  it('is corrected by a better mark, be it late or at the same lesson', () => {
    expect(places(uncorrectedTwos(row('2', '·', '3', '·'), 3))).toEqual([]);
    expect(places(uncorrectedTwos(row('2', '·', '·', '·', '4'), 3))).toEqual([]);
    expect(places(uncorrectedTwos(row('2/4', '·', '·', '·'), 3))).toEqual([]);
    expect(places(uncorrectedTwos(row('5', '2', '·', '·', '·'), 3))).toEqual([1]);
  });

  it('leaves out the lessons the pupil missed', () => {
    expect(places(uncorrectedTwos(row('2', 'н', 'н', 'н', '·'), 3))).toEqual([]);
  });

  it('is each of several, and a «1» is no better', () => {
    expect(places(uncorrectedTwos(row('2', '2', '·', '1', '·'), 3))).toEqual([0, 1]);
  });
});

describe('a «2» at the edge of a term', () => {
  it('is at the first or the last lesson', () => {
    const lessons = row('2', '2', '·', '2');
    expect(places(edgeTwos(lessons, { all: 4, edge: 1 }))).toEqual([0, 3]);
    expect(places(edgeTwos(lessons, { all: 4, edge: 2 }))).toEqual([0, 1, 3]);
  });

  it('is none at the last lesson so far', () => {
    expect(places(edgeTwos(row('·', '2'), { all: 9, edge: 1 }))).toEqual([]);
  });

  it('is counted by the lessons of the course, not those of the pupil', () => {
    const [late] = row('2').map((lesson) => ({ ...lesson, index: 5 }));
    expect(edgeTwos(late ? [late] : [], { all: 9, edge: 1 })).toEqual([]);
  });
});

describe('a «2» right after an absence', () => {
  it('follows a missed lesson', () => {
    expect(places(twosAfterAbsence(row('·', 'н', '2', '2'), 1))).toEqual([2]);
    expect(places(twosAfterAbsence(row('н', '·', '2'), 1))).toEqual([]);
  });

  it('follows as many of them as the school says', () => {
    expect(places(twosAfterAbsence(row('н', '2', 'н', 'н', '2'), 2))).toEqual([4]);
    expect(places(twosAfterAbsence(row('2'), 1))).toEqual([]);
  });
});

describe('absences', () => {
  const rule = { percent: 66.67, atLeast: 5 };

  it('are too many above two thirds of the lessons', () => {
    expect(missesTooMuch({ lessons: 9, missed: 6 }, rule)).toBe(false);
    expect(missesTooMuch({ lessons: 9, missed: 7 }, rule)).toBe(true);
  });

  it('are not judged in the first lessons', () => {
    expect(missesTooMuch({ lessons: 4, missed: 4 }, rule)).toBe(false);
    expect(missesTooMuch({ lessons: 5, missed: 5 }, rule)).toBe(true);
  });
});

describe('a mark changed late', () => {
  it('is changed after the edit window', () => {
    expect(isChangedLate({ age: 7 }, { window: 7, days: 0 })).toBe(false);
    expect(isChangedLate({ age: 8 }, { window: 7, days: 0 })).toBe(true);
    expect(isChangedLate({ age: 8 }, { window: 7, days: 3 })).toBe(false);
  });
});
