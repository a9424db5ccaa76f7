import type { Period } from '#shared/contract/register.ts';
import { monthNames, monthsBetween, partsOfDay, yearOf } from '#shared/domain/dates.ts';
import { formatSpan } from '#shared/domain/periods.ts';

/** A period on the axis: a short name, and the year it stands under (null where the name says all). */
export type AxisLabel = { readonly short: string; readonly year: string | null };

/** "Q2" under "2010-11", "Jul" under "2010-11", "2009-10" alone; other periods as they are named. */
export function axisLabel(period: Period, yearStartMonth: number): AxisLabel {
  const { start, end } = period;
  const first = start ? partsOfDay(start) : null;
  if (!start || !end || !first) return { short: period.label, year: null };
  const months = monthsBetween(start, end) + 1;
  const { start: yearStart, end: yearEnd } = yearOf(start, yearStartMonth);
  const year = formatSpan(yearStart, yearEnd, yearStartMonth);
  const into = (first.month - yearStartMonth + 12) % 12;
  if (months === 3 && into % 3 === 0) return { short: `Q${into / 3 + 1}`, year };
  if (months === 1) return { short: (monthNames[first.month - 1] ?? '').slice(0, 3), year };
  if (months === 6 && into % 6 === 0) return { short: `H${into / 6 + 1}`, year };
  return { short: period.label, year: null };
}

/** The years under the axis: each with the places it spans, both included. */
export function yearSpans(labels: readonly AxisLabel[]): { year: string; from: number; to: number }[] {
  const spans: { year: string; from: number; to: number }[] = [];
  labels.forEach(({ year }, place) => {
    const last = spans.at(-1);
    if (year === null) return;
    if (last && last.year === year && last.to === place - 1) last.to = place;
    else spans.push({ year, from: place, to: place });
  });
  return spans;
}

/** Moves labels at the right of a chart apart so that none covers another, as near to their lines as may be. */
export function spreadLabels(ideal: readonly number[], gap: number, low: number, high: number): number[] {
  const order = ideal.map((y, place) => ({ y, place })).sort((a, b) => a.y - b.y);
  let floor = low;
  for (const label of order) {
    label.y = Math.max(label.y, floor);
    floor = label.y + gap;
  }
  let ceiling = high;
  for (const label of order.toReversed()) {
    label.y = Math.min(label.y, ceiling);
    ceiling = label.y - gap;
  }
  const spread = [...ideal];
  for (const { y, place } of order) spread[place] = y;
  return spread;
}
