import { isSeparator, splitAt, textOf } from './chunks.ts';
import { give, type Ledger, unreadable } from './ledger.ts';
import { isOpenerWord } from './lexicon.ts';
import { type Given, isOnlyKind } from './read-given.ts';
import { readListChunk } from './read-list-chunk.ts';
import { type Part, type Place, type Run, readParts, shapeOf } from './read-parts.ts';
import type { Reader } from './reader.ts';
import { splitRun } from './split-run.ts';
import type { Token } from './tokens.ts';

/**
 * Reads what stands between semicolons and line ends. A segment that begins with a name is a list of
 * «name value»; one that begins with a value and ends with a name is «value names»; anything that
 * could be both is not taken.
 */
export function readSegment(tokens: readonly Token[], reader: Reader, ledger: Ledger): void {
  const chunks = splitAt(tokens, 'comma');
  const [first = []] = chunks;
  const opened = openerOf(first);
  const place: Place = opened ? 'opener' : 'names';
  const parts = chunks.map((chunk) => readParts(chunk, reader.names, place));
  if (shapeOf(parts[0] ?? []).startsWith('gn')) {
    readValueFirst(tokens, parts, reader, ledger);
  } else {
    readList(chunks, reader, ledger);
  }
}

function openerOf(chunk: readonly Token[]): boolean {
  const start = chunk.find(({ is }) => is !== 'dash');
  return start?.is === 'word' && isOpenerWord(start.key);
}

/** «5 Иванов, Петрова, 4 Сидоров», «нет Иванова, Петровой». */
function readValueFirst(
  tokens: readonly Token[],
  chunks: readonly (Part[] | null)[],
  reader: Reader,
  ledger: Ledger,
): void {
  const opened = openerOf(splitAt(tokens, 'comma')[0] ?? []);
  const gifts = valueFirstGifts(chunks, opened, reader);
  if (!gifts) {
    unreadable(ledger, textOf(tokens));
    return;
  }
  for (const gift of gifts) {
    if ('common' in gift) {
      ledger.commonKinds.add(gift.common);
    } else if (gift.given.wrong !== null && gift.shared) {
      ledger.problems.push({ problem: 'wrong-value', written: gift.given.wrong, pupilId: null });
    } else {
      giveRun(gift.run, gift.given, reader, ledger);
    }
  }
}

type Gift = { run: Run; given: Given; shared: boolean } | { common: NonNullable<Given['kind']> };

/** Who gets what in a value-first segment; null if a chunk fits no form of it. */
function valueFirstGifts(
  chunks: readonly (Part[] | null)[],
  opened: boolean,
  reader: Reader,
): Gift[] | null {
  const gifts: Gift[] = [];
  let last: Given | null = null;
  for (const parts of chunks) {
    const shape = shapeOf(parts ?? []);
    const [head, tail] = parts ?? [];
    const isChain = chunks.length === 1 && !opened && /^(?:gn)+$/.test(shape);
    if (isChain && parts && !isSureChain(parts, reader)) {
      return null;
    }
    if (!parts || !(isChain || /^(?:gn|n|ng|g)$/.test(shape))) {
      return null;
    }
    if (shape === 'g') {
      if (head?.is !== 'given' || !isOnlyKind(head.given) || head.given.kind === null) {
        return null;
      }
      gifts.push({ common: head.given.kind });
      continue;
    }
    if (shape === 'ng') {
      // «нет Иванова, Петров б»: an own value after names that are away anyway.
      if (!opened || last?.absence === 'late' || head?.is !== 'names' || tail?.is !== 'given') {
        return null;
      }
      const [run, ...others] = head.runs;
      if (!run || others.length > 0) {
        return null;
      }
      gifts.push({ run, given: { ...tail.given, genitive: true }, shared: false });
      continue;
    }
    for (const part of parts) {
      if (part.is === 'given') {
        last = part.given;
        if (isOnlyKind(last)) {
          return null;
        }
      } else if (last) {
        const given: Given = last;
        gifts.push(...part.runs.map((run) => ({ run, given, shared: true })));
      }
    }
  }
  return gifts;
}

/**
 * «5 Иванов 4 Петрова» without commas is read from the left, so one strange word or value could
 * shift everything behind it: then none of it is taken.
 */
function isSureChain(parts: readonly Part[], { names }: Reader): boolean {
  return (
    parts.length === 2 ||
    parts.every((part) =>
      part.is === 'given'
        ? part.given.wrong === null
        : part.runs.every(({ words }) => splitRun(words, names, 'any') !== null),
    )
  );
}

function giveRun(run: Run, given: Given, { names }: Reader, ledger: Ledger): void {
  const nameCase = given.genitive ? 'any' : 'nominative';
  const split = splitRun(run.words, names, nameCase);
  if (!split && run.words.length > 3) {
    unreadable(ledger, run.text);
    return;
  }
  for (const words of split ?? [run.words]) {
    const text = split && split.length > 1 ? words.join(' ') : run.text;
    give(ledger, { words, text }, given, { names, nameCase });
  }
}

/** «Иванов 5, Петрова 4 5, Козлов н», and list numbers in the place of names. */
function readList(chunks: readonly Token[][], reader: Reader, ledger: Ledger): void {
  let before = { lines: ledger.lines.length, problems: ledger.problems.length };
  let written = '';
  for (const chunk of chunks.filter((tokens) => !tokens.every(isSeparator))) {
    const start = { lines: ledger.lines.length, problems: ledger.problems.length };
    if (readListChunk(chunk, reader, ledger)) {
      before = start;
      written = textOf(chunk);
    } else {
      // A value without a name may belong to the name before it, so that one isn't taken either.
      ledger.lines.length = before.lines;
      ledger.problems.length = before.problems;
      written = written === '' ? textOf(chunk) : `${written}, ${textOf(chunk)}`;
      unreadable(ledger, written);
    }
  }
}
