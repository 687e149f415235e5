import { describe, expect, it } from 'vitest';
import { dayMissed } from '../../db/rules/away-days.ts';
import { linesWithin, type PlanStretch } from '../../db/rules/plan-term.ts';
import { isReport, REPORT_KINDS } from '../../db/rules/report-kinds.ts';

describe('a day missed in full', () => {
  it.each([
    [6, { absent: 0, ill: 6, excused: 0 }, 'ill'],
    [6, { absent: 0, ill: 5, excused: 0 }, null],
    [6, { absent: 4, ill: 2, excused: 0 }, 'absent'],
    [4, { absent: 2, ill: 2, excused: 0 }, 'ill'],
    [4, { absent: 2, ill: 0, excused: 2 }, 'excused'],
    [1, { absent: 1, ill: 0, excused: 0 }, 'absent'],
    [0, { absent: 0, ill: 0, excused: 0 }, null],
  ])('of %i lessons with %j is %s', (lessons, missed, code) => {
    expect(dayMissed({ lessons, missed })).toBe(code);
  });
});

describe('the lines of a plan within a term', () => {
  const line = (number: number, plannedOn: string | null, hours = 1) => ({
    number,
    plannedOn,
    hours,
  });
  const stretch = (lessons: PlanStretch['lessons']): PlanStretch => ({
    ...{ from: '2026-11-02', until: '2026-12-29', lessons },
  });
  const numbers = (lines: Parameters<typeof linesWithin>[0], of: PlanStretch) =>
    linesWithin(lines as ReturnType<typeof line>[], of).map(({ number }) => number);

  it('are those planned on its days, and those that follow them without a day', () => {
    const lines = [
      ...[line(1, null), line(2, '2026-09-01'), line(3, null), line(4, '2026-11-02')],
      ...[line(5, null), line(6, '2026-12-29'), line(7, '2027-01-11'), line(8, null)],
    ];
    expect(numbers(lines, stretch({ before: 0, byEnd: 0, all: 0 }))).toEqual([4, 5, 6]);
  });

  it('are without any days those of the timetable’s share', () => {
    const lines = Array.from({ length: 10 }, (_, index) => line(index + 1, null, 2));
    const parts = [
      { before: 0, byEnd: 8, all: 34 },
      { before: 8, byEnd: 16, all: 34 },
      { before: 16, byEnd: 34, all: 34 },
    ].map((lessons) => numbers(lines, stretch(lessons)));
    expect(parts).toEqual([
      [1, 2],
      [3, 4, 5],
      [6, 7, 8, 9, 10],
    ]);
    expect(numbers(lines, stretch({ before: 0, byEnd: 0, all: 0 }))).toEqual([]);
  });
});

it('a report is of whom it can be of, and of a year only where there is one', () => {
  const refs = [
    { teacherId: 1, classId: null, termId: 1 },
    { teacherId: null, classId: 1, termId: 1 },
    { teacherId: null, classId: null, termId: 1 },
    { teacherId: null, classId: 1, termId: null },
    { teacherId: null, classId: null, termId: null },
  ];
  const table = REPORT_KINDS.map((kind) => [
    kind,
    refs.map((ref) => (isReport({ kind, ...ref }) ? '+' : '-')).join(''),
  ]);
  expect(Object.fromEntries(table)).toEqual({
    teacher: '+----',
    class: '-+---',
    summary: '-+-+-',
    attendance: '-++--',
    movement: '-++--',
    school: '--+--',
    interest: '--+--',
  });
});
