import type { ChartConfiguration, ChartDataset, ScriptableLineSegmentContext } from 'chart.js';
import { endsOf, type Marks } from './draw-marks.ts';

/** Room for the names at the ends of the lines: of 12 px letters, no less than the usual ones need, no more than half a chart. */
const rightFor = (marks: Marks): number =>
  Math.min(240, Math.max(92, ...endsOf(marks).map(({ words }) => words.length * 6.4 + 12)));
const clear = 'transparent';

type Line = ChartDataset<'line', (number | null)[]>;

/**
 * The lines of a KPI's chart: tolerance as a band, target dashed, forecast dotted from the latest actual on,
 * actual in ink. No line crosses a break. Points, names and the axis's words are drawn by `marksPlugin`.
 */
export function chartConfig(marks: Marks): ChartConfiguration<'line', (number | null)[], string> {
  const { series, inks } = marks;
  const broken = new Set(series.breaks.map((one) => one.before));
  const crosses = (segment: ScriptableLineSegmentContext) => broken.has(segment.p1DataIndex);
  const line = (data: readonly (number | null)[], look: Partial<Line>): Line => ({
    data: [...data],
    pointRadius: 0,
    pointHitRadius: 0,
    borderWidth: 1.5,
    fill: false,
    spanGaps: false,
    ...look,
    segment: { borderColor: (segment) => (crosses(segment) ? clear : undefined) },
  });
  const edge = series.target.map((target, place) => {
    const tolerance = series.tolerance[place];
    if (target === null || !tolerance) return null;
    return marks.lessIsBetter ? target + tolerance : target - tolerance;
  });
  const lastActual = series.actual.findLastIndex((number) => number !== null);
  const ahead = series.forecast.map((number, place) => {
    if (place === lastActual) return series.actual[place] ?? null;
    return series.actual[place] === null ? number : null;
  });
  const datasets: Line[] = [
    line(series.actual, { borderColor: inks.ink, borderWidth: 2, order: 1 }),
    line(ahead, { borderColor: inks.ink, borderDash: [2, 3], order: 2, spanGaps: true }),
    line(series.target, { borderColor: inks.ink2, borderDash: [5, 3], order: 3 }),
    ...series.comparators.map((one) =>
      line(one.figures, { borderColor: inks.edge, borderWidth: 1, order: 4 }),
    ),
    {
      ...line(edge, { borderColor: clear, borderWidth: 0, order: 5 }),
      fill: 2,
      backgroundColor: inks.sel,
      segment: { backgroundColor: (segment) => (crosses(segment) ? clear : inks.sel) },
    },
  ];
  return {
    type: 'line',
    data: { labels: series.periods.map((period) => period.label), datasets },
    options: {
      animation: false,
      responsive: true,
      maintainAspectRatio: false,
      events: [],
      layout: {
        padding: { top: series.breaks.length > 0 ? 36 : 12, right: rightFor(marks), bottom: 36, left: 0 },
      },
      scales: {
        x: {
          offset: true,
          ticks: { display: false },
          grid: { display: false },
          border: { color: inks.edge },
        },
        y: {
          min: series.axis.low,
          max: series.axis.high,
          afterBuildTicks: (axis) => {
            axis.ticks = series.axis.ticks.map((value) => ({ value }));
          },
          ticks: { color: inks.ink3, font: { family: inks.font, size: 12 }, padding: 8 },
          grid: { color: inks.hair, drawTicks: false },
          border: { display: false },
        },
      },
    },
  };
}
