import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { acceptKey } from '../../db/rules/accept-key.ts';
import type { TermSpan } from '../../db/rules/calendar.ts';
import { isSure } from '../../db/rules/term-judgement.ts';
import type { TermValue } from '../../db/rules/term-mark.ts';
import { termToDecide } from '../../db/rules/term-to-decide.ts';
import { judgeYear } from '../../db/rules/year-mark.ts';

type Terms = (TermValue | null)[];
const year = (terms: Terms, markFree = false) => judgeYear(terms, { markFree }, { margin: 0.1 });

describe('the year mark', () => {
  it.each<[string, Terms, TermValue | null, string[], number | null]>([
    ['four 4s', ['4', '4', '4', '4'], '4', [], 4],
    ['4.25', ['4', '4', '4', '5'], '4', [], 4.25],
    ['4.75', ['5', '5', '5', '4'], '5', [], 4.75],
    ['exactly a half is rounded up and asked for', ['4', '4', '5', '5'], '5', ['near'], 4.5],
    ['two half-years', ['3', '4'], '4', ['near'], 3.5],
    ['three trimesters', ['3', '4', '4'], '4', [], 3.67],
    ['осв is out of the mean', ['exempt', '3', '3', '3'], '3', [], 3],
    ['all осв', ['exempt', 'exempt'], 'exempt', [], null],
    ['a term that is missing', ['5', null, '5', '5'], '5', ['term-missing'], 5],
    ['nothing decided', [null, null], null, ['term-missing'], null],
    ['no terms at all', [], null, ['term-missing'], null],
    ['н/а in one term', ['na', '3', '3', '3'], '3', ['term-not-attested'], 3],
    ['н/а in all', ['na', 'na', 'na', 'na'], 'na', ['term-not-attested'], null],
    ['н/а and осв', ['na', 'exempt'], 'na', ['term-not-attested'], null],
    ['a зач from before marks began', ['pass', '4', '4', '4'], '4', ['term-missing'], 4],
  ])('%s', (_name, terms, proposal, doubts, mean) => {
    expect(year(terms)).toMatchObject({ proposal, doubts, mean });
  });

  it.each<[string, Terms, TermValue | null, string[]]>([
    ['all зач', ['pass', 'pass'], 'pass', []],
    ['зач and осв', ['pass', 'exempt'], 'pass', []],
    ['all осв', ['exempt', 'exempt'], 'exempt', []],
    ['a незач', ['pass', 'fail'], 'fail', ['term-failed']],
    ['a term that is missing', ['pass', null], 'pass', ['term-missing']],
    ['nothing decided', [null, null], null, ['term-missing']],
  ])('without marks: %s', (_name, terms, proposal, doubts) => {
    expect(year(terms, true)).toMatchObject({ proposal, doubts, mean: null });
  });

  const grades = fc.constantFrom<TermValue>('5', '4', '3', '2');

  it('is the mean of the terms rounded half up, in whatever order they come', () => {
    fc.assert(
      fc.property(fc.array(grades, { minLength: 1, maxLength: 4 }), (terms) => {
        const mean = terms.reduce((sum, term) => sum + Number(term), 0) / terms.length;
        const { proposal } = year(terms);
        expect(proposal).toBe(String(Math.floor(mean + 0.5)));
        expect(year(terms.toReversed()).proposal).toBe(proposal);
      }),
    );
  });

  it('is never sure of a year with a gap, н/а or незач', () => {
    const any = fc.constantFrom<TermValue | null>(
      ...(['5', '4', '3', '2', 'na', 'exempt', 'pass', 'fail', null] as const),
    );
    fc.assert(
      fc.property(fc.array(any, { maxLength: 4 }), fc.boolean(), (terms, markFree) => {
        if (isSure(year(terms, markFree))) {
          expect(terms.length).toBeGreaterThan(0);
          expect(terms).not.toContain(null);
          expect(terms).not.toContain('na');
          expect(terms).not.toContain('fail');
        }
      }),
    );
  });
});

describe('the term that is due', () => {
  const term = (
    id: number,
    startsOn: string,
    endsOn: string,
    state: TermSpan['state'] = 'open',
  ) => ({
    id,
    kind: 'quarter' as const,
    number: id,
    startsOn,
    endsOn,
    minGrade: 1,
    maxGrade: 9,
    state,
  });
  const quarters = (first: TermSpan['state'] = 'open') => [
    term(1, '2026-09-01', '2026-10-25', first),
    term(2, '2026-11-02', '2026-12-29'),
  ];

  it.each([
    ['before the first', '2026-08-31', '2026-08-17', null],
    ['the first day', '2026-09-01', '2026-08-18', 1],
    ['the last day', '2026-10-25', '2026-10-11', 1],
    ['the holidays after it', '2026-10-30', '2026-10-16', 1],
    ['the first week of the next', '2026-11-05', '2026-10-22', 1],
    ['two weeks after it', '2026-11-08', '2026-10-25', 1],
    ['later', '2026-11-09', '2026-10-26', 2],
    ['the summer', '2027-07-01', '2027-06-17', 2],
  ])('%s', (_name, today, since, id) => {
    expect(termToDecide(quarters(), { today, since })?.id ?? null).toBe(id);
  });

  it('is the running one as soon as the one before is closed', () => {
    const on = (today: string, since: string) => termToDecide(quarters('closed'), { today, since });
    expect(on('2026-11-05', '2026-10-22')?.id).toBe(2);
    expect(on('2026-10-30', '2026-10-16')?.id).toBe(1);
  });
});

describe('the mark of what would be accepted', () => {
  const sure = (pupilId: number, proposal: TermValue) => ({ pupilId, proposal });

  it('is short, and changes with any pupil or value', () => {
    const one = acceptKey([sure(1, '5'), sure(2, '4')]);
    expect(one).toMatch(/^[0-9a-z]{1,7}$/);
    expect(acceptKey([sure(1, '5'), sure(2, '4')])).toBe(one);
    const others = [[sure(1, '5')], [sure(1, '5'), sure(2, '5')], [sure(1, '5'), sure(3, '4')], []];
    expect(others.map(acceptKey)).not.toContain(one);
  });
});
