import { describe, expect, it } from 'vitest';
import { parseHtml } from '../../bot/sandbox/html.ts';
import { en } from '../../bot/texts/en.ts';
import { ru } from '../../bot/texts/ru.ts';
import { type NoticeLine, noticeMessage } from '../../bot/views/notice.ts';

const artyom = { lastName: 'Иванов', firstName: 'Артём' };
const where = { subject: 'Алгебра', date: '2026-10-12', number: 2 };
const mark = (line: Partial<NoticeLine & { kind: 'mark' }>): NoticeLine => ({
  ...where,
  kind: 'mark',
  change: 'new',
  value: 5,
  was: null,
  workKind: 'test',
  comment: null,
  ...line,
});
const absence = (line: Partial<NoticeLine & { kind: 'absence' }>): NoticeLine => ({
  ...where,
  kind: 'absence',
  change: 'new',
  code: 'absent',
  was: null,
  ...line,
});
const shown = (lines: NoticeLine[], texts = ru) =>
  parseHtml(noticeMessage([{ child: artyom, lines }], texts, 'full').text).text.split('\n');

describe('a notice', () => {
  it.each([
    [mark({}), '12.10 Алгебра: 5 (контрольная)'],
    [mark({ value: null, workKind: 'homework' }), '12.10 Алгебра: долг (домашняя)'],
    [mark({ change: 'corrected', value: 4, was: '5' }), '12.10 Алгебра: 4 вместо 5 (контрольная)'],
    [
      mark({ change: 'corrected', value: 4, was: 'owed' }),
      '12.10 Алгебра: 4 (контрольная), долг закрыт',
    ],
    [mark({ change: 'cancelled', was: '5' }), '12.10 Алгебра: отметка 5 отменена'],
    [mark({ change: 'cancelled', was: 'owed' }), '12.10 Алгебра: долг снят'],
    [mark({ comment: 'x < 1 & y' }), '12.10 Алгебра: 5 (контрольная) x < 1 & y'],
    [absence({}), '12.10 Алгебра, 2-й урок: отсутствие (н)'],
    [
      absence({ change: 'corrected', code: 'ill', was: 'absent' }),
      '12.10 Алгебра, 2-й урок: болезнь (б) (было: отсутствие (н))',
    ],
    [
      absence({ change: 'cancelled', was: 'late' }),
      '12.10 Алгебра, 2-й урок: запись отменена (опоздание (о))',
    ],
  ])('case %#', (line, words) => {
    expect(shown([line])).toEqual(['Новое в дневнике', 'Иванов Артём', words]);
  });

  it('is one message for all that happened to all children', () => {
    const denis = { lastName: 'Козлов', firstName: 'Денис' };
    const sections = [
      { child: artyom, lines: [mark({}), absence({})] },
      { child: denis, lines: [mark({ value: 3 })] },
    ];
    const { text } = parseHtml(noticeMessage(sections, ru, 'short').text);
    expect(text.split('\n')).toEqual([
      'Новое в дневнике',
      'Артём И.',
      '12.10 Алгебра: 5 (контрольная)',
      '12.10 Алгебра, 2-й урок: отсутствие (н)',
      'Денис К.',
      '12.10 Алгебра: 3 (контрольная)',
    ]);
    expect(noticeMessage(sections, ru, 'none').text).not.toMatch(/Артём|Иванов|Денис|Козлов/);
  });

  it('never outgrows a message', () => {
    const comment = 'очень & длинно '.repeat(30);
    const lines = Array.from({ length: 80 }, () => mark({ comment }));
    const { text } = noticeMessage([{ child: artyom, lines }], ru, 'full');
    expect(text.length).toBeLessThanOrEqual(4096);
    expect(text).toMatch(/И ещё \d+ запис/);
    expect(parseHtml(text).text).toContain('/diary');
  });

  it('speaks English', () => {
    expect(shown([mark({}), absence({})], en)).toEqual([
      'New in the diary',
      'Иванов Артём',
      '12.10 Алгебра: 5 (test)',
      '12.10 Алгебра, lesson 2: absent (н)',
    ]);
  });
});
