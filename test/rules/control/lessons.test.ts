import { describe, expect, it } from 'vitest';
import { isControlWorkUnmarked } from '../../../db/rules/control/control-work.ts';
import { hasFewMarks } from '../../../db/rules/control/few-marks.ts';
import { isLeftUnfilled } from '../../../db/rules/control/left-unfilled.ts';
import { marklessRuns } from '../../../db/rules/control/markless-runs.ts';
import { shortAtMidTerm } from '../../../db/rules/control/mid-term.ts';
import { hoursBehind, isPlanBehind, sinceJournal } from '../../../db/rules/control/plan-behind.ts';
import { isPast } from '../../../db/rules/control/working-days.ts';

describe('the end of the next working day', () => {
  // Friday, then Monday and Tuesday; Wednesday is a day off.
  const workingDays = ['2026-10-09', '2026-10-12', '2026-10-13', '2026-10-15'];
  const past = (date: string, today: string, days = 1) =>
    isPast(date, { days, workingDays, today });

  it('skips weekends and days off', () => {
    expect(past('2026-10-09', '2026-10-12')).toBe(false);
    expect(past('2026-10-09', '2026-10-13')).toBe(true);
    expect(past('2026-10-13', '2026-10-15')).toBe(false);
    expect(past('2026-10-13', '2026-10-16')).toBe(true);
  });

  it('waits as many working days as the school allows, or none', () => {
    expect(past('2026-10-09', '2026-10-15', 3)).toBe(false);
    expect(past('2026-10-09', '2026-10-16', 3)).toBe(true);
    expect(past('2026-10-09', '2026-10-09', 0)).toBe(false);
    expect(past('2026-10-09', '2026-10-10', 0)).toBe(true);
  });

  it('never comes where the year has no further working day', () => {
    expect(past('2026-10-15', '2027-01-01')).toBe(false);
  });
});

describe('a lesson left unfilled', () => {
  const filled = { past: true, topicFilled: true, rollCalled: true };

  it('lacks the topic or the attendance after its deadline', () => {
    expect(isLeftUnfilled(filled)).toBe(false);
    expect(isLeftUnfilled({ ...filled, topicFilled: false })).toBe(true);
    expect(isLeftUnfilled({ ...filled, rollCalled: false })).toBe(true);
  });

  it('is none before its deadline', () => {
    expect(isLeftUnfilled({ past: false, topicFilled: false, rollCalled: false })).toBe(false);
  });
});

describe('few marks at a lesson', () => {
  const lesson = { past: true, topicFilled: true, rollCalled: true, marks: 2, present: 25 };

  it('are fewer than the threshold', () => {
    expect(hasFewMarks(lesson, 3)).toBe(true);
    expect(hasFewMarks({ ...lesson, marks: 3 }, 3)).toBe(false);
    expect(hasFewMarks(lesson, 2)).toBe(false);
  });

  it('are not asked of more pupils than were there', () => {
    expect(hasFewMarks({ ...lesson, present: 2 }, 3)).toBe(false);
    expect(hasFewMarks({ ...lesson, marks: 0, present: 0 }, 3)).toBe(false);
  });

  it('are none at a lesson left altogether, and none before its deadline', () => {
    const left = { ...lesson, topicFilled: false, rollCalled: false, marks: 0 };
    expect(hasFewMarks(left, 3)).toBe(false);
    expect(hasFewMarks({ ...left, marks: 1 }, 3)).toBe(true);
    expect(hasFewMarks({ ...lesson, past: false }, 3)).toBe(false);
  });
});

describe('lessons in a row without marks', () => {
  const lessons = (...marks: number[]) =>
    marks.map((count, index) => ({ marks: count, present: 20, index }));
  const places = (runs: ReturnType<typeof marklessRuns<{ marks: number; present: number }>>) =>
    runs.map(({ length }) => length);

  it('make a run of the threshold or longer', () => {
    expect(places(marklessRuns(lessons(3, 0, 4, 0, 0, 0, 5, 0), 2))).toEqual([3]);
    expect(places(marklessRuns(lessons(0, 0, 1, 0, 0), 2))).toEqual([2, 2]);
    expect(places(marklessRuns(lessons(0, 0), 3))).toEqual([]);
    expect(marklessRuns([], 2)).toEqual([]);
  });

  it('are told from the first to the last of them', () => {
    const [run] = marklessRuns(lessons(1, 0, 0, 0), 2);
    expect([run?.first.index, run?.last.index]).toEqual([1, 3]);
  });

  it('skip a lesson nobody was at', () => {
    const [first, second, third] = lessons(0, 0, 0);
    const empty = { marks: 0, present: 0, index: 9 };
    expect(marklessRuns([...(first ? [first] : []), empty], 2)).toEqual([]);
    const row = [first, empty, second, third].flatMap((one) => (one ? [one] : []));
    expect(places(marklessRuns(row, 2))).toEqual([3]);
  });
});

describe('too few marks by mid-term', () => {
  const rule = { held: 10, all: 20, percent: 50, minimum: 5 };
  const pupils = [
    { marks: 5, attended: 10 },
    { marks: 4, attended: 10 },
    { marks: 0, attended: 10 },
  ];

  it('count the pupils below the minimum once half of the lessons are over', () => {
    expect(shortAtMidTerm(pupils, rule)).toBe(2);
    expect(shortAtMidTerm(pupils, { ...rule, held: 9 })).toBe(0);
    expect(shortAtMidTerm(pupils, { ...rule, percent: 60 })).toBe(0);
  });

  it('ask of nobody more marks than lessons they were at', () => {
    expect(shortAtMidTerm([{ marks: 2, attended: 2 }], rule)).toBe(0);
    expect(shortAtMidTerm([{ marks: 0, attended: 0 }], rule)).toBe(0);
  });

  it('are none where there are no lessons', () => {
    expect(shortAtMidTerm(pupils, { ...rule, held: 0, all: 0 })).toBe(0);
  });
});

describe('a control work without marks', () => {
  const work = { past: true, controlWorks: 1, testMarks: 0, present: 20 };

  it('has no mark of its kind after its deadline', () => {
    expect(isControlWorkUnmarked(work)).toBe(true);
    expect(isControlWorkUnmarked({ ...work, testMarks: 1 })).toBe(false);
    expect(isControlWorkUnmarked({ ...work, past: false })).toBe(false);
  });

  it('is none where the plan has none, or nobody was there', () => {
    expect(isControlWorkUnmarked({ ...work, controlWorks: 0 })).toBe(false);
    expect(isControlWorkUnmarked({ ...work, present: 0 })).toBe(false);
  });
});

describe('a course behind its plan', () => {
  it('is behind by the threshold or more', () => {
    expect(isPlanBehind({ behind: 2 }, 3)).toBe(false);
    expect(isPlanBehind({ behind: 3 }, 3)).toBe(true);
  });

  it('owes nothing of what came before the journal', () => {
    const plan = (...given: number[]) => given.map((count) => ({ given: count }));
    expect(sinceJournal(plan(0, 0, 1, 0))).toEqual(plan(0));
    expect(sinceJournal(plan(1, 0, 1))).toEqual(plan(1, 0, 1));
    expect(sinceJournal(plan(0, 0))).toEqual(plan(0, 0));
    expect(sinceJournal([])).toEqual([]);
  });

  it('owes by its days, else no more than there were lessons', () => {
    const line = {
      ...{ planItemId: 1, number: 1, topic: 'Дроби', controlWorks: 0, plannedOn: null },
      ...{ correction: null, correctionReason: null, hours: 20, given: 4 },
    };
    const lessons = { held: 6, all: 10 };
    const of = { today: '2026-10-12', lessons };
    // Twelve of twenty hours are due, yet six lessons were held.
    expect(hoursBehind([line], of)).toBe(2);
    expect(hoursBehind([{ ...line, plannedOn: '2026-10-01' }], of)).toBe(16);
    const next = { ...line, given: 0, hours: 1, plannedOn: '2026-10-13' };
    expect(hoursBehind([{ ...line, plannedOn: '2026-10-01' }, next], of)).toBe(12);
    expect(
      hoursBehind([{ ...line, plannedOn: '2026-10-01' }, next], { today: '2026-10-14', lessons }),
    ).toBe(17);
    expect(hoursBehind([], of)).toBe(0);
  });
});
