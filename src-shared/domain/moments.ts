import { fullYear, readYearPair } from './date-words.ts';
import { daysInMonth, makeDay, partsOfDay } from './dates.ts';
import {
  daySpan,
  halfTermSpan,
  monthSpan,
  quarterSpan,
  type Season,
  type Span,
  seasonSpan,
  termSpan,
  type YearStarts,
} from './spans.ts';

/** What is known round a text when its dates are read. */
export type DateContext = {
  readonly starts: YearStarts;
  /** The plan's period: it lends its year to "March" and decides which of two readings is likelier. */
  readonly period: { readonly start: string | null; readonly end: string | null } | null;
};

/** A date without its year. */
export type Yearless =
  | { readonly kind: 'day'; readonly month: number; readonly day: number }
  | { readonly kind: 'month'; readonly month: number }
  | { readonly kind: 'season'; readonly season: Season; readonly term: boolean }
  | { readonly kind: 'half-term'; readonly month: 2 | 5 | 10 }
  | { readonly kind: 'fixed'; readonly spanOf: (year: number) => Span }
  | { readonly kind: 'quarter'; readonly quarter: number };

/** What a date word was read as: its possible spans, the likeliest first. Empty: not to be dated. */
export type Reading = {
  readonly spans: readonly Span[];
  readonly ambiguous: boolean;
  readonly yearless: Yearless | null;
  /** Ambiguous only because its year has two digits ("Dec 09"): other words of the text may settle it. */
  readonly shortYear: boolean;
  /** A day the calendar does not have ("31 Feb 2011"). */
  readonly impossible: boolean;
  /** Nothing but a year: a plain number might look the same. */
  readonly bareYear: boolean;
};

const plainReading: Reading = {
  spans: [],
  ambiguous: false,
  yearless: null,
  shortYear: false,
  impossible: false,
  bareYear: false,
};

export const reading = {
  sure: (span: Span): Reading => ({ ...plainReading, spans: [span] }),
  either: (...spans: Span[]): Reading => ({ ...plainReading, spans, ambiguous: true }),
  impossible: (): Reading => ({ ...plainReading, ambiguous: true, impossible: true }),
  bareYear: (span: Span): Reading => ({ ...plainReading, spans: [span], bareYear: true }),
  shortYear: (...spans: Span[]): Reading => ({ ...plainReading, spans, ambiguous: true, shortYear: true }),
  yearless: (part: Yearless, context: DateContext): Reading => {
    const found = inPeriod(part, context);
    return { ...plainReading, spans: found, ambiguous: found.length !== 1, yearless: part };
  },
};

/** A day of numbers, or the reading that says the calendar has none. */
export function dayReading(year: number, month: number, day: number): Reading {
  const made = makeDay(year, month, day);
  return made === null ? reading.impossible() : reading.sure(daySpan(made));
}

/** The span a yearless date has in a calendar year (for a quarter: in the financial year that begins in it). */
export function inYear(part: Yearless, year: number, starts: YearStarts): Span | null {
  switch (part.kind) {
    case 'day': {
      const made = makeDay(year, part.month, part.day);
      return made === null ? null : daySpan(made);
    }
    case 'month':
      return monthSpan(year, part.month);
    case 'season':
      return part.term && part.season !== 'winter'
        ? termSpan(year, part.season)
        : seasonSpan(year, part.season);
    case 'half-term':
      return halfTermSpan(year, part.month);
    case 'fixed':
      return part.spanOf(year);
    case 'quarter':
      return quarterSpan(year, starts.financial, part.quarter);
  }
}

function yearsOf(context: DateContext): { first: number; last: number } | null {
  const start = context.period?.start ?? context.period?.end ?? null;
  const end = context.period?.end ?? context.period?.start ?? null;
  const from = start === null ? null : partsOfDay(start);
  const to = end === null ? null : partsOfDay(end);
  return from && to ? { first: from.year, last: to.year } : null;
}

/** Every span of a yearless date that ends inside the plan's period, in order; at most two. */
function inPeriod(part: Yearless, context: DateContext): Span[] {
  const years = yearsOf(context);
  if (!years) return [];
  const start = context.period?.start ?? `${years.first}-01-01`;
  const end = context.period?.end ?? `${years.last}-12-31`;
  const found: Span[] = [];
  for (let year = years.first - 1; year <= years.last && found.length < 2; year += 1) {
    const span = inYear(part, year, context.starts);
    if (span && span.end >= start && span.end <= end) found.push(span);
  }
  return found;
}

/**
 * "Dec 09": December 2009, or 9 December? The month of that year is likelier, unless the year lies far from
 * the plan (more than two years before it, or six after). "Sept 31" is a day that was never, unless the plan
 * reaches the year 2031.
 */
export function monthWithTwoDigits(month: number, digits: string, context: DateContext): Reading {
  const year = fullYear(digits);
  const asMonth = monthSpan(year, month);
  const number = Number(digits);
  const years = yearsOf(context);
  if (number > daysInMonth(2000, month) && number <= 31) {
    const near = years !== null && year >= years.first - 2 && year <= years.last + 6;
    return near ? reading.sure(asMonth) : reading.impossible();
  }
  if (number < 1 || number > 31) return reading.sure(asMonth);
  const asDay = inPeriod({ kind: 'day', month, day: number }, context)[0];
  if (!asDay) return reading.shortYear(asMonth);
  const far = years !== null && (year < years.first - 2 || year > years.last + 6);
  return far ? reading.shortYear(asDay, asMonth) : reading.shortYear(asMonth, asDay);
}

/** "Spring 10/11": of an academic year it is spring 2011, of two calendar years it may be either. */
export function seasonOfYearPair(
  season: Season,
  term: boolean,
  first: string,
  second: string,
): Reading | null {
  const pair = readYearPair(first, second);
  if (pair?.years !== 1) return null;
  const spanIn = (year: number): Span =>
    term && season !== 'winter' ? termSpan(year, season) : seasonSpan(year, season);
  if (season === 'autumn' || season === 'winter') return reading.sure(spanIn(pair.startYear));
  const later = spanIn(pair.startYear + 1);
  return term ? reading.sure(later) : reading.either(later, spanIn(pair.startYear));
}
