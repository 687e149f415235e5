import { contradicts, givesNothing, givingOf, hasBadComment, type Ledger } from './ledger.ts';
import { readParts } from './read-parts.ts';
import type { Reader } from './reader.ts';
import type { Token } from './tokens.ts';

const HIGHEST_MARK = 5;

/**
 * «12 5», «№3 5»: a number of the class list instead of a name. A number above 5 can be nothing else
 * and is taken; one from 1 to 5 could be a mark as well, so without «№» it is asked. False if the
 * chunk is nothing of the kind.
 */
export function readNumbered(tokens: readonly Token[], reader: Reader, ledger: Ledger): boolean {
  const [head, ...rest] = tokens;
  if (head?.is !== 'number' && head?.is !== 'list-number') {
    return false;
  }
  const [part, ...others] = readParts(rest, reader.names, 'list') ?? [];
  if (part?.is !== 'given' || others.length > 0) {
    return false;
  }
  const { given } = part;
  const giving = givingOf(given);
  const { problems, lines } = ledger;
  const written = head.text;
  const pupil = reader.roster.find(({ number }) => number === head.value);
  if (given.wrong === null && givesNothing(giving)) {
    return false;
  }
  if (!pupil) {
    problems.push({ problem: 'unknown', written, nearest: [], ...giving });
  } else if (given.wrong !== null) {
    problems.push({ problem: 'wrong-value', written: given.wrong, pupilId: pupil.pupilId });
  } else if (hasBadComment(giving)) {
    problems.push({ problem: 'bad-comment', written, pupilId: pupil.pupilId });
  } else if (contradicts(giving)) {
    problems.push({ problem: 'mark-and-absence', pupilId: pupil.pupilId });
  } else if (giving.kind !== null && giving.marks.length === 0) {
    return false;
  } else if (head.is === 'number' && head.value <= HIGHEST_MARK) {
    problems.push({ problem: 'ambiguous', written, candidates: [pupil.pupilId], ...giving });
  } else {
    lines.push({ pupilId: pupil.pupilId, ...giving });
  }
  return true;
}
