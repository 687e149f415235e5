import { createRequire } from 'node:module';
import type { EChartsCoreOption } from 'echarts';

type Charts = Pick<typeof import('echarts'), 'init'>;

/** As wide as a phone. */
export const CHART_WIDTH = 360;
export const INK = '#1c2733';
export const MEAN = '#2f6fb2';
export const FAINT = '#b9c5d2';
export const CHART_FONT = { fontFamily: 'DejaVu Sans', fontSize: 10, color: '#7f8c9a' };
/** A line without dots. */
export const LINE = { type: 'line' as const, symbol: 'none', silent: true, clip: false };

/** Draws a chart of this height in points as SVG. */
export function chartSvg(height: number, option: EChartsCoreOption): string {
  const chart = loadCharts().init(null, null, {
    renderer: 'svg',
    ssr: true,
    width: CHART_WIDTH,
    height,
  });
  const still = { animation: false, backgroundColor: '#fff', textStyle: CHART_FONT };
  chart.setOption({ ...still, ...option });
  const svg = chart.renderToSVGString();
  chart.dispose();
  return svg;
}

/**
 * The chart library, loaded with the first chart, as it is heavy. Its smallest bundle does: in single
 * modules it is several hundred files, and seconds of reading them.
 */
function loadCharts(): Charts {
  return createRequire(import.meta.url)('echarts/dist/echarts.common.min') as Charts;
}
