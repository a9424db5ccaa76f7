import type { ChartSeries } from '#shared/domain/chart-series.ts';
import { formatFigure } from '#shared/domain/numbers.ts';
import { lookOf } from '#shared/domain/states.ts';
import type { Block } from '../document.ts';
import { escapeText } from './escape.ts';
import { shapeAt } from './marks.ts';

type Chart = Extract<Block, { kind: 'chart' }>;

/** The field a chart is drawn on, in CSS pixels. */
export const chartSize = { width: 720, height: 220 } as const;
const plot = { left: 64, right: 612, top: 18, bottom: 176 };
const ink = '#15181d';
const ink2 = '#454c57';

type Scale = { x: (at: number) => number; y: (figure: number) => number };

/**
 * A KPI's chart as SVG: ink actual, dashed target over its tolerance band, dotted forecast, points in the shape
 * of their state, a full line where the series breaks. Titled and described; never by colour alone.
 */
export function chartSvg(chart: Chart, id: string): string {
  return [
    `<svg viewBox="0 0 ${chartSize.width} ${chartSize.height}" role="img" aria-labelledby="${id}t ${id}d">`,
    `<title id="${id}t">${escapeText(chart.title)}</title><desc id="${id}d">${escapeText(chart.series.summary)}</desc>`,
    chartDrawing(chart),
    '</svg>',
  ].join('');
}

/** What stands inside the chart's svg element: shared by the page's SVG and the picture made of it. */
export function chartDrawing(chart: Chart): string {
  const { series } = chart;
  const scale = scaleOf(series);
  return [
    gridlines(series, scale, chart.unit),
    toleranceBand(series, scale),
    baseline(series, scale, chart.unit),
    ...series.comparators.map((comparator) =>
      path(comparator.figures, series, scale, `stroke="${ink2}" stroke-width="1" stroke-dasharray="1 3"`),
    ),
    path(series.target, series, scale, `stroke="${ink2}" stroke-width="1.5" stroke-dasharray="5 4"`),
    path(forecastLine(series), series, scale, `stroke="${ink}" stroke-width="1.5" stroke-dasharray="2 3"`),
    path(series.actual, series, scale, `stroke="${ink}" stroke-width="2"`),
    breakLines(series, scale),
    points(series, scale),
    endLabels(series, scale, chart.unit),
    axisLabels(series, scale),
  ].join('');
}

function scaleOf({ axis, periods }: ChartSeries): Scale {
  const span = axis.high - axis.low || 1;
  const step = (plot.right - plot.left) / Math.max(1, periods.length);
  return {
    x: (at) => round(plot.left + step * (at + 0.5)),
    y: (figure) => round(plot.bottom - ((figure - axis.low) / span) * (plot.bottom - plot.top)),
  };
}

const round = (number: number) => Math.round(number * 10) / 10;

function gridlines({ axis }: ChartSeries, { y }: Scale, unit: string | null): string {
  const lines = axis.ticks.map(
    (tick) =>
      `<path d="M${plot.left} ${y(tick)}H${plot.right}" stroke="#e1e4e8"/><text x="${plot.left - 8}" y="${y(tick) + 4}" text-anchor="end">${escapeText(formatFigure(tick, unit === '%' ? '%' : null))}</text>`,
  );
  return `${lines.join('')}<path d="M${plot.left} ${plot.bottom}H${plot.right}" stroke="#79818d"/>`;
}

/** Runs of neighbouring periods that have a figure and no break between them. */
function stretches(figures: readonly (number | null)[], { breaks }: Pick<ChartSeries, 'breaks'>): number[][] {
  const broken = new Set(breaks.map((one) => one.before));
  const runs: number[][] = [];
  let run: number[] = [];
  figures.forEach((figure, at) => {
    if (broken.has(at) && run.length > 0) {
      runs.push(run);
      run = [];
    }
    if (figure !== null) run.push(at);
  });
  if (run.length > 0) runs.push(run);
  return runs;
}

function path(
  figures: readonly (number | null)[],
  series: ChartSeries,
  { x, y }: Scale,
  attributes: string,
): string {
  return stretches(figures, series)
    .filter((run) => run.length > 1)
    .map((run) => {
      const d = run.map((at, n) => `${n === 0 ? 'M' : 'L'}${x(at)} ${y(figures[at] ?? 0)}`).join('');
      return `<path d="${d}" fill="none" stroke-linejoin="round" ${attributes}/>`;
    })
    .join('');
}

/** The forecast sets out from the last actual, so that the dotted line joins the ink one. */
function forecastLine({ actual, forecast }: ChartSeries): (number | null)[] {
  const first = forecast.findIndex((figure) => figure !== null);
  const last = actual.findLastIndex((figure, at) => figure !== null && at < first);
  return forecast.map((figure, at) => (at === last ? (actual[at] ?? null) : figure));
}

function toleranceBand(series: ChartSeries, { x, y }: Scale): string {
  const { target, tolerance, axis } = series;
  const depth = (at: number) => tolerance[at] ?? 0;
  if (!target.some((figure, at) => figure !== null && depth(at) > 0)) return '';
  // The side on which figures are short of the target: where the states say they are, else below.
  const above = series.states.some(
    (state, at) => state === 'at-risk' && (series.actual[at] ?? 0) > (target[at] ?? 0),
  );
  const clamp = (figure: number) => Math.min(axis.high, Math.max(axis.low, figure));
  return stretches(target, series)
    .map((run) => {
      const there = run.map((at) => `${x(at)} ${y(target[at] ?? 0)}`);
      const back = run
        .map((at) => `${x(at)} ${y(clamp((target[at] ?? 0) + (above ? depth(at) : -depth(at))))}`)
        .reverse();
      return `<path d="M${[...there, ...back].join('L')}Z" fill="#e4e8ee"/>`;
    })
    .join('');
}

function baseline({ baseline: base }: ChartSeries, { y }: Scale, unit: string | null): string {
  if (!base) return '';
  const level = y(base.number);
  return `<path d="M${plot.left} ${level}H${plot.right}" stroke="#79818d" stroke-dasharray="1 4"/><text x="${plot.left + 4}" y="${level - 4}">${escapeText(`Baseline ${base.label}, ${formatFigure(base.number, unit)}`)}</text>`;
}

function breakLines({ breaks }: ChartSeries, { x }: Scale): string {
  return breaks
    .map(({ before, reason }) => {
      const at = before === 0 ? plot.left : round((x(before - 1) + x(before)) / 2);
      return `<path d="M${at} ${plot.top - 12}V${plot.bottom}" stroke="${ink}"/><text class="b" x="${at + 6}" y="${plot.top - 4}">${escapeText(`Break: ${reason}`)}</text>`;
    })
    .join('');
}

function points({ actual, forecast, target, states }: ChartSeries, { x, y }: Scale): string {
  const marks = actual.map((figure, at) => {
    if (figure === null) return '';
    const state = states[at];
    return state
      ? shapeAt(state, lookOf(state).colour, x(at) - 6, y(figure) - 6, 12)
      : `<circle cx="${x(at)}" cy="${y(figure)}" r="4" fill="${ink}"/>`;
  });
  const hollow = forecast.map((figure, at) =>
    figure === null
      ? ''
      : `<circle cx="${x(at)}" cy="${y(figure)}" r="4" fill="#fff" stroke="${ink}" stroke-width="1.5"/>`,
  );
  // A target alone in its stretch has no line to be seen by.
  const alone = stretches(target, { breaks: [] })
    .filter((run) => run.length === 1)
    .map(
      ([at = 0]) => `<path d="M${x(at) - 12} ${y(target[at] ?? 0)}h24" stroke="${ink2}" stroke-width="1.5"/>`,
    );
  return [...alone, ...marks, ...hollow].join('');
}

/** How many letters of the chart's size the margin beside the lines holds. */
const lettersBeside = Math.floor((chartSize.width - plot.right - 8) / 6.6);

/** A name by its words in lines that the margin holds; a single word that is longer stays whole. */
function inLines(name: string): string[] {
  const lines: string[] = [];
  for (const word of name.split(' ')) {
    const last = lines.at(-1);
    if (last !== undefined && last.length + word.length < lettersBeside)
      lines[lines.length - 1] = `${last} ${word}`;
    else lines.push(word);
  }
  return lines;
}

/** The names of the lines stand at their ends, pushed apart where they would overlap. */
function endLabels(series: ChartSeries, { y }: Scale, unit: string | null): string {
  const last = (figures: readonly (number | null)[]) => figures.findLast((figure) => figure !== null) ?? null;
  const labels = [
    { name: 'Actual', figure: last(series.actual), strong: true },
    { name: 'Target', figure: last(series.target), strong: false },
    { name: 'Forecast', figure: last(series.forecast), strong: false },
    ...series.comparators.map((one) => ({ name: one.name, figure: last(one.figures), strong: false })),
  ]
    .flatMap(({ name, figure, strong }) => (figure === null ? [] : [{ name, figure, strong, at: y(figure) }]))
    .sort((a, b) => a.at - b.at);
  let free = plot.top - 8;
  return labels
    .map(({ name, figure, strong, at }) => {
      const level = Math.max(at + 4, free + 14);
      const shown = formatFigure(figure, unit === '%' ? '%' : null);
      // A name too long for the margin has its figure on a line of its own.
      const lines =
        name.length + shown.length + 1 > lettersBeside ? [...inLines(name), shown] : [`${name} ${shown}`];
      free = level + (lines.length - 1) * 14;
      return lines
        .map(
          (words, line) =>
            `<text${strong ? ' class="b"' : ''} x="${plot.right + 6}" y="${round(level + line * 14)}">${escapeText(words)}</text>`,
        )
        .join('');
    })
    .join('');
}

/** "July to September 2010" as "Jul to Sep 2010", where many stand side by side. */
export function shortPeriod(label: string): string {
  return label.replaceAll(
    /\b(Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec)(?:uary|ruary|ch|il|e|y|ust|tember|ober|ember)\b/g,
    '$1',
  );
}

/** Period names under the axis; where they are many, only as many as have room, the last always. */
function axisLabels({ periods }: ChartSeries, { x }: Scale): string {
  const room = (plot.right - plot.left) / Math.max(1, periods.length);
  const longest = Math.max(...periods.map((period) => shortPeriod(period.label).length), 1) * 6.5;
  const every = Math.max(1, Math.ceil(longest / room));
  return periods
    .map((period, at) =>
      (periods.length - 1 - at) % every === 0
        ? `<text x="${x(at)}" y="${plot.bottom + 18}" text-anchor="middle">${escapeText(shortPeriod(period.label))}</text>`
        : '',
    )
    .join('');
}
