import type { CardMark, SubjectTerm } from '../../../db/reports/subject-term.ts';
import type { Texts } from '../../texts/ru.ts';
import { CHART_FONT, chartSvg, FAINT, INK, LINE, MEAN } from './chart.ts';

const HEIGHT = 240;
const LOW = '#c0392b';
// Dots, in points: a mark of more weight is larger.
const DOT = 8;
const HEAVY_DOT = 12;
// In marks: a threshold nearer to the mean gives way to its label.
const LABEL_GAP = 0.2;

/** Draws a pupil's marks of a term and their running weighted mean as SVG. */
export function trendPicture(
  { marks, thresholds }: Pick<SubjectTerm, 'marks' | 'thresholds'>,
  texts: Texts,
): string {
  return chartSvg(HEIGHT, optionOf(marks.filter(isGiven), thresholds, texts));
}

type Given = CardMark & { value: number };

function isGiven(mark: CardMark): mark is Given {
  return mark.value !== null;
}

function optionOf(
  marks: readonly Given[],
  thresholds: SubjectTerm['thresholds'],
  { journal, school }: Texts,
) {
  const font = CHART_FONT;
  const mean = marks.at(-1)?.meanThen ?? 0;
  const line = LINE;
  const threshold = (mark: 4 | 5) => ({
    ...line,
    data: marks.map(() => thresholds[mark]),
    lineStyle: { type: 'dashed' as const, width: 1, color: FAINT },
    endLabel: {
      ...font,
      show: Math.abs(thresholds[mark] - mean) > LABEL_GAP,
      formatter: journal.chartThreshold(mark),
    },
  });
  return {
    grid: { left: 26, right: 42, top: 40, bottom: 28 },
    legend: {
      top: 4,
      left: 12,
      itemWidth: 14,
      textStyle: { ...font, fontSize: 11, color: INK },
      data: [
        { name: journal.chartMarks },
        { name: journal.chartLine, icon: 'path://M0 4h9v2h-9z' },
      ],
    },
    xAxis: {
      type: 'category' as const,
      boundaryGap: false,
      data: marks.map(({ date }) => school.shortDate(date)),
      axisLabel: { ...font, hideOverlap: true, margin: 12 },
      axisTick: { show: false },
      axisLine: { show: false },
    },
    yAxis: {
      type: 'value' as const,
      min: Math.min(2, ...marks.map(({ value }) => value)),
      max: 5,
      interval: 1,
      axisLabel: { ...font, fontSize: 12, color: INK },
      splitLine: { lineStyle: { color: '#e6ecf1' } },
    },
    series: [
      threshold(4),
      threshold(5),
      {
        ...line,
        name: journal.chartLine,
        data: marks.map(({ meanThen }) => meanThen),
        lineStyle: { width: 2.5, color: MEAN },
        itemStyle: { color: MEAN },
        endLabel: {
          ...font,
          show: true,
          fontSize: 12,
          fontWeight: 'bold' as const,
          color: MEAN,
          formatter: school.mean(mean),
        },
      },
      {
        ...line,
        name: journal.chartMarks,
        data: marks.map(({ value, weight }) => ({
          value,
          symbolSize: weight > 1 ? HEAVY_DOT : DOT,
          itemStyle: { color: value <= 2 ? LOW : INK },
        })),
        symbol: 'circle',
        lineStyle: { width: 0 },
        itemStyle: { color: INK },
      },
    ],
  };
}
