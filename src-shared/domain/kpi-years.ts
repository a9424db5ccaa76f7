import type { Frequency, Kpi, KpiValue, YearRule } from '../contract/kpi-records.ts';
import type { KpiPeriod, KpiYear } from '../contract/kpi-views.ts';
import type { Period } from '../contract/record.ts';
import { add, type Decimal, quotient, toNumber, trimmed, writtenDecimal } from './decimals.ts';
import { countOf, frequencyOf, periodsWithin, yearAround } from './kpi-calendar.ts';
import { stateAgainst } from './kpi-rules.ts';
import { monthsOf, periodKey, polarityOf } from './kpi-standing.ts';
import { formatDecimal, writtenUnit } from './kpi-units.ts';
import type { YearStarts } from './spans.ts';

/** How the year is reached from the figures within it. */

export type YearKpi = Pick<
  Kpi,
  'polarity' | 'unit' | 'unitKind' | 'decimals' | 'yearKind' | 'yearStartMonth' | 'frequency' | 'yearBy'
>;

/** What a formula makes of the years of its inputs; null where it cannot say. */
export type ByFormula = (year: Period) => { decimal: Decimal | null; why: string | null };

/** One year and the periods within it that have figures. */
export type YearPart = {
  readonly year: Period;
  readonly frequency: Frequency;
  /** All periods of the year, in order, with what stands in each. */
  readonly within: readonly { readonly period: Period; readonly held: KpiPeriod | null }[];
};

/** The years in which a KPI has figures of a shorter period. */
export function yearParts(
  kpi: YearKpi,
  values: readonly KpiValue[],
  periods: readonly KpiPeriod[],
  starts: YearStarts,
): YearPart[] {
  const frequency = frequencyOf(kpi, values);
  if (frequency === null || frequency === 'year' || frequency === 'point') return [];
  const years = new Map<string, Period>();
  for (const { period } of periods) {
    if (!period.start || (monthsOf(period) ?? 12) >= 12) continue;
    const year = yearAround(kpi, period.start, starts);
    years.set(periodKey(year), year);
  }
  return [...years.values()].map((year) => partOf(year, frequency, periods, starts));
}

/** The year of the latest figure of a shorter period; null where there is none. */
export function latestYearPart(
  kpi: YearKpi,
  values: readonly KpiValue[],
  periods: readonly KpiPeriod[],
  starts: YearStarts,
): YearPart | null {
  const frequency = frequencyOf(kpi, values);
  if (frequency === null || frequency === 'year' || frequency === 'point') return null;
  const last = periods.findLast(
    ({ period, actual }) => period.start && actual && actual.number !== null && (monthsOf(period) ?? 12) < 12,
  );
  if (!last?.period.start) return null;
  return partOf(yearAround(kpi, last.period.start, starts), frequency, periods, starts);
}

function partOf(
  year: Period,
  frequency: Frequency,
  periods: readonly KpiPeriod[],
  starts: YearStarts,
): YearPart {
  const inside = periods.filter(
    ({ period }) => (period.start ?? '') >= (year.start ?? '') && (period.end ?? '9') <= (year.end ?? ''),
  );
  const byKey = new Map(inside.map((one) => [periodKey(one.period), one]));
  return {
    year,
    frequency,
    within: periodsWithin(year, frequency, starts).map((period) => ({
      period,
      held: byKey.get(periodKey(period)) ?? null,
    })),
  };
}

/** Every year of a KPI that is made of shorter periods, in time order. */
export function kpiYears(
  kpi: YearKpi,
  values: readonly KpiValue[],
  periods: readonly KpiPeriod[],
  o: { starts: YearStarts; byFormula?: ByFormula },
): KpiYear[] {
  const byKey = new Map(periods.map((one) => [periodKey(one.period), one]));
  return yearParts(kpi, values, periods, o.starts).flatMap((part): KpiYear[] => {
    const own = byKey.get(periodKey(part.year)) ?? null;
    const reached = own?.actual ? typed(own.actual) : reach(kpi, part, o.byFormula);
    if (!reached) return [];
    const target = yearTarget(kpi, part, own);
    const state =
      own?.actual || !reached.complete ? (own?.state ?? null) : stateOf(kpi, values, part, reached, target);
    const why = state === null ? whyNot(part, reached, target, own) : null;
    return [{ year: part.year, ...reached, target, state, why }];
  });
}

type Reached = Pick<KpiYear, 'number' | 'text' | 'typed' | 'provisional' | 'basis' | 'complete'>;

const typed = ({ number, text, provisional }: KpiValue): Reached => ({
  number,
  text,
  typed: true,
  provisional,
  basis: 'As entered for the year',
  complete: true,
});

/** The figures of a year's periods as exact decimals, of the series that runs at the end of the year. */
function figuresOf(part: YearPart): { decimals: Decimal[]; provisional: boolean; broken: string | null } {
  const held = part.within.flatMap(({ held: one }) =>
    one?.actual && one.actual.number !== null ? [one] : [],
  );
  const broken = held.findLastIndex(({ breaks }, index) => index > 0 && breaks !== null);
  const running = broken < 0 ? held : held.slice(broken);
  return {
    decimals: running.map(({ actual }) => writtenDecimal(actual?.number ?? 0, actual?.text ?? '')),
    provisional: running.some(({ actual }) => actual?.provisional),
    broken: broken < 0 ? null : (held[broken]?.period.label ?? null),
  };
}

const ruleWords: Readonly<Record<YearRule, string>> = {
  sum: 'Sum',
  mean: 'Mean',
  last: 'Last',
  formula: 'By the formula',
};

function reach(kpi: YearKpi, part: YearPart, byFormula: ByFormula | undefined): Reached | null {
  const { decimals, provisional, broken } = figuresOf(part);
  const rule = kpi.yearBy;
  if (!rule || decimals.length === 0) return null;
  const all = part.within.length;
  const basis =
    rule === 'last'
      ? `Last of ${countOf(all, part.frequency)}, ${lastLabel(part)}`
      : `${ruleWords[rule]} of ${decimals.length} of ${countOf(all, part.frequency)}`;
  const complete = rule === 'last' ? hasLast(part) : decimals.length === all;
  const made = { typed: false, provisional, complete };
  if (broken !== null && rule !== 'last') {
    const why = `The series begins anew in ${broken}, so the year is not put together.`;
    return { ...made, number: null, text: '', basis: why, complete: false };
  }
  if (rule === 'formula') {
    const { decimal, why } = byFormula?.(part.year) ?? { decimal: null, why: 'There is no formula.' };
    if (decimal === null) return { ...made, number: null, text: '', basis: why ?? '', complete: false };
    return { ...made, ...written(decimal, kpi), basis: 'By the formula from the year of each input' };
  }
  return { ...made, ...written(combined(rule, decimals, kpi), kpi), basis };
}

function combined(rule: 'sum' | 'mean' | 'last', decimals: readonly Decimal[], kpi: YearKpi): Decimal {
  const last = decimals.at(-1) ?? { units: 0n, places: 0 };
  if (rule === 'last') return last;
  const sum = decimals.reduce(add);
  if (rule === 'sum') return sum;
  const bottom = 10n ** BigInt(sum.places) * BigInt(decimals.length);
  if (kpi.decimals !== undefined) return quotient(sum.units, bottom, kpi.decimals);
  // One place more than the figures have, where the mean needs it.
  const exact = trimmed(quotient(sum.units, bottom, sum.places + 1));
  return exact.places > sum.places ? exact : quotient(sum.units, bottom, sum.places);
}

const written = (decimal: Decimal, kpi: YearKpi) => ({
  number: toNumber(decimal),
  text: formatDecimal(decimal, writtenUnit(kpi)),
});

const hasLast = ({ within }: YearPart): boolean => (within.at(-1)?.held?.actual?.number ?? null) !== null;
const lastLabel = ({ within }: YearPart): string =>
  within.findLast(({ held }) => (held?.actual?.number ?? null) !== null)?.period.label ?? '';

/** The year's own target; else, as the year is reached, the sum or mean of all its periods' targets, or the last one's. */
export function yearTarget(kpi: YearKpi, part: YearPart, own: KpiPeriod | null): KpiYear['target'] {
  if (own?.target) return { number: own.target.number, text: own.target.text };
  const targets = part.within.map(({ held }) => held?.target ?? null);
  const last = targets.at(-1);
  if (kpi.yearBy === 'last') return last ? { number: last.number, text: last.text } : null;
  if (kpi.yearBy !== 'sum' && kpi.yearBy !== 'mean') return null;
  const decimals = targets.flatMap((target) =>
    target?.number === null || !target ? [] : [writtenDecimal(target.number, target.text)],
  );
  if (decimals.length < targets.length || decimals.length === 0) return null;
  return written(combined(kpi.yearBy, decimals, kpi), kpi);
}

/** By the rules stored with the year's last figure. */
function stateOf(
  kpi: YearKpi,
  values: readonly KpiValue[],
  part: YearPart,
  reached: Reached,
  target: KpiYear['target'],
): KpiYear['state'] {
  const last = part.within.findLast(({ held }) => held?.actual)?.held?.actual ?? null;
  const until = values.filter(({ period }) => (period.end ?? '') <= (part.year.end ?? ''));
  const polarity = last?.polarity ?? polarityOf(kpi, until);
  if (reached.number === null || target === null || target.number === null) return null;
  if (reached.number === target.number) return 'on-track';
  return last && polarity ? stateAgainst(reached.number, target.number, polarity, last) : null;
}

function whyNot(part: YearPart, reached: Reached, target: KpiYear['target'], own: KpiPeriod | null): string {
  if (own?.actual) return own.why ?? 'The year has no status.';
  if (reached.number === null) return reached.basis;
  if (!reached.complete) {
    const there = part.within.filter(({ held }) => (held?.actual?.number ?? null) !== null).length;
    return `${there} of ${countOf(part.within.length, part.frequency)} so far.`;
  }
  if (target?.number === null || !target) return 'No target for the year.';
  return 'Whether up or down is better is not set.';
}
