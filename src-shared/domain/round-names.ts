import { addMonths, endOfMonth, monthNames, partsOfDay, startOfMonth } from './dates.ts';

/**
 * What a round is usually about: the quarter of the financial year that ended last, or that ends within a fortnight:
 * "July to September 2010".
 */
export function financialQuarterBefore(today: string, yearStartMonth: number): string {
  const parts = partsOfDay(today);
  if (!parts) return '';
  const months = (parts.month - yearStartMonth + 12) % 3;
  const begins = addMonths(startOfMonth(parts.year, parts.month), -months);
  const last = partsOfDay(addMonths(begins, 2));
  const ends = last ? endOfMonth(last.year, last.month) : today;
  const endsSoon = daysUntil(today, ends) <= 14;
  const first = endsSoon ? begins : addMonths(begins, -3);
  return nameOf(first);
}

const daysUntil = (from: string, to: string) => (Date.parse(to) - Date.parse(from)) / 86_400_000;

/** "October to December 2010", "December 2010 to February 2011" */
function nameOf(begins: string): string {
  const first = partsOfDay(begins);
  const last = partsOfDay(addMonths(begins, 2));
  if (!first || !last) return '';
  const from = monthNames[first.month - 1] ?? '';
  const to = monthNames[last.month - 1] ?? '';
  return first.year === last.year
    ? `${from} to ${to} ${last.year}`
    : `${from} ${first.year} to ${to} ${last.year}`;
}
