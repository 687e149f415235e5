import type { ReportSheet } from '../../db/reports/periodic/report-sheet.ts';
import type { WeeklyMean } from '../../db/reports/periodic/weekly-means.ts';
import type { Texts } from '../texts/ru.ts';
import { reportFileMessage } from '../views/report-file.ts';
import type { Documents } from './documents.ts';

/** A report for somebody who reads it outside the chat. */
export type WantedPrint = {
  sheet: ReportSheet;
  as: 'xlsx' | 'pdf' | 'svg';
  /** Of the picture. */
  weeks: readonly WeeklyMean[];
  language: 'ru' | 'en';
};

/** The file, or a sentence that says why there is none. */
export type Printed = { name: string; bytes: Uint8Array } | { sentence: string };

/** Prints reports as the chat does; prints and workbooks are made off the main thread. */
export function createReportPrinter(
  allTexts: Record<'ru' | 'en', Texts>,
  documents: Documents,
): (wanted: WantedPrint) => Promise<Printed> {
  const never = new AbortController().signal;
  return async ({ sheet, as, weeks, language }) => {
    const texts = allTexts[language];
    // Nothing leaves the school's own server here, so names are whole.
    const pen = { texts, names: 'full' as const };
    const message = reportFileMessage(sheet, as === 'svg' ? 'png' : as, weeks, pen);
    const file = message?.file;
    if (!file || 'fileId' in file) {
      const { report } = sheet;
      const { empty, noPicture } = texts.report;
      return { sentence: report.kind === 'empty' ? empty[report.why] : noPicture };
    }
    if ('svg' in file) {
      return {
        name: file.name.replace(/png$/, 'svg'),
        bytes: new TextEncoder().encode(file.svg),
      };
    }
    return { name: file.name, bytes: await documents.make(file, never) };
  };
}
