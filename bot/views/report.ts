import type { ReportSheet } from '../../db/reports/periodic/report-sheet.ts';
import type { ReportTerms } from '../../db/reports/periodic/report-terms.ts';
import type { Button } from '../dialogue/reply.ts';
import {
  approveReportPress,
  classReportsPress,
  reportFilePress,
  reportPress,
} from '../dialogue/report-presses.ts';
import type { Screen } from '../dialogue/turn.ts';
import type { Texts } from '../texts/ru.ts';
import { bold, escapeHtml } from './html.ts';
import type { Pen } from './lesson.ts';
import { reportOwner } from './papers/report-paper.ts';
import { periodTitle, stateLine } from './papers/words.ts';
import { backButton } from './report-choice.ts';
import { hasPicture } from './report-file.ts';
import { reportLines } from './report-lines.ts';
import { rowsOf } from './rows.ts';

/** A report in short: its main figures, and the ways to its files, its terms, its approval. */
export function reportScreen(sheet: ReportSheet, terms: ReportTerms, pen: Pen): Screen {
  const { ref, report, period } = sheet;
  const { texts } = pen;
  const words = texts.report;
  const none = report.kind === 'empty';
  const owner = none ? '' : reportOwner(report, pen);
  const title = [words.kinds[ref.kind], owner].filter((part) => part !== '').join(' · ');
  const text = [
    bold(title),
    escapeHtml(periodTitle(period, texts)),
    ...(none
      ? ['', escapeHtml(words.empty[report.why])]
      : [
          escapeHtml(stateLine(sheet, pen)),
          ...changedLine(sheet, words),
          '',
          ...reportLines(report, pen),
        ]),
  ].join('\n');
  return {
    text,
    buttons: [
      ...(none ? [] : [fileButtons(sheet, words)]),
      ...approveRow(sheet, words),
      ...termRows(sheet, terms, texts),
      [
        ref.classId === null
          ? backButton(words)
          : { text: texts.common.back, press: classReportsPress(ref.classId) },
      ],
    ],
  };
}

function changedLine({ changed }: ReportSheet, words: Texts['report']): string[] {
  return changed ? [bold(words.changed)] : [];
}

function fileButtons({ ref, report }: ReportSheet, words: Texts['report']): Button[] {
  return [
    { text: words.excel, press: reportFilePress(ref, 'xlsx') },
    { text: words.pdf, press: reportFilePress(ref, 'pdf') },
    ...(hasPicture(report) ? [{ text: words.picture, press: reportFilePress(ref, 'png') }] : []),
  ];
}

function approveRow(
  { ref, approvable, approval }: ReportSheet,
  words: Texts['report'],
): Button[][] {
  const text = approval ? words.approveAgain : words.approve;
  return approvable === null ? [] : [[{ text, press: approveReportPress(ref, approvable) }]];
}

function termRows({ ref }: ReportSheet, { periods, year }: ReportTerms, texts: Texts): Button[][] {
  const terms = periods.flatMap((period) =>
    period.term && period.term.id !== ref.termId
      ? [
          {
            text: periodTitle(period, texts),
            press: reportPress({ ...ref, termId: period.term.id }),
          },
        ]
      : [],
  );
  const whole =
    year && ref.termId !== null
      ? [{ text: texts.report.year, press: reportPress({ ...ref, termId: null }) }]
      : [];
  return rowsOf([...terms, ...whole], 2);
}
