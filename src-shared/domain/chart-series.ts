import type { Kpi, KpiNarrative, KpiValue } from '../contract/kpi-records.ts';
import type { KpiPeriod } from '../contract/kpi-views.ts';
import type { Period } from '../contract/record.ts';
import { formatDay } from './dates.ts';
import { allowance } from './kpi-rules.ts';
import { kpiPeriods, periodKey, polarityOf, type Said } from './kpi-standing.ts';
import { formatFigure } from './numbers.ts';
import type { State } from './states.ts';

/** One KPI's figures as a chart draws them: the one source of the screen's chart and the report's. */
export type ChartSeries = {
  /** Along the axis, in time order. */
  readonly periods: readonly Period[];
  /** One for each period; null leaves a gap. */
  readonly actual: readonly (number | null)[];
  readonly target: readonly (number | null)[];
  readonly forecast: readonly (number | null)[];
  /** Whether the actual of each period is provisional. */
  readonly provisional: readonly boolean[];
  /** How far below (or above) the target is still at risk, in the unit of the KPI, whatever the rule is set in. */
  readonly tolerance: readonly (number | null)[];
  readonly states: readonly (State | null)[];
  readonly baseline: { readonly label: string; readonly number: number } | null;
  readonly comparators: readonly { readonly name: string; readonly figures: readonly (number | null)[] }[];
  /** Before these periods the series breaks: no line crosses, and the reason is written there. */
  readonly breaks: readonly { readonly before: number; readonly reason: string }[];
  /** Words to stand at a period: notes beside figures, changes that break nothing, statuses by judgement. */
  readonly annotations: readonly { readonly at: number; readonly words: string }[];
  readonly axis: { readonly low: number; readonly high: number; readonly ticks: readonly number[] };
  /** In words, for the chart's accessible description. */
  readonly summary: string;
};

/**
 * The series of one KPI from its values; figures in words leave gaps. Baselines stand apart, at their name. With what
 * was said of the KPI (changes, judgements, narratives) the breaks and annotations are told too.
 */
export function chartSeries(
  kpi: Pick<Kpi, 'polarity' | 'unit' | 'name'>,
  values: readonly KpiValue[],
  said: Said & { readonly narratives?: readonly KpiNarrative[] } = {},
): ChartSeries {
  const all = kpiPeriods(kpi, values, said);
  const baselineValue = values.find((value) => value.role === 'baseline' && value.number !== null);
  const drawn = all.filter(({ actual, target, forecast, comparators }) =>
    [actual, target, forecast, ...comparators].some((value) => value !== null),
  );
  const figures = (of: (period: KpiPeriod) => KpiValue | null): (number | null)[] =>
    drawn.map((period) => of(period)?.number ?? null);
  const series = {
    periods: drawn.map(({ period }) => period),
    actual: figures(({ actual }) => actual),
    target: figures(({ target }) => target),
    forecast: figures(({ forecast }) => forecast),
    provisional: drawn.map(({ actual }) => actual?.provisional ?? false),
    tolerance: drawn.map(bandOf),
    states: drawn.map(({ state }) => state),
    baseline:
      baselineValue?.number === undefined || baselineValue.number === null
        ? null
        : { label: baselineValue.period.label, number: baselineValue.number },
    comparators: comparatorsOf(values, drawn),
    breaks: drawn.flatMap(({ breaks: reason }, before) => (reason === null ? [] : [{ before, reason }])),
    annotations: annotationsOf(drawn, said),
  };
  const numbers = [series.actual, series.target, series.forecast, ...series.comparators.map((c) => c.figures)]
    .flat()
    .concat(series.baseline?.number ?? null, bandEdges(series, polarityOf(kpi, values)))
    .filter((number): number is number => number !== null);
  return { ...series, axis: niceAxis(numbers), summary: summaryOf(kpi, drawn) };
}

/** The far edge of the tolerance band at each target: the axis holds the band too. */
const bandEdges = (
  { target, tolerance }: Pick<ChartSeries, 'target' | 'tolerance'>,
  way: Kpi['polarity'],
): (number | null)[] =>
  target.map((aimed, at) => {
    const width = tolerance[at] ?? null;
    if (aimed === null || width === null) return null;
    return way === 'down' ? aimed + width : aimed - width;
  });

/** Whether there is a figure to draw: where all are words or symbols there is no chart. */
export const isDrawable = ({ actual, target, forecast, comparators }: ChartSeries): boolean =>
  [actual, target, forecast, ...comparators.map((one) => one.figures)].some((figures) =>
    figures.some((figure) => figure !== null),
  );

/** By the rules stored with the figure, else those with the target. */
function bandOf({ actual, target }: KpiPeriod): number | null {
  const rules = actual?.tolerance === null || !actual ? target : actual;
  if (!rules || rules.tolerance === null) return null;
  // Of a rule in per cent the width is known only where there is a target.
  if (rules.toleranceBy === 'percent' && (target?.number ?? null) === null) return null;
  return allowance(rules, target?.number ?? 0).atRisk;
}

function comparatorsOf(values: readonly KpiValue[], drawn: readonly KpiPeriod[]): ChartSeries['comparators'] {
  const nameOf = ({ comparator }: KpiValue) => comparator ?? 'Comparator';
  const names = new Set(values.filter(({ role }) => role === 'comparator').map(nameOf));
  return [...names].map((name) => ({
    name,
    figures: drawn.map(
      ({ comparators }) => comparators.find((value) => nameOf(value) === name)?.number ?? null,
    ),
  }));
}

/** What is written at a point, once each, in the order of the periods. */
function annotationsOf(
  drawn: readonly KpiPeriod[],
  { changes = [], narratives = [] }: Said & { readonly narratives?: readonly KpiNarrative[] },
): { at: number; words: string }[] {
  const quiet = changes.filter(({ breaks }) => !breaks);
  const says = new Map(narratives.map((one) => [periodKey(one.period), one.says]));
  let told = 0;
  return drawn.flatMap(({ period, actual, judgement }, at) => {
    const end = period.end ?? '';
    const now = quiet.filter(({ on }) => on <= end).slice(told);
    told += now.length;
    const words = [
      ...now.map((change) => `${change.words} (from ${formatDay(change.on)})`),
      actual?.note,
      judgement ? `By judgement: ${judgement.reason}` : undefined,
      says.get(periodKey(period)),
    ];
    return words.flatMap((one) => (one ? [{ at, words: one }] : []));
  });
}

function summaryOf(kpi: Pick<Kpi, 'name' | 'unit'>, periods: readonly KpiPeriod[]): string {
  const known = periods.filter(({ actual }) => actual?.number !== null && actual !== null);
  const [first, last] = [known[0], known.at(-1)];
  const figure = (value: KpiValue | null | undefined): string =>
    value?.number === null || value === null || value === undefined
      ? ''
      : formatFigure(value.number, kpi.unit);
  if (!first || !last) return `${kpi.name}: no figure yet.`;
  const target =
    last.target?.number === null || !last.target ? '' : ` against a target of ${figure(last.target)}`;
  const latest = `${figure(last.actual)}${target} in ${last.period.label}`;
  return first === last
    ? `${kpi.name}: ${latest}.`
    : `${kpi.name}: from ${figure(first.actual)} in ${first.period.label} to ${latest}.`;
}

const steps = [1, 2, 2.5, 5, 10];

/**
 * An axis of round numbers round the figures, with at most `most` lines. It begins at 0 only where the figures
 * lie near it: these charts show the way, and the table beside them the sizes.
 */
export function niceAxis(
  numbers: readonly number[],
  most = 4,
): { low: number; high: number; ticks: number[] } {
  const finite = numbers.filter(Number.isFinite);
  if (finite.length === 0) return { low: 0, high: 1, ticks: [0, 1] };
  let low = Math.min(...finite);
  let high = Math.max(...finite);
  if (low >= 0 && low < (high - low) * 0.75) low = 0;
  if (low === high) {
    low -= Math.abs(low) * 0.1 || 1;
    high += Math.abs(high) * 0.1 || 1;
  }
  const least = (high - low) / Math.max(1, most - 1);
  const power = 10 ** Math.floor(Math.log10(least));
  for (const step of [...steps, ...steps.map((s) => s * 10)]) {
    const size = step * power;
    const from = Math.floor(low / size + 1e-9);
    const to = Math.ceil(high / size - 1e-9);
    if (to - from + 1 > most) continue;
    const ticks = Array.from({ length: to - from + 1 }, (_, i) =>
      Number(((from + i) * size).toPrecision(12)),
    );
    return { low: ticks[0] ?? low, high: ticks.at(-1) ?? high, ticks };
  }
  return { low, high, ticks: [low, high] };
}
