import { addDays, addMonths, easterOf, endOfMonth, makeDay, startOfMonth, weekdayOf } from './dates.ts';

/** How exactly a span's end is known. */
export type SpanPrecision = 'day' | 'month' | 'season' | 'term' | 'quarter' | 'half' | 'year';

/** A stretch of days, first and last, with the exactness of the words it was read from. */
export type Span = { readonly start: string; readonly end: string; readonly precision: SpanPrecision };

export type Season = 'spring' | 'summer' | 'autumn' | 'winter';

/** When the office's years begin: month numbers, 4 and 9 in England. */
export type YearStarts = { readonly financial: number; readonly academic: number };

export function daySpan(day: string): Span {
  return { start: day, end: day, precision: 'day' };
}

export function monthSpan(year: number, month: number): Span {
  return { start: startOfMonth(year, month), end: endOfMonth(year, month), precision: 'month' };
}

/** Meteorological seasons; winter runs into the next year and ends on the last day of its February. */
export function seasonSpan(year: number, season: Season): Span {
  const first = { spring: 3, summer: 6, autumn: 9, winter: 12 }[season];
  return { start: startOfMonth(year, first), end: endOfMonth(year, first + 2), precision: 'season' };
}

/**
 * School terms of England, as a planning convention, because every authority sets its own:
 * the autumn term ends on the last Friday on or before 21 December; the spring term on 31 March, since Easter
 * moves its end by up to three weeks either way; the summer term on 31 July.
 */
export function termSpan(year: number, season: 'spring' | 'summer' | 'autumn'): Span {
  if (season === 'spring') {
    return { start: startOfMonth(year, 1), end: endOfMonth(year, 3), precision: 'term' };
  }
  if (season === 'summer') {
    return { start: startOfMonth(year, 4), end: endOfMonth(year, 7), precision: 'term' };
  }
  const latest = makeDay(year, 12, 21) as string;
  const backToFriday = (weekdayOf(latest) + 2) % 7;
  return { start: startOfMonth(year, 9), end: addDays(latest, -backToFriday), precision: 'term' };
}

/**
 * The half-term week, Monday to Friday: October the last Monday on or before the 29th, February the third
 * Monday, May the last Monday. Conventions again; authorities differ by a week.
 */
export function halfTermSpan(year: number, month: 2 | 5 | 10): Span {
  const latest = makeDay(year, month, { 2: 21, 5: 31, 10: 29 }[month]) as string;
  const monday = addDays(latest, -((weekdayOf(latest) + 6) % 7));
  return { start: monday, end: addDays(monday, 4), precision: 'term' };
}

export function christmasSpan(year: number): Span {
  return daySpan(makeDay(year, 12, 25) as string);
}

export function easterSpan(year: number): Span {
  return daySpan(easterOf(year));
}

/** A year, or several on end, beginning in `startMonth` of `startYear`. */
export function yearsSpan(startYear: number, startMonth: number, years = 1): Span {
  return {
    start: startOfMonth(startYear, startMonth),
    end: endOfMonth(startYear + years, startMonth - 1),
    precision: 'year',
  };
}

/** Quarter 1 to 4 of the year that begins in `startMonth` of `startYear`. */
export function quarterSpan(startYear: number, startMonth: number, quarter: number): Span {
  const first = startMonth + (quarter - 1) * 3;
  return {
    start: startOfMonth(startYear, first),
    end: endOfMonth(startYear, first + 2),
    precision: 'quarter',
  };
}

/** First (1) or second (2) half of the year that begins in `startMonth` of `startYear`. */
export function halfSpan(startYear: number, startMonth: number, half: number): Span {
  const first = startMonth + (half - 1) * 6;
  return { start: startOfMonth(startYear, first), end: endOfMonth(startYear, first + 5), precision: 'half' };
}

/** "early 2010", "mid March 2010", "end of 2010": the part of a span that the word leaves. */
export function partOfSpan(span: Span, part: 'start' | 'early' | 'mid' | 'late' | 'end'): Span {
  if (part === 'end' || part === 'late') return span;
  if (part === 'start') return { ...span, end: span.start };
  if (span.precision === 'day') return span;
  if (span.precision === 'month') {
    return part === 'early'
      ? { ...span, end: addDays(span.start, 9) }
      : { ...span, start: addDays(span.start, 10), end: addDays(span.start, 19) };
  }
  const third = span.precision === 'year' ? 4 : span.precision === 'half' ? 2 : 1;
  const firstEnd = addDays(addMonths(span.start, third), -1);
  const secondEnd = addDays(addMonths(span.start, 2 * third), -1);
  if (secondEnd >= span.end) return span;
  return part === 'early'
    ? { ...span, end: firstEnd }
    : { ...span, start: addDays(firstEnd, 1), end: secondEnd };
}
