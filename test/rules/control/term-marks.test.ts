import { describe, expect, it } from 'vitest';
import { differsFromMean } from '../../../db/rules/control/differing-term-mark.ts';
import { missingTermMarks } from '../../../db/rules/control/missing-term-marks.ts';
import { restsOnFewMarks } from '../../../db/rules/control/thin-term-mark.ts';

describe('missing term marks', () => {
  const pupils = [{ decided: '5' }, { decided: null }, { decided: 'na' }, { decided: null }];

  it('are counted from the closing day on', () => {
    expect(missingTermMarks(pupils, { daysAfterEnd: -1, days: 0 })).toBe(0);
    expect(missingTermMarks(pupils, { daysAfterEnd: 0, days: 0 })).toBe(2);
    expect(missingTermMarks(pupils, { daysAfterEnd: 2, days: 3 })).toBe(0);
  });
});

describe('a term mark beside the mean', () => {
  const thresholds = { three: 2.5, four: 3.5, five: 4.5 };

  it('differs from the rounded mean', () => {
    expect(differsFromMean({ decided: '4', mean: 4.5 }, thresholds, 1)).toBe(true);
    expect(differsFromMean({ decided: '5', mean: 4.5 }, thresholds, 1)).toBe(false);
    expect(differsFromMean({ decided: '4', mean: 4.49 }, thresholds, 1)).toBe(false);
    expect(differsFromMean({ decided: '3', mean: 4.6 }, thresholds, 2)).toBe(true);
    expect(differsFromMean({ decided: '4', mean: 4.6 }, thresholds, 2)).toBe(false);
  });

  it('is rounded by the thresholds of its subject', () => {
    expect(differsFromMean({ decided: '4', mean: 4.6 }, { ...thresholds, five: 4.65 }, 1)).toBe(
      false,
    );
  });

  it('is compared neither without a mean nor where it is no mark', () => {
    expect(differsFromMean({ decided: '4', mean: null }, thresholds, 1)).toBe(false);
    expect(differsFromMean({ decided: 'na', mean: 4 }, thresholds, 1)).toBe(false);
    expect(differsFromMean({ decided: null, mean: 4 }, thresholds, 1)).toBe(false);
  });
});

describe('a term mark on few marks', () => {
  it('lacks as many as the threshold says', () => {
    expect(restsOnFewMarks({ decided: '4', marks: 3 }, { minimum: 3, missing: 1 })).toBe(false);
    expect(restsOnFewMarks({ decided: '4', marks: 2 }, { minimum: 3, missing: 1 })).toBe(true);
    expect(restsOnFewMarks({ decided: '4', marks: 2 }, { minimum: 3, missing: 2 })).toBe(false);
  });

  it('is none where nothing, н/а or осв stands', () => {
    expect(restsOnFewMarks({ decided: null, marks: 0 }, { minimum: 3, missing: 1 })).toBe(false);
    expect(restsOnFewMarks({ decided: 'na', marks: 0 }, { minimum: 3, missing: 1 })).toBe(false);
    expect(restsOnFewMarks({ decided: 'exempt', marks: 0 }, { minimum: 3, missing: 1 })).toBe(
      false,
    );
  });
});
