import type { Chart, Plugin } from 'chart.js';
import type { ChartSeries } from '#shared/domain/chart-series.ts';
import { formatFigure } from '#shared/domain/numbers.ts';
import type { State } from '#shared/domain/states.ts';
import { type AxisLabel, spreadLabels, yearSpans } from './axis-labels.ts';
import type { ChartInks } from './chart-inks.ts';

/** What a KPI's chart draws beside its lines. */
export type Marks = {
  readonly series: ChartSeries;
  readonly labels: readonly AxisLabel[];
  readonly unit: string | null;
  /** The tolerance then lies above the target. */
  readonly lessIsBetter: boolean;
  readonly inks: ChartInks;
  /** The period in hand, by pointer or arrow key; null for none. */
  readonly current: number | null;
};

/** The shapes of the status set about (0, 0), the size of a point. */
const shapes: Readonly<Record<State, string>> = {
  'not-started': 'M0-5A5 5 0 1 1 0 5 5 5 0 1 1 0-5Z',
  'on-track': 'M0-5A5 5 0 1 1 0 5 5 5 0 1 1 0-5Z',
  'at-risk': 'M0-6 6 5H-6Z',
  'off-track': 'M0-7 7 0 0 7-7 0Z',
  complete: 'M-5-5H5V5H-5Z',
  changed: 'M-6-4H0L6 0 0 4H-6L-3 0Z',
  closed: 'M-5-5H5V5H-5Z',
};
const small = 12;
const lineGap = 16;

function xOf(chart: Chart, place: number): number {
  return chart.scales.x?.getPixelForValue(place) ?? 0;
}
function yOf(chart: Chart, number: number): number {
  return chart.scales.y?.getPixelForValue(number) ?? 0;
}

function text(
  chart: Chart,
  marks: Marks,
  words: string,
  at: { x: number; y: number; align?: CanvasTextAlign; bold?: boolean; colour?: string },
): void {
  const { ctx } = chart;
  ctx.font = `${at.bold ? 600 : 400} ${small}px ${marks.inks.font}`;
  ctx.fillStyle = at.colour ?? marks.inks.ink2;
  ctx.textAlign = at.align ?? 'left';
  ctx.textBaseline = 'middle';
  // A rim of paper, so that a line behind the words does not strike them through.
  ctx.strokeStyle = marks.inks.paper;
  ctx.lineWidth = 3;
  ctx.lineJoin = 'round';
  ctx.setLineDash([]);
  ctx.strokeText(words, at.x, at.y);
  ctx.fillText(words, at.x, at.y);
}

/** Names under the axis, the years they stand in, and hairlines between the years. */
function drawAxis(chart: Chart, marks: Marks): void {
  const { ctx, chartArea } = chart;
  const { labels, inks } = marks;
  const room = chartArea.width / Math.max(1, labels.length);
  const widest = Math.max(...labels.map((label) => label.short.length * 6.5), 1);
  const every = Math.max(1, Math.ceil((widest + 8) / room));
  labels.forEach((label, place) => {
    if ((labels.length - 1 - place) % every !== 0) return;
    text(chart, marks, label.short, { x: xOf(chart, place), y: chartArea.bottom + 12, align: 'center' });
  });
  const spans = yearSpans(labels);
  spans.forEach(({ year, from, to }, place) => {
    const left = xOf(chart, from) - room / 2;
    const right = xOf(chart, to) + room / 2;
    if (right - left > 44) {
      text(chart, marks, year, { x: (left + right) / 2, y: chartArea.bottom + 28, align: 'center' });
    }
    if (place === 0) return;
    ctx.strokeStyle = inks.hair;
    ctx.lineWidth = 1;
    ctx.beginPath();
    ctx.moveTo(left, chartArea.bottom);
    ctx.lineTo(left, chartArea.bottom + 34);
    ctx.stroke();
  });
}

/** A full-height line of ink before the period the series begins anew with, its reason written on it. */
function drawBreaks(chart: Chart, marks: Marks): void {
  const { ctx, chartArea } = chart;
  const { series, inks } = marks;
  for (const { before, reason } of series.breaks) {
    const x = before === 0 ? chartArea.left : (xOf(chart, before - 1) + xOf(chart, before)) / 2;
    ctx.strokeStyle = inks.ink;
    ctx.lineWidth = 1;
    ctx.beginPath();
    ctx.moveTo(x, chartArea.top - 28);
    ctx.lineTo(x, chartArea.bottom);
    ctx.moveTo(x - 4, chartArea.bottom - 8);
    ctx.lineTo(x + 4, chartArea.bottom - 12);
    ctx.moveTo(x - 4, chartArea.bottom - 4);
    ctx.lineTo(x + 4, chartArea.bottom - 8);
    ctx.stroke();
    const words = /^break/i.test(reason) ? reason : `Break: ${reason}`;
    ctx.font = `600 ${small}px ${inks.font}`;
    const [roomBefore, roomAfter] = [x - 11, chart.width - x - 11];
    const rightward = ctx.measureText(words).width < roomAfter || roomAfter >= roomBefore;
    const lines = twoLines(words, rightward ? roomAfter : roomBefore, (part) => ctx.measureText(part).width);
    lines.forEach((line, at) => {
      text(chart, marks, line, {
        x: rightward ? x + 7 : x - 7,
        y: chartArea.top - (lines.length - at) * 14,
        align: rightward ? 'left' : 'right',
        bold: true,
        colour: inks.ink,
      });
    });
  }
}

/** Words in at most two lines of a width; what does not fit even so is told in full by the chart's description. */
function twoLines(words: string, width: number, measure: (text: string) => number): string[] {
  const lines: string[] = [];
  let line = '';
  for (const word of words.split(' ')) {
    const longer = line === '' ? word : `${line} ${word}`;
    if (line !== '' && measure(longer) > width) {
      lines.push(line);
      line = word;
    } else line = longer;
  }
  lines.push(line);
  const [first = '', second] = lines;
  if (second === undefined) return [first];
  return [first, lines.length > 2 ? `${second} …` : second];
}

function drawBaseline(chart: Chart, marks: Marks): void {
  const { baseline, breaks } = marks.series;
  if (!baseline) return;
  const { ctx, chartArea } = chart;
  const y = yOf(chart, baseline.number);
  const firstBreak = breaks.find((one) => one.before > 0);
  const right = firstBreak
    ? (xOf(chart, firstBreak.before - 1) + xOf(chart, firstBreak.before)) / 2
    : chartArea.right;
  ctx.strokeStyle = marks.inks.edge;
  ctx.lineWidth = 1.5;
  ctx.setLineDash([1.5, 2.5]);
  ctx.beginPath();
  ctx.moveTo(chartArea.left, y);
  ctx.lineTo(right, y);
  ctx.stroke();
  ctx.setLineDash([]);
}

/** The name of the baseline, over the band of the tolerance. */
function drawBaselineName(chart: Chart, marks: Marks): void {
  const { baseline, breaks } = marks.series;
  if (!baseline) return;
  const { chartArea } = chart;
  const y = yOf(chart, baseline.number);
  const firstBreak = breaks.find((one) => one.before > 0);
  const right = firstBreak
    ? (xOf(chart, firstBreak.before - 1) + xOf(chart, firstBreak.before)) / 2
    : chartArea.right;
  const words = `Baseline ${baseline.label}, ${formatFigure(baseline.number, marks.unit)}`;
  // Under the line where there is room; at the end where the figures lie further from it.
  const below = y + 16 < chartArea.bottom;
  const apart = (number: number | null | undefined) =>
    typeof number === 'number' ? Math.abs(yOf(chart, number) - y) : Number.POSITIVE_INFINITY;
  const known = marks.series.actual.slice(0, firstBreak?.before).filter((number) => number !== null);
  const atEnd = !below && apart(known.at(-1)) > apart(known[0]);
  text(chart, marks, words, {
    x: atEnd ? right - 4 : chartArea.left + 4,
    y: below ? y + 10 : y - 10,
    align: atEnd ? 'right' : 'left',
  });
}

function drawPoints(chart: Chart, marks: Marks): void {
  const { ctx } = chart;
  const { series, inks, current } = marks;
  series.forecast.forEach((number, place) => {
    if (number === null || series.actual[place] !== null) return;
    ctx.beginPath();
    ctx.arc(xOf(chart, place), yOf(chart, number), 3.5, 0, Math.PI * 2);
    ctx.fillStyle = inks.paper;
    ctx.strokeStyle = inks.ink;
    ctx.lineWidth = 1.5;
    ctx.fill();
    ctx.stroke();
  });
  series.actual.forEach((number, place) => {
    if (number === null) return;
    const state = series.states[place] ?? null;
    ctx.save();
    ctx.translate(xOf(chart, place), yOf(chart, number));
    if (place === current) {
      ctx.beginPath();
      ctx.arc(0, 0, 11, 0, Math.PI * 2);
      ctx.strokeStyle = inks.ink;
      ctx.lineWidth = 2;
      ctx.stroke();
    }
    const path = new Path2D(
      state ? shapes[state] : 'M0-3.500A3.500 3.500 0 1 1 0 3.500 3.500 3.500 0 1 1 0-3.500Z',
    );
    ctx.strokeStyle = inks.paper;
    ctx.lineWidth = 3;
    ctx.stroke(path);
    ctx.fillStyle = state ? inks.states[state] : inks.ink;
    ctx.fill(path);
    if (series.provisional[place]) {
      ctx.beginPath();
      ctx.arc(0, 0, 2, 0, Math.PI * 2);
      ctx.fillStyle = inks.paper;
      ctx.fill();
    }
    ctx.restore();
  });
}

/** The numbers of the words that stand in the list beneath the chart, over the periods they belong to. */
function drawAnnotations(chart: Chart, marks: Marks): void {
  const places = Map.groupBy(
    marks.series.annotations.map((one, index) => ({ ...one, index })),
    ({ at }) => at,
  );
  for (const [at, own] of places) {
    text(chart, marks, own.map(({ index }) => index + 1).join(', '), {
      x: xOf(chart, at),
      y: chart.chartArea.top + 6,
      align: 'center',
    });
  }
}

type End = { readonly words: string; readonly number: number; readonly bold: boolean };

/** What stands at the ends of the lines: target, tolerance, forecast and comparators by name. */
export function endsOf(marks: Pick<Marks, 'series' | 'unit' | 'lessIsBetter'>): End[] {
  const { series, unit } = marks;
  const ends: End[] = [];
  const lastOf = (figures: readonly (number | null)[]) =>
    figures.findLast((number) => number !== null) ?? null;
  const target = lastOf(series.target);
  const forecast = lastOf(series.forecast);
  if (target !== null)
    ends.push({ words: `Target ${formatFigure(target, unit)}`, number: target, bold: true });
  const lastTarget = series.target.findLastIndex((number) => number !== null);
  const tolerance = lastTarget < 0 ? null : (series.tolerance[lastTarget] ?? lastOf(series.tolerance));
  if (target !== null && tolerance) {
    const below = marks.lessIsBetter ? target + tolerance : target - tolerance;
    ends.push({ words: `Tolerance ${formatFigure(tolerance, null)}`, number: below, bold: false });
  }
  if (forecast !== null) {
    ends.push({ words: `Forecast ${formatFigure(forecast, unit)}`, number: forecast, bold: false });
  }
  for (const comparator of series.comparators) {
    const number = lastOf(comparator.figures);
    if (number !== null) {
      ends.push({ words: `${comparator.name} ${formatFigure(number, unit)}`, number, bold: false });
    }
  }
  return ends;
}

/** Names at the ends of the lines, apart from each other, and the latest figure at its point. */
function drawEnds(chart: Chart, marks: Marks): void {
  const { chartArea } = chart;
  const { series, unit, inks } = marks;
  const ends = endsOf(marks);
  const places = spreadLabels(
    ends.map((end) => yOf(chart, end.number)),
    lineGap,
    chartArea.top + 4,
    chartArea.bottom - 4,
  );
  ends.forEach((end, place) => {
    text(chart, marks, end.words, {
      x: chartArea.right - 8,
      y: places[place] ?? 0,
      bold: end.bold,
      colour: end.bold ? inks.ink : inks.ink2,
    });
  });
  const last = series.actual.findLastIndex((number) => number !== null);
  const latest = series.actual[last];
  if (latest === null || latest === undefined) return;
  const y = yOf(chart, latest);
  text(chart, marks, formatFigure(latest, unit), {
    x: xOf(chart, last),
    y: y + 20 < chartArea.bottom ? y + 20 : y - 18,
    align: 'center',
    bold: true,
    colour: inks.ink,
  });
}

/** One plugin for all that chart.js has no part for. */
export function marksPlugin(marks: () => Marks): Plugin<'line'> {
  return {
    id: 'register-marks',
    beforeDatasetsDraw: (chart) => {
      chart.ctx.save();
      drawBaseline(chart as Chart, marks());
      chart.ctx.restore();
    },
    afterDatasetsDraw: (chart) => {
      const one = chart as Chart;
      chart.ctx.save();
      drawAxis(one, marks());
      drawBreaks(one, marks());
      drawBaselineName(one, marks());
      drawPoints(one, marks());
      drawEnds(one, marks());
      drawAnnotations(one, marks());
      chart.ctx.restore();
    },
  };
}
