import type { MarkRecord } from '../../db/actions/mark-record.ts';
import type { MarkEvent } from '../../db/reports/mark-history.ts';
import type { Texts } from '../texts/ru.ts';
import { colleague } from './displaced.ts';
import { cut } from './fit.ts';
import type { Pen } from './lesson.ts';
import { clock } from './lesson-title.ts';
import { markSign } from './sheet-marks.ts';

// Older ones are counted: who changes a mark more often is asked in person.
const SHOWN = 6;
const REASON_SHOWN = 80;

/** What became of a mark, the newest last: when, who, from what to what, why. Plain text. */
export function historyLines(history: readonly MarkEvent[], pen: Pen): string[] {
  const { corrections } = pen.texts;
  if (history.length === 0) {
    return [];
  }
  const earlier = history.length - SHOWN;
  return [
    corrections.history,
    ...(earlier > 0 ? [corrections.earlier(earlier)] : []),
    ...history.slice(-SHOWN).map((event) => eventLine(event, pen)),
  ];
}

function eventLine(event: MarkEvent, { texts, names }: Pen): string {
  const { corrections, school } = texts;
  const { day, time, who, door, before, after, reason } = event;
  const name = who && colleague(who, names);
  const when = `${school.shortDate(day)} ${clock(time)}`;
  const what = before === null ? signed(after, texts) : changeText(before, after, texts);
  const notes = [
    ...(corrections.doors[door] === '' ? [] : [corrections.doors[door]]),
    ...(reason === null ? [] : [corrections.because(cut(reason, REASON_SHOWN))]),
  ];
  return [`${when}${name ? `, ${name}` : ''}: ${what}`, ...notes].join(', ');
}

function changeText(before: MarkRecord, after: MarkRecord, texts: Texts): string {
  const { corrections } = texts;
  if (before.state !== after.state) {
    return after.state === 'cancelled' ? corrections.cancelled : corrections.restored;
  }
  if (before.kind !== after.kind) {
    return corrections.changed(signed(before, texts), signed(after, texts));
  }
  return before.value === after.value
    ? corrections.commentChanged
    : corrections.changed(markSign(before.value, texts), markSign(after.value, texts));
}

/** «5», or «5 контрольная» where it isn't an answer in class. */
function signed({ value, kind }: MarkRecord, texts: Texts): string {
  const sign = markSign(value, texts);
  return kind === 'answer' ? sign : `${sign} ${texts.school.kinds[kind]}`;
}
