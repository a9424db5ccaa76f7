import type { Frequency, Kpi, KpiValue } from '../contract/kpi-records.ts';
import type { Period } from '../contract/record.ts';
import { addDays, addMonths, partsOfDay } from './dates.ts';
import { monthsOf } from './kpi-standing.ts';
import { formatSpan } from './periods.ts';
import { termSpan, type YearStarts, yearsSpan } from './spans.ts';

/** The years of a KPI and the periods within them. */

type Calendar = Pick<Kpi, 'yearKind' | 'yearStartMonth'>;

/** The month in which the KPI's year begins, 1 to 12. A custom year without a month is the office's financial one. */
export function yearStartOf(kpi: Calendar, starts: YearStarts): number {
  if (kpi.yearKind === 'academic') return starts.academic;
  if (kpi.yearKind === 'calendar') return 1;
  return kpi.yearKind === 'custom' ? (kpi.yearStartMonth ?? starts.financial) : starts.financial;
}

const named = (start: string, end: string, starts: YearStarts): Period => ({
  label: formatSpan(start, end, starts.financial, starts.academic),
  start,
  end,
});

/** The KPI's year in which a day lies. */
export function yearAround(kpi: Calendar, day: string, starts: YearStarts): Period {
  const month = yearStartOf(kpi, starts);
  const parts = partsOfDay(day);
  if (!parts) throw new RangeError(`${day} is no day`);
  const span = yearsSpan(parts.month >= month ? parts.year : parts.year - 1, month);
  return named(span.start, span.end, starts);
}

const lengths: Readonly<Partial<Record<Frequency, number>>> = { year: 12, half: 6, quarter: 3, month: 1 };

/** The periods of a frequency that begin in that year, in order; none for figures at a moment. */
export function periodsWithin(year: Period, frequency: Frequency, starts: YearStarts): readonly Period[] {
  if (year.start === null || year.end === null || frequency === 'point') return [];
  const memo = memoOf(starts);
  const key = `${frequency} of ${year.start}`;
  const found = memo.get(key) ?? made(year, frequency, starts);
  memo.set(key, found);
  return found;
}

function made(year: Period, frequency: Frequency, starts: YearStarts): Period[] {
  if (year.start === null || year.end === null) return [];
  if (frequency === 'term') return termsWithin(year.start, year.end);
  const months = lengths[frequency] ?? 12;
  return Array.from({ length: 12 / months }, (_, index) => {
    const start = addMonths(year.start ?? '', index * months);
    return named(start, addDays(addMonths(start, months), -1), starts);
  });
}

function termsWithin(from: string, to: string): Period[] {
  const first = Number(from.slice(0, 4));
  const seasons = ['spring', 'summer', 'autumn'] as const;
  return [first, first + 1]
    .flatMap((year) => seasons.map((season) => ({ year, season, ...termSpan(year, season) })))
    .filter(({ start }) => start >= from && start <= to)
    .map(({ year, season, start, end }) => ({
      label: `${season.charAt(0).toUpperCase()}${season.slice(1)} term ${year}`,
      start,
      end,
    }));
}

/**
 * The calendar that a KPI's figures keep: as said; where nothing was said, as most of its whole years begin ("2009" is a
 * calendar year in any office), else the office's financial year.
 */
export function calendarOf<K extends Calendar>(kpi: K, values: readonly KpiValue[]): Calendar {
  if (kpi.yearKind) return kpi;
  const counts = new Map<number, number>();
  for (const { role, period } of values) {
    if (role === 'comparator' || !period.start?.endsWith('-01') || monthsOf(period) !== 12) continue;
    const month = Number(period.start.slice(5, 7));
    counts.set(month, (counts.get(month) ?? 0) + 1);
  }
  let most: number | null = null;
  for (const [month, count] of counts)
    if (count > (most === null ? 0 : (counts.get(most) ?? 0))) most = month;
  return most === null ? kpi : { yearKind: 'custom', yearStartMonth: most };
}

/** The periods of a frequency that touch a stretch of days, in order. */
export function periodsBetween(
  kpi: Calendar,
  frequency: Frequency,
  between: { from: string; to: string },
  starts: YearStarts,
): readonly Period[] {
  const { from, to } = between;
  const month = yearStartOf(kpi, starts);
  const key = `${frequency} ${month} ${from} ${to}`;
  const memo = memoOf(starts);
  const found = memo.get(key) ?? periodsFrom(kpi, frequency, between, starts);
  memo.set(key, found);
  return found;
}

/** Many KPIs have the same periods: made once for as long as the office's years are at hand. */
const known = new WeakMap<YearStarts, Map<string, Period[]>>();

function memoOf(starts: YearStarts): Map<string, Period[]> {
  const memo = known.get(starts) ?? new Map<string, Period[]>();
  known.set(starts, memo);
  return memo;
}

function periodsFrom(
  kpi: Calendar,
  frequency: Frequency,
  { from, to }: { from: string; to: string },
  starts: YearStarts,
): Period[] {
  const periods: Period[] = [];
  let year = yearAround(kpi, from, starts);
  while (year.start !== null && year.end !== null && year.start <= to) {
    periods.push(...periodsWithin(year, frequency, starts));
    year = yearAround(kpi, addDays(year.end, 1), starts);
  }
  return periods.filter(({ start, end }) => (end ?? '') >= from && (start ?? '') <= to);
}

const byMonths: ReadonlyMap<number, Frequency> = new Map([
  [12, 'year'],
  [6, 'half'],
  [4, 'term'],
  [3, 'quarter'],
  [1, 'month'],
]);

/** How often there is a figure: as said, else as most of its actuals and targets are; null where there are none. */
export function frequencyOf(kpi: Pick<Kpi, 'frequency'>, values: readonly KpiValue[]): Frequency | null {
  if (kpi.frequency) return kpi.frequency;
  const counts = new Map<Frequency, number>();
  for (const { role, period } of values) {
    if (role !== 'actual' && role !== 'target') continue;
    const frequency = byMonths.get(monthsOf(period) ?? 0);
    if (frequency) counts.set(frequency, (counts.get(frequency) ?? 0) + 1);
  }
  let most: Frequency | null = null;
  // Of two as frequent the shorter: a year's target beside the quarters' figures is no rhythm of its own.
  for (const frequency of ['month', 'quarter', 'term', 'half', 'year'] as const) {
    if ((counts.get(frequency) ?? 0) > (most ? (counts.get(most) ?? 0) : 0)) most = frequency;
  }
  return most;
}

const nouns: Readonly<Record<Frequency, readonly [string, string]>> = {
  year: ['year', 'years'],
  half: ['half-year', 'half-years'],
  term: ['term', 'terms'],
  quarter: ['quarter', 'quarters'],
  month: ['month', 'months'],
  point: ['figure', 'figures'],
};

/** "1 quarter", "3 quarters" */
export const countOf = (count: number, frequency: Frequency): string =>
  `${count} ${nouns[frequency][count === 1 ? 0 : 1]}`;
