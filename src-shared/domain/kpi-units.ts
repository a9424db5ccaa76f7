import type { Kpi, UnitKind } from '../contract/kpi-records.ts';
import { type Decimal, decimalText, writtenDecimal } from './decimals.ts';

/** What kind of figure a KPI has, and how a figure that is worked out is written. */

const kinds: Readonly<Record<string, UnitKind>> = {
  '%': 'percentage',
  points: 'percentage',
  money: 'money',
  '£': 'money',
  ratio: 'ratio',
  days: 'days',
  words: 'words',
};

/** As said; where nothing was said, as the unit tells; else a number. */
export const unitKindOf = ({ unitKind, unit }: Pick<Kpi, 'unitKind' | 'unit'>): UnitKind =>
  unitKind ?? kinds[unit ?? ''] ?? 'number';

/** The unit in which figures are read and written: "%" for a percentage, whatever words stand beside it. */
export function writtenUnit(kpi: Pick<Kpi, 'unitKind' | 'unit'>): string | null {
  const kind = unitKindOf(kpi);
  if (kind === 'percentage') return '%';
  if (kind === 'money') return 'money';
  return kpi.unit === 'number' || kpi.unit === 'words' ? null : kpi.unit;
}

/** "34.80%", "£1,200.50", "7 days", "1,140": every place that the decimal has, its zeros included. */
export function formatDecimal(decimal: Decimal, unit: string | null): string {
  const negative = decimal.units < 0n;
  const [whole = '0', fraction] = decimalText(
    negative ? { ...decimal, units: -decimal.units } : decimal,
  ).split('.');
  const grouped = whole.replace(/\B(?=(\d{3})+$)/g, ',');
  const figure = `${negative ? '-' : ''}${unit === 'money' ? '£' : ''}${grouped}${fraction ? `.${fraction}` : ''}`;
  if (unit === '%') return `${figure}%`;
  if (unit === null || unit === 'money' || unit === 'number' || unit === 'ratio') return figure;
  return `${figure} ${/^-?1$/.test(figure) && /[^s]s$/.test(unit) ? unit.slice(0, -1) : unit}`;
}

/**
 * A figure with the places it was written with ("34.70%", not 34.7%), in the product's way of writing the unit; its words
 * where it has no number.
 */
export const figureAsWritten = (
  { number, text }: { readonly number: number | null; readonly text: string },
  unit: string | null,
): string =>
  number === null ? text : formatDecimal(writtenDecimal(number, text), unit === '£' ? 'money' : unit);
