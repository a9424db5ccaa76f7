import {
  addDays,
  addMonths,
  daysBetween,
  easterOf,
  endOfMonth,
  makeDay,
  startOfMonth,
  weekdayOf,
} from './dates.ts';

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

/**
 * The first (1) or second (2) half of a term: up to the Friday before the half-term week, or from the Monday
 * after it.
 */
export function halfOfTermSpan(year: number, season: 'spring' | 'summer' | 'autumn', half: number): Span {
  const term = termSpan(year, season);
  const week = halfTermSpan(year, { spring: 2 as const, summer: 5 as const, autumn: 10 as const }[season]);
  return half === 1 ? { ...term, end: addDays(week.start, -3) } : { ...term, start: addDays(week.start, 7) };
}

/** August: what the convention for the summer term leaves of the holidays. */
export function summerHolidaySpan(year: number): Span {
  return { ...monthSpan(year, 8), precision: 'season' };
}

/** Whit Sunday, seven weeks after Easter. */
export function whitSpan(year: number): Span {
  return daySpan(addDays(easterOf(year), 49));
}

/** The year that ends with that month: "year ending March 2013". */
export function yearEndingSpan(year: number, month: number): Span {
  return { start: startOfMonth(year - 1, month + 1), end: endOfMonth(year, month), precision: 'year' };
}

/** The nth (1 to 4; -1 the last) seven days of a month. */
export function weekOfMonthSpan(year: number, month: number, nth: number): Span {
  const { start, end } = monthSpan(year, month);
  const first = nth < 0 ? addDays(end, -6) : addDays(start, (nth - 1) * 7);
  return { start: first, end: addDays(first, 6), precision: 'day' };
}

/** The nth (1 to 4; -1 the last) weekday of a month; 0 Sunday to 6 Saturday. */
export function weekdayOfMonthSpan(year: number, month: number, nth: number, weekday: number): Span {
  const week = weekOfMonthSpan(year, month, nth);
  return daySpan(addDays(week.start, (weekday - weekdayOf(week.start) + 7) % 7));
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
  if (part === 'end') return { ...span, start: span.end };
  if (part === 'start') return { ...span, end: span.start };
  if (span.precision === 'day') return span;
  const [first, second] = thirds(span);
  if (part === 'early') return { ...span, end: first };
  return part === 'mid'
    ? { ...span, start: addDays(first, 1), end: second }
    : { ...span, start: addDays(second, 1) };
}

/** The last days of the first and the second third of a span; a short one is cut by days. */
function thirds(span: Span): [string, string] {
  if (span.precision === 'month') return [addDays(span.start, 9), addDays(span.start, 19)];
  const third = span.precision === 'year' ? 4 : span.precision === 'half' ? 2 : 1;
  const second = addDays(addMonths(span.start, 2 * third), -1);
  if (second < span.end) return [addDays(addMonths(span.start, third), -1), second];
  const days = daysBetween(span.start, span.end);
  return [addDays(span.start, Math.floor(days / 3)), addDays(span.start, Math.floor((2 * days) / 3))];
}
