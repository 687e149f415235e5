import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { newCode, newToken } from '../../db/code-hash.ts';
import { findCodes, formatCode, readCode } from '../../db/rules/codes.ts';

describe('an access code', () => {
  it('is 13 characters without look-alikes and reads as it was shown', () => {
    for (let draw = 0; draw < 500; draw += 1) {
      const code = newCode();
      expect(code).toMatch(/^[0-9A-HJKMNP-TV-Z]{13}$/);
      expect(readCode(formatCode(code))).toBe(code);
      expect(findCodes(formatCode(code))).toEqual([{ kind: 'code', value: code }]);
    }
  });

  it('never repeats', () => {
    expect(new Set(Array.from({ length: 2_000 }, newCode)).size).toBe(2_000);
    expect(new Set(Array.from({ length: 2_000 }, newToken)).size).toBe(2_000);
  });

  it.each([
    ['abcd-efgh1-2345', 'ABCDEFGH12345'],
    [' ABCD EFGH1 2345 ', 'ABCDEFGH12345'],
    ['abcdefgh12345', 'ABCDEFGH12345'],
    ['ABCD—EFGHI—2345', 'ABCDEFGH12345'],
    ['ABCD-EFGHl-2З45', null], // a Russian З is no 3
    ['АВСD-ЕFGН1-2345', 'ABCDEFGH12345'],
    ['авсd-еfgн1-2345', 'ABCDEFGH12345'],
    ['0oOо-KKMMT-РХ23', '0000KKMMTPX23'],
    ['ABCD-EFGH1-234', null],
    ['ABCD-EFGH1-23456', null],
    ['Иванов 5, Петрова 4 5', null],
    ['international', null], // a word, though its letters would do
    ['', null],
  ])('is read from «%s»', (typed, code) => {
    expect(readCode(typed)).toBe(code);
  });

  it('survives what a hand does to it', () => {
    const change = fc.record({ lower: fc.boolean(), gap: fc.constantFrom('', '-', ' ', '—') });
    fc.assert(
      fc.property(change, ({ lower, gap }) => {
        const code = newCode();
        const written = [...code].map((letter) => ({ 0: 'O', 1: 'l' })[letter] ?? letter).join(gap);
        expect(readCode(lower ? written.toLowerCase() : written)).toBe(code);
      }),
    );
  });
});

describe('codes in a message', () => {
  const token = 'aZ09_-aZ09_-aZ09_-aZ09';

  it.each([
    ['a link', `https://t.me/bot?start=${token}`],
    ['a command', `/start ${token}`],
    ['a command of a group', `/start@zhurnal_bot ${token}`],
    ['the token alone', token],
    ['a note with both', `Откройте https://t.me/bot?start=${token}\nили код ABCD-EFGH1-2345`],
  ])('%s', (_, text) => {
    expect(findCodes(text)).toEqual([{ kind: 'token', value: token }]);
  });

  it('finds every code of a list, once', () => {
    const text = 'Иванов А.\nABCD-EFGH1-2345\nПетрова Б.\nABCD-EFGH1-2346\nещё раз ABCD-EFGH1-2346';
    expect(findCodes(text).map(({ value }) => value)).toEqual(['ABCDEFGH12345', 'ABCDEFGH12346']);
  });

  it.each([
    'ABCD-EFGH1-2345',
    'abcd efgh1 2345',
    'ABCD – EFGH1 – 2345',
    'ABCDE-FGH12-345',
    'ABCDEFGH12345',
    '/start ABC DEF GH1 234 5',
  ])('finds the one in «%s»', (text) => {
    expect(findCodes(text)).toEqual([{ kind: 'code', value: 'ABCDEFGH12345' }]);
  });

  it.each([
    '/start',
    'Добрый день',
    '7А алгебра: Иванов 5, Петрова 4 5',
    'Комарова Вера 5',
    '5 4 3',
    '12.10.2026',
  ])('finds none in «%s»', (text) => {
    expect(findCodes(text)).toEqual([]);
  });
});
