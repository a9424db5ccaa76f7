import type { KpiPeriod } from '../contract/kpis.ts';
import type { Kpi, KpiValue, Period } from '../contract/register.ts';
import { kpiPeriods } from './kpi-standing.ts';
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
  /** How far below (or above) the target is still at risk, in the unit of the KPI. */
  readonly tolerance: readonly (number | null)[];
  readonly states: readonly (State | null)[];
  readonly baseline: { readonly label: string; readonly number: number } | null;
  readonly comparators: readonly { readonly name: string; readonly figures: readonly (number | null)[] }[];
  /** Before these periods the series breaks: no line crosses, and the reason is written there. */
  readonly breaks: readonly { readonly before: number; readonly reason: string }[];
  readonly axis: { readonly low: number; readonly high: number; readonly ticks: readonly number[] };
  /** In words, for the chart's accessible description. */
  readonly summary: string;
};

/** The series of one KPI from its values; figures in words leave gaps. Baselines stand apart, at their name. */
export function chartSeries(
  kpi: Pick<Kpi, 'polarity' | 'unit' | 'name'>,
  values: readonly KpiValue[],
): ChartSeries {
  const all = kpiPeriods(kpi, values);
  const baselineValue = values.find((value) => value.role === 'baseline' && value.number !== null);
  const drawn = all.filter(({ actual, target, forecast, comparators }) =>
    [actual, target, forecast, ...comparators].some((value) => value !== null),
  );
  const figures = (of: (period: KpiPeriod) => KpiValue | null): (number | null)[] =>
    drawn.map((period) => of(period)?.number ?? null);
  const names = [
    ...new Set(values.filter((v) => v.role === 'comparator').map((v) => v.comparator ?? 'Comparator')),
  ];
  const series = {
    periods: drawn.map(({ period }) => period),
    actual: figures(({ actual }) => actual),
    target: figures(({ target }) => target),
    forecast: figures(({ forecast }) => forecast),
    tolerance: drawn.map(({ actual, target }) => actual?.tolerance ?? target?.tolerance ?? null),
    states: drawn.map(({ state }) => state),
    baseline:
      baselineValue?.number === undefined || baselineValue.number === null
        ? null
        : { label: baselineValue.period.label, number: baselineValue.number },
    comparators: names.map((name) => ({
      name,
      figures: drawn.map(
        ({ comparators }) =>
          comparators.find((value) => (value.comparator ?? 'Comparator') === name)?.number ?? null,
      ),
    })),
    breaks: breaksOf(drawn),
  };
  const numbers = [series.actual, series.target, series.forecast, ...series.comparators.map((c) => c.figures)]
    .flat()
    .concat(series.baseline?.number ?? null)
    .filter((number): number is number => number !== null);
  return { ...series, axis: niceAxis(numbers), summary: summaryOf(kpi, drawn) };
}

function breaksOf(periods: readonly KpiPeriod[]): { before: number; reason: string }[] {
  const breaks: { before: number; reason: string }[] = [];
  periods.forEach(({ actual }, before) => {
    if (actual?.symbol !== 'b') return;
    breaks.push({ before, reason: reasonOf(actual.text) });
  });
  return breaks;
}

/** What a figure's words say of the break, beside the figure and the mark: "410 b (drop-ins counted)". */
function reasonOf(text: string): string {
  const beside = text.replace(/^\D{0,2}[\d.,]+\s*%?/, '').replace(/\[b\]|\(b\)|\bb\b/i, ' ');
  const said = /\(([^)]+)\)/.exec(beside)?.[1] ?? beside;
  const reason = said
    .replace(/^[\s:,;-]*(?:(?:series )?break(?: in (?:the )?series)?)?[\s:,;-]*/i, '')
    .trim();
  return reason === '' ? 'the series begins anew' : reason;
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
