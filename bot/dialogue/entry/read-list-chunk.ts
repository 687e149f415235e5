import { textOf } from './chunks.ts';
import { give, type Ledger, unreadable } from './ledger.ts';
import { isOnlyKind } from './read-given.ts';
import { readNumbered } from './read-numbered.ts';
import { type NamesPart, type Part, readParts, shapeOf } from './read-parts.ts';
import type { Reader } from './reader.ts';
import type { Token } from './tokens.ts';

/**
 * Reads one chunk of a list: «Иванов 5», «Иванов и Петрова 5», «Иванов 5 Петрова 4», «12 5».
 * False if it begins with a value that has no name.
 */
export function readListChunk(tokens: readonly Token[], reader: Reader, ledger: Ledger): boolean {
  if (readNumbered(tokens, reader, ledger)) {
    return true;
  }
  const parts = readParts(tokens, reader.names, 'list');
  const shape = shapeOf(parts ?? []);
  const [head] = parts ?? [];
  if (parts && /^(?:ng)+$/.test(shape) && isClear(parts, reader)) {
    giveAll(parts, reader, ledger);
    return true;
  }
  if (parts && shape === 'n' && head?.is === 'names') {
    for (const run of head.runs) {
      give(ledger, run, null, { names: reader.names, nameCase: 'nominative' });
    }
    return true;
  }
  if (shape === 'g' && head?.is === 'given' && isOnlyKind(head.given) && head.given.kind) {
    ledger.commonKinds.add(head.given.kind);
    return true;
  }
  if (shape.startsWith('g')) {
    return false;
  }
  unreadable(ledger, textOf(tokens));
  return true;
}

/**
 * In a chain without commas one unknown word makes all of it doubtful («Иванова 5 лет в хоре»), a
 * kind of work needs a mark, and several marks for several pupils can be shared out in two ways.
 */
function isClear(parts: readonly Part[], { names }: Reader): boolean {
  const isChain = parts.length > 2;
  return parts.every((part, i) => {
    if (part.is === 'given') {
      const { kind, marks, wrong } = part.given;
      // A slip of a mark («6», «5-») is somebody's value; other signs may be anything.
      if (isChain && wrong !== null && !/^\d/.test(wrong)) {
        return false;
      }
      return kind === null || marks.length > 0 || wrong !== null;
    }
    const next = parts[i + 1];
    const marks = next?.is === 'given' ? next.given.marks.length : 0;
    if (part.runs.length > 1 && marks > 1) {
      return false;
    }
    return !isChain || part.runs.every(({ words }) => names.find(words, 'any').length > 0);
  });
}

function giveAll(parts: readonly Part[], { names }: Reader, ledger: Ledger): void {
  let last: NamesPart | null = null;
  for (const part of parts) {
    if (part.is === 'names') {
      last = part;
      continue;
    }
    const nameCase = part.given.genitive ? 'any' : 'nominative';
    for (const run of last?.runs ?? []) {
      give(ledger, run, part.given, { names, nameCase });
    }
  }
}
