import type { Pattern } from './date-patterns.ts';
import { plainText } from './date-words.ts';
import { addDays } from './dates.ts';
import { joinRanges, lendYears } from './join-moments.ts';
import { momentPatterns } from './moment-patterns.ts';
import type { DateContext, Reading } from './moments.ts';
import { indexOf, patternsAt } from './pattern-index.ts';
import { countedFromStart, planWords } from './plan-years.ts';
import { partOfSpan, type Span } from './spans.ts';
import { wholeCellReading } from './whole-cells.ts';

/** A date found in a text: where it stands (with its "end of" or "early") and what it was read as. */
export type Moment = Reading & {
  readonly from: number;
  readonly to: number;
  /** Two dates that are the ends of one stretch ("Sept 09 - March 2010"). */
  readonly range: boolean;
  /** A part of what was named ("end of 2010", "early March"): a deadline, not a stretch. */
  readonly part: boolean;
};

const patternIndex = indexOf(momentPatterns);

const inWord = /[a-z0-9.]/;
/** Nouns that number what follows: "phase 3 march" is no third of March. */
const numbering =
  /(?:phase|year|yr|level|stage|part|tier|band|group|option|priority|objective|update|version|step|no\.?)\s$/;
const partBefore =
  /(?:\b(?:the\s+)?(?:very\s+)?(end|early|mid|late|middle|beginning\s+of|start\s+of|beginning|close)(?:\s+part)?[\s-]*(?:of\s+|in\s+)?(?:the\s+)?(?:month\s+of\s+)?)$/;
/** Words before "2009-10" that leave no doubt that it is a year. */
const wholeYear =
  /\b(?:throughout|during|over|across|years?|plan|budget|programme|target|baseline|actual)\s*$/;
const weekBefore =
  /\b(?:w\/?c|w\.c\.|w\/?b|(?:week|wk)s?\s+(?:comm(?:encing)?|beg(?:inning)?|starting|of|c))[\s:.]*$/;

/** All dates in a text, left to right, ranges joined. Positions are those of the original. */
export function findMoments(text: string, context: DateContext): Moment[] {
  const plain = plainText(text);
  const whole = wholeCellReading(plain, context);
  if (whole) return [{ ...whole, from: 0, to: text.length, range: false, part: false }];
  const found: Moment[] = [];
  let at = 0;
  while (at < plain.length) {
    const patterns = patternsAt(patternIndex, plain, at);
    const moment = patterns && !insideWord(plain, at) ? momentAt(plain, at, patterns, context) : null;
    if (moment) {
      found.push(withPart(plain, moment, found.at(-1)?.to ?? 0));
      at = moment.to;
    } else at += 1;
  }
  const counted = found.every((moment) => moment.yearless?.kind === 'quarter')
    ? countedFromStart(plain, context)
    : null;
  if (counted) return [counted];
  found.push(...planWords(plain, context, found));
  found.sort((a, b) => a.from - b.from);
  return joinRanges(plain, lendYears(plain, withoutNamedQuarters(plain, found), context));
}

function insideWord(plain: string, at: number): boolean {
  const before = plain[at - 1] ?? ' ';
  if (before === '£' || before === '$' || before === '#') return true;
  if (before === '.') return /[a-z0-9]/.test(plain[at - 2] ?? ' ') && /\d/.test(plain[at] ?? '');
  return inWord.test(before) || (before === "'" && /[a-z]/.test(plain[at - 2] ?? ' '));
}

function momentAt(
  plain: string,
  at: number,
  patterns: readonly Pattern[],
  context: DateContext,
): Moment | null {
  let best: Moment | null = null;
  for (const { shape, read } of patterns) {
    shape.lastIndex = at;
    const match = shape.exec(plain);
    if (!match || match[0].length <= (best ? best.to - best.from : 0)) continue;
    const result = read(match, context);
    if (!result) continue;
    if (/^\d+\D*[a-z]/.test(match[0]) && numbering.test(plain.slice(Math.max(0, at - 12), at))) continue;
    if (result.bareYear && !standsAsYear(plain, at, at + match[0].length)) continue;
    if (isOtherWord(plain, at, match[0])) continue;
    const sure =
      result.spans[0]?.precision === 'year' && wholeYear.test(plain.slice(Math.max(0, at - 16), at));
    best = {
      ...result,
      ambiguous: result.ambiguous && !sure,
      from: at,
      to: at + match[0].trimEnd().length,
      range: false,
      part: false,
    };
  }
  return best;
}

const dateBefore =
  /\b(?:by|in|on|from|since|until|till|to|before|after|during|end|of|early|mid|late|and|each|every|date|due|effect|w\/?c|-|\/)[\s:]*$/;
const dateAfter = /^\s*(?:$|[\n.,;:)/&-]|(?:to|until|and|or|onwards?|ongoing)\b)/;

const oftenBefore = /\b(?:every|each|per|alternate|an?|once|twice|one|two)\s+$/;

/** "may" is more often a verb, and "2.3.10" a reference, than a date: only beside words of dates. */
function isOtherWord(plain: string, at: number, match: string): boolean {
  const after = plain.slice(at + match.length, at + match.length + 16);
  const before = plain.slice(Math.max(0, at - 14), at);
  if (match === 'may') return !dateBefore.test(before) && !(before.trim() === '' && dateAfter.test(after));
  if (/^half[\s-]/.test(match)) return oftenBefore.test(before);
  if (/^\d\.\d\.\d\d$/.test(match)) return !dateBefore.test(before) && !(plain.trim() === match);
  return false;
}

const yearBefore =
  /(?:^|[\n(,;:/-]|\b(?:by|from|in|since|during|to|until|till|of|end|early|mid|late|and|year|through|throughout|before|after|summer|easter|christmas|date|target|due|new|now|revised|was|started|completed|complete|achieved))[\s(-]*$/;
const yearAfter =
  /^(?:\s*(?:$|[\n),.;:/+-])|\s+(?:onwards?|on|and|to|or|ongoing|on-going|until|then|year|deadline|target|review|\())/;

const yearSurely =
  /\b(?:by|since|until|till|from|during|end\s+of|before|throughout)\s+(?:the\s+)?(?:end\s+of\s+)?$/;
const textEnds = /^\s*(?:$|[\n),;])/;

/** "2000 leaflets" is no year; "by 2009", "2009 onwards", "Designated 2010" and "2009" alone are. */
function standsAsYear(plain: string, from: number, to: number): boolean {
  const before = plain.slice(Math.max(0, from - 24), from);
  const after = plain.slice(to, to + 20);
  if (yearSurely.test(before) || textEnds.test(after)) return true;
  return yearBefore.test(before) && yearAfter.test(after);
}

const quarterSpelled = /^\s*[(:,-]\s*$/;

/** "Q4 (Jan - Mar 2013)": the months say which quarter it is; the name is not a second date. */
function withoutNamedQuarters(plain: string, moments: readonly Moment[]): Moment[] {
  return moments.filter((moment, index) => {
    const next = moments[index + 1];
    if (moment.yearless?.kind !== 'quarter' || !next || next.yearless?.kind === 'quarter') return true;
    return !quarterSpelled.test(plain.slice(moment.to, next.from));
  });
}

/** Takes "end of", "early", "mid", "start of" or "w/c" before a date into it. */
function withPart(plain: string, moment: Moment, floor: number): Moment {
  const before = plain.slice(Math.max(floor, moment.from - 40), moment.from);
  const week = weekBefore.exec(before);
  if (week && (moment.spans[0]?.precision ?? moment.yearless?.kind) === 'day') {
    const spans = moment.spans.map((span): Span => ({ ...span, end: addDays(span.start, 6) }));
    return { ...moment, from: moment.from - week[0].length, spans };
  }
  const match = partBefore.exec(before);
  if (!match) return moment;
  const word = (match[1] ?? '').replace(/\s+/g, ' ');
  // without "of" these are verbs: "starting March 2009", "beginning September"
  if (word === 'beginning') return moment;
  const part = word.startsWith('start') || word.startsWith('beginning') ? 'start' : partName(word);
  // "by end Dec 09" can only be a month
  const spans = moment.shortYear ? moment.spans.filter((span) => span.precision !== 'day') : moment.spans;
  return {
    ...moment,
    from: moment.from - match[0].trimStart().length,
    spans: spans.map((span) => partOfSpan(span, part)),
    ambiguous: moment.shortYear ? false : moment.ambiguous,
    shortYear: false,
    bareYear: false,
    part: true,
  };
}

function partName(word: string): 'early' | 'mid' | 'late' | 'end' {
  if (word === 'early' || word === 'late') return word;
  return word.startsWith('mid') ? 'mid' : 'end';
}
