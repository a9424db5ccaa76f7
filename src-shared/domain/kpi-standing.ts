import type { KpiPeriod } from '../contract/kpis.ts';
import type { Kpi, KpiValue, Period } from '../contract/register.ts';
import { formatFigure, symbolMeaning } from './numbers.ts';
import { comparePeriods } from './periods.ts';
import type { State } from './states.ts';

/** How a KPI stands: what its figures mean against their targets, and which way they go. */

type Polarity = Kpi['polarity'];

/**
 * The state of one period: at or better than target is on track, short of it by no more than the tolerance
 * at risk, else off track. The tolerance is the one stored with the figure, so that the past keeps its colour.
 * Without a basis there is no state, and `why` says what is missing.
 */
export function standingOf(figures: {
  actual: KpiValue | null;
  target: KpiValue | null;
  polarity: Polarity;
}): { state: State | null; why: string | null } {
  const { actual, target, polarity } = figures;
  if (!actual) return { state: null, why: 'No figure yet.' };
  if (actual.number === null)
    return { state: null, why: `The figure is ${missing(actual)}, so it is not compared.` };
  if (!target) return { state: null, why: 'No target for this period.' };
  if (target.number === null)
    return { state: null, why: `The target is ${missing(target)}, so it is not compared.` };
  if (actual.number === target.number) return { state: 'on-track', why: null };
  if (!polarity) return { state: null, why: 'Whether up or down is better is not set.' };
  const short = polarity === 'up' ? target.number - actual.number : actual.number - target.number;
  if (short <= 0) return { state: 'on-track', why: null };
  return { state: tidy(short) <= (actual.tolerance ?? 0) ? 'at-risk' : 'off-track', why: null };
}

/** Why a value has no number: what its symbol stands for, else that it is in words. */
function missing(value: KpiValue): string {
  return (value.symbol === null ? null : symbolMeaning(value.symbol)) ?? 'in words';
}

/**
 * Up or down as set; where it is not set, the way from the baseline to the targets, if all go the same way.
 */
export function polarityOf(kpi: Pick<Kpi, 'polarity'>, values: readonly KpiValue[]): Polarity {
  if (kpi.polarity) return kpi.polarity;
  const baseline = values.find((value) => value.role === 'baseline' && value.number !== null)?.number;
  if (baseline === undefined || baseline === null) return null;
  const ways = new Set<number>();
  for (const { role, number } of values) {
    if (role === 'target' && number !== null && number !== baseline) ways.add(Math.sign(number - baseline));
  }
  const [way] = ways;
  return ways.size !== 1 || way === undefined ? null : way > 0 ? 'up' : 'down';
}

/** "Down 1.6 points on April to June 2010". Better is null where nothing moved or polarity is not known. */
export function directionOf(o: {
  now: number;
  before: number;
  beforeLabel: string;
  unit: string | null;
  polarity: Polarity;
}): { direction: string; better: boolean | null } {
  const change = tidy(o.now - o.before);
  if (change === 0) return { direction: `No change on ${o.beforeLabel}`, better: null };
  const up = change > 0;
  const direction = `${up ? 'Up' : 'Down'} ${amount(Math.abs(change), o.unit)} on ${o.beforeLabel}`;
  return { direction, better: o.polarity ? up === (o.polarity === 'up') : null };
}

/** All periods of a KPI in time order, each with its figures, state and direction of travel. */
export function kpiPeriods(kpi: Pick<Kpi, 'polarity' | 'unit'>, values: readonly KpiValue[]): KpiPeriod[] {
  const polarity = polarityOf(kpi, values);
  const periods = new Map<string, KpiPeriod>();
  for (const value of values) {
    const key = periodKey(value.period);
    const period = periods.get(key) ?? emptyPeriod(value.period);
    if (value.role === 'comparator') period.comparators.push(value);
    else period[value.role] ??= value;
    periods.set(key, period);
  }
  const ordered = [...periods.values()].sort(byTime);
  const lastOfLength = new Map<number | null, { before: number; beforeLabel: string }>();
  for (const period of ordered) {
    Object.assign(period, standingOf({ ...period, polarity }));
    const now = period.actual?.number ?? null;
    if (now === null) continue;
    const length = monthsOf(period.period);
    const last = lastOfLength.get(length);
    // across a break the two figures count different things
    if (last && period.actual?.symbol !== 'b')
      Object.assign(period, directionOf({ now, ...last, unit: kpi.unit, polarity }));
    lastOfLength.set(length, { before: now, beforeLabel: period.period.label });
  }
  return ordered;
}

/** Calendar months a period touches: a quarter is compared with quarters, a year with years. */
function monthsOf({ start, end }: Period): number | null {
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
    direction: null,
    better: null,
  };
}

function byTime(a: KpiPeriod, b: KpiPeriod): number {
  return comparePeriods(a.period, b.period);
}

/** Without the dust of binary fractions: 34.7 - 36.3 is -1.6. */
function tidy(number: number): number {
  return Number(number.toPrecision(12));
}

function amount(change: number, unit: string | null): string {
  if (unit === '%') return formatFigure(change, change === 1 ? 'point' : 'points');
  return formatFigure(change, unit);
}
