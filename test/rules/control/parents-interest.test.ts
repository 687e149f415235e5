import { describe, expect, it } from 'vitest';
import { countInterest, summaryMonday } from '../../../db/rules/control/parents-interest.ts';

const nobody = { invited: false, linked: false, lastView: null, acknowledged: false };

describe('the interest of parents', () => {
  it('counts families by what they have and do', () => {
    const families = [
      nobody,
      { ...nobody, invited: true },
      { ...nobody, linked: true, lastView: '2026-10-01' },
      { ...nobody, invited: true, linked: true, lastView: '2026-10-10', acknowledged: true },
    ];
    const since = { since7: '2026-10-06', since30: '2026-09-13' };
    expect(countInterest(families, since)).toEqual({
      ...{ families: 4, invited: 3, linked: 2, active7: 1, active30: 2, acknowledged: 1 },
    });
  });

  it('counts the first of the seven and thirty days in', () => {
    const since = { since7: '2026-10-06', since30: '2026-09-13' };
    const looked = (lastView: string) => countInterest([{ ...nobody, lastView }], since);
    expect(looked('2026-10-06').active7).toBe(1);
    expect(looked('2026-10-05').active7).toBe(0);
    expect(looked('2026-09-13').active30).toBe(1);
    expect(looked('2026-09-12').active30).toBe(0);
  });

  it('counts nothing of no families', () => {
    expect(countInterest([], { since7: '', since30: '' }).families).toBe(0);
  });
});

describe('the week whose summary is the newest', () => {
  it('is this week’s from the day it is sent, the last week’s before', () => {
    const week = { monday: '2026-10-12', lastMonday: '2026-10-05' };
    expect(summaryMonday({ ...week, weekday: 4 }, 5)).toBe('2026-10-05');
    expect(summaryMonday({ ...week, weekday: 5 }, 5)).toBe('2026-10-12');
    expect(summaryMonday({ ...week, weekday: 7 }, 5)).toBe('2026-10-12');
  });
});
