import type { Texts } from '../../texts/ru.ts';
import { CHART_FONT, chartSvg, FAINT, INK, LINE, MEAN } from './chart.ts';
import { fitText } from './text-width.ts';

/** A subject's mean, and the mean of a week that begins on this Monday. */
export type TermFigures = {
  subjects: readonly { subject: string; mean: number }[];
  weeks: readonly { monday: string; mean: number }[];
};

const ROW = 22;
const NAME = 118;
const RIGHT = 44;
const TITLE = 30;
const GAP = 12;
const WEEKS = 130;
const AXIS = 26;
const NAME_SIZE = 11;
const TITLE_SIZE = 12;
// Some marks are 1; a bar of 2 is still to be seen as the lowest.
const LOWEST = 1;

/** Draws a term as SVG: a bar a subject, and under them the mean of all marks week by week. */
export function termPicture({ subjects, weeks }: TermFigures, texts: Texts): string {
  const { family, school } = texts;
  const bars = subjects.length * ROW;
  const trend = weeks.length > 1;
  const weeksTop = TITLE + bars + TITLE + GAP;
  const height = trend ? weeksTop + WEEKS + AXIS : TITLE + bars + 10;
  const title = (text: string, top: number) => ({
    text,
    top,
    left: 3,
    textStyle: { ...CHART_FONT, fontSize: TITLE_SIZE, fontWeight: 'bold' as const, color: INK },
  });
  const named = { ...CHART_FONT, fontSize: NAME_SIZE, color: INK };
  const plain = { axisTick: { show: false }, axisLine: { show: false } };
  const scale = { min: Math.min(2, ...weeks.map(({ mean }) => Math.floor(mean))), max: 5 };
  return chartSvg(height, {
    title: [
      title(family.pictureMeans, 6),
      ...(trend ? [title(family.pictureWeeks, weeksTop - TITLE)] : []),
    ],
    grid: [
      { left: NAME, right: RIGHT, top: TITLE, height: bars },
      ...(trend ? [{ left: 26, right: RIGHT, top: weeksTop, height: WEEKS - 8 }] : []),
    ],
    xAxis: [
      { gridIndex: 0, type: 'value' as const, min: LOWEST, max: 5, show: false },
      ...(trend
        ? [
            {
              ...plain,
              gridIndex: 1,
              type: 'category' as const,
              boundaryGap: false,
              data: weeks.map(({ monday }) => school.shortDate(monday)),
              axisLabel: { ...CHART_FONT, hideOverlap: true, margin: 8 },
            },
          ]
        : []),
    ],
    yAxis: [
      {
        ...plain,
        gridIndex: 0,
        type: 'category' as const,
        inverse: true,
        data: subjects.map(({ subject }) => fitText(subject, NAME - 14, NAME_SIZE)),
        axisLabel: { ...named, interval: 0, align: 'left' as const, margin: NAME - 8 },
      },
      ...(trend
        ? [
            {
              ...plain,
              ...scale,
              gridIndex: 1,
              type: 'value' as const,
              interval: 1,
              axisLabel: named,
              splitLine: { lineStyle: { color: '#e6ecf1' } },
            },
          ]
        : []),
    ],
    series: [
      {
        type: 'bar' as const,
        silent: true,
        barWidth: 12,
        showBackground: true,
        backgroundStyle: { color: '#f1f4f7' },
        data: subjects.map(({ mean }) => mean),
        itemStyle: { color: MEAN },
        label: {
          ...named,
          show: true,
          position: 'right' as const,
          formatter: ({ value }: { value: number }) => school.mean(value),
        },
      },
      ...(trend ? [weekLine(weeks, texts)] : []),
    ],
  });
}

function weekLine(weeks: TermFigures['weeks'], { school }: Texts) {
  const last = weeks.at(-1)?.mean ?? 0;
  return {
    ...LINE,
    xAxisIndex: 1,
    yAxisIndex: 1,
    symbol: 'circle',
    symbolSize: 6,
    data: weeks.map(({ mean }) => mean),
    lineStyle: { width: 2.5, color: MEAN },
    itemStyle: { color: MEAN, borderColor: FAINT },
    endLabel: {
      ...CHART_FONT,
      show: true,
      fontSize: 12,
      fontWeight: 'bold' as const,
      color: MEAN,
      formatter: school.mean(last),
    },
  };
}
