import fc from 'fast-check';
import { CLASS, type Classmate, meantBySurname, plain } from './entry-class.ts';

const oneOf = <T>(values: readonly T[]) => fc.constantFrom(...values);

// What garbage is made of: pieces of real entries among them, so that it comes close.
const PIECES = [
  ...CLASS.flatMap(({ lastName, firstName }) => [lastName, firstName, plain(lastName)]),
  ...['5', '4', '3', '2', '1', '6', '0', '12', '54', '5/4', '5-', '4+', '5,4', '№7', '.', '•'],
  ...['н', 'б', 'у', 'о', 'нет', 'все', 'всем', 'кроме', 'были', 'точка', 'контрольная'],
  ...[',', ';', '\n', ':', '-', '(', ')', '«', '»', '!', '?', '=', '/', '  ', '\t'],
  ...['привет', 'завтра', 'в', 'класс', 'спасибо', 'урок', 'Иваново', 'Смирнофф', 'Кот', 'на'],
  ...['😀', '5️⃣', 'مرحبا', 'שלום', '\u0000', '\u200f', '\ud800', 'Ⅴ', '٥', '５', 'five', 'пять'],
];

export const garbage = fc.oneof(
  fc.string({ unit: 'binary', maxLength: 60 }),
  fc.string({ unit: 'grapheme', maxLength: 60 }),
  fc.array(oneOf(PIECES), { maxLength: 12 }).map((pieces) => pieces.join(' ')),
  fc.array(oneOf(PIECES), { maxLength: 12 }).map((pieces) => pieces.join('')),
  fc
    .array(fc.oneof(oneOf(PIECES), fc.string({ maxLength: 6 })), { maxLength: 12 })
    .map((pieces) => pieces.join(' ')),
);

/** A pupil, and the surname with one letter wrong, so that it is nobody's. */
export const typos: fc.Arbitrary<{ pupil: Classmate; written: string }> = fc
  .record({
    pupil: oneOf(CLASS.filter(({ lastName }) => /^[^-]{5,}$/.test(lastName))),
    place: fc.nat(),
    letter: oneOf([...'абвгдежзиклмнопрстуфхцчшщыэюя']),
    how: oneOf(['put in', 'left out', 'replaced', 'swapped']),
  })
  .map(({ pupil, place, letter, how }) => {
    const name = pupil.lastName;
    // Another last letter may be another case.
    const at = 1 + (place % (name.length - 2));
    const [start, rest] = [name.slice(0, at), name.slice(at)];
    const written = {
      'put in': start + letter + rest,
      'left out': start + rest.slice(1),
      replaced: start + letter + rest.slice(1),
      swapped: start.slice(0, -1) + rest.slice(0, 1) + start.slice(-1) + rest.slice(1),
    }[how];
    return { pupil, written: written ?? name };
  })
  .filter(
    ({ written }) =>
      meantBySurname(written, true).length === 0 &&
      // «Козлов» where there is only a Козлова is somebody else.
      CLASS.every(({ lastName }) => plain(lastName) !== `${plain(written)}а`),
  );
