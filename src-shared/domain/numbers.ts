import { plainText } from './date-words.ts';
import { findMoments } from './find-moments.ts';

/** A figure as typed, read: the words themselves stay with whoever asked. */
export type Figure = {
  readonly number: number | null;
  /** '%', 'points', 'money', 'ratio', or the words of the source ('days', 'centres'); null for a bare number. */
  readonly unit: string | null;
  /** A published-statistics symbol: see `figureSymbols`. */
  readonly symbol: FigureSymbol | null;
  readonly provisional: boolean;
};
/**
 * The symbols of published statistics, as the Government Statistical Service has them: z not applicable, x not available,
 * c confidential, low (before 2021 ~, and k in some tables) rounds to zero and is not zero, b break in the series.
 */
export const figureSymbols = ['z', 'x', 'c', 'k', 'b', 'low'] as const;
export type FigureSymbol = (typeof figureSymbols)[number];

const none: Figure = { number: null, unit: null, symbol: null, provisional: false };

/** Symbols as the Government Statistical Service recommends, and the older marks that they replaced. */
const symbols: ReadonlyArray<readonly [RegExp, FigureSymbol]> = [
  [/^\[?z\]?$|^n\s?\/\s?a\.?$|^n\.a\.?$|^na$|^not applicable$/, 'z'],
  [
    /^\[?x\]?$|^\.{2,3}$|^\u2026$|^:$|^n\s?\/\s?k$|^dnc$|^nya$|^not (?:yet )?(?:available|known|collected)$|^no data(?: collected)?$|^data (?:not (?:yet )?available|awaited)$|^awaiting data$/,
    'x',
  ],
  [/^\[?c\]?$|^\*+$|^confidential$|^suppressed$/, 'c'],
  [/^\[?k\]?$/, 'k'],
  [/^\[?low\]?$|^~$/, 'low'],
  [/^\[b\]$/, 'b'],
];

const qualifier =
  '(?:(?:at least|at most|not less than|no less than|no more than|up to|over|under|above|below|more than|less than|fewer than|about|around|approximately|approx\\.?|circa|c\\.|ca\\.?|minimum(?: of)?|min\\.?|maximum(?: of)?|max\\.?|nearly|almost|just over|just under|target:?|total:?|actual:?|baseline:?|average:?|avg\\.?|estimated:?|est\\.?|increase to|reduce to|maintain(?: at)?)\\s+)?';
const comparison =
  '(?:(?:[<>≤≥~±]=?|=[<>]?|[\u2191\u2193\u2192\u25b2\u25bc\u25b3\u25bd\u2b06\u2b07]\ufe0f?)\\s*)?';
const digits = '(?:\\d{1,3}(?:,\\d{3})+|\\d{1,3}(?:[ ]\\d{3})+(?!\\d)|\\d+)(?:\\.\\d+)?|\\.\\d+';
const figureShape = new RegExp(
  `^${qualifier}${comparison}([+-]?)\\s*(£|gbp\\s?|€|\\$)?\\s*(${digits})(?:\\s*(%|per\\s?cent\\b|percent\\b|pc\\b|percentage points?\\b|ppts?\\b|pp\\b|pts?\\b|points?\\b))?(?:\\s*(k\\b|m\\b|bn\\b|million\\b|thousand\\b|billion\\b))?(.*)$`,
);
const ratio = /^(\d+(?:\.\d+)?)\s*:\s*(\d+(?:\.\d+)?)\s*$/;
const oneIn = /^(\d+)\s+in\s+(?:every\s+)?(\d+)\b/;
const measure =
  /^\s*[- ]?(days?|weeks?|wks?|months?|mths?|years?|yrs?|hours?|hrs?|minutes?|mins?|seconds?|secs?|fte|wte|working days?|school days?)\b/;
const multipliers: Readonly<Record<string, number>> = { k: 1e3, t: 1e3, m: 1e6, b: 1e9 };

const wide = /[\uff10-\uff19\uff05\u066a]/g;
const fraction = /(\d*)\s?([\u00bc\u00bd\u00be])/;
const parts: Readonly<Record<string, number>> = { '\u00bc': 0.25, '\u00bd': 0.5, '\u00be': 0.75 };

/** Plain words, with figures and signs of other widths made usual, "2½" decimal and "(12)" negative. */
function tidied(text: string): string {
  let plain = plainText(text).replace(/\s+/g, ' ').trim();
  if (/[\uff05-\uff19\u066a]/.test(plain)) {
    plain = plain.replace(wide, (unit) =>
      unit >= '\uff10' && unit <= '\uff19' ? String(unit.charCodeAt(0) - 0xff10) : '%',
    );
  }
  if (/[\u00bc-\u00be]/.test(plain)) {
    plain = plain.replace(fraction, (_, whole: string, part: string) =>
      String(Number(whole) + (parts[part] ?? 0)),
    );
  }
  // a letter that marks a footnote: a figure set before the number could not be told from it
  if (/^[a-h]\d+(?:%|\.\d)/.test(plain) && /^\s*[a-h]/.test(text)) plain = plain.slice(1);
  const loss = /^\(\s*([£€$]?\s?[\d,]+(?:\.\d+)?\s?%?)\s*\)$/.exec(plain);
  if (loss) plain = `-${loss[1]}`;
  return plain.replace(/^([£€$])\s?-\s?(?=\d)/, '-$1');
}

/**
 * Reads a figure: "41.50%", "4120 (up 65)", "1,234", "£1.2m", "≤3%", "7 days", "47.4 (p)".
 * The number stands on the scale of its unit (41.5 for 41.50%). Words without a leading figure, dates, ranges
 * ("48 - 50") and "TBC" have no number; a symbol stands for one that is missing for a reason.
 */
export function readFigure(text: string): Figure {
  const plain = tidied(text)
    // "22,5" can only be a decimal comma: a comma between thousands has three figures after it.
    .replace(/^([+-]?\d+),(\d{1,2})(?![\d,])/, '$1.$2');
  if (plain === '') return none;
  for (const [shape, symbol] of symbols) if (shape.test(plain)) return { ...none, symbol };
  if (/^(?:nil|zero)\.?$/.test(plain)) return { ...none, number: 0 };
  // "07:30" is a time
  const two = /^0\d:/.test(plain) ? null : ratio.exec(plain);
  if (two)
    return Number(two[2]) === 0 ? none : { ...none, number: Number(two[1]) / Number(two[2]), unit: 'ratio' };
  const one = oneIn.exec(plain);
  if (one && Number(one[2]) > 0) return { ...none, number: Number(one[1]) / Number(one[2]), unit: 'ratio' };
  const share = shareOf.exec(plain);
  if (share && isShare(Number(share[1]), Number(share[2]), Number(share[3]))) {
    return { ...none, number: Number(share[3]), unit: '%' };
  }
  const match = figureShape.exec(plain);
  if (!match || isDate(plain)) return none;
  const rest = match[6] ?? '';
  if (isNotOneFigure(rest, match[4] !== undefined || (match[3] ?? '').includes('.'))) return none;
  // "15m" without a currency may as well be metres
  if (match[5] === 'm' && !match[2]) return none;
  const number = scaled(match);
  if (!Number.isFinite(number)) return none;
  return {
    number,
    unit: unitOf(match, rest),
    symbol: /^\s*(?:\[b\]|\(b\)|b(?:$|\s*\())|\b(?:series break|break in)\b/.test(rest) ? 'b' : null,
    provisional: /^\s*(?:p|\(p\)|\[p\])$|\bprov(?:isional)?\b/.test(rest),
  };
}

/** "12 of 15 (80%)": the percentage is the figure where it is that share. */
const shareOf = /^(\d+)\s*(?:of|out of|\/)\s*(\d+)\s*[(:=,-]?\s*(\d+(?:\.\d+)?)\s?%\s*\)?$/;

function isShare(part: number, all: number, percent: number): boolean {
  return all > 0 && Math.abs((100 * part) / all - percent) <= 1;
}

function scaled(match: RegExpExecArray): number {
  const plainNumber = Number((match[3] ?? '').replace(/[, ]/g, ''));
  const signed = match[1] === '-' ? -plainNumber : plainNumber;
  const factor = match[5] ? (multipliers[match[5][0] ?? ''] ?? 1) : 1;
  return factor === 1 ? signed : Number((signed * factor).toPrecision(12));
}

function unitOf(match: RegExpExecArray, rest: string): string | null {
  if (match[2]) return 'money';
  const sign = match[4];
  if (sign) return /^(?:%|per\s?cent$|pc$)/.test(sign) ? '%' : 'points';
  if (/^\s*(?:gbp|pounds?)\b/.test(rest)) return 'money';
  const per = /^\s*per\s+(1,?000(?:,000)?|10,?000|100,?000)\b/.exec(rest);
  if (per) return `per ${british(0).format(Number((per[1] ?? '').replace(/,/g, '')))}`;
  const named = measure.exec(rest);
  if (!named) return null;
  const word = (named[1] ?? '').replace(/s$/, '');
  const full =
    { hr: 'hour', min: 'minute', wk: 'week', mth: 'month', yr: 'year', sec: 'second' }[word] ?? word;
  return full === 'fte' || full === 'wte' ? full.toUpperCase() : `${full}s`;
}

/** "24/11/14" and "2009/10" are dates; a bare "2010" may be a count. */
function isDate(plain: string): boolean {
  if (/^\d+(?:\.\d+)?%?$/.test(plain)) return false;
  const first = findMoments(plain, { starts: { financial: 4, academic: 9 }, period: null })[0];
  return first !== undefined && first.from === 0 && !first.bareYear;
}

/** A range, a second figure hard by, or a unit that makes it a name ("2nd", "3a", "24/7"). */
function isNotOneFigure(rest: string, marked: boolean): boolean {
  return (
    /^\s*(?:-|to|\/|and|&|,|;|x|\u00d7)\s*[£$€]?\d/.test(rest) ||
    // "5% increase" is a change, not a level; "5-yearly" is how often
    /^\s*(?:increase|reduction|decrease|improvement|rise|fall|growth)\b|^-[a-z]+ly\b/.test(rest) ||
    /^(?:st|nd|rd|th)\b/.test(rest) ||
    /^(?:[.:]|\s+)\d/.test(rest) ||
    (/^[a-oq-z]\w*/.test(rest) &&
      !/^(?:r|b|p|e)\b/.test(rest) &&
      !(marked && /^[a-h]$/.test(rest)) &&
      !measure.test(rest))
  );
}

const formats = new Map<number | undefined, Intl.NumberFormat>();

/** Made once for each number of decimals: making a format costs a hundred times more than using it. */
function british(decimals: number | undefined): Intl.NumberFormat {
  let format = formats.get(decimals);
  if (!format) {
    format = new Intl.NumberFormat('en-GB', {
      minimumFractionDigits: decimals ?? 0,
      maximumFractionDigits: decimals ?? 6,
    });
    formats.set(decimals, format);
  }
  return format;
}

/**
 * A number in the product's words: "58.4%", "1,140", "£1,200", "7 days", "4.6 points". `decimals` fixes the
 * places after the point; without it as many as the number has.
 */
export function formatFigure(number: number, unit: string | null, decimals?: number): string {
  const isMoney = unit === 'money' || unit === '£';
  // Pence are two figures or none.
  const pence = isMoney && !Number.isInteger(number) ? Math.max(2, decimalsOf([number])) : undefined;
  const figure = british(decimals ?? pence).format(Math.abs(number));
  const sign = number < 0 && /[1-9]/.test(figure) ? '-' : '';
  if (unit === '%') return `${sign}${figure}%`;
  if (isMoney) return `${sign}£${figure}`;
  if (unit === null || unit === 'number' || unit === 'ratio') return `${sign}${figure}`;
  const singular = Math.abs(number) === 1 && /[^s]s$/.test(unit) ? unit.slice(0, -1) : unit;
  return `${sign}${figure} ${singular}`;
}

const symbolWords: Readonly<Record<FigureSymbol, string>> = {
  z: 'not applicable',
  x: 'not available',
  c: 'confidential',
  k: 'rounds to zero',
  b: 'break in the series',
  low: 'rounds to zero, but is not zero',
};

/** What a published-statistics symbol stands for, in words; null for an unknown one. */
export function symbolMeaning(symbol: string): string | null {
  return symbolWords[symbol as FigureSymbol] ?? null;
}

/** The most decimal places (at most 6) among numbers, so that a column of figures lines up. */
export function decimalsOf(numbers: readonly number[]): number {
  let most = 0;
  for (const number of numbers) {
    const fraction = Number(number.toPrecision(12)).toString().split('.')[1] ?? '';
    most = Math.max(most, Math.min(6, fraction.length));
  }
  return most;
}
