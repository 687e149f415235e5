import type { Report } from '../../../db/reports/periodic/read-report.ts';
import type { WeeklyMean } from '../../../db/reports/periodic/weekly-means.ts';
import type { Texts } from '../../texts/ru.ts';
import type { Pen } from '../lesson.ts';
import { figure, periodTitle } from '../papers/words.ts';
import {
  type Bar,
  type Bars,
  barsHeight,
  barsParts,
  PICTURE_STYLES,
  PICTURE_WIDTH,
} from './bars.ts';
import { heatMap } from './heat-map.ts';
import { picture } from './svg.ts';
import { WEEKLY_HEIGHT, weeklyParts } from './weekly-line.ts';

/**
 * A report where people would rather look: means by subject (of a class its groups) over the line of
 * weekly means, of attendance the heat map. Null where there is nothing to draw.
 */
export function reportPicture(
  report: Report,
  weeks: readonly WeeklyMean[],
  pen: Pen,
): string | null {
  if (report.kind === 'attendance') {
    return heatMap(report, pen);
  }
  const bars = barsOf(report, pen.texts);
  if (!bars || bars.bars.length === 0) {
    return null;
  }
  const height = barsHeight(bars);
  // One week is a point, not a line.
  const line = weeks.length > 1;
  return picture(
    { width: PICTURE_WIDTH, height: height + (line ? WEEKLY_HEIGHT : 0) },
    PICTURE_STYLES,
    ...barsParts(bars, 0),
    ...(line ? weeklyParts(weeks, height, pen.texts) : []),
  );
}

function barsOf(report: Report, texts: Texts): Bars | null {
  const { meansTitle, meansBefore, groups, tables } = texts.report;
  const scale = { from: 2, to: 5, title: meansTitle, legend: '' };
  switch (report.kind) {
    case 'teacher':
      return {
        ...scale,
        bars: report.courses.flatMap(({ className, subject, marks }) =>
          meanBar(`${className} ${subject}`, marks?.mean ?? null, null, texts),
        ),
      };
    case 'summary':
      return {
        ...scale,
        bars: (report.sheets.at(-1)?.subjects ?? []).flatMap(({ name, figures }) =>
          meanBar(name, figures.mean, null, texts),
        ),
      };
    case 'school':
      return {
        ...scale,
        legend: report.before ? meansBefore(periodTitle(report.before, texts)) : '',
        bars: report.subjects.flatMap(({ subject, mean, before }) =>
          meanBar(subject, mean, before?.mean ?? null, texts),
        ),
      };
    case 'class': {
      const counted = report.marks?.groups ?? [];
      return {
        ...{ title: tables.groups, legend: '', from: 0 },
        to: Math.max(1, ...counted.map(({ pupils }) => pupils.length)),
        bars: counted.map(({ group, pupils }) => ({
          ...{ name: groups[group], value: pupils.length, said: String(pupils.length) },
          before: null,
        })),
      };
    }
    default:
      return null;
  }
}

function meanBar(name: string, mean: number | null, before: number | null, texts: Texts): Bar[] {
  return mean === null ? [] : [{ name, value: mean, said: figure(mean, texts), before }];
}
