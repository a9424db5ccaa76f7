import type { Period } from '#shared/contract/register.ts';
import { financialYear } from '#shared/domain/periods.ts';

/** Every year in which one of the days falls, the latest first: "2010-11", or "2010" where years begin in January. */
export function yearsOf(days: readonly string[], startMonth: number): Period[] {
  const first = new Set(
    days.map((day) => Number(day.slice(0, 4)) - (Number(day.slice(5, 7)) < startMonth ? 1 : 0)),
  );
  return [...first].toSorted((a, b) => b - a).map((year) => financialYear(year, startMonth));
}
