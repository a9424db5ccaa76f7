import { type Groups, type Pattern, pattern, text } from './date-patterns.ts';
import {
  fullYear,
  joinPiece,
  monthOf,
  monthPiece,
  ordinalPiece,
  ordinalYearPiece,
  pairPiece,
  readYearPair,
  shortPairPiece,
  weekdayPiece,
  yearPiece,
} from './date-words.ts';
import { makeDay } from './dates.ts';
import { type DateContext, dayReading, monthWithTwoDigits, type Reading, reading } from './moments.ts';
import {
  daySpan,
  halfSpan,
  monthSpan,
  quarterSpan,
  type Span,
  weekdayOfMonthSpan,
  weekOfMonthSpan,
  yearEndingSpan,
  yearsSpan,
} from './spans.ts';
import { seasons } from './term-patterns.ts';

function monthOfPair(month: number, first: string, second: string, context: DateContext): Reading | null {
  const pair = readYearPair(first, second);
  if (pair?.years !== 1) return null;
  const year = month >= context.starts.financial ? pair.startYear : pair.startYear + 1;
  return reading.sure(monthSpan(year, month));
}

/** Not the day of a date that follows: "30 June 30 September 2010". */
const notDay = `(?!${ordinalPiece}?\\s+${monthPiece.replace('(', '(?:')})`;

function stretchOfDays(year: number, month: number, first: number, last: number): Reading {
  const [start, end] = [makeDay(year, month, first), makeDay(year, month, last)];
  return start && end && start <= end ? reading.sure({ start, end, precision: 'day' }) : reading.impossible();
}

const nths: Readonly<Record<string, number>> = {
  fi: 1,
  '1s': 1,
  se: 2,
  '2n': 2,
  th: 3,
  '3r': 3,
  fo: 4,
  '4t': 4,
};
const weekdayStems = ['sun', 'mon', 'tue', 'wed', 'thu', 'fri', 'sat'];

/** "3rd week of June 2013", "last Friday in March 2014" */
const partsOfMonths: readonly Pattern[] = [
  pattern(
    `(1st|2nd|3rd|4th|first|second|third|fourth|last|final)\\s+(?:full\\s+)?(week|(?:mon|tues|wednes|thurs|fri|satur|sun)day)\\s+(?:of|in)?\\s*${monthPiece}${joinPiece}'?(\\d{4}|\\d{2})`,
    (g) => {
      const nth = nths[text(g, 1) === 'final' ? '' : text(g, 1).slice(0, 2)] ?? -1;
      const [year, month] = [fullYear(text(g, 4)), monthOf(text(g, 3))];
      const weekday = weekdayStems.indexOf(text(g, 2).slice(0, 3));
      return reading.sure(
        weekday < 0 ? weekOfMonthSpan(year, month, nth) : weekdayOfMonthSpan(year, month, nth, weekday),
      );
    },
  ),
];

const days: readonly Pattern[] = [
  pattern(
    '(\\d{4})([-/.])(\\d{1,2})\\2(\\d{1,2})(?:[t ]\\d{2}:\\d{2}(?::\\d{2}(?:\\.\\d+)?)?(?:z|[+-]\\d{2}:?\\d{2})?)?',
    (g) => {
      const year = Number(g[1]);
      return year < 1900 || year > 2199 ? null : dayReading(year, Number(g[3]), Number(g[4]));
    },
  ),
  pattern(`${weekdayPiece}(\\d{1,2})\\s?([-/.])\\s?(\\d{1,2})\\s?\\2\\s?(\\d{4}|'?\\d{2})`, (g) => {
    const [first, second] = [Number(g[1]), Number(g[3])];
    const digits = text(g, 4).replace("'", '');
    const year = fullYear(digits);
    const dayFirst = makeDay(year, second, first);
    if (dayFirst !== null) return reading.sure(daySpan(dayFirst));
    const monthFirst = makeDay(year, first, second);
    return monthFirst === null ? reading.impossible() : reading.either(daySpan(monthFirst));
  }),
  pattern(
    `${weekdayPiece}(\\d{1,2})\\s?${ordinalPiece}?\\s*(?:-|to|and|&)\\s*(\\d{1,2})\\s?${ordinalPiece}?[\\s-]*(?:of\\s+)?${monthPiece}${joinPiece}${yearPiece}`,
    (g) => stretchOfDays(Number(g[4]), monthOf(text(g, 3)), Number(g[1]), Number(g[2])),
  ),
  // "12, 19 and 26 June 2013"
  pattern(
    `(\\d{1,2})${ordinalPiece}?(?:,\\s*\\d{1,2}${ordinalPiece}?)+,?(?:\\s*(?:and|&))?\\s*(\\d{1,2})${ordinalPiece}?\\s+${monthPiece}${joinPiece}${yearPiece}`,
    (g) => stretchOfDays(Number(g[4]), monthOf(text(g, 3)), Number(g[1]), Number(g[2])),
  ),
  pattern(
    `${weekdayPiece}(?:the\\s+)?(\\d{1,2})\\s?${ordinalPiece}?[\\s-/]*(?:of\\s+)?${monthPiece}${joinPiece}'?(\\d{4}|\\d{2}${notDay})`,
    (g) => {
      const day = Number(g[1]);
      if (day < 1 || day > 31) return null;
      return dayReading(fullYear(text(g, 3)), monthOf(text(g, 2)), day);
    },
  ),
  pattern(
    `${weekdayPiece}(?:the\\s+)?(\\d{1,2})\\s?${ordinalPiece}?[\\s-]*(?:of\\s+)?${monthPiece}(?!\\s+(?:be|not|have|need|also|require|include)\\b)`,
    (g, context) => {
      const [day, month] = [Number(g[1]), monthOf(text(g, 2))];
      if (day < 1 || day > 31) return null;
      if (makeDay(2000, month, day) === null) return reading.impossible();
      return reading.yearless({ kind: 'day', month, day }, context);
    },
  ),
  pattern(`${weekdayPiece}${monthPiece}\\s+(?:the\\s+)?(\\d{1,2})${ordinalPiece}?,?\\s+${yearPiece}`, (g) =>
    dayReading(Number(g[3]), monthOf(text(g, 1)), Number(g[2])),
  ),
  pattern(`${weekdayPiece}${monthPiece}\\s+(?:the\\s+)?(\\d{1,2})${ordinalPiece}`, (g, context) => {
    const [month, day] = [monthOf(text(g, 1)), Number(g[2])];
    if (makeDay(2000, month, day) === null) return reading.impossible();
    return reading.yearless({ kind: 'day', month, day }, context);
  }),
];

function dayOrMonth(first: number, second: string, context: DateContext): Reading {
  const asMonth = monthSpan(fullYear(second), first);
  const month = Number(second);
  if (month < 1 || month > 12) return reading.either(asMonth);
  const asDay = reading.yearless({ kind: 'day', month, day: first }, context).spans[0];
  return asDay ? reading.either(asMonth, asDay) : reading.either(asMonth);
}

const months: readonly Pattern[] = [
  pattern(`${monthPiece}${joinPiece}${pairPiece}`, (g, context) =>
    monthOfPair(monthOf(text(g, 1)), text(g, 2), text(g, 3), context),
  ),
  pattern(`${monthPiece}\\s+${shortPairPiece}`, (g, context) =>
    monthOfPair(monthOf(text(g, 1)), text(g, 2), text(g, 3), context),
  ),
  pattern(`${monthPiece}${joinPiece}'?${yearPiece}`, (g) =>
    reading.sure(monthSpan(Number(g[2]), monthOf(text(g, 1)))),
  ),
  // an apostrophe or a close hyphen (a spreadsheet's mmm-yy) marks a year
  pattern(`${monthPiece}(?:${joinPiece}'|-)(\\d{2})`, (g) =>
    reading.sure(monthSpan(fullYear(text(g, 2)), monthOf(text(g, 1)))),
  ),
  pattern(`${monthPiece}${joinPiece}(\\d{2}${notDay})`, (g, context) =>
    monthWithTwoDigits(monthOf(text(g, 1)), text(g, 2), context),
  ),
  pattern(`${yearPiece}[\\s-]+${monthPiece}`, (g) =>
    reading.sure(monthSpan(Number(g[1]), monthOf(text(g, 2)))),
  ),
  pattern(`(0?[1-9]|1[0-2])\\s?[/-]\\s?${yearPiece}`, (g) =>
    reading.sure(monthSpan(Number(g[2]), Number(g[1]))),
  ),
  // "12/10": December 2010, or 12 October
  pattern('(0?[1-9]|1[0-2])/([0-4]\\d)', (g, context) => {
    const pair = readYearPair(text(g, 1).padStart(2, '0'), text(g, 2));
    return pair?.years === 1 ? null : dayOrMonth(Number(g[1]), text(g, 2), context);
  }),
  pattern(`${yearPiece}-(0[1-9])`, (g) => {
    // "2010-03" can be no pair of years
    const pair = readYearPair(text(g, 1), text(g, 2));
    return pair ? null : reading.sure(monthSpan(Number(g[1]), Number(g[2])));
  }),
  pattern(monthPiece, (g, context) =>
    reading.yearless({ kind: 'month', month: monthOf(text(g, 1)) }, context),
  ),
];

const quarterNumbers: Readonly<Record<string, number>> = { fi: 1, on: 1, se: 2, tw: 2, th: 3, fo: 4, la: 4 };
function quarterNumber(word: string): number {
  const digit = /[1-4]/.exec(word);
  return digit ? Number(digit[0]) : (quarterNumbers[word === 'final' ? 'fo' : word.slice(0, 2)] ?? 0);
}
const quarterPiece = '(?:q|qu|qtr|quarter)\\.?\\s?(?:no\\.?\\s?)?([1-4]|(?:one|two|three|four)\\b)';
/** "Q1-Q2", "Quarters 1 and 2", "Q1/Q2" of a year that follows. */
const quartersPiece =
  '(?:quarters?|qtrs?|qs?)\\.?\\s?([1-4])\\s*(?:-|to|and|&|/)\\s*(?:quarter|qtr|q)?\\.?\\s?([1-4])';
const quarterWords = '(1st|2nd|3rd|4th|first|second|third|fourth|last|final)\\s+(?:quarter|qtr)';

function quarterOfYear(quarter: number, year: number, starts: DateContext['starts']): Reading {
  const financial = quarterSpan(year, starts.financial, quarter);
  return starts.financial === 1
    ? reading.sure(financial)
    : reading.either(financial, quarterSpan(year, 1, quarter));
}
function quarterOfPair(quarter: number, a: string, b: string, starts: DateContext['starts']): Reading | null {
  const pair = readYearPair(a, b);
  return pair?.years === 1 ? reading.sure(quarterSpan(pair.startYear, starts.financial, quarter)) : null;
}

const quarterJoin = '[\\s,\\-/(]*(?:of\\s+(?:the\\s+)?)?(?:fy\\s?)?';

function quartersFrom(first: number, last: number, startYear: number, month: number): Span | null {
  if (first >= last) return null;
  return { ...quarterSpan(startYear, month, first), end: quarterSpan(startYear, month, last).end };
}
const severalQuarters: readonly Pattern[] = [pairPiece, shortPairPiece].map((years) =>
  pattern(`${quartersPiece}${quarterJoin}${years}`, (g, { starts }) => {
    const pair = readYearPair(text(g, 3), text(g, 4));
    const span =
      pair?.years === 1 ? quartersFrom(Number(g[1]), Number(g[2]), pair.startYear, starts.financial) : null;
    // "Q1 and Q3" are two dates
    return span && (Number(g[2]) - Number(g[1]) === 1 || /-|to/.test(text(g, 0))) ? reading.sure(span) : null;
  }),
);

function quarterPatterns(named: string): Pattern[] {
  const read = (g: Groups, context: DateContext): Reading | null =>
    quarterOfPair(quarterNumber(text(g, 1)), text(g, 2), text(g, 3), context.starts);
  return [
    pattern(`${named}${quarterJoin}${pairPiece}`, read),
    pattern(`${named}${quarterJoin}${shortPairPiece}`, read),
    pattern(`${named}${quarterJoin}${yearPiece}`, (g, context) =>
      quarterOfYear(quarterNumber(text(g, 1)), Number(g[2]), context.starts),
    ),
    pattern(`${named}[\\s,]*fy\\s?'?(\\d{2})`, (g, { starts }) => {
      const [quarter, year] = [quarterNumber(text(g, 1)), fullYear(text(g, 2))];
      return reading.either(
        quarterSpan(year, starts.financial, quarter),
        quarterSpan(year - 1, starts.financial, quarter),
      );
    }),
    pattern(named, (g, context) =>
      reading.yearless({ kind: 'quarter', quarter: quarterNumber(text(g, 1)) }, context),
    ),
  ];
}

const quarters: readonly Pattern[] = [
  ...severalQuarters,
  ...quarterPatterns(quarterPiece),
  ...quarterPatterns(quarterWords),
  ...[pairPiece, shortPairPiece].map((years) =>
    pattern(`${years}[\\s,:_-]*${quarterPiece}`, (g, context) =>
      quarterOfPair(Number(g[3]), text(g, 1), text(g, 2), context.starts),
    ),
  ),
  pattern(`${yearPiece}[\\s,:_-]*${quarterPiece}`, (g, context) =>
    quarterOfYear(Number(g[2]), Number(g[1]), context.starts),
  ),
  ...[
    `h([12])[\\s,\\-/]*(?:of\\s+)?${pairPiece}`,
    `(first|second|1st|2nd)\\s+half\\s+(?:of\\s+)?${pairPiece}`,
  ].map((source) =>
    pattern(source, (g, context) => {
      const pair = readYearPair(text(g, 2), text(g, 3));
      return pair?.years === 1
        ? reading.sure(halfSpan(pair.startYear, context.starts.financial, quarterNumber(text(g, 1))))
        : null;
    }),
  ),
  pattern(`${pairPiece}[\\s,:_-]*h([12])`, (g, context) => {
    const pair = readYearPair(text(g, 1), text(g, 2));
    return pair?.years === 1
      ? reading.sure(halfSpan(pair.startYear, context.starts.financial, Number(g[3])))
      : null;
  }),
  pattern(`(first|second|1st|2nd|h1|h2)\\s+(?:half\\s+)?(?:of\\s+)?${yearPiece}`, (g) =>
    reading.sure(halfSpan(Number(g[2]), 1, quarterNumber(text(g, 1)))),
  ),
];

const academic = '(?:academic|school)\\s+years?|ay';
const financial = '(?:financial|fiscal|municipal)\\s+years?|fy';

const years: readonly Pattern[] = [
  ...[pairPiece, shortPairPiece].flatMap((piece) => [
    pattern(`(?:${academic})\\s*${piece}`, (g, context) => yearsOfPair(g, context.starts.academic)),
    pattern(`${piece}\\s+(?:${academic})`, (g, context) => yearsOfPair(g, context.starts.academic)),
    pattern(`(?:${financial})\\s*${piece}`, (g, context) => yearsOfPair(g, context.starts.financial)),
    pattern(`${piece}\\s+(?:${financial})`, (g, context) => yearsOfPair(g, context.starts.financial)),
  ]),
  pattern(`${ordinalYearPiece}${pairPiece}`, (g, context) => {
    const pair = readYearPair(text(g, 1), text(g, 2));
    const sure = yearsOfPair(g, context.starts.financial);
    if (!pair || !sure) return null;
    // "2009-10" and "2008-11" might be a month, written as computers write it
    const month = Number(g[2]);
    const maybeMonth = /^\d{4}-\d{2}$/.test(text(g, 0)) && month >= 1 && month <= 12;
    const known = context.period?.start?.startsWith(String(pair.startYear)) ?? false;
    return maybeMonth && !known ? reading.either(...sure.spans, monthSpan(pair.startYear, month)) : sure;
  }),
  pattern(`${ordinalYearPiece}${shortPairPiece}`, (g, context) => {
    const pair = readYearPair(text(g, 1), text(g, 2));
    if (pair?.years !== 1) return null;
    const span = yearsSpan(pair.startYear, context.starts.financial);
    // "09/10" might be September 2010, or 9 October
    return text(g, 0).startsWith('y') ? reading.sure(span) : reading.either(span);
  }),
  pattern(`(?:(?:${financial})\\s*${yearPiece}|fy\\s?'?(\\d{2}))`, (g, context) => {
    const year = g[1] === undefined ? fullYear(text(g, 2)) : Number(g[1]);
    return reading.either(
      yearsSpan(year, context.starts.financial),
      yearsSpan(year - 1, context.starts.financial),
    );
  }),
  ...[
    '(?:fye|year[\\s-]+(?:end(?:ing|ed)|(?:up\\s+)?to))',
    '12\\s+months\\s+(?:end(?:ing|ed)|(?:up\\s+)?to)',
  ].map((named) =>
    pattern(
      `${named}\\s+(?:(?:the\\s+)?end\\s+(?:of\\s+)?)?(?:(?:31|30|28|29|5)${ordinalPiece}?\\s+)?(?:${monthPiece}${joinPiece})?${yearPiece}`,
      (g, context) =>
        reading.sure(
          yearEndingSpan(
            Number(g[2]),
            g[1] === undefined ? ((context.starts.financial + 10) % 12) + 1 : monthOf(g[1]),
          ),
        ),
    ),
  ),
  pattern(`(?:${academic})\\s*${yearPiece}`, (g, context) =>
    reading.either(
      yearsSpan(Number(g[1]), context.starts.academic),
      yearsSpan(Number(g[1]) - 1, context.starts.academic),
    ),
  ),
  pattern(`calendar\\s+year\\s*${yearPiece}`, (g) => reading.sure(yearsSpan(Number(g[1]), 1))),
  pattern(yearPiece, (g) => reading.bareYear(yearsSpan(Number(g[1]), 1))),
];

function yearsOfPair(g: Groups, startMonth: number): Reading | null {
  const pair = readYearPair(text(g, 1), text(g, 2));
  return pair ? reading.sure(yearsSpan(pair.startYear, startMonth, pair.years)) : null;
}

/** Every way a date is written, tried at each word; the longest match wins, then the earliest here. */
export const momentPatterns: readonly Pattern[] = [
  ...partsOfMonths,
  ...days,
  ...months,
  ...seasons,
  ...quarters,
  ...years,
];
