import { type Groups, type Pattern, pattern, text } from './date-patterns.ts';
import {
  fullYear,
  joinPiece,
  pairPiece,
  readYearPair,
  seasonOf,
  shortPairPiece,
  yearPiece,
} from './date-words.ts';
import { type DateContext, type Reading, reading, seasonOfYearPair } from './moments.ts';
import {
  christmasSpan,
  daySpan,
  easterSpan,
  halfOfTermSpan,
  halfTermSpan,
  type Season,
  type Span,
  seasonSpan,
  summerHolidaySpan,
  termSpan,
  whitSpan,
} from './spans.ts';

/** Seasons, school terms and their halves, half-term weeks, holidays and feasts. */

const seasonPiece = '(spring|summer|autumn|winter)(?:\\s+(terms?))?';
const shortSeasonPiece = '(spr|sum|aut|win)\\.?(?:\\s+(terms?))?';
const termPiece = '(easter|christmas|michaelmas|lent|hilary|trinity)\\s+(terms?)';
const michaelmas = '(michaelmas)()';

const spanIn = (year: number, season: Season, term: boolean): Span =>
  term && season !== 'winter' ? termSpan(year, season) : seasonSpan(year, season);

function withYear(named: string, isTerm: (groups: Groups) => boolean): Pattern[] {
  return [
    pattern(`${named}${joinPiece}${pairPiece}`, (g) =>
      seasonOfYearPair(seasonOf(text(g, 1)), isTerm(g), text(g, 3), text(g, 4)),
    ),
    pattern(`${named}\\s*${shortPairPiece}`, (g) =>
      seasonOfYearPair(seasonOf(text(g, 1)), isTerm(g), text(g, 3), text(g, 4)),
    ),
    pattern(`${named}${joinPiece}'?(\\d{4}|\\d{2})`, (g) => {
      const year = fullYear(text(g, 3));
      if (year < 1980 || year > 2099) return null;
      return reading.sure(spanIn(year, seasonOf(text(g, 1)), isTerm(g)));
    }),
  ];
}

function withoutYear(named: string, isTerm: (groups: Groups) => boolean): Pattern {
  return pattern(named, (g, context) =>
    reading.yearless({ kind: 'season', season: seasonOf(text(g, 1)), term: isTerm(g) }, context),
  );
}

const saysTerm = (groups: Groups): boolean => text(groups, 2) !== '';
const always = (): boolean => true;

const halfPiece = '(spring|spr|summer|sum|autumn|aut)\\.?\\s*(?:terms?\\s*)?([12])';
type TermSeason = 'spring' | 'summer' | 'autumn';
const halfIn = (g: Groups, year: number): Span =>
  halfOfTermSpan(year, seasonOf(text(g, 1)) as TermSeason, Number(g[2]));

/** The calendar year in which a term of an academic year lies. */
function halfOfPair(g: Groups): Reading | null {
  const pair = readYearPair(text(g, 3), text(g, 4));
  if (pair?.years !== 1) return null;
  const autumn = seasonOf(text(g, 1)) === 'autumn';
  return reading.sure(halfIn(g, autumn ? pair.startYear : pair.startYear + 1));
}

/** "Autumn 1", "Spring term 2 2012/13": half a term. */
const halves: readonly Pattern[] = [
  pattern(`${halfPiece}${joinPiece}${pairPiece}`, halfOfPair),
  pattern(`${halfPiece}\\s+${shortPairPiece}`, halfOfPair),
  pattern(`${halfPiece}${joinPiece}${yearPiece}`, (g) => reading.sure(halfIn(g, Number(g[3])))),
  pattern(halfPiece, (g, context) =>
    reading.yearless({ kind: 'fixed', spanOf: (year) => halfIn(g, year) }, context),
  ),
];

const sixTerms: ReadonlyArray<readonly [TermSeason, number]> = [
  ['autumn', 1],
  ['autumn', 2],
  ['spring', 1],
  ['spring', 2],
  ['summer', 1],
  ['summer', 2],
];
const threeTerms: readonly TermSeason[] = ['autumn', 'spring', 'summer'];

/** Where terms are numbered there are mostly six, but "term 3" of three is the summer. */
function numberedTerm(number: number, yearOf: (season: TermSeason) => number): Reading | null {
  const [season, half] = sixTerms[number - 1] ?? [];
  if (season === undefined || half === undefined) return null;
  const ofSix = halfOfTermSpan(yearOf(season), season, half);
  const ofThree = threeTerms[number - 1];
  return ofThree === undefined
    ? reading.sure(ofSix)
    : reading.either(ofSix, termSpan(yearOf(ofThree), ofThree));
}
const inPair = (first: string, second: string, number: number): Reading | null => {
  const pair = readYearPair(first, second);
  if (pair?.years !== 1) return null;
  return numberedTerm(number, (season) => (season === 'autumn' ? pair.startYear : pair.startYear + 1));
};
const numberPiece = '(?:term|t)\\s?([1-6])';

function yearlessTerm(number: number, context: DateContext): Reading | null {
  const spanOf = (year: number): Span => numberedTerm(number, () => year)?.spans[0] as Span;
  const found = reading.yearless({ kind: 'fixed', spanOf }, context);
  return number <= 3 ? { ...found, ambiguous: true } : found;
}

const numbered: readonly Pattern[] = [
  pattern(`${numberPiece}${joinPiece}${pairPiece}`, (g) => inPair(text(g, 2), text(g, 3), Number(g[1]))),
  pattern(`${numberPiece}\\s+${shortPairPiece}`, (g) => inPair(text(g, 2), text(g, 3), Number(g[1]))),
  pattern(`${pairPiece}[\\s,:_-]*${numberPiece}`, (g) => inPair(text(g, 1), text(g, 2), Number(g[3]))),
  pattern(`${numberPiece}${joinPiece}${yearPiece}`, (g) => numberedTerm(Number(g[1]), () => Number(g[2]))),
  pattern('term\\s?([1-6])', (g, context) => yearlessTerm(Number(g[1]), context)),
];

const halfTermMonths: Readonly<Record<string, 2 | 5 | 10>> = {
  oct: 10,
  aut: 10,
  feb: 2,
  spr: 2,
  may: 5,
  sum: 5,
  whi: 5,
};
const halfTermName = '(october|oct|autumn|february|feb|spring|may|summer|whitsun|whit)';
const halfTermPiece = `${halfTermName}\\s+half[\\s-]?term`;
const halfTermIn = (word: string, year: number): Span =>
  halfTermSpan(year, halfTermMonths[word.slice(0, 3)] ?? 10);

const halfTerms: readonly Pattern[] = [
  pattern(`${halfTermPiece}${joinPiece}'?${yearPiece}`, (g) =>
    reading.sure(halfTermIn(text(g, 1), Number(g[2]))),
  ),
  pattern(`half[\\s-]?term[\\s,(]*(?:in\\s+)?${halfTermName}${joinPiece}'?${yearPiece}`, (g) =>
    reading.sure(halfTermIn(text(g, 1), Number(g[2]))),
  ),
  pattern(halfTermPiece, (g, context) =>
    reading.yearless({ kind: 'half-term', month: halfTermMonths[text(g, 1).slice(0, 3)] ?? 10 }, context),
  ),
  pattern('half[\\s-]term', () => ({ ...reading.either(), spans: [] })),
];

const holiday = '(?:\\s+(?:break|holidays?|vacation))?';
const feasts: ReadonlyArray<readonly [string, (year: number) => Span]> = [
  [`(?:christmas|xmas)${holiday}`, christmasSpan],
  [`easter${holiday}`, easterSpan],
  [`whit(?:sun(?:tide)?)?${holiday}`, whitSpan],
  ["new\\s+year(?:'s\\s+day|'s)?", (year) => daySpan(`${year}-01-01`)],
  ['summer\\s+(?:break|holidays?|vacation)', summerHolidaySpan],
];

const feastPatterns: readonly Pattern[] = feasts.flatMap(([named, spanOf]) => [
  pattern(`${named}${joinPiece}'?${yearPiece}`, (g) => reading.sure(spanOf(Number(g[1])))),
  pattern(named, (_, context) => reading.yearless({ kind: 'fixed', spanOf }, context)),
]);

export const seasons: readonly Pattern[] = [
  ...withYear(seasonPiece, saysTerm),
  withoutYear(seasonPiece, saysTerm),
  pattern(`${yearPiece}\\s+${seasonPiece}`, (g) =>
    reading.sure(spanIn(Number(g[1]), seasonOf(text(g, 2)), g[3] !== undefined)),
  ),
  ...withYear(shortSeasonPiece, saysTerm),
  ...withYear(termPiece, always),
  withoutYear(termPiece, always),
  ...withYear(michaelmas, always),
  withoutYear(michaelmas, always),
  ...halves,
  ...numbered,
  ...halfTerms,
  ...feastPatterns,
];
