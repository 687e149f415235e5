import { absenceOf, isPendingWord, joinPhrases, kindOf } from './lexicon.ts';
import { wordKey } from './word-key.ts';

// Private-use characters stand around a comment's number; nobody's keyboard writes them.
const OPEN = '\uE000';
const CLOSE = '\uE001';
const STAND_IN = /^\uE000(\d+)\uE001$/;

/**
 * Takes the comments out of a body: what stands in brackets behind a pupil's value, «Иванов 5
 * (отличный доклад)». Brackets that hold nothing but values («Иванов 5 (контрольная)»), a name
 * («Смирнов (Борис) 5») or a list («5 (Иванов, Петрова)») stay where they are.
 */
export function takeComments(body: string): { text: string; comments: string[] } {
  const comments: string[] = [];
  const clean = body.replace(/[\uE000\uE001]/g, '');
  const text = clean.replace(/\(([^()]*)\)/g, (group, inside: string, at: number) => {
    const comment = inside.replace(/\s+/g, ' ').trim();
    if (!isWords(comment) || !endsInPupilsValue(clean.slice(0, at))) {
      return group;
    }
    comments.push(comment);
    return ` ${OPEN}${comments.length - 1}${CLOSE} `;
  });
  return { text, comments };
}

/** The comment that a piece of a text stands for; null if it is a piece like any other. */
export function commentOf(piece: string, comments: readonly string[]): string | null {
  const number = STAND_IN.exec(piece)?.[1];
  return number === undefined ? null : (comments[Number(number)] ?? null);
}

function isWords(inside: string): boolean {
  const words = inside.split(/[\s,;]+/).filter((word) => word !== '');
  return /\p{L}/u.test(inside) && !words.every(isValueWord);
}

/** Whether the last item of a text is «… value» with a name or a list number before the value. */
function endsInPupilsValue(before: string): boolean {
  const item =
    joinPhrases(before)
      .split(/[,;\n]/)
      .at(-1) ?? '';
  const words = item
    .replace(/[():\uE000\uE001]/g, ' ')
    .split(/\s+/)
    .filter((word) => word !== '');
  const isName = (word: string) =>
    /\p{L}{2}|^№\d|^(?:[6-9]|[1-9]\d)$/u.test(word) && !isValueWord(word);
  return isValueWord(words.at(-1) ?? '') && words.some(isName);
}

function isValueWord(word: string): boolean {
  const key = wordKey(word.replace(/[.!]+$/, ''));
  return (
    /^(?:[1-5](?:\/[1-5])*|[.•·и])$/.test(word) ||
    absenceOf(key) !== null ||
    kindOf(key) !== null ||
    isPendingWord(key)
  );
}
