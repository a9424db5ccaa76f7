import { plainText } from './date-words.ts';
import { addDays, partsOfDay } from './dates.ts';
import { momentPatterns, serialReading } from './moment-patterns.ts';
import { type DateContext, inYear, type Reading, reading } from './moments.ts';
import { partOfSpan, type Span, yearsSpan } from './spans.ts';

/** A date found in a text: where it stands (with its "end of" or "early") and what it was read as. */
export type Moment = Reading & {
  readonly from: number;
  readonly to: number;
  /** Two dates that are the ends of one stretch ("Sept 09 - March 2010"). */
  readonly range: boolean;
  /** A part of what was named ("end of 2010", "early March"): a deadline, not a stretch. */
  readonly part: boolean;
};

const wordStart = /[a-z0-9']/;
const inWord = /[a-z0-9.]/;
/** Nouns that number what follows: "phase 3 march" is no third of March. */
const numbering = /(?:phase|year|yr|level|stage|part|tier|band|group|option|priority|objective|no\.?)\s$/;
const partBefore =
  /(?:\b(?:the\s+)?(?:very\s+)?(end|early|mid|late|middle|beginning\s+of|start\s+of|beginning|close)(?:\s+part)?[\s-]*(?:of\s+|in\s+)?(?:the\s+)?(?:month\s+of\s+)?)$/;
/** Words before "2009-10" that leave no doubt that it is a year. */
const wholeYear =
  /\b(?:throughout|during|over|across|years?|plan|budget|programme|target|baseline|actual)\s*$/;
const weekBefore = /(?:w\/?c|w\.c\.|w\/?b|week\s+(?:commencing|beginning|starting))[\s:.]*$/;

/** All dates in a text, left to right, ranges joined. Positions are those of the original. */
export function findMoments(text: string, context: DateContext): Moment[] {
  const plain = plainText(text);
  const serial = serialReading(plain);
  if (serial) return [{ ...serial, from: 0, to: text.length, range: false, part: false }];
  const found: Moment[] = [];
  let at = 0;
  while (at < plain.length) {
    const moment =
      wordStart.test(plain[at] ?? '') && !insideWord(plain, at) ? momentAt(plain, at, context) : null;
    if (moment) {
      found.push(withPart(plain, moment, found.at(-1)?.to ?? 0));
      at = moment.to;
    } else at += 1;
  }
  found.push(...planWords(plain, context, found));
  found.sort((a, b) => a.from - b.from);
  return joinRanges(plain, lendYears(plain, found, context));
}

function insideWord(plain: string, at: number): boolean {
  const before = plain[at - 1] ?? ' ';
  if (before === '£' || before === '$' || before === '#') return true;
  if (before === '.') return /[a-z0-9]/.test(plain[at - 2] ?? ' ') && /\d/.test(plain[at] ?? '');
  return inWord.test(before) || (before === "'" && /[a-z]/.test(plain[at - 2] ?? ' '));
}

function momentAt(plain: string, at: number, context: DateContext): Moment | null {
  let best: Moment | null = null;
  for (const { shape, read } of momentPatterns) {
    shape.lastIndex = at;
    const match = shape.exec(plain);
    if (!match || match[0].length <= (best ? best.to - best.from : 0)) continue;
    const result = read(match, context);
    if (!result) continue;
    if (result.yearless?.kind === 'day' && numbering.test(plain.slice(Math.max(0, at - 12), at))) continue;
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

/** "may" is more often a verb, and "2.3.10" a reference, than a date: only beside words of dates. */
function isOtherWord(plain: string, at: number, match: string): boolean {
  const after = plain.slice(at + match.length, at + match.length + 16);
  const before = plain.slice(Math.max(0, at - 14), at);
  if (match === 'may') return !dateBefore.test(before) && !(before.trim() === '' && dateAfter.test(after));
  if (/^\d\.\d\.\d\d$/.test(match)) return !dateBefore.test(before) && !(at === 0 && after.trim() === '');
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

/** Takes "end of", "early", "mid", "start of" or "w/c" before a date into it. */
function withPart(plain: string, moment: Moment, floor: number): Moment {
  const before = plain.slice(Math.max(floor, moment.from - 40), moment.from);
  const week = weekBefore.exec(before);
  const only = moment.spans[0];
  if (week && only?.precision === 'day') {
    const span: Span = { ...only, end: addDays(only.start, 6) };
    return { ...moment, from: moment.from - week[0].length, spans: [span] };
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

const planWord =
  /\b(?:the\s+)?(?:end\s+of\s+(?:the\s+)?)?((?:financial|fiscal|academic|school|calendar|this|current|plan)\s+)?(?:year[\s-]?end|end\s+of\s+(?:the\s+)?(?:\w+\s+)?year|(?<=end\s+of\s+(?:the\s+)?\w*\s*)year(?!\s*\d))\b/g;
const ordinalYear = /^\s*(?:by\s+|in\s+|during\s+)?(?:the\s+)?(?:end\s+of\s+)?(?:year|yr|y)\s?(\d)\s*$/;

/** "Year end", "end of the financial year", "Year 2": dated from the plan's period, or known to be undated. */
function planWords(plain: string, context: DateContext, taken: readonly Moment[]): Moment[] {
  const found: Moment[] = [];
  const free = (from: number, to: number): boolean => taken.every((m) => m.to <= from || m.from >= to);
  const start = context.period?.start ?? null;
  const end = context.period?.end ?? null;
  const which = ordinalYear.exec(plain);
  if (which && start && end) {
    const first = partsOfDay(start);
    const number = Number(which[1]);
    if (first && number > 0) {
      const span = yearsSpan(first.year + number - 1, first.month);
      if (span.start <= end)
        found.push({
          ...reading.sure(span),
          from: 0,
          to: plain.length,
          range: false,
          part: /end/.test(plain),
        });
    }
    return found;
  }
  for (const match of plain.matchAll(planWord)) {
    const from = match.index;
    const to = from + match[0].length;
    if (!free(from, to)) continue;
    found.push({ ...yearEnd(match[0], context), from, to, range: false, part: true });
  }
  return found;
}

function yearEnd(words: string, context: DateContext): Reading {
  const start = context.period?.start ?? null;
  const first = start === null ? null : partsOfDay(start);
  if (!first) return { ...reading.either(), spans: [] };
  const month = /academic|school/.test(words)
    ? context.starts.academic
    : /calendar/.test(words)
      ? 1
      : context.starts.financial;
  return reading.sure(yearsSpan(first.month >= month ? first.year : first.year - 1, month));
}

const listWords = /^\s*(?:and|&|,|\/|or|-|to|until|till|through\s+to|through)\s*(?:the\s+)?$/;

/** "March and September 2010", "April - June 2010": the year of the neighbour is theirs too. */
function lendYears(plain: string, moments: readonly Moment[], context: DateContext): Moment[] {
  const lent = [...moments];
  const dated = (moment: Moment | undefined): Span | null =>
    moment && !moment.yearless && !moment.bareYear ? (moment.spans[0] ?? null) : null;
  for (let i = lent.length - 2; i >= 0; i -= 1) {
    const [left, right] = [lent[i], lent[i + 1]];
    const span = right && dated(right);
    if (!left?.yearless || !right || !span) continue;
    if (!listWords.test(plain.slice(left.to, right.from))) continue;
    const year = Number(span.end.slice(0, 4));
    for (const candidate of [year, year - 1, year - 2]) {
      const own = inYear(left.yearless, candidate, context.starts);
      if (!own || own.start > span.end) continue;
      lent[i] = settled(left, own);
      break;
    }
  }
  for (let i = 1; i < lent.length; i += 1) {
    const [left, right] = [lent[i - 1], lent[i]];
    const span = left && dated(left);
    if (!right?.yearless || !left || !span) continue;
    if (!listWords.test(plain.slice(left.to, right.from))) continue;
    const year = Number(span.start.slice(0, 4));
    for (const candidate of [year, year + 1]) {
      const own = inYear(right.yearless, candidate, context.starts);
      if (!own || own.end < span.start) continue;
      lent[i] = settled(right, own);
      break;
    }
  }
  return lent;
}

function settled(moment: Moment, span: Span): Moment {
  return { ...moment, spans: [span], ambiguous: false, yearless: null };
}

const rangeWords = /^\s*(?:-|to|until|till|up\s+to|through\s+to|through|right\s+through\s+to)\s*(?:the\s+)?$/;
const between = /\b(?:between|from)\s+(?:the\s+)?$/;
const slash = /^\s*\/\s*$/;

/** Joins the ends of a stretch into one moment. */
function joinRanges(plain: string, moments: readonly Moment[]): Moment[] {
  const joined: Moment[] = [];
  for (const moment of moments) {
    const left = joined.at(-1);
    const gap = left ? plain.slice(left.to, moment.from) : '';
    const opened = left && between.test(plain.slice(Math.max(0, left.from - 14), left.from));
    const isRange =
      left &&
      !left.range &&
      (rangeWords.test(gap) ||
        (opened && /^\s*and\s*$/.test(gap)) ||
        (slash.test(gap) && adjacent(left, moment)));
    const span = isRange ? rangeOf(left, moment) : null;
    if (left && span) {
      const doubt =
        left.shortYear || moment.shortYear
          ? left.ambiguous && moment.ambiguous && !bothShort(left, moment)
          : left.ambiguous || moment.ambiguous;
      joined[joined.length - 1] = {
        ...moment,
        from: left.from,
        spans: [span],
        ambiguous: doubt,
        shortYear: false,
        bareYear: false,
        yearless: null,
        range: true,
      };
    } else joined.push(moment);
  }
  return joined;
}

const bothShort = (a: Moment, b: Moment): boolean => a.shortYear && b.shortYear;

/** "Dec/Jan 2010": two months side by side, not two dates of two things. */
function adjacent(left: Moment, right: Moment): boolean {
  const [a, b] = [left.spans[0], right.spans[0]];
  return a !== undefined && b !== undefined && addDays(a.end, 1) === b.start;
}

function rangeOf(left: Moment, right: Moment): Span | null {
  const monthly = (moment: Moment): Span | undefined =>
    moment.spans.find((span) => span.precision !== 'day') ?? moment.spans[0];
  const [a, b] = [monthly(left), monthly(right)];
  return a && b && a.start <= b.end ? { start: a.start, end: b.end, precision: b.precision } : null;
}
