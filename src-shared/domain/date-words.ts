import type { Season } from './spans.ts';

/**
 * The words of dates, as pieces of regular expressions over plain text (see `plainText`), and what they mean.
 * "febuary" and "sept" are how people write them.
 */
const monthStems: Readonly<Record<string, number>> = {
  jan: 1,
  feb: 2,
  mar: 3,
  apr: 4,
  may: 5,
  jun: 6,
  jul: 7,
  aug: 8,
  sep: 9,
  oct: 10,
  nov: 11,
  dec: 12,
};

export const monthPiece =
  '(january|jan|february|febuary|feb|march|mar|april|apr|may|june|jun|july|jul|august|aug|september|sept|sep|october|oct|november|nov|december|dec)\\.?';

/** What may stand between a month and its year: "Mar 2010", "Mar-10", "March, 2010", "Sept. '09". */
export const joinPiece = '[\\s,.\\-/(]*(?:of\\s+)?';
export const yearPiece = '(19[89]\\d|20\\d\\d)';
/** "2009-10", "2009/2010", "2008/9"; two groups. */
export const pairPiece = '(19[89]\\d|20\\d\\d)\\s?[-/]\\s?(19[89]\\d|20\\d\\d|\\d{2}|\\d)';
/** "09/10", "'09-'10"; two groups. */
export const shortPairPiece = "'?(\\d{2})\\s?[-/]\\s?'?(\\d{2})";
export const weekdayPiece = '(?:(?:mon|tues?|wed(?:nes)?|thu(?:rs?)?|fri|sat(?:ur)?|sun)(?:day)?,?\\s+)?';
/** "Yr 2" before the year itself. */
export const ordinalYearPiece = '(?:(?:year|yr|y)\\s?\\d{1,2}\\s*[-:,(]*\\s*)?';
export const ordinalPiece = '(?:st|nd|rd|th)';

/** Month 1 to 12 of a month's name or short form. */
export function monthOf(word: string): number {
  return monthStems[word.slice(0, 3)] ?? 0;
}

/** Two digits as a year: 70 to 99 belong to the last century. */
export function fullYear(digits: string): number {
  const number = Number(digits);
  if (digits.length >= 4) return number;
  return number < 70 ? 2000 + number : 1900 + number;
}

/** First year and count of years of "2009-10", "2008-11", "2008/9", "2009/2010"; null where it is none. */
export function readYearPair(first: string, second: string): { startYear: number; years: number } | null {
  const startYear = fullYear(first);
  let endYear: number;
  if (second.length === 4) endYear = Number(second);
  else if (second.length === 2) {
    endYear = Math.floor(startYear / 100) * 100 + Number(second);
    if (endYear < startYear) endYear += 100;
  } else {
    endYear = Math.floor(startYear / 10) * 10 + Number(second);
    if (endYear <= startYear) endYear += 10;
  }
  const years = endYear - startYear;
  return years >= 1 && years <= 15 ? { startYear, years } : null;
}

/** The season a word or a term's name stands for: the Easter, Lent or Hilary term is the spring term. */
export function seasonOf(word: string): Season {
  if (/^(?:spr|eas|len|hil)/.test(word)) return 'spring';
  if (/^(?:sum|tri)/.test(word)) return 'summer';
  if (word.startsWith('win')) return 'winter';
  return 'autumn';
}

const notPlain = /[^ !-?A-_a-~]/g;
const dash = /[\u2010-\u2015\u2212\u00ad\ufe58\ufe63\uff0d]/;
const quote = /[\u2018\u2019\u02bc\u00b4`]/;

function plainUnit(unit: string): string {
  if (unit === '\n' || unit === '\r' || unit === '\u000b') return '\n';
  if (dash.test(unit)) return '-';
  if (quote.test(unit)) return "'";
  if (unit === '@' || /\s/.test(unit)) return ' ';
  const lower = unit.toLowerCase();
  return lower.length === 1 ? lower : unit;
}

/**
 * Text of the same length, plain enough to read by pattern: lower case, one kind of dash, quote and blank.
 * Positions found in it are positions of the original.
 */
export function plainText(text: string): string {
  // most texts hold nothing but letters, figures and signs of a typewriter
  return text.replace(notPlain, plainUnit).replace(/[A-Z]+/g, (letters) => letters.toLowerCase());
}
