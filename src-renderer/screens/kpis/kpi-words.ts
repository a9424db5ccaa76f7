import type { KpiPeriod } from '#shared/contract/kpis.ts';
import type { Kpi, KpiValue } from '#shared/contract/register.ts';
import { directionOf, periodKey, polarityOf } from '#shared/domain/kpi-standing.ts';
import { decimalsOf, formatFigure, symbolMeaning } from '#shared/domain/numbers.ts';
import { samePeriodLastYear } from '#shared/domain/periods.ts';
import { lookOf } from '#shared/domain/states.ts';

/** What a KPI's figures say, in words. */

/** Every value of the periods, as the chart's series takes them. */
export function valuesOf(periods: readonly KpiPeriod[]): KpiValue[] {
  return periods.flatMap((period) =>
    [period.baseline, period.target, period.actual, period.forecast, ...period.comparators].filter(
      (value): value is KpiValue => value !== null,
    ),
  );
}

/** A value as it is shown large: its number with the unit, else its words or what its symbol stands for. */
export function figureInWords(value: KpiValue, unit: string | null): string {
  if (value.number !== null) return formatFigure(value.number, unit);
  return (value.symbol === null ? null : symbolMeaning(value.symbol)) ?? value.text;
}

/** "4.6 below target", "On target", "1.4 above target"; null where there is nothing to compare. */
export function gapInWords(period: KpiPeriod): string | null {
  const actual = period.actual?.number ?? null;
  const target = period.target?.number ?? null;
  if (actual === null || target === null) return null;
  const gap = Number((actual - target).toPrecision(12));
  if (gap === 0) return 'On target';
  const places = decimalsOf([actual, target]);
  return `${formatFigure(Math.abs(gap), null, Math.min(places, decimalsOf([gap])))} ${gap < 0 ? 'below' : 'above'} target`;
}

/** The way against the same months a year before: "Up 4.4 points on July to September 2009". */
export function yearOnYear(kpi: Kpi, periods: readonly KpiPeriod[], now: KpiPeriod): string | null {
  const number = now.actual?.number ?? null;
  const before = samePeriodLastYear(now.period);
  if (number === null || !before) return null;
  const then = periods.find((period) => periodKey(period.period) === periodKey(before));
  if (!then || then.actual?.number === null || then.actual === null) return null;
  const { direction } = directionOf({
    now: number,
    before: then.actual.number ?? 0,
    beforeLabel: then.period.label,
    unit: kpi.unit,
    polarity: polarityOf(kpi, valuesOf(periods)),
  });
  return direction;
}

/** One period as the chart says it: "July to September 2010: 58.4%, target 63%, off track". */
export function periodReading(period: KpiPeriod | undefined, unit: string | null): string {
  if (!period) return '';
  const parts = [
    period.actual ? figureInWords(period.actual, unit) : null,
    !period.actual && period.forecast ? `forecast ${figureInWords(period.forecast, unit)}` : null,
    period.target ? `target ${figureInWords(period.target, unit)}` : null,
    period.state ? lookOf(period.state).label.toLowerCase() : null,
  ].filter(Boolean);
  return `${period.period.label}: ${parts.length > 0 ? parts.join(', ') : 'no figure'}`;
}

const unitWords: Readonly<Record<string, string>> = {
  '%': 'per cent',
  number: 'a count',
  money: 'pounds',
  ratio: 'a ratio',
};

/** The line under the title: "FM 12, per cent, higher is better. Source: termly headcount. Owner Priya Nandy." */
export function definitionInWords(kpi: Kpi, polarity: Kpi['polarity'], owners: readonly string[]): string {
  const first = [
    kpi.ref,
    kpi.unit === null ? null : (unitWords[kpi.unit] ?? kpi.unit),
    polarity === null
      ? 'which way is better is not set'
      : polarity === 'up'
        ? 'higher is better'
        : 'lower is better',
  ].filter((part): part is string => Boolean(part));
  const sentences = [
    first.join(', '),
    kpi.dataSource ? `Source: ${kpi.dataSource}` : null,
    owners.length === 0 ? 'No owner yet' : `${owners.length === 1 ? 'Owner' : 'Owners'} ${owners.join(', ')}`,
    kpi.tolerance === null ? null : `At risk within ${formatFigure(kpi.tolerance, null)} of target`,
    kpi.calendar,
  ].filter((part): part is string => Boolean(part));
  return sentences
    .map((part) => `${part.charAt(0).toUpperCase()}${part.slice(1)}`.replace(/\.?$/, '.'))
    .join(' ');
}
