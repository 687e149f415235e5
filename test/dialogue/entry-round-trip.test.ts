import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readCorrections } from '../../bot/dialogue/entry/read-correction.ts';
import { readHeader } from '../../bot/dialogue/entry/read-header.ts';
import { type Plan, readPlan } from '../../bot/dialogue/entry-plan.ts';
import { corrections } from './correction-generator.ts';
import { isLegitimate } from './entry-check.ts';
import { CLASS } from './entry-class.ts';
import { garbage, typos } from './entry-garbage.ts';
import { entries } from './entry-generator.ts';

const COURSE = {
  courseId: 1,
  classId: 1,
  className: '7А',
  grade: 7,
  subject: 'Алгебра',
  shortName: null,
  groupName: '',
};

/** The body of a message in an opened lesson of 7А algebra, and what is understood of it. */
function understood(text: string): { body: string; plan: Plan } {
  const header = readHeader(text, [COURSE], '2026-10-12');
  const body = 'body' in header ? header.body : '';
  return { body, plan: readPlan({ body, kind: 'answer', chosen: [] }, CLASS) };
}

const inOrder = <T extends { pupilId: number }>(lines: readonly T[]) =>
  [...lines].sort((left, right) => left.pupilId - right.pupilId);

describe('an entry', () => {
  it('in any supported form is read as it was meant', () => {
    fc.assert(
      fc.property(entries, ({ text, lines, allPresent }) => {
        const { body, plan } = understood(text);
        expect(plan.questions).toEqual([]);
        expect(inOrder(plan.lines)).toEqual(inOrder(lines));
        expect(plan.allPresent).toBe(allPresent);
        expect(readCorrections(body, CLASS)).toBeNull();
      }),
      { numRuns: 700, seed: 12_10_2026 },
    );
  });

  it('of garbage gives nobody anything that isn’t written there', () => {
    fc.assert(
      fc.property(garbage, (text) => {
        const { body, plan } = understood(text);
        expect(plan.lines.filter((line) => !isLegitimate(body, line))).toEqual([]);
      }),
      { numRuns: 2000, seed: 12_10_2026 },
    );
  });

  it('that corrects an earlier one is read as it was meant', () => {
    fc.assert(
      fc.property(corrections, ({ text, pupilId, from, to }) => {
        expect(readCorrections(text, CLASS)).toMatchObject([
          { from, to, candidates: [pupilId], sure: true },
        ]);
      }),
      { numRuns: 700, seed: 12_10_2026 },
    );
  });

  it('with a slip in a name takes nothing and proposes the pupil', () => {
    fc.assert(
      fc.property(typos, ({ pupil, written }) => {
        const { plan } = understood(`${written} 5`);
        expect(plan.lines).toEqual([]);
        expect(plan.questions).toMatchObject([{ ask: 'unknown', giving: { marks: [5] } }]);
        expect(plan.questions[0]?.candidates).toContain(pupil.pupilId);
      }),
      { numRuns: 700, seed: 12_10_2026 },
    );
  });
});
