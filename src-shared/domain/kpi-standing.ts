import type { Kpi, KpiChange, KpiJudgement, KpiValue, Polarity } from '../contract/kpi-records.ts';
import type { KpiPeriod } from '../contract/kpi-views.ts';
import type { Period } from '../contract/record.ts';
import { endOfMonth } from './dates.ts';
import { evidentWay, standingOf } from './kpi-rules.ts';
import { gapOf, travelOf } from './kpi-travel.ts';
import { comparePeriods } from './periods.ts';

export { polarityOf, standingOf } from './kpi-rules.ts';
export { directionOf } from './kpi-travel.ts';

/** How a KPI stands: all its periods, each judged by nothing later than itself. */

/** What has been said of a KPI beside its figures. */
export type Said = { readonly changes?: readonly KpiChange[]; readonly judgements?: readonly KpiJudgement[] };

/** All periods of a KPI in time order, each with its figures, state, gap and ways of travel. */
export function kpiPeriods(
  kpi: Pick<Kpi, 'polarity' | 'unit'>,
  values: readonly KpiValue[],
  { changes = [], judgements = [] }: Said = {},
  /** `latest` judges the latest period alone, which is all that a list of KPIs shows: the others have figures only. */
  judging: 'all' | 'latest' = 'all',
): KpiPeriod[] {
  const periods = gathered(values, judgements);
  const only = judging === 'latest' ? latestPeriod(periods) : null;
  const ways = waysAsKnown(kpi, values);
  const breaking = changes.filter((change) => change.breaks).toSorted((a, b) => (a.on < b.on ? -1 : 1));
  const seriesOf = seriesCounter(breaking);
  const lastOfLength = new Map<number | null, Measured>();
  const byKey = new Map<string, Measured>();
  for (const period of periods) {
    const known = ways(period);
    const polarity = period.actual?.polarity ?? known;
    const length = monthsOf(period.period);
    const series = seriesOf(period, length);
    period.breaks = series.reason;
    const isJudged = judging === 'all' || period === only;
    if (isJudged) {
      judge(period, polarity);
      period.gap = gapOf(period);
      period.revised = revisedOf(period.actual);
    }
    const now = period.actual?.number ?? null;
    if (now === null) continue;
    const measured = { number: now, period: period.period, series: series.id };
    if (!isJudged) {
      lastOfLength.set(length, measured);
      byKey.set(periodKey(period.period), measured);
      continue;
    }
    const travel = (before: Measured | undefined) =>
      before?.series === series.id
        ? travelOf({ now, before: before.number, against: before.period, unit: kpi.unit, polarity })
        : null;
    period.previous = travel(lastOfLength.get(length));
    period.lastYear = travel(byKey.get(yearAgoKey(period.period)));
    period.direction = period.previous?.words ?? null;
    period.better = period.previous?.better ?? null;
    lastOfLength.set(length, measured);
    byKey.set(periodKey(period.period), measured);
  }
  return periods;
}

type Measured = { number: number; period: Period; series: string };

/** The figures of each period, in time order. Of two of one role the first entered counts. */
function gathered(values: readonly KpiValue[], judgements: readonly KpiJudgement[]): KpiPeriod[] {
  const periods = new Map<string, KpiPeriod>();
  const at = (of: Period): KpiPeriod => {
    const key = periodKey(of);
    let period = periods.get(key);
    if (!period) {
      period = emptyPeriod(of);
      periods.set(key, period);
    }
    return period;
  };
  for (const value of values) {
    const period = at(value.period);
    if (value.role === 'comparator') period.comparators.push(value);
    else period[value.role] ??= value;
  }
  for (const judgement of judgements) at(judgement.period).judgement = judgement;
  return [...periods.values()].sort((a, b) => comparePeriods(a.period, b.period));
}

/** By judgement where the last one has a state, else by the rules. */
function judge(period: KpiPeriod, polarity: Polarity | null): void {
  const { state, why } = standingOf({ ...period, polarity });
  period.ruleState = state;
  if (period.judgement?.state) {
    period.state = period.judgement.state;
    return;
  }
  period.judgement = null;
  period.state = state;
  period.why = why;
}

/**
 * Which way is better, as far as it was known by each period: as set, else the way from the baseline to the targets up
 * to then. Asked in time order.
 */
function waysAsKnown(
  kpi: Pick<Kpi, 'polarity'>,
  values: readonly KpiValue[],
): (period: KpiPeriod) => Polarity | null {
  if (kpi.polarity) return () => kpi.polarity;
  let baseline =
    values.find(({ role, number, period }) => role === 'baseline' && number !== null && !period.end)
      ?.number ?? null;
  const targets = new Set<number>();
  return (period) => {
    baseline ??= period.baseline?.number ?? null;
    if (period.target?.number !== null && period.target) targets.add(period.target.number);
    return evidentWay(baseline, targets);
  };
}

/**
 * Which series a period belongs to, and why a new one begins with it: a figure marked as a break begins one for
 * periods of its length, a change of what is measured begins one for all from its day on. Asked in time order.
 */
function seriesCounter(changes: readonly KpiChange[]) {
  const marks = new Map<number | null, number>();
  const seen = new Map<number | null, { told: number; measured: boolean }>();
  const plain = { id: '0/0', reason: null };
  let anyMark = false;
  return ({ period, actual }: KpiPeriod, length: number | null): { id: string; reason: string | null } => {
    anyMark ||= actual?.symbol === 'b';
    if (changes.length === 0 && !anyMark) return plain;
    const told = changes.filter(({ on }) => period.end !== null && on <= period.end).length;
    const before = seen.get(length);
    const measured = (actual?.number ?? null) !== null;
    seen.set(length, { told, measured: measured || before?.measured === true });
    const marked = actual?.symbol === 'b';
    if (marked) marks.set(length, (marks.get(length) ?? 0) + 1);
    const changed = before?.measured && told > before.told;
    const reason = marked ? reasonOf(actual.text) : changed ? (changes[told - 1]?.words ?? null) : null;
    return { id: `${told}/${marks.get(length) ?? 0}`, reason };
  };
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

/** The provisional figure that a final one has replaced; null for any other. */
function revisedOf(value: KpiValue | null): KpiPeriod['revised'] {
  if (!value?.revisions || value.provisional) return null;
  return value.revisions.findLast((revision) => revision.provisional) ?? null;
}

/** Calendar months a period touches: a quarter is compared with quarters, a year with years. */
export function monthsOf({ start, end }: Period): number | null {
  if (!start || !end) return null;
  const month = (day: string) => Number(day.slice(0, 4)) * 12 + Number(day.slice(5, 7));
  return month(end) - month(start) + 1;
}

/** The latest period with an actual, else the latest with any figure. */
export function latestPeriod(periods: readonly KpiPeriod[]): KpiPeriod | null {
  return periods.findLast((period) => period.actual !== null) ?? periods.at(-1) ?? null;
}

/** Two names of one stretch of time have one key; a name without dates stands for itself. */
export function periodKey(period: Period): string {
  return period.start && period.end
    ? `${period.start}/${period.end}`
    : period.label.trim().toLowerCase().replace(/\s+/g, ' ');
}

/** The key of the same days a year before, to the end of February in a leap year too. */
function yearAgoKey({ start, end }: Period): string {
  if (!start || !end) return '';
  const before = (day: string) => `${String(Number(day.slice(0, 4)) - 1).padStart(4, '0')}${day.slice(4)}`;
  const last = end.slice(5, 7) === '02' && end >= `${end.slice(0, 7)}-28`;
  const year = Number(end.slice(0, 4)) - 1;
  return `${before(start)}/${last ? endOfMonth(year, 2) : before(end)}`;
}

function emptyPeriod(period: Period): KpiPeriod {
  return {
    period,
    actual: null,
    target: null,
    baseline: null,
    forecast: null,
    comparators: [],
    state: null,
    why: null,
    ruleState: null,
    judgement: null,
    previous: null,
    lastYear: null,
    direction: null,
    better: null,
    gap: null,
    breaks: null,
    revised: null,
  };
}
