import { describe, expect, it } from 'vitest';
import { type PlanLine, planProgress } from '../../db/rules/plan-progress.ts';

const TODAY = '2026-10-12';
let ids = 0;

function line(of: Partial<PlanLine> = {}): PlanLine {
  ids += 1;
  return {
    ...{ planItemId: ids, number: ids, topic: `Тема ${ids}`, hours: 1, controlWorks: 0 },
    ...{ plannedOn: null, correction: null, correctionReason: null, given: 0 },
    ...of,
  };
}

const progress = (lines: PlanLine[], held = 0, all = 0) =>
  planProgress(lines, { today: TODAY, lessons: { held, all } });

describe('what is due', () => {
  it('by days is what was planned before today', () => {
    const days = ['2026-10-05', '2026-10-11', TODAY, '2026-10-19'];
    expect(progress(days.map((plannedOn) => line({ plannedOn }))).due).toBe(2);
  });

  it('a line without a day goes with the one before, the first ones with the first day', () => {
    const days = [null, '2026-09-14', null, '2026-10-11', null];
    expect(progress(days.map((plannedOn) => line({ plannedOn, hours: 2 }))).due).toBe(10);
  });

  it('of a line of several hours is the first after its day, the others until the next day', () => {
    const due = (from: string, until: string) =>
      progress([line({ plannedOn: from, hours: 5 }), line({ plannedOn: until })]).due;
    expect(due('2026-10-12', '2026-10-26')).toBe(0);
    expect(due('2026-10-11', '2026-10-25')).toBe(1);
    expect(due('2026-10-04', '2026-10-18')).toBe(3);
    expect(due('2026-09-28', '2026-10-12')).toBe(4);
    expect(due('2026-09-28', '2026-10-11')).toBe(6);
  });

  it('of the last line is all of it after its day', () => {
    expect(progress([line({ plannedOn: '2026-10-05', hours: 4 })]).due).toBe(4);
  });

  it('without days is the share of lessons that is over, whole hours', () => {
    const lines = Array.from({ length: 68 }, () => line());
    expect(progress(lines, 10, 70).due).toBe(9);
    expect(progress(lines, 70, 70).due).toBe(68);
    expect(progress(lines).due).toBe(0);
  });
});

describe('what was given', () => {
  it('of a line of two hours is an hour for each lesson, and never more than it has', () => {
    expect(progress([line({ hours: 2, given: 1 }), line({ hours: 1, given: 3 })]).given).toBe(2);
  });

  it('takes merged lines with the last lesson of theirs', () => {
    const merged = () => line({ correction: 'merged' });
    expect(progress([line({ hours: 2, given: 1 }), merged(), merged()]).given).toBe(1);
    expect(progress([line({ hours: 2, given: 2 }), merged(), merged()]).given).toBe(4);
    const cut = line({ correction: 'cut' });
    expect(progress([line({ given: 1 }), cut, merged(), line(), merged()]).given).toBe(2);
  });

  it('is behind by what is due and was not given, cut lines left out', () => {
    const plannedOn = '2026-10-05';
    const lines = [line({ plannedOn, given: 1 }), line({ plannedOn }), line({ plannedOn })];
    expect(progress(lines)).toEqual({ hours: 3, due: 3, given: 1, behind: 2 });
    const [first, second, third] = lines;
    const cut = { ...third, correction: 'cut' } as PlanLine;
    expect(progress([first, second, cut] as PlanLine[]).behind).toBe(1);
    expect(progress([line({ given: 1 })]).behind).toBe(0);
  });
});
