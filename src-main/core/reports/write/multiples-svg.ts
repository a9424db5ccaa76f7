import type { ChartSeries } from '#shared/domain/chart-series.ts';
import { lookOf } from '#shared/domain/states.ts';
import type { Block, SmallChart } from '../document.ts';
import { shortPeriod } from './chart-svg.ts';
import { escapeText } from './escape.ts';
import { shapeAt } from './marks.ts';

type Multiples = Extract<Block, { kind: 'multiples' }>;

/** Sizes in CSS pixels: three small charts side by side across the page. */
const small = { width: 240, height: 134, across: 3 } as const;
const plot = { left: 6, right: 222, top: 58, bottom: 108 };
const ink = '#15181d';
const ink2 = '#454c57';

export const multiplesSize = (items: number): { width: number; height: number } => ({
  width: small.width * small.across,
  height: small.height * Math.max(1, Math.ceil(items / small.across)),
});

/** Small charts as one SVG, titled and described; the shape of the last point says its state, beside its words. */
export function multiplesSvg({ title, items }: Multiples, id: string): string {
  const { width, height } = multiplesSize(items.length);
  const told = items.map(({ series }) => series.summary).join(' ');
  return [
    `<svg viewBox="0 0 ${width} ${height}" role="img" aria-labelledby="${id}t ${id}d">`,
    `<title id="${id}t">${escapeText(title)}</title><desc id="${id}d">${escapeText(told)}</desc>`,
    multiplesDrawing(items),
    '</svg>',
  ].join('');
}

export function multiplesDrawing(items: readonly SmallChart[]): string {
  return items
    .map((item, at) => {
      const x = (at % small.across) * small.width;
      const y = Math.floor(at / small.across) * small.height;
      return `<g transform="translate(${x} ${y})">${smallChart(item)}</g>`;
    })
    .join('');
}

function smallChart({ title, says, series }: SmallChart): string {
  const [first, last] = [series.periods[0], series.periods.at(-1)];
  return [
    ...inTwoLines(title).map(
      (text, at) => `<text class="b" x="${plot.left}" y="${14 + 15 * at}">${escapeText(text)}</text>`,
    ),
    `<text x="${plot.left}" y="46">${escapeText(cut(says))}</text>`,
    `<path d="M${plot.left} ${plot.bottom + 4}H${plot.right}" stroke="#79818d"/>`,
    line(series.target, series, `stroke="${ink2}" stroke-width="1.5" stroke-dasharray="5 4"`),
    line(series.actual, series, `stroke="${ink}" stroke-width="2"`),
    lastPoint(series),
    first
      ? `<text x="${plot.left}" y="${plot.bottom + 19}">${escapeText(cut(shortPeriod(first.label), 18))}</text>`
      : '',
    last && last !== first
      ? `<text x="${plot.right}" y="${plot.bottom + 19}" text-anchor="end">${escapeText(cut(shortPeriod(last.label), 18))}</text>`
      : '',
  ].join('');
}

/** So many characters of the report's face have room above a small chart. */
const cut = (text: string, most = 34): string =>
  text.length <= most ? text : `${text.slice(0, most - 1).trimEnd()}…`;

/** A name over two lines, broken between words; only what has no room in two is cut. */
function inTwoLines(text: string): string[] {
  const most = 34;
  if (text.length <= most) return [text];
  const at = text.lastIndexOf(' ', most);
  const first = at > most / 2 ? text.slice(0, at) : text.slice(0, most);
  return [first, cut(text.slice(first.length).trim())];
}

const round = (number: number) => Math.round(number * 10) / 10;

function place({ axis, periods }: ChartSeries) {
  const span = axis.high - axis.low || 1;
  const step = (plot.right - plot.left - 12) / Math.max(1, periods.length - 1);
  return {
    x: (at: number) =>
      round(plot.left + 6 + (periods.length === 1 ? (plot.right - plot.left) / 2 : step * at)),
    y: (figure: number) => round(plot.bottom - ((figure - axis.low) / span) * (plot.bottom - plot.top)),
  };
}

/** A line through neighbouring figures; none crosses a break, and a figure alone is a short stroke. */
function line(figures: readonly (number | null)[], series: ChartSeries, attributes: string): string {
  const { x, y } = place(series);
  const broken = new Set(series.breaks.map(({ before }) => before));
  const runs: string[][] = [[]];
  figures.forEach((figure, at) => {
    if (broken.has(at)) runs.push([]);
    if (figure !== null) runs.at(-1)?.push(`${x(at)} ${y(figure)}`);
  });
  return runs
    .filter((run) => run.length > 0)
    .map((run) => {
      const [only] = run;
      const d = run.length === 1 ? `M${only}m-5 0h10` : `M${run.join('L')}`;
      return `<path d="${d}" fill="none" stroke-linejoin="round" ${attributes}/>`;
    })
    .join('');
}

function lastPoint(series: ChartSeries): string {
  const at = series.actual.findLastIndex((figure) => figure !== null);
  const figure = series.actual[at];
  if (figure === null || figure === undefined) return '';
  const { x, y } = place(series);
  const state = series.states[at];
  return state
    ? shapeAt(state, lookOf(state).colour, x(at) - 6, y(figure) - 6, 12)
    : `<circle cx="${x(at)}" cy="${y(figure)}" r="4" fill="${ink}"/>`;
}
