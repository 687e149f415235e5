import type { CourseRef } from './types.ts';
import { wordKey } from './word-key.ts';

// What teachers call subjects, and how the full name of the subject begins. Input, never shown.
const ALIASES: readonly (readonly [RegExp, readonly string[]])[] = [
  [/^(?:мат|матем|математика)$/, ['математик']],
  [/^алг$/, ['алгебр']],
  [/^геом$/, ['геометри']],
  [/^(?:рус|русский|русск|рус яз|русяз|рус язык)$/, ['русск']],
  [/^(?:лит|литра|лит-ра|литер)$/, ['литератур']],
  [/^(?:чтение|лит чтение)$/, ['литературное чтение', 'чтени']],
  [/^(?:англ|анг|английский|англ яз|англ язык|инглиш)$/, ['английск']],
  [/^(?:нем|немецкий|нем яз)$/, ['немецк']],
  [/^(?:фр|франц|французский)$/, ['французск']],
  [/^(?:иняз|ин яз|ин язык|иностранный)$/, ['иностранн', 'английск', 'немецк', 'французск']],
  [/^(?:физра|физ-ра|фк|физкультура|физ-культура|физ культура)$/, ['физическая к', 'физкульт']],
  [/^(?:инф|инфа|информ)$/, ['информатик']],
  [/^изо$/, ['изобразительн', 'изо']],
  [/^(?:общ|общество)$/, ['обществ']],
  [/^(?:ист|история)$/, ['истори']],
  [/^(?:био|биол)$/, ['биолог']],
  [/^(?:геогр|география)$/, ['географ']],
  [/^(?:окр|окруж|окр мир|окружайка)$/, ['окружающ']],
  [/^(?:обж|обзр)$/, ['основы безопасн', 'обж', 'обзр']],
  [/^(?:труд|труды|технология|техн)$/, ['технолог', 'труд']],
  [/^(?:вер|вис|тервер|тв|вероятность|статистика)$/, ['вероятност']],
  [/^муз$/, ['музык']],
  [/^(?:астр|астра)$/, ['астроном']],
];

// A shorter beginning of a word names no subject.
const PREFIX_LENGTH = 3;

/**
 * The courses whose subject the words (search keys) name: by the full or the short name, else by
 * what teachers call it, else by a beginning of at least three letters.
 */
export function matchSubject<C extends CourseRef>(
  words: readonly string[],
  courses: readonly C[],
): C[] {
  const written = words.join(' ').replace(/\.(?= |$)/g, '');
  const byName = courses.filter(
    ({ subject, shortName }) =>
      wordKey(subject) === written || (shortName !== null && wordKey(shortName) === written),
  );
  if (byName.length > 0) {
    return byName;
  }
  const stems = ALIASES.find(([alias]) => alias.test(written))?.[1] ?? [];
  const byAlias = courses.filter(({ subject }) => {
    const key = wordKey(subject).replace(/[()]/g, '');
    return stems.some((stem) => key.startsWith(stem) || key.includes(` ${stem}`));
  });
  return byAlias.length > 0 ? byAlias : courses.filter(({ subject }) => begins(written, subject));
}

/** «рус яз» begins «Русский язык» word by word. */
function begins(written: string, subject: string): boolean {
  const names = wordKey(subject).split(' ');
  const words = written.split(' ');
  return words.every((word, i) => {
    const enough = word.length >= PREFIX_LENGTH || (i > 0 && word.length > 0);
    return enough && (names[i] ?? '').startsWith(word);
  });
}
