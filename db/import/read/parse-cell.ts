import { classLetter, className } from '../class-name.ts';
import type { CellKind } from '../columns.ts';
import { HEADINGS, type Language } from '../headings/headings.ts';
import type { ProblemData, ProblemKey } from '../problem.ts';
import type { Scalar } from './cell-scalar.ts';
import { parseDay, parseTime } from './parse-day.ts';
import { parseRoles, parseWord, wordsOf } from './parse-words.ts';

export type CellContent = string | number | boolean | readonly string[] | null;
export type Parsed = { value: CellContent } | { problem: ProblemKey; data: ProblemData };

// A problem repeats this much of what stands in the cell.
const SHOWN = 40;

/** Reads what isn't empty as its column demands; the language is for the words a problem offers. */
export function parseCell(kind: CellKind, scalar: Scalar, language: Language): Parsed {
  switch (kind.is) {
    case 'text':
      return parseText(scalar, kind.limit);
    case 'day':
      return orProblem(parseDay(scalar), 'not-a-day', scalar);
    case 'time':
      return orProblem(parseTime(scalar), 'not-a-time', scalar);
    case 'number': {
      const { min, max } = kind;
      return orProblem(parseNumber(scalar, min, max), 'not-a-number', scalar, { min, max });
    }
    case 'word': {
      const words = wordsOf(kind.of, language).join(', ');
      return orProblem(parseWord(kind.of, scalar), 'unknown-word', scalar, { words });
    }
    case 'roles': {
      const read = parseRoles(String(scalar));
      const words = Object.values(HEADINGS[language].roles).join(', ');
      return 'roles' in read
        ? { value: read.roles }
        : { problem: 'unknown-role', data: { value: shown(read.unknown), words } };
    }
    case 'letter':
      return scalar instanceof Date
        ? { problem: 'text-is-date', data: {} }
        : orProblem(classLetter(String(scalar)), 'not-a-letter', scalar);
    case 'class':
      return scalar instanceof Date
        ? { problem: 'text-is-date', data: {} }
        : orProblem(className(String(scalar)), 'not-a-class', scalar);
  }
}

function parseText(scalar: Scalar, limit: number): Parsed {
  if (scalar instanceof Date) {
    return { problem: 'text-is-date', data: {} };
  }
  const text = String(scalar);
  return text.length > limit ? { problem: 'text-too-long', data: { limit } } : { value: text };
}

function parseNumber(scalar: Scalar, min: number, max: number): number | null {
  const written = typeof scalar === 'number' ? String(scalar) : scalar;
  if (typeof written !== 'string' || !/^\d+(?:[.,]0+)?$/.test(written)) {
    return null;
  }
  const number = Number.parseInt(written, 10);
  return number >= min && number <= max ? number : null;
}

function orProblem(
  value: CellContent,
  problem: ProblemKey,
  scalar: Scalar,
  data: ProblemData = {},
): Parsed {
  return value === null ? { problem, data: { value: shown(scalar), ...data } } : { value };
}

function shown(scalar: Scalar): string {
  const text = scalar instanceof Date ? scalar.toISOString().slice(0, 16) : String(scalar);
  return text.length > SHOWN ? `${text.slice(0, SHOWN)}…` : text;
}
