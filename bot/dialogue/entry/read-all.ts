import type { AbsenceCode } from '../../../db/rules/absence-code.ts';
import { splitAt, textOf } from './chunks.ts';
import {
  contradicts,
  give,
  givesNothing,
  givingOf,
  hasBadComment,
  type Ledger,
  unreadable,
} from './ledger.ts';
import { isPresentWord } from './lexicon.ts';
import { type Given, isOnlyKind } from './read-given.ts';
import { type Run, readParts, shapeOf } from './read-parts.ts';
import type { Reader } from './reader.ts';
import { splitRun } from './split-run.ts';
import type { Token } from './tokens.ts';
import type { EntryGiving } from './types.ts';

/** One exception of «все …»: who, and what this one has instead, if anything. */
type Exception = { run: Run; own: Given | null };

/**
 * Reads «все 5», «все были», each with the exceptions after «кроме» (null if that word is absent).
 * While it isn't sure whom the exceptions mean, nobody who may be meant gets what everybody gets.
 */
export function readAll(
  { head, except }: { head: readonly Token[]; except: readonly Token[] | null },
  reader: Reader,
  ledger: Ledger,
): void {
  const written = textOf(head);
  const values = head.slice(1);
  const [first] = values;
  const exceptions = except === null ? [] : readExceptions(except, reader, ledger);
  if (exceptions === null || (except !== null && exceptions.length === 0)) {
    unreadable(ledger, except === null ? written : `${written} кроме ${textOf(except)}`);
    return;
  }
  if (first?.is === 'word' && isPresentWord(first.key) && values.length === 1) {
    readPresent(written, exceptions, reader, ledger);
    return;
  }
  const parts = readParts(values, reader.names, 'list') ?? [];
  const [part] = parts;
  if (shapeOf(parts) !== 'g' || part?.is !== 'given' || isOnlyKind(part.given)) {
    unreadable(ledger, except === null ? written : `${written} кроме ${textOf(except)}`);
  } else if (part.given.wrong !== null) {
    ledger.problems.push({ problem: 'wrong-value', written: part.given.wrong, pupilId: null });
  } else if (hasBadComment(part.given)) {
    ledger.problems.push({ problem: 'bad-comment', written, pupilId: null });
  } else if (contradicts(part.given) || givesNothing(part.given) || ledger.allGiven) {
    unreadable(ledger, written);
  } else {
    ledger.allGiven = true;
    giveOthers(written, givingOf(part.given), exceptions, reader, ledger);
  }
}

function readPresent(
  written: string,
  exceptions: readonly Exception[],
  { names }: Reader,
  ledger: Ledger,
): void {
  if (exceptions.some(({ own }) => own && own.marks.length > 0)) {
    unreadable(ledger, `${written} кроме ${exceptions.map(({ run }) => run.text).join(', ')}`);
    return;
  }
  ledger.allPresent = exceptions.every(({ own }) => own?.absence === 'late');
  for (const { run, own } of exceptions) {
    give(ledger, run, own ?? away('absent'), { names, nameCase: 'any' });
  }
}

function giveOthers(
  written: string,
  giving: EntryGiving,
  exceptions: readonly Exception[],
  { names, roster }: Reader,
  ledger: Ledger,
): void {
  const out = new Set<number>();
  let held = false;
  for (const { run, own } of exceptions) {
    const candidates = names.find(run.words, 'any');
    held ||= candidates.length === 0;
    for (const pupilId of candidates) {
      out.add(pupilId);
    }
    if (own) {
      give(ledger, run, own, { names, nameCase: 'any' });
    } else if (candidates.length === 0) {
      const nothing: EntryGiving = { marks: [], absence: null, kind: null, comment: null };
      ledger.problems.push({ problem: 'unknown', written: run.text, nearest: [], ...nothing });
    }
    // One of them is the exception; each of the others gets what everybody gets.
    for (let rest = candidates.length - 1; rest > 0; rest -= 1) {
      ledger.problems.push({ problem: 'ambiguous', written: run.text, candidates, ...giving });
    }
  }
  if (held) {
    unreadable(ledger, written);
    return;
  }
  for (const { pupilId } of roster) {
    if (!out.has(pupilId)) {
      ledger.lines.push({ pupilId, ...givingOf(giving) });
    }
  }
}

/** Null if one of them can't be read: then nobody knows who «все» are. */
function readExceptions(
  tokens: readonly Token[],
  { names }: Reader,
  ledger: Ledger,
): Exception[] | null {
  const exceptions: Exception[] = [];
  for (const chunk of splitAt(tokens, 'comma', 'break', 'and')) {
    const parts = readParts(chunk, names, 'except');
    const [who, what] = parts ?? [];
    const shape = shapeOf(parts ?? []);
    if (shape === 'g' && who?.is === 'given' && isOnlyKind(who.given) && who.given.kind) {
      ledger.commonKinds.add(who.given.kind);
      continue;
    }
    const [run] = who?.is === 'names' ? who.runs : [];
    if (!run || !/^ng?$/.test(shape)) {
      return null;
    }
    if (what?.is === 'given' && !isOnlyKind(what.given)) {
      if (what.given.kind && what.given.marks.length === 0) {
        ledger.commonKinds.add(what.given.kind);
      }
      exceptions.push({ run, own: what.given });
      continue;
    }
    if (what?.is === 'given' && what.given.kind) {
      ledger.commonKinds.add(what.given.kind);
    }
    const split = splitRun(run.words, names, 'any');
    if (!split && run.words.length > 3) {
      return null;
    }
    for (const words of split ?? [run.words]) {
      const text = split && split.length > 1 ? words.join(' ') : run.text;
      exceptions.push({ run: { words, text }, own: null });
    }
  }
  return exceptions;
}

function away(absence: AbsenceCode): Given {
  return { marks: [], absence, kind: null, comment: null, wrong: null, genitive: true };
}
