import { daysBetween } from './dates.ts';
import type { Moment } from './find-moments.ts';
import { type DateContext, inYear } from './moments.ts';
import type { Span } from './spans.ts';

const listWords = /^\s*(?:and|&|,|\/|or|-|to|until|till|through\s+to|through)\s*(?:the\s+)?$/;

/** "March and September 2010", "April - June 2010": the year of the neighbour is theirs too. */
export function lendYears(plain: string, moments: readonly Moment[], context: DateContext): Moment[] {
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
/** "moved from March 2013 to September 2013" names an old date and a new one. */
const movedFrom =
  /\b(?:moved|changed|revised|extended|deferred|postponed|delayed|slipped|amended|re-?scheduled|brought\s+forward|put\s+back|pushed\s+back|carried\s+(?:over|forward)|rolled\s+forward)\s+(?:back\s+|on\s+|forward\s+)?from\s+(?:the\s+)?$/;

/** Joins the ends of a stretch into one moment. */
export function joinRanges(plain: string, moments: readonly Moment[]): Moment[] {
  const joined: Moment[] = [];
  for (const moment of moments) {
    const left = joined.at(-1);
    const gap = left ? plain.slice(left.to, moment.from) : '';
    const opened = left && between.test(plain.slice(Math.max(0, left.from - 14), left.from));
    const isRange =
      left &&
      !left.range &&
      !movedFrom.test(plain.slice(Math.max(0, left.from - 40), left.from)) &&
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
  if (a === undefined || b === undefined || a.end >= b.start) return false;
  // autumn and spring, or two terms with the holidays between them
  const season = (span: Span): boolean => span.precision === 'season' || span.precision === 'term';
  const most = season(a) && season(b) && a.start !== a.end ? 100 : 1;
  return daysBetween(a.end, b.start) <= most;
}

function rangeOf(left: Moment, right: Moment): Span | null {
  const monthly = (moment: Moment): Span | undefined =>
    moment.spans.find((span) => span.precision !== 'day') ?? moment.spans[0];
  const [a, b] = [monthly(left), monthly(right)];
  return a && b && a.start <= b.end ? { start: a.start, end: b.end, precision: b.precision } : null;
}
