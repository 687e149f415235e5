import type { TermSpan } from '../../db/rules/calendar.ts';
import type { DialogueConfig, Screen } from '../dialogue/turn.ts';
import type { Texts } from '../texts/ru.ts';
import { childName } from './child-name.ts';
import { cut, firstLines } from './fit.ts';
import { bold, escapeHtml, italic } from './html.ts';
import { absenceText, kindText, markText, termMarkText } from './words.ts';

type Told = {
  change: 'new' | 'corrected' | 'cancelled';
  subject: string;
  /** What the parent was told before: a mark, `owed`, an absence code, a term mark. */
  was: string | null;
};

/** One thing a parent is told of. A null `value` is work that is owed, a null `term` the year. */
export type NoticeLine =
  | (Told & {
      kind: 'mark';
      date: string;
      value: number | null;
      workKind: string;
      comment: string | null;
    })
  | (Told & { kind: 'absence'; date: string; number: number; code: string })
  | (Told & {
      kind: 'term_mark';
      term: Pick<TermSpan, 'number' | 'kind'> | null;
      value: string;
    });

/** All that is told of one child. */
export type NoticeSection = {
  child: { lastName: string; firstName: string };
  lines: readonly NoticeLine[];
};

const COMMENT_LIMIT = 200;
// Left for the title and for the line that says how much was left out.
const RESERVED = 300;

/** What has changed for a parent's children, as one message. */
export function noticeMessage(
  sections: readonly NoticeSection[],
  texts: Texts,
  names: DialogueConfig['names'],
): Screen {
  const { parent } = texts;
  const lines = sections.flatMap(({ child, lines: told }) => [
    bold(childName(child, names)),
    ...told.map((line) => noticeLine(line, texts)),
  ]);
  const { shown, left } = firstLines(lines, RESERVED);
  const rest = left > 0 ? [escapeHtml(parent.more(left))] : [];
  return { text: [escapeHtml(parent.noticeTitle), ...shown, ...rest].join('\n') };
}

function noticeLine(line: NoticeLine, texts: Texts): string {
  const { school, parent, notices } = texts;
  if (line.kind === 'term_mark') {
    const term = line.term ? parent.termTitle(line.term.number, line.term.kind) : notices.year;
    return `${escapeHtml(`${term}, ${line.subject}`)}: ${bold(termMarkChange(line, texts))}`;
  }
  const where = escapeHtml(`${school.shortDate(line.date)} ${line.subject}`);
  if (line.kind === 'absence') {
    const lesson = escapeHtml(parent.lesson(line.number));
    return `${where}, ${lesson}: ${bold(absenceChange(line, texts))}`;
  }
  const comment = line.comment ? ` ${italic(cut(line.comment, COMMENT_LIMIT))}` : '';
  return `${where}: ${bold(markChange(line, texts))}${comment}`;
}

function termMarkChange(
  { change, value, was }: NoticeLine & { kind: 'term_mark' },
  texts: Texts,
): string {
  const { notices } = texts;
  const now = termMarkText(value, texts);
  const before = termMarkText(was ?? '', texts);
  switch (change) {
    case 'new':
      return now;
    case 'corrected':
      return notices.correctedTermMark(now, before);
    case 'cancelled':
      return notices.cancelledTermMark(before);
  }
}

function markChange(line: NoticeLine & { kind: 'mark' }, texts: Texts): string {
  const { parent } = texts;
  const value = markText(line.value, texts);
  const kind = kindText(line.workKind, texts);
  const was = line.was ?? '';
  switch (line.change) {
    case 'new':
      return parent.newMark(value, kind);
    case 'corrected':
      return line.was === 'owed'
        ? parent.owedDone(value, kind)
        : parent.correctedMark(value, was, kind);
    case 'cancelled':
      return line.was === 'owed' ? parent.cancelledOwed : parent.cancelledMark(was);
  }
}

function absenceChange(
  { change, code, was }: NoticeLine & { kind: 'absence' },
  texts: Texts,
): string {
  const { parent } = texts;
  const now = absenceText(code, texts);
  const before = absenceText(was ?? '', texts);
  switch (change) {
    case 'new':
      return parent.newAbsence(now);
    case 'corrected':
      return parent.correctedAbsence(now, before);
    case 'cancelled':
      return parent.cancelledAbsence(before);
  }
}
