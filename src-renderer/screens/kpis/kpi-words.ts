import type { KpiPeriod } from '#shared/contract/kpis.ts';
import type { Kpi, KpiValue } from '#shared/contract/register.ts';
import { figureAsWritten } from '#shared/domain/kpi-units.ts';
import { formatFigure, symbolMeaning } from '#shared/domain/numbers.ts';
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

/** A value as it is shown: its number as it was written, with the unit; else its words or what its symbol stands for. */
export function figureInWords(value: KpiValue, unit: string | null): string {
  if (value.number !== null) return figureAsWritten(value, unit);
  return (value.symbol === null ? null : symbolMeaning(value.symbol)) ?? value.text;
}

/** One period as the chart says it: "July to September 2010: 58.4%, target 63%, off track". */
export function periodReading(period: KpiPeriod | undefined, unit: string | null): string {
  if (!period) return '';
  const parts = [
    period.actual
      ? `${figureInWords(period.actual, unit)}${period.actual.provisional ? ' (provisional)' : ''}`
      : null,
    !period.actual && period.forecast ? `forecast ${figureInWords(period.forecast, unit)}` : null,
    period.target ? `target ${figureInWords(period.target, unit)}` : null,
    ...period.comparators.map((one) => `${one.comparator ?? 'comparator'} ${figureInWords(one, unit)}`),
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
    kpi.formula !== undefined ? 'Worked out by its formula' : null,
    kpi.calculated ? 'Counted from the register' : null,
    kpi.tolerance === null
      ? null
      : `At risk within ${formatFigure(kpi.tolerance, null)}${kpi.toleranceBy === 'percent' ? ' per cent' : ''} of target`,
    kpi.calendar,
  ].filter((part): part is string => Boolean(part));
  return sentences
    .map((part) => `${part.charAt(0).toUpperCase()}${part.slice(1)}`.replace(/\.?$/, '.'))
    .join(' ');
}
