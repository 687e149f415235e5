import { isSeparator, splitAt, textOf } from './chunks.ts';
import { joinListedLines } from './join-listed-lines.ts';
import { closeLedger, emptyLedger, type Ledger, unreadable } from './ledger.ts';
import { isAllWord, isExceptWord, kindOf } from './lexicon.ts';
import { nameFinder } from './name-finder.ts';
import { readAll } from './read-all.ts';
import { isKind } from './read-given.ts';
import { readSegment } from './read-segment.ts';
import type { Reader } from './reader.ts';
import { type Token, tokensOf } from './tokens.ts';
import type { BodyReading, PupilRef } from './types.ts';

/**
 * Reads the marks and absences of a message's body against the class list. Nothing doubtful becomes
 * a line: it becomes a problem that is asked or said, and the rest is kept.
 *
 * The rules where a text could mean several things:
 * - A kind of work after a pupil's marks is that pupil's; one at the beginning or alone between
 *   separators is everybody's who has no own one.
 * - A surname in the nominative beats one in another case and a shortened one. After «кроме», «нет»
 *   and «не было» nominative and genitive are equal, so «Иванова» can ask.
 * - «5/4» and «5 4» are two marks; «54», «5,4», «5-» and «4+» are wrong values.
 * - Numbers of the class list: see `readNumbered`.
 * - After «кроме» everything to the end of the message is an exception.
 */
export function readBody(body: string, roster: readonly PupilRef[]): BodyReading {
  const reader: Reader = { names: nameFinder(roster), roster };
  const ledger = emptyLedger();
  const tokens = joinListedLines(tokensOf(body));
  const start = readLeadingKind(tokens, reader, ledger);
  readClauses(tokens.slice(start), reader, ledger);
  const kinds = tokens.filter((token) => token.is === 'word' && kindOf(token.key) !== null);
  return closeLedger(ledger, textOf(kinds));
}

/** «контрольная: …»: gives where the rest begins. */
function readLeadingKind(tokens: readonly Token[], { names }: Reader, ledger: Ledger): number {
  let start = 0;
  for (let token = tokens[start]; isKind(token, names); token = tokens[start]) {
    const kind = token?.is === 'word' ? kindOf(token.key) : null;
    if (kind) {
      ledger.commonKinds.add(kind);
    }
    start += 1;
    while (tokens[start]?.is === 'colon' || isSeparator(tokens[start])) {
      start += 1;
    }
  }
  return start;
}

function readClauses(tokens: readonly Token[], reader: Reader, ledger: Ledger): void {
  const all = tokens.findIndex(
    (token, i) =>
      token.is === 'word' && isAllWord(token.key) && (i === 0 || isSeparator(tokens[i - 1])),
  );
  const plain = all < 0 ? tokens : tokens.slice(0, all);
  for (const segment of splitAt(plain, 'break')) {
    if (segment.some(isExcept)) {
      unreadable(ledger, textOf(segment));
    } else {
      readSegment(segment, reader, ledger);
    }
  }
  if (all < 0) {
    return;
  }
  const rest = tokens.slice(all);
  const except = rest.findIndex(isExcept);
  const end = rest.findIndex(isSeparator);
  const headEnd = end < 0 ? rest.length : end;
  if (except < 0) {
    readAll({ head: rest.slice(0, headEnd), except: null }, reader, ledger);
    readClauses(rest.slice(headEnd + 1), reader, ledger);
  } else if (rest.slice(headEnd, except).every(isSeparator)) {
    const head = rest.slice(0, Math.min(headEnd, except));
    readAll({ head, except: rest.slice(except + 1) }, reader, ledger);
  } else {
    unreadable(ledger, textOf(rest));
  }
}

const isExcept = (token: Token): boolean => token.is === 'word' && isExceptWord(token.key);
