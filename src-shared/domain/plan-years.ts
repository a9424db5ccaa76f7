import { endOfMonth, partsOfDay, startOfMonth } from './dates.ts';
import type { Moment } from './find-moments.ts';
import { type DateContext, type Reading, reading } from './moments.ts';
import { quarterSpan, type Span, yearsSpan } from './spans.ts';

const planWord =
  /\b(?:the\s+)?(?:end\s+of\s+(?:the\s+)?)?((?:financial|fiscal|academic|school|calendar|this|current|plan)\s+)?(?:year[\s-]?end|end\s+of\s+(?:the\s+)?(?:\w+\s+)?year|(?<=end\s+of\s+(?:the\s+)?\w*\s*)year(?!\s*\d))\b/g;

const numbers: Readonly<Record<string, number>> = {
  one: 1,
  two: 2,
  three: 3,
  four: 4,
  five: 5,
  first: 1,
  second: 2,
  third: 3,
  fourth: 4,
  fifth: 5,
};
const number = '(\\d{1,2}|one|two|three|four|five)';
const endOfPlan =
  /\bend\s+of\s+(?:the\s+|this\s+)?(?:plan|strategy|programme|project|plan\s+period)(?=\s*(?:$|[.,;)\n]|period))/;
const opening =
  '^\\s*(?:(?:by|in|during|within|over|throughout|for)\\s+)?(?:the\\s+)?(end\\s+of\\s+|end\\s+)?(?:the\\s+)?(?:plan\\s+)?';
const yearOfPlan = new RegExp(
  `${opening}(?:(?:years?|yrs?\\.?|y)\\s?${number}(?:[\\s,/&-]|to|and|years?|yrs?\\.?|y|\\d)*?(?:(?:-|to|and|&|,|/)\\s*(?:years?|yrs?\\.?|y)?\\s?${number})?` +
    '|(first|second|third|fourth|fifth)\\s+year(?:\\s+of\\s+(?:the\\s+)?(?:plan|programme|strategy|project))?)' +
    '(?:[\\s,-]*(?:q|qtr|quarter)\\s?([1-4]))?[\\s.]*$',
);
const monthOfPlan = new RegExp(
  `${opening}(?:months?|mths?)\\s?(\\d{1,2})(?:\\s*(?:-|to)\\s*(?:month\\s?)?(\\d{1,2}))?[\\s.]*$`,
);

/** "Year end", "end of the financial year", "end of the plan": dated from the plan's period, or known to be undated. */
export function planWords(plain: string, context: DateContext, taken: readonly Moment[]): Moment[] {
  if (!/year|end\s+of/.test(plain)) return [];
  const found: Moment[] = [];
  const free = (from: number, to: number): boolean => taken.every((m) => m.to <= from || m.from >= to);
  for (const match of plain.matchAll(planWord)) {
    const from = match.index;
    const to = from + match[0].length;
    if (!free(from, to)) continue;
    found.push({ ...yearEnd(match[0], context), from, to, range: false, part: true });
  }
  const last = context.period?.end ?? null;
  const plan = last === null ? null : endOfPlan.exec(plain);
  if (plan && last !== null && free(plan.index, plan.index + plan[0].length)) {
    const span: Span = { start: last, end: last, precision: 'month' };
    found.push({
      ...reading.sure(span),
      from: plan.index,
      to: plan.index + plan[0].length,
      range: false,
      part: true,
    });
  }
  return found;
}

/** "Year 2", "Yr 1-3", "Y1 Q2", "Month 6", and nothing else: counted from the plan's first day. */
export function countedFromStart(plain: string, context: DateContext): Moment | null {
  if (plain.length > 60 || !/[ym]/.test(plain)) return null;
  const start = context.period?.start ?? null;
  const first = start === null ? null : partsOfDay(start);
  const end = context.period?.end ?? null;
  if (!first || end === null) return null;
  const whole = (span: Span, range: boolean, part: boolean): Moment | null =>
    span.start > end ? null : { ...reading.sure(span), from: 0, to: plain.length, range, part };
  const year = yearOfPlan.exec(plain);
  if (year) {
    const from = numbers[year[2] ?? year[4] ?? ''] ?? Number(year[2]);
    const to = year[3] === undefined ? from : (numbers[year[3]] ?? Number(year[3]));
    if (from < 1 || to < from || to > 20) return null;
    const span = yearsSpan(first.year + from - 1, first.month, to - from + 1);
    if (year[5] !== undefined) {
      return whole(
        quarterSpan(first.year + from - 1, first.month, Number(year[5])),
        false,
        year[1] !== undefined,
      );
    }
    return whole(span, to > from, year[1] !== undefined);
  }
  const month = monthOfPlan.exec(plain);
  if (!month) return null;
  const [from, to] = [Number(month[2]), Number(month[3] ?? month[2])];
  if (from < 1 || to < from) return null;
  const span: Span = {
    start: startOfMonth(first.year, first.month + from - 1),
    end: endOfMonth(first.year, first.month + to - 1),
    precision: 'month',
  };
  return whole(span, to > from, month[1] !== undefined);
}

function yearEnd(words: string, context: DateContext): Reading {
  const start = context.period?.start ?? null;
  const first = start === null ? null : partsOfDay(start);
  if (!first) return { ...reading.either(), spans: [] };
  const month = /academic|school/.test(words)
    ? context.starts.academic
    : /calendar/.test(words)
      ? 1
      : /financial|fiscal/.test(words) || first.month !== context.starts.academic
        ? context.starts.financial
        : context.starts.academic;
  return reading.sure(yearsSpan(first.month >= month ? first.year : first.year - 1, month));
}
