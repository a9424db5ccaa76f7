import {
  fullYear,
  joinPiece,
  monthOf,
  monthPiece,
  ordinalPiece,
  pairPiece,
  readYearPair,
  seasonOf,
  shortPairPiece,
  weekdayPiece,
  yearPiece,
} from './date-words.ts';
import { dayFromSerial, makeDay } from './dates.ts';
import {
  type DateContext,
  dayReading,
  monthWithTwoDigits,
  type Reading,
  reading,
  seasonOfYearPair,
} from './moments.ts';
import {
  christmasSpan,
  daySpan,
  easterSpan,
  halfSpan,
  halfTermSpan,
  monthSpan,
  quarterSpan,
  seasonSpan,
  termSpan,
  yearsSpan,
} from './spans.ts';

type Groups = readonly (string | undefined)[];
type Pattern = {
  readonly shape: RegExp;
  readonly read: (groups: Groups, context: DateContext) => Reading | null;
};

/** No letter, digit or sign may follow: "2010m", "7.30", "41.50%". */
const end = '(?![a-z0-9%:]|[.,]\\d)';
const shape = (source: string): RegExp => new RegExp(source + end, 'y');
const pattern = (source: string, read: Pattern['read']): Pattern => ({ shape: shape(source), read });
const text = (groups: Groups, index: number): string => groups[index] ?? '';

function monthOfPair(month: number, first: string, second: string, context: DateContext): Reading | null {
  const pair = readYearPair(first, second);
  if (pair?.years !== 1) return null;
  const year = month >= context.starts.financial ? pair.startYear : pair.startYear + 1;
  return reading.sure(monthSpan(year, month));
}

/** Not the day of a date that follows: "30 June 30 September 2010". */
const notDay = `(?!${ordinalPiece}?\\s+${monthPiece.replace('(', '(?:')})`;

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
    (g) => {
      const [year, month] = [Number(g[4]), monthOf(text(g, 3))];
      const [start, last] = [makeDay(year, month, Number(g[1])), makeDay(year, month, Number(g[2]))];
      return start && last && start <= last
        ? reading.sure({ start, end: last, precision: 'day' })
        : reading.impossible();
    },
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

const seasonPiece = '(spring|summer|autumn|winter)(?:\\s+(term))?';
const termPiece = '(easter|christmas)\\s+(term)';
const halfTermMonths: Readonly<Record<string, 2 | 5 | 10>> = {
  oct: 10,
  aut: 10,
  feb: 2,
  spr: 2,
  may: 5,
  sum: 5,
  whi: 5,
};
const halfTermPiece = '(october|oct|autumn|february|feb|spring|may|summer|whitsun|whit)\\s+half[\\s-]?term';

function seasonPatterns(named: string): Pattern[] {
  return [
    pattern(`${named}${joinPiece}${pairPiece}`, (g) =>
      seasonOfYearPair(seasonOf(text(g, 1)), g[2] !== undefined, text(g, 3), text(g, 4)),
    ),
    pattern(`${named}\\s*${shortPairPiece}`, (g) =>
      seasonOfYearPair(seasonOf(text(g, 1)), g[2] !== undefined, text(g, 3), text(g, 4)),
    ),
    pattern(`${named}${joinPiece}'?(\\d{4}|\\d{2})`, (g) => {
      const [season, year] = [seasonOf(text(g, 1)), fullYear(text(g, 3))];
      if (year < 1980 || year > 2099) return null;
      return reading.sure(
        g[2] !== undefined && season !== 'winter' ? termSpan(year, season) : seasonSpan(year, season),
      );
    }),
    pattern(named, (g, context) =>
      reading.yearless({ kind: 'season', season: seasonOf(text(g, 1)), term: g[2] !== undefined }, context),
    ),
  ];
}

const seasons: readonly Pattern[] = [
  ...seasonPatterns(seasonPiece),
  ...seasonPatterns(termPiece),
  pattern(`${yearPiece}\\s+${seasonPiece}`, (g) => {
    const [year, season] = [Number(g[1]), seasonOf(text(g, 2))];
    return reading.sure(
      g[3] !== undefined && season !== 'winter' ? termSpan(year, season) : seasonSpan(year, season),
    );
  }),
  pattern(`${halfTermPiece}${joinPiece}'?${yearPiece}`, (g) =>
    reading.sure(halfTermSpan(Number(g[2]), halfTermMonths[text(g, 1).slice(0, 3)] ?? 10)),
  ),
  pattern(halfTermPiece, (g, context) =>
    reading.yearless({ kind: 'half-term', month: halfTermMonths[text(g, 1).slice(0, 3)] ?? 10 }, context),
  ),
  pattern('half[\\s-]term', () => ({ ...reading.either(), spans: [] })),
  pattern(`(christmas|xmas)${joinPiece}'?${yearPiece}`, (g) => reading.sure(christmasSpan(Number(g[2])))),
  pattern(`easter${joinPiece}'?${yearPiece}`, (g) => reading.sure(easterSpan(Number(g[1])))),
  pattern('(?:christmas|xmas)(?:\\s+break|\\s+holidays?)?', (_, context) =>
    reading.yearless({ kind: 'fixed', spanOf: christmasSpan }, context),
  ),
  pattern('easter(?:\\s+break|\\s+holidays?)?', (_, context) =>
    reading.yearless({ kind: 'fixed', spanOf: easterSpan }, context),
  ),
];

const quarterNumbers: Readonly<Record<string, number>> = { fi: 1, se: 2, th: 3, fo: 4, la: 4 };
function quarterNumber(word: string): number {
  const digit = /[1-4]/.exec(word);
  return digit ? Number(digit[0]) : (quarterNumbers[word === 'final' ? 'fo' : word.slice(0, 2)] ?? 0);
}
const quarterPiece = '(?:q|qu|qtr|quarter)\\.?\\s?([1-4])';
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

function quarterPatterns(named: string): Pattern[] {
  const join = '[\\s,\\-/(]*(?:of\\s+(?:the\\s+)?)?(?:fy\\s?)?';
  const read = (g: Groups, context: DateContext): Reading | null =>
    quarterOfPair(quarterNumber(text(g, 1)), text(g, 2), text(g, 3), context.starts);
  return [
    pattern(`${named}${join}${pairPiece}`, read),
    pattern(`${named}${join}${shortPairPiece}`, read),
    pattern(`${named}${join}${yearPiece}`, (g, context) =>
      quarterOfYear(quarterNumber(text(g, 1)), Number(g[2]), context.starts),
    ),
    pattern(named, (g, context) =>
      reading.yearless({ kind: 'quarter', quarter: quarterNumber(text(g, 1)) }, context),
    ),
  ];
}

const quarters: readonly Pattern[] = [
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
const ordinalYear = '(?:(?:year|yr|y)\\s?\\d{1,2}\\s*[-:,(]*\\s*)?';

const years: readonly Pattern[] = [
  ...[pairPiece, shortPairPiece].flatMap((piece) => [
    pattern(`(?:${academic})\\s*${piece}`, (g, context) => yearsOfPair(g, context.starts.academic)),
    pattern(`${piece}\\s+(?:${academic})`, (g, context) => yearsOfPair(g, context.starts.academic)),
    pattern(`(?:${financial})\\s*${piece}`, (g, context) => yearsOfPair(g, context.starts.financial)),
    pattern(`${piece}\\s+(?:${financial})`, (g, context) => yearsOfPair(g, context.starts.financial)),
  ]),
  pattern(`${ordinalYear}${pairPiece}`, (g, context) => {
    const pair = readYearPair(text(g, 1), text(g, 2));
    const sure = yearsOfPair(g, context.starts.financial);
    if (!pair || !sure) return null;
    // "2009-10" and "2008-11" might be a month, written as computers write it
    const month = Number(g[2]);
    const maybeMonth = /^\d{4}-\d{2}$/.test(text(g, 0)) && month >= 1 && month <= 12;
    const known = context.period?.start?.startsWith(String(pair.startYear)) ?? false;
    return maybeMonth && !known ? reading.either(...sure.spans, monthSpan(pair.startYear, month)) : sure;
  }),
  pattern(`${ordinalYear}${shortPairPiece}`, (g, context) => {
    const pair = readYearPair(text(g, 1), text(g, 2));
    if (pair?.years !== 1) return null;
    const span = yearsSpan(pair.startYear, context.starts.financial);
    // "09/10" might be September 2010, or 9 October
    return text(g, 0).startsWith('y') ? reading.sure(span) : reading.either(span);
  }),
  pattern(`(?:${financial})\\s*${yearPiece}`, (g, context) =>
    reading.either(
      yearsSpan(Number(g[1]), context.starts.financial),
      yearsSpan(Number(g[1]) - 1, context.starts.financial),
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

/** A whole cell that holds nothing but a spreadsheet's day count: a date that lost its format. */
export function serialReading(whole: string): Reading | null {
  if (!/^\s*\d{5}(?:\.\d+)?\s*$/.test(whole)) return null;
  const serial = Number(whole);
  const day = serial >= 29_221 && serial <= 62_093 ? dayFromSerial(serial) : null;
  return day === null ? null : reading.either(daySpan(day));
}

/** Every way a date is written, tried at each word; the longest match wins, then the earliest here. */
export const momentPatterns: readonly Pattern[] = [...days, ...months, ...seasons, ...quarters, ...years];
