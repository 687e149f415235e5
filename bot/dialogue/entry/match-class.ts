import type { HeaderWord } from './header-words.ts';
import type { CourseRef } from './types.ts';
import { wordKey } from './word-key.ts';

export type ClassReading = { name: string; written: string; taken: number };

/** What looks like a class at the beginning of some words: «7А», «7-а», «7 а», «10». */
export function readClass(words: readonly HeaderWord[]): ClassReading[] {
  const [first, second] = words;
  const readings: ClassReading[] = [];
  const whole = /^(1[01]|[1-9])-?(\p{L})?$/u.exec(first?.key ?? '');
  if (!first || !whole) {
    return readings;
  }
  const [, grade = '', letter] = whole;
  if (letter === undefined && !first.closed && second && /^-?\p{L}$/u.test(second.key)) {
    const name = grade + second.key.replace('-', '');
    readings.push({ name, written: `${first.text} ${second.text}`, taken: 2 });
  }
  readings.push({ name: grade + (letter ?? ''), written: first.text, taken: 1 });
  return readings;
}

/** The courses of a class, written in any way. */
export function coursesOfClass<C extends CourseRef>(name: string, courses: readonly C[]): C[] {
  return courses.filter(({ className }) => wordKey(className).replace(/[^\d\p{L}]/gu, '') === name);
}
