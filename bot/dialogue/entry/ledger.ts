import { COMMENT_LIMIT } from '../../../db/rules/comment-limit.ts';
import type { WorkKindKey } from '../../../db/rules/work-kinds.ts';
import type { NameCase, NameFinder } from './name-finder.ts';
import type { Given } from './read-given.ts';
import type { Run } from './read-parts.ts';
import type { BodyReading, EntryGiving, EntryLine, EntryProblem } from './types.ts';

/** What has been read so far; `commonKinds` are kinds of work said for everybody. */
export type Ledger = {
  lines: EntryLine[];
  problems: EntryProblem[];
  commonKinds: Set<WorkKindKey>;
  allPresent: boolean;
  /** A message may speak of «все» with a value once. */
  allGiven: boolean;
};

export function emptyLedger(): Ledger {
  return {
    lines: [],
    problems: [],
    commonKinds: new Set(),
    allPresent: false,
    allGiven: false,
  };
}

const NOTHING: EntryGiving = { marks: [], absence: null, kind: null, comment: null };
export const givesNothing = ({ marks, absence }: EntryGiving): boolean =>
  marks.length === 0 && absence === null;

export function unreadable(ledger: Ledger, written: string): void {
  ledger.problems.push({ problem: 'unreadable', written });
}

/** Gives one named pupil what stands beside the name, or says why not. */
export function give(
  ledger: Ledger,
  { words, text }: Run,
  given: Given | null,
  { names, nameCase }: { names: NameFinder; nameCase: NameCase },
): void {
  const { lines, problems } = ledger;
  const candidates = names.find(words, nameCase);
  const [pupilId, ...others] = candidates;
  const only = pupilId !== undefined && others.length === 0 ? pupilId : null;
  const giving = given ? givingOf(given) : NOTHING;
  if (pupilId === undefined) {
    const strange = given ? null : strangeEnd(words, names, nameCase);
    problems.push(
      strange ?? { problem: 'unknown', written: text, nearest: names.nearest(words), ...giving },
    );
  } else if (given && given.wrong !== null) {
    problems.push({ problem: 'wrong-value', written: given.wrong, pupilId: only });
  } else if (givesNothing(giving)) {
    problems.push({ problem: 'no-value', written: text });
  } else if (hasBadComment(giving)) {
    problems.push({ problem: 'bad-comment', written: text, pupilId: only });
  } else if (contradicts(giving)) {
    problems.push(
      only === null
        ? { problem: 'unreadable', written: text }
        : { problem: 'mark-and-absence', pupilId: only },
    );
  } else if (only === null) {
    problems.push({ problem: 'ambiguous', written: text, candidates, ...giving });
  } else {
    lines.push({ pupilId: only, ...giving });
  }
}

export function givingOf({ marks, absence, kind, comment }: EntryGiving): EntryGiving {
  return { marks: [...marks], absence, kind, comment };
}

/** A mark with н, б or у. Being late is presence. */
export function contradicts({ marks, absence }: EntryGiving): boolean {
  return marks.length > 0 && absence !== null && absence !== 'late';
}

/** A comment stands to a mark alone, and fits into a notice. */
export function hasBadComment({ marks, comment }: EntryGiving): boolean {
  return comment !== null && (marks.length === 0 || comment.length > COMMENT_LIMIT);
}

/** Closes the reading: kinds said for everybody, and pupils named more than once. */
export function closeLedger(ledger: Ledger, allKinds: string): BodyReading {
  const { commonKinds, allPresent } = ledger;
  const [common = null, ...otherKinds] = commonKinds;
  const problems = ledger.problems.map((problem) =>
    'kind' in problem ? { ...problem, kind: problem.kind ?? common } : problem,
  );
  let lines = ledger.lines.map((line) => ({ ...line, kind: line.kind ?? common }));
  if (otherKinds.length > 0) {
    // Which of the two kinds a mark is for can't be told, so such marks are not taken.
    problems.push({ problem: 'unreadable', written: allKinds });
    lines = ledger.lines.filter(({ kind, marks }) => kind !== null || marks.length === 0);
  }
  const count = new Map<number, number>();
  for (const { pupilId } of lines) {
    count.set(pupilId, (count.get(pupilId) ?? 0) + 1);
  }
  for (const [pupilId, times] of count) {
    if (times > 1) {
      problems.push({ problem: 'twice', pupilId });
    }
  }
  return { lines: lines.filter(({ pupilId }) => count.get(pupilId) === 1), problems, allPresent };
}

/** «Иванов х»: a known name and a sign that is no value. */
function strangeEnd(
  words: readonly string[],
  names: NameFinder,
  nameCase: NameCase,
): EntryProblem | null {
  const sign = words.at(-1) ?? '';
  const [pupilId, ...others] = words.length > 1 ? names.find(words.slice(0, -1), nameCase) : [];
  return pupilId !== undefined && others.length === 0 && sign.length <= 2
    ? { problem: 'wrong-value', written: sign, pupilId }
    : null;
}
