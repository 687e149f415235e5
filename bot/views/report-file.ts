import type { ReportSheet } from '../../db/reports/periodic/report-sheet.ts';
import type { WeeklyMean } from '../../db/reports/periodic/weekly-means.ts';
import type { ReportFile } from '../dialogue/report-presses.ts';
import type { Screen } from '../dialogue/turn.ts';
import { fileName } from './file-name.ts';
import { escapeHtml } from './html.ts';
import type { Pen } from './lesson.ts';
import { reportOwner, reportPaper } from './papers/report-paper.ts';
import { periodTitle, stateLine } from './papers/words.ts';
import { reportPicture } from './pictures/report-picture.ts';
import { backButton } from './report-choice.ts';

/**
 * A report as a file, said beneath its screen; null where there is nothing to send. `weeks` are for
 * the picture.
 */
export function reportFileMessage(
  sheet: ReportSheet,
  file: ReportFile,
  weeks: readonly WeeklyMean[],
  pen: Pen,
): Screen | null {
  const { report, period } = sheet;
  if (report.kind === 'empty' || (file === 'png' && !hasPicture(report))) {
    return null;
  }
  const { texts } = pen;
  const words = texts.report;
  const title = words.kinds[report.kind];
  const owner = reportOwner(report, pen);
  const of = periodTitle(period, texts);
  const name = `${fileName(words.fileName(title, owner, of))}.${file}`;
  const text = [words.caption(title, owner, of), stateLine(sheet, pen)].map(escapeHtml).join('\n');
  const said = { text, buttons: [[backButton(words)]] };
  if (file === 'png') {
    const svg = reportPicture(report, weeks, pen);
    return svg === null ? null : { ...said, file: { kind: 'photo', name, svg } };
  }
  const paper = reportPaper(report, sheet, pen);
  return { ...said, file: { kind: 'document', name, paper, as: file } };
}

/** Movement and interest are shown better by words; without marks there is nothing to draw. */
export function hasPicture(report: ReportSheet['report']): boolean {
  switch (report.kind) {
    case 'class':
      return report.marks !== null;
    case 'teacher':
      return report.total.mean !== null;
    default:
      return !['empty', 'movement', 'interest'].includes(report.kind);
  }
}
