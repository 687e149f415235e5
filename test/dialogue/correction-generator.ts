import fc from 'fast-check';
import type { Standing } from '../../db/rules/standing.ts';
import { CLASS } from './entry-class.ts';
import { CODE_WORDS, codes, isNoNumber, nameOf, pick } from './entry-generator.ts';

const oneOf = <T>(values: readonly T[]) => fc.constantFrom(...values);

const standing = fc.oneof(
  oneOf([5, 4, 3, 2]).map((mark) => ({ standing: { mark }, text: String(mark) })),
  fc.constant({ standing: { mark: null }, text: 'точка' }),
  fc
    .tuple(codes, fc.nat({ max: 1 }))
    .map(([absence, word]) => ({ standing: { absence }, text: pick(CODE_WORDS[absence], word) })),
);

/** A correction in any supported form, and what it means; a null `to` takes away. */
export const corrections: fc.Arbitrary<{
  text: string;
  pupilId: number;
  from: Standing;
  to: Standing | null;
}> = oneOf(CLASS).chain((pupil) =>
  fc
    .record({
      before: nameOf(pupil, 'before'),
      of: nameOf(pupil, 'oblique').filter(isNoNumber),
      from: standing,
      to: standing,
      form: oneOf(['не', 'не, а', 'а не', 'вместо', 'у … вместо', 'вместо …']),
      comma: oneOf([' ', ', ']),
    })
    .map(({ before, of, from, to, form, comma }) => {
      const said: Record<string, [text: string, to: Standing | null]> = {
        не: [`${before} не ${from.text}`, null],
        'не, а': [`${before} не ${from.text}${comma}а ${to.text}`, to.standing],
        'а не': [`${before} ${to.text}${comma}а не ${from.text}`, to.standing],
        вместо: [`${before} ${to.text} вместо ${from.text}`, to.standing],
        'у … вместо': [`у ${of} ${to.text} вместо ${from.text}`, to.standing],
        'вместо …': [`${before}: вместо ${from.text} - ${to.text}`, to.standing],
      };
      const [text, right] = said[form] ?? ['', null];
      return { text, pupilId: pupil.pupilId, from: from.standing, to: right };
    }),
);
