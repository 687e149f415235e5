import { describe, expect, it } from 'vitest';
import { type Fate, otherFate, promote, usualFate } from '../../db/rules/promotion.ts';

/** «7А: Белов, Абрамов+» with a fate by the sign after the name: + repeats, − leaves. */
function klass(classId: number, text: string) {
  const [name = '', list = ''] = text.split(': ');
  const fates: Record<string, Fate> = { '+': 'repeats', '−': 'leaves' };
  const pupils = list
    .split(', ')
    .filter((one) => one !== '')
    .map((one, index) => ({
      pupilId: classId * 100 + index,
      name: one.replace(/[+−]$/, ''),
      fate: fates[one.slice(-1)] ?? ('moves' as const),
    }));
  const grade = Number.parseInt(name, 10);
  return { classId, grade, letter: name.slice(String(grade).length), classTeacherId: 7, pupils };
}
const promoted = (...classes: [number, string][]) =>
  promote(classes.map(([id, text]) => klass(id, text))).map(
    ({ grade, letter, from, pupilIds }) => `${grade}${letter} from ${from}: ${pupilIds.join(' ')}`,
  );

describe('promotion', () => {
  it('moves each class to the next grade under its letter, its list in alphabetical order', () => {
    expect(promoted([1, '6А: Белов, Абрамов'], [2, '7А: Волков'])).toEqual([
      '7А from 1: 101 100',
      '8А from 2: 200',
    ]);
  });

  it('puts who repeats into the class of the same grade and letter', () => {
    expect(promoted([1, '6А: Белов'], [2, '7А: Абрамов+, Волков'])).toEqual([
      '7А from 1: 200 100',
      '8А from 2: 201',
    ]);
  });

  it('puts them into another class of the grade, or one made for them, where there is no such', () => {
    expect(promoted([1, '6Б: Белов'], [2, '7А: Абрамов+'])).toEqual(['7Б from 1: 200 100']);
    expect(promoted([2, '7А: Абрамов+, Волков'])).toEqual(['7А from null: 200', '8А from 2: 201']);
  });

  it('makes no class of one that nobody moves on from', () => {
    expect(promoted([1, '9А: Белов−'], [2, '11А: Волков−'], [3, '5В: '])).toEqual([]);
  });

  it('lets the last grade leave, and moves all others, unless it is decided otherwise', () => {
    expect([1, 9, 10, 11].map(usualFate)).toEqual(['moves', 'moves', 'moves', 'leaves']);
    expect(['moves', 'repeats', 'leaves'].map((fate) => otherFate(fate as Fate, 9))).toEqual([
      'repeats',
      'leaves',
      'moves',
    ]);
    expect(['leaves', 'repeats'].map((fate) => otherFate(fate as Fate, 11))).toEqual([
      'repeats',
      'leaves',
    ]);
  });
});
