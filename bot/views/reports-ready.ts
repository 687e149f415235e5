import type { Period } from '../../db/reports/periodic/period.ts';
import type { ReportAuthor } from '../../db/reports/periodic/report-authors.ts';
import { reportPress } from '../dialogue/report-presses.ts';
import type { Screen } from '../dialogue/turn.ts';
import type { Texts } from '../texts/ru.ts';
import { bold, escapeHtml } from './html.ts';
import { periodTitle } from './papers/words.ts';

/** That a term is over and these reports wait: a button each. */
export function reportsReadyMessage(
  period: Period,
  wanted: ReportAuthor['wanted'],
  texts: Texts,
): Screen {
  const { ended, draftsReady, schoolReady, open, kinds } = texts.report;
  const own = wanted.some(({ ref }) => ref.kind !== 'school');
  const school = wanted.some(({ ref }) => ref.kind === 'school');
  return {
    text: [
      bold(ended(periodTitle(period, texts))),
      ...(own ? [escapeHtml(draftsReady)] : []),
      ...(school ? [escapeHtml(schoolReady)] : []),
    ].join('\n'),
    buttons: wanted.map(({ ref, className }) => [
      { text: open(kinds[ref.kind], className), press: reportPress(ref) },
    ]),
  };
}
