import type { Period } from '../contract/register.ts';
import {
  addDays,
  endOfMonth,
  formatDay,
  formatMonth,
  monthNames,
  partsOfDay,
  startOfMonth,
} from './dates.ts';
import { findMoments } from './find-moments.ts';
import { quarterSpan, yearsSpan } from './spans.ts';

export type PeriodOptions = {
  academicStartMonth?: number;
  /** The year that "Q1" or "April to June" belongs to: the plan's period or the heading above. */
  within?: { start: string | null; end: string | null } | null;
};

/**
 * The period behind a heading or a cell: "Yr 2 2009/10", "Q3 2009/10", "July to September 2014", "Sept 2010",
 * "Baseline 2008". Where it is understood the label is the one form the product writes ("2009-10"), so that
 * two spellings of one year are one period; else the words, without dates.
 */
export function readPeriod(text: string, yearStartMonth = 4, options: PeriodOptions = {}): Period {
  const words = text.replace(/\s+/g, ' ').trim();
  const academic = options.academicStartMonth ?? 9;
  const moments = findMoments(words, {
    starts: { financial: yearStartMonth, academic },
    period: options.within ?? null,
  });
  const dated = moments.filter((moment) => moment.spans.length > 0);
  const only = dated.length === 1 ? dated[0] : nested(dated);
  const span = only?.spans.find((one) => !only.shortYear || one.precision !== 'day') ?? only?.spans[0];
  if (!span) return { label: words, start: null, end: null };
  return {
    label: formatSpan(span.start, span.end, yearStartMonth, academic),
    start: span.start,
    end: span.end,
  };
}

type Dated = ReturnType<typeof findMoments>[number];

/** "2009-10 (July to September 2009)": the narrower, where one lies within the other. */
function nested(dated: readonly Dated[]): Dated | undefined {
  const [first, second] = dated;
  const [a, b] = [first?.spans[0], second?.spans[0]];
  if (dated.length !== 2 || !a || !b) return undefined;
  if (b.start >= a.start && b.end <= a.end) return second;
  return a.start >= b.start && a.end <= b.end ? first : undefined;
}

/** Is this text a period and nothing else ("2009/10", "Q3 2009/10", "Yr 1 2008/9")? */
export function isPeriodText(text: string, yearStartMonth = 4): boolean {
  const words = text.replace(/\s+/g, ' ').trim();
  const moments = findMoments(words, { starts: { financial: yearStartMonth, academic: 9 }, period: null });
  const only = moments[0];
  return moments.length === 1 && only?.from === 0 && only.to >= words.length - 1;
}

const twoDigits = (year: number): string => String(((year % 100) + 100) % 100).padStart(2, '0');

/**
 * A stretch of days in the product's words: "24 November 2014", "September 2010", "July to September 2014",
 * "2009-10" (financial), "2009-10 academic year", "2009" (calendar), "2008-11" (three financial years).
 */
export function formatSpan(start: string, end: string, yearStartMonth = 4, academicStartMonth = 9): string {
  const [first, last] = [partsOfDay(start), partsOfDay(end)];
  if (!first || !last) return `${start} to ${end}`;
  if (start === end) return formatDay(start);
  const wholeMonths = first.day === 1 && end === endOfMonth(last.year, last.month);
  if (!wholeMonths) return `${formatDay(start)} to ${formatDay(end)}`;
  const months = (last.year - first.year) * 12 + last.month - first.month + 1;
  if (months === 1) return formatMonth(start);
  if (months % 12 === 0) {
    const years = months / 12;
    if (first.month === yearStartMonth && yearStartMonth !== 1) {
      return `${first.year}-${twoDigits(first.year + years)}`;
    }
    if (first.month === 1) return years === 1 ? String(first.year) : `${first.year} to ${last.year}`;
    if (first.month === academicStartMonth) {
      return `${first.year}-${twoDigits(first.year + years)} academic year${years > 1 ? 's' : ''}`;
    }
  }
  const from = first.year === last.year ? monthNames[first.month - 1] : formatMonth(start);
  return `${from} to ${formatMonth(end)}`;
}

function named(start: string, end: string, yearStartMonth: number): Period {
  return { label: formatSpan(start, end, yearStartMonth), start, end };
}

/** The financial year that begins in `startYear`. */
export function financialYear(startYear: number, yearStartMonth = 4): Period {
  const { start, end } = yearsSpan(startYear, yearStartMonth);
  return named(start, end, yearStartMonth);
}

/** Quarter 1 to 4 of the financial year that begins in `startYear`. */
export function quarterOf(startYear: number, quarter: number, yearStartMonth = 4): Period {
  const { start, end } = quarterSpan(startYear, yearStartMonth, quarter);
  return named(start, end, yearStartMonth);
}

/** The period of the same length that ends the day before; null for one without dates or not of whole months. */
export function previousPeriod(period: Period, yearStartMonth = 4): Period | null {
  return shifted(period, yearStartMonth, (months) => -months);
}

/** The period of the same length that begins the day after; null as for `previousPeriod`. */
export function followingPeriod(period: Period, yearStartMonth = 4): Period | null {
  return shifted(period, yearStartMonth, (months) => months);
}

/** The same months a year earlier; null as for `previousPeriod`. */
export function samePeriodLastYear(period: Period, yearStartMonth = 4): Period | null {
  return shifted(period, yearStartMonth, () => -12);
}

function shifted(period: Period, yearStartMonth: number, by: (months: number) => number): Period | null {
  if (period.start === null || period.end === null) return null;
  const [first, last] = [partsOfDay(period.start), partsOfDay(period.end)];
  if (!first || !last || first.day !== 1 || addDays(period.end, 1).slice(8) !== '01') return null;
  const move = by((last.year - first.year) * 12 + last.month - first.month + 1);
  return named(
    startOfMonth(first.year, first.month + move),
    endOfMonth(last.year, last.month + move),
    yearStartMonth,
  );
}

/** In order of time: by end, then the longer first; periods without dates last, by name. */
export function comparePeriods(a: Period, b: Period): number {
  const [endA, endB] = [a.end ?? a.start, b.end ?? b.start];
  if (endA === null || endB === null) {
    if (endA !== endB) return endA === null ? 1 : -1;
    return a.label.localeCompare(b.label, 'en-GB', { numeric: true });
  }
  if (endA !== endB) return endA < endB ? -1 : 1;
  const [startA, startB] = [a.start ?? '', b.start ?? ''];
  return startA === startB ? 0 : startA < startB ? -1 : 1;
}
